"""The page of each file of a folder: its blueprint's, or where that cannot be drawn, that of its faults."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from service_blueprint.pages import addresses
from service_blueprint.pages.blueprint_page import blueprint_page
from service_blueprint.pages.collection import Entry
from service_blueprint.pages.edition import Drawn, Edition
from service_blueprint.pages.elsewhere.previews import preview_html
from service_blueprint.pages.facts import Fact
from service_blueprint.pages.faults import fault_page
from service_blueprint.pages.history.standing_facts import gone_steps, standing_fact
from service_blueprint.pages.kind import ID, InNavigation, PageKind, PlacedPage
from service_blueprint.pages.page import Page
from service_blueprint.pages.past import Past
from service_blueprint.pages.sharing import sharing_html


def _pages(edition: Edition) -> Iterator[PlacedPage]:
    titles = {entry.id: entry.title for entry in edition.collection.entries}
    for entry in edition.collection.entries:
        file = addresses.page_file(entry.id)
        if entry.id in edition.drawn:
            page = _page(edition.drawn[entry.id], titles, edition.past)
        else:
            page = _fault_page(entry, edition, edition.site.index_link(file))
        yield PlacedPage(page, file, entry.id, entry.path)


def _fault_page(entry: Entry, edition: Edition, index_link: str) -> Page:
    sources, language, behind = edition.collection.sources, edition.site.language, bool(entry.behind)
    return fault_page(entry.title, entry.problems, sources, edition.reader.words, language, index_link, behind=behind)


def _page(drawn: Drawn, titles: Mapping[str, str], past: Past) -> Page:
    """The page of a blueprint; ``titles`` are those of all that the site has, by id."""
    blueprint, reader = drawn.blueprint, drawn.reader
    standing = standing_fact(blueprint, past, reader.words)
    page = blueprint_page(
        blueprint,
        drawn.pictures,
        reader,
        _counterpart(drawn, titles),
        standing,
        gone_steps(blueprint, past),
        sharing_html(blueprint, drawn.pictures, reader, standing.link if standing else ""),
        tuple(_others(drawn, titles)),
    )
    return replace(page, head=preview_html(blueprint, drawn.first_picture, reader))


def _counterpart(drawn: Drawn, titles: Mapping[str, str]) -> Fact | None:
    other = drawn.blueprint.variant_of
    if other not in titles:
        return None  # where it is kept off the site, nothing there is to name it
    there = drawn.reader.link(addresses.page_file(other), addresses.page_file(drawn.blueprint.id))
    return Fact(drawn.reader.words("Compared with"), (titles[other],), link=there)


def _others(drawn: Drawn, titles: Mapping[str, str]) -> Iterator[Fact]:
    """The blueprints that actions call or that arrows lead into, each with the link to its page where it has one."""
    actions = drawn.blueprint.actions.values()
    called = dict.fromkeys(action.calls for action in actions if action.calls)
    led_to = dict.fromkeys(to.elsewhere for action in actions for to in action.to or () if to.elsewhere)
    for label, ids in ((drawn.reader.words("Calls"), called), (drawn.reader.words("Goes on in"), led_to)):
        for id in ids:
            here = addresses.page_file(drawn.blueprint.id)
            link = drawn.reader.link(addresses.page_file(id), here) if id in titles else ""
            yield Fact(label, (titles.get(id, id),), link=link)


BLUEPRINT = PageKind("blueprint", (addresses.page_file(ID),), _pages, InNavigation.FOLDER, searched=True)
