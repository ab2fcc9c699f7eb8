"""The cards of the page of all blueprints, made of what the folder holds."""

from collections.abc import Iterator

from markupsafe import Markup

from service_blueprint.insight.totals import totals
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Entry, Site
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.facts import first_paragraph
from service_blueprint.pages.faults import faults_html
from service_blueprint.pages.index_page import Card, index_page
from service_blueprint.pages.kind import InNavigation, PageKind, PlacedPage
from service_blueprint.pages.past import Past
from service_blueprint.pages.templating import render
from service_blueprint.pages.value_words import state_title
from service_blueprint.words import Words


def _index(edition: Edition) -> Iterator[PlacedPage]:
    """The page of all blueprints, with what is wrong with their folder."""
    collection, words = edition.collection, edition.reader.words
    cards = [_card(entry, edition.site, words) for entry in collection.entries]
    lead = words("Something is wrong with the folder of the blueprints.")
    faults = faults_html(lead, collection.problems, collection.sources, words) if collection.problems else Markup()
    page = index_page(cards, collection.name, words, edition.site.language, faults, _changes(edition.past, words))
    yield PlacedPage(page, addresses.INDEX)


def _changes(past: Past, words: Words) -> Markup:
    """The link to what changed since the version before; nothing where there is none."""
    if not past.newest:
        return Markup()
    title = past.title(past.site.version, past.newest.name, words)
    return render("site_changes_link", words, link=past.link_here(addresses.SITE_CHANGES, addresses.INDEX), title=title)


def _card(entry: Entry, site: Site, words: Words) -> Card:
    link = addresses.link(addresses.page_file(entry.id), addresses.INDEX, directory_urls=site.directory_urls)
    blueprint = entry.blueprint
    if blueprint is None:
        summary = next((words.said(problem.what) for problem in entry.problems), "")
        if entry.behind:
            summary = words("This blueprint cannot be read, because the catalog has faults.")
        return Card(entry.id, entry.title, link, state="broken", badge=words("Cannot be drawn"), summary=summary)
    steps = totals(blueprint).steps
    owner = (blueprint.owner.title,) if blueprint.owner else ()
    return Card(
        id=entry.id,
        title=entry.title,
        link=link,
        state=blueprint.state,
        badge=state_title(blueprint.state, words),
        picture=addresses.link(addresses.picture_file(entry.id, blueprint.first_view), addresses.INDEX),
        summary=first_paragraph(blueprint.summary, raw_html=site.markdown_html),
        facts=(*owner, words.plural("{n} step", "{n} steps", steps)),
        tags=blueprint.tags,
        language=blueprint.language,
    )


INDEX = PageKind("all blueprints", (addresses.INDEX,), _index, InNavigation.FIRST, searched=True)
