"""Everything that a folder of blueprints puts on a site, for any site generator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.insight.totals import totals
from service_blueprint.pages import addresses
from service_blueprint.pages.blueprint_page import blueprint_page
from service_blueprint.pages.facts import Fact, first_paragraph, state_title
from service_blueprint.pages.faults import fault_page, faults_html
from service_blueprint.pages.index_page import Card, index_page
from service_blueprint.pages.page import Page
from service_blueprint.pages.pictures import Picture, Progress, bitmaps, pictures
from service_blueprint.pages.table import table_csv
from service_blueprint.problem import Problem
from service_blueprint.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the blueprints' folder: its blueprint, or, where that is None, the problems that it has."""

    id: str
    path: Path
    title: str
    blueprint: Blueprint | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder of blueprints holds.

    ``name`` is what its readers call it, ``problems`` are those of the catalog and between files, ``sources`` the texts
    of all files that have problems, by the path that the problems name.
    """

    name: str
    entries: Sequence[Entry]
    problems: Sequence[Problem] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """The index, the pages of all blueprints by id, and all other files by their address on the site."""

    index: Page
    pages: Mapping[str, Page]
    files: Mapping[str, bytes]


class Publisher:
    """Makes publications one after the other, as a folder changes; only blueprints that changed are drawn again."""

    def __init__(self) -> None:
        self._drawn: dict[str, tuple[Blueprint, str, tuple[Picture, ...]]] = {}

    def publish(
        self,
        collection: Collection,
        language: str,
        *,
        directory_urls: bool = True,
        png: bool = False,
        progress: Progress = lambda done, every: None,
    ) -> Publication:
        """All pages and files of a folder; ``language`` is the site's, for blueprints that name none.

        With ``png`` each picture is there as PNG too, which takes far longer than all the rest; ``progress`` is told
        how far that has come.
        """
        titles = {entry.id: entry.title for entry in collection.entries}
        pages: dict[str, Page] = {}
        drawn: dict[tuple[str, View], Picture] = {}
        files: dict[str, bytes] = {}
        for entry in collection.entries:
            own_language = entry.blueprint.language if entry.blueprint and entry.blueprint.language else language
            words = words_for(own_language)
            here = addresses.page_file(entry.id)
            index_link = addresses.link(addresses.INDEX, here, directory_urls=directory_urls)
            if entry.blueprint is None:
                pages[entry.id] = fault_page(
                    entry.title, entry.problems, collection.sources, words, own_language, index_link
                )
                continue
            own = self._pictures(entry.blueprint, words, own_language)
            counterpart = _counterpart(entry.blueprint, titles, words, directory_urls=directory_urls)
            pages[entry.id] = blueprint_page(
                entry.blueprint, own, words, own_language, index_link, counterpart, png=png
            )
            drawn |= {(entry.id, picture.view): picture for picture in own}
            files[addresses.table_file(entry.id)] = table_csv(entry.blueprint, words).encode()
        self._drawn = {key: known for key, known in self._drawn.items() if key in titles}
        for (blueprint_id, view), picture in drawn.items():
            files[addresses.picture_file(blueprint_id, view)] = picture.file.encode()
        if png:
            names = (addresses.picture_file(blueprint_id, view, "png") for blueprint_id, view in drawn)
            files |= zip(names, bitmaps(tuple(drawn.values()), progress), strict=True)
        return Publication(_index(collection, language, directory_urls=directory_urls), pages, files)

    def _pictures(self, blueprint: Blueprint, words: Words, language: str) -> tuple[Picture, ...]:
        known = self._drawn.get(blueprint.id)
        if known is None or known[:2] != (blueprint, language):
            known = self._drawn[blueprint.id] = (blueprint, language, pictures(blueprint, words))
        return known[2]


def _counterpart(blueprint: Blueprint, titles: Mapping[str, str], words: Words, *, directory_urls: bool) -> Fact | None:
    if not blueprint.variant_of:
        return None
    other = blueprint.variant_of
    here = addresses.page_file(blueprint.id)
    link = addresses.link(addresses.page_file(other), here, directory_urls=directory_urls) if other in titles else ""
    return Fact(words("Compared with"), (titles.get(other, other),), link=link)


def _index(collection: Collection, language: str, *, directory_urls: bool) -> Page:
    words = words_for(language)
    cards = [_card(entry, words, directory_urls=directory_urls) for entry in collection.entries]
    lead = words("Something is wrong with the folder of the blueprints.")
    faults = faults_html(lead, collection.problems, collection.sources, words) if collection.problems else Markup()
    return index_page(cards, collection.name, words, language, faults)


def _card(entry: Entry, words: Words, *, directory_urls: bool) -> Card:
    link = addresses.link(addresses.page_file(entry.id), addresses.INDEX, directory_urls=directory_urls)
    blueprint = entry.blueprint
    if blueprint is None:
        summary = next((problem.message for problem in entry.problems), "")
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
        summary=first_paragraph(blueprint.summary),
        facts=(*owner, words.plural("{n} step", "{n} steps", steps)),
        tags=blueprint.tags,
        language=blueprint.language,
    )
