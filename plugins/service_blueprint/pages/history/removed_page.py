"""The page that stands where a blueprint was that is gone."""

from collections.abc import Iterator

from markupsafe import Markup

from service_blueprint.insight.history import Removed, kin
from service_blueprint.pages import addresses
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.kind import ID, InNavigation, PageKind, PlacedPage
from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.past import Past
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render


def _pages(edition: Edition) -> Iterator[PlacedPage]:
    for gone in edition.past.removed:
        yield PlacedPage(_page(gone, edition.past), addresses.page_file(gone.id))


def _page(gone: Removed, past: Past) -> Page:
    """The page of a blueprint that is gone, in the words of its language."""
    here = addresses.page_file(gone.id)
    reader = Reader.of(past.site, gone.language)
    words = reader.words
    return Page(
        title=gone.title,
        body="\n\n".join(map(mark, ("up", "head", "removed"))),
        parts={
            "up": render("up", words, link=past.site.index_link(here)),
            "head": render("head", words, title=gone.title, badge=words("Removed"), kind="gone", tags=()),
            "removed": removed_notice(gone, past, here, reader),
        },
        language=reader.language,
        right_to_left=words.right_to_left,
    )


def removed_notice(gone: Removed, past: Past, here: str, reader: Reader) -> Markup:
    """What a page at ``here`` says of a blueprint that is gone: since when, where it still is, what may be meant."""
    meant = [
        (each.title, past.link_here(addresses.page_file(each.id), here), each.language or past.site.language)
        for each in kin(gone, past.history, past.current)
    ]
    return render(
        "removed",
        reader.words,
        gone=gone,
        last=past.link(gone.last, addresses.page_file(gone.last_id), here),
        meant=meant,
        language=reader.language,
    )


REMOVED = PageKind("removed blueprint", (addresses.page_file(ID),), _pages, InNavigation.NONE, searched=False)
