"""Everything that a folder of blueprints puts on a site, for any site generator."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import unpainted
from service_blueprint.insight.history import History
from service_blueprint.pages import addresses
from service_blueprint.pages.blueprint_page import blueprint_page
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.elsewhere.files import blueprint_files, site_files
from service_blueprint.pages.elsewhere.previews import preview_html
from service_blueprint.pages.facts import Fact
from service_blueprint.pages.faults import fault_page
from service_blueprint.pages.history.past import Past
from service_blueprint.pages.history.past_pages import PastPages
from service_blueprint.pages.history.removed_embed import removed_embeds
from service_blueprint.pages.history.standing_facts import gone_steps, standing_fact
from service_blueprint.pages.index_cards import index_of
from service_blueprint.pages.moved import moved_files, moved_page, moves
from service_blueprint.pages.page import Page
from service_blueprint.pages.pictures import Picture, Progress, bitmaps, first_picture, pictures
from service_blueprint.pages.sharing import sharing_html
from service_blueprint.pages.table import table_csv
from service_blueprint.pages.taken import Taken
from service_blueprint.words import Words, words_for


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page and its place: ``file`` is its address on the site.

    ``blueprint`` is the id where this is a blueprint's own page, which has its place in the navigation; ``origin`` the
    file that an author edits to change the page, where there is one. ``former`` is the id that a blueprint had before,
    where this is the page that leads on to it.
    """

    page: Page
    file: str
    blueprint: str = ""
    origin: Path | None = None
    former: str = ""

    @property
    def source(self) -> str:
        """The path of its Markdown file."""
        return addresses.markdown_file(self.file)


@dataclass(frozen=True, slots=True)
class Publication:
    """All pages, that of all blueprints first, and all other files by their address on the site.

    ``unpainted`` are the letters that are missing in the PNG files of a blueprint, by its file.
    """

    pages: tuple[PlacedPage, ...]
    files: Mapping[str, bytes]
    unpainted: Mapping[Path, str] = field(default_factory=dict)


class Publisher:
    """Makes publications one after the other, as a folder changes; only blueprints that changed are drawn again."""

    def __init__(self) -> None:
        # By the id and the language, for a site may be built once for each of several.
        self._drawn: dict[tuple[str, str], tuple[Blueprint, tuple[Picture, ...]]] = {}
        self._past_pages = PastPages()
        self._bitmaps: dict[str, bytes] = {}

    def publish(
        self,
        collection: Collection,
        site: Site,
        *,
        history: History = History(),  # noqa: B008 - frozen
        progress: Progress = lambda done, every: None,
    ) -> Publication:
        """All pages and files of a folder.

        ``history`` are the versions before this one; ``progress`` is told how far the PNG files have come.
        """
        past = Past.of(collection, site, history)
        titles = {entry.id: entry.title for entry in collection.entries}
        pages = [PlacedPage(index_of(collection, site, past), addresses.INDEX)]
        drawn: dict[tuple[str, View], Picture] = {}
        files: dict[str, bytes] = {}
        missing: dict[Path, str] = {}
        for entry in collection.entries:
            language = entry.blueprint.language if entry.blueprint and entry.blueprint.language else site.language
            own = self._pictures(entry.blueprint, language) if entry.blueprint else ()
            page = _page(entry, own, collection, titles, past, language)
            pages.append(PlacedPage(page, addresses.page_file(entry.id), entry.id, entry.path))
            if entry.blueprint:
                drawn |= {(entry.id, picture.view): picture for picture in own}
                if site.png and (letters := unpainted("".join(picture.file for picture in own))):
                    missing[entry.path] = letters
                files[addresses.table_file(entry.id)] = table_csv(entry.blueprint, words_for(language)).encode()
                files[addresses.yaml_file(entry.id)] = entry.text
                files |= blueprint_files(entry.blueprint, own, site, language)
        self._drawn = {key: known for key, known in self._drawn.items() if key[0] in titles}
        files |= site_files(collection, site, since=past.since, removed=past.removed)
        if collection.catalog:
            files[addresses.CATALOG] = collection.catalog
        for (blueprint_id, view), picture in drawn.items():
            files[addresses.picture_file(blueprint_id, view)] = picture.file.encode()
        if site.png:
            made = self._as_bitmaps(drawn.values(), progress)
            for (blueprint_id, view), picture in drawn.items():
                files[addresses.picture_file(blueprint_id, view, "png")] = made[picture.file]
        taken = Taken()
        pages = [placed for placed in pages if taken.take(placed.file)]
        files = {file: content for file, content in files.items() if taken.take(file)}
        # Last, for an old address gives way to whatever stands there now.
        old_places, copies = _moved(collection, drawn, files, site)
        pages += [placed for placed in old_places if taken.take(placed.file)]
        files |= {file: content for file, content in copies.items() if taken.take(file)}
        past_pages = self._past_pages.of(past)
        pages += [PlacedPage(page, file) for file, page in past_pages.items() if taken.take(file)]
        files |= {file: content for file, content in removed_embeds(past) if taken.take(file)}
        return Publication(tuple(pages), files, missing)

    def _pictures(self, blueprint: Blueprint, language: str) -> tuple[Picture, ...]:
        known = self._drawn.get((blueprint.id, language))
        if known is None or known[0] != blueprint:
            known = self._drawn[blueprint.id, language] = (blueprint, pictures(blueprint, words_for(language)))
        return known[1]

    def _as_bitmaps(self, drawn: Iterable[Picture], progress: Progress) -> dict[str, bytes]:
        """The pictures as PNG files, by their SVG; only those that are new are made."""
        by_file = {picture.file: picture for picture in drawn}
        new = [picture for file, picture in by_file.items() if file not in self._bitmaps]
        made = dict(zip((picture.file for picture in new), bitmaps(new, progress), strict=True))
        drawings = {picture.file for _, known in self._drawn.values() for picture in known}
        self._bitmaps = {file: image for file, image in (self._bitmaps | made).items() if file in drawings}
        return self._bitmaps


def _moved(
    collection: Collection, drawn: Mapping[tuple[str, View], Picture], files: Mapping[str, bytes], site: Site
) -> tuple[list[PlacedPage], dict[str, bytes]]:
    """The pages and files at the addresses that blueprints had before; ``files`` are those of the site."""
    paths = {entry.id: entry.path for entry in collection.entries}
    pages: list[PlacedPage] = []
    copies: dict[str, bytes] = {}
    for former, blueprint in moves(collection.entries).items():
        language = blueprint.language or site.language
        words = words_for(language)
        page = moved_page(former, blueprint, site, words, language)
        pages.append(PlacedPage(page, addresses.page_file(former), origin=paths[blueprint.id], former=former))
        own = [picture for (blueprint_id, _), picture in drawn.items() if blueprint_id == blueprint.id]
        copies |= moved_files(former, blueprint, own, files, site, words, language)
    return pages, copies


def _page(
    entry: Entry,
    drawn: tuple[Picture, ...],
    collection: Collection,
    titles: Mapping[str, str],
    past: Past,
    language: str,
) -> Page:
    """The page of a file: the blueprint's, or that of its faults."""
    site = past.site
    words = words_for(language)
    here = addresses.page_file(entry.id)
    index_link = site.index_link(here)
    if entry.blueprint is None:
        behind = bool(entry.behind)
        return fault_page(entry.title, entry.problems, collection.sources, words, language, index_link, behind=behind)
    counterpart = _counterpart(entry.blueprint, titles, words, site)
    standing, gone = standing_fact(entry.blueprint, past, words), gone_steps(entry.blueprint, past)
    sharing = sharing_html(entry.blueprint, drawn, words, site, standing.link if standing else "")
    page = blueprint_page(
        entry.blueprint,
        drawn,
        words,
        language,
        index_link,
        counterpart,
        standing,
        gone,
        sharing,
        png=site.png,
        markdown_html=site.markdown_html,
    )
    preview = preview_html(entry.blueprint, first_picture(entry.blueprint, drawn), site, words, language)
    return replace(page, head=preview)


def _counterpart(blueprint: Blueprint, titles: Mapping[str, str], words: Words, site: Site) -> Fact | None:
    other = blueprint.variant_of
    if other not in titles:
        return None  # where it is kept off the site, nothing there is to name it
    here = addresses.page_file(blueprint.id)
    there = addresses.link(addresses.page_file(other), here, directory_urls=site.directory_urls)
    return Fact(words("Compared with"), (titles[other],), link=there)
