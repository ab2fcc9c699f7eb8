"""What stands at the former addresses of a blueprint: a page that leads to it, and its files."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import moves
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.elsewhere.embed_page import embed_pages
from service_blueprint.pages.kind import FORMER_ID, FileKind, InNavigation, PageKind, PlacedFile, PlacedPage
from service_blueprint.pages.own_files import OWN_FILES, own_files
from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render


def _pages(edition: Edition) -> Iterator[PlacedPage]:
    for former, blueprint in moves(edition.collection.entries).items():
        drawn = edition.drawn[blueprint.id]
        page = _page(former, blueprint, drawn.reader)
        yield PlacedPage(page, addresses.page_file(former), origin=drawn.entry.path, former=former)


def _page(former: str, blueprint: Blueprint, reader: Reader) -> Page:
    """The page at a former address: it says where the blueprint is now, and takes the reader to the same step there.

    A script does that, for only it knows the step; without one the page's head does, to the beginning of the new page.
    """
    here, there = addresses.page_file(former), addresses.page_file(blueprint.id)
    words, link, title = reader.words, reader.link(there, here), blueprint.title
    return Page(
        title=title,
        body="\n\n".join(map(mark, ("up", "head", "moved"))),
        parts={
            "up": render("up", words, link=reader.site.index_link(here)),
            "head": render("head", words, title=title, badge=words("Moved"), kind="moved", tags=()),
            "moved": render("moved", words, title=title, link=link),
        },
        language=reader.language,
        right_to_left=words.right_to_left,
        wide=True,
        head=render("moved_head", words, link=link),
        canonical=reader.canonical(there),
        anchors=tuple(blueprint.steps_by_id),
    )


def _files(edition: Edition) -> Iterator[PlacedFile]:
    """What stands below former addresses, so that whatever shows a diagram or reads a file goes on doing so."""
    for former, blueprint in moves(edition.collection.entries).items():
        drawn = edition.drawn[blueprint.id]
        yield from own_files(drawn, edition, former)
        for file, page in embed_pages(blueprint, drawn.pictures, former, drawn.reader):
            yield PlacedFile(file, page.encode())


MOVED = PageKind("former address", (addresses.page_file(FORMER_ID),), _pages, InNavigation.NONE, searched=False)
MOVED_FILES = FileKind(
    "files at a former address",
    (
        *(own.address(FORMER_ID) for own in OWN_FILES),
        *(addresses.embed_file(FORMER_ID, view) for view in (None, *View)),
    ),
    _files,
)
