"""The page that stands where a blueprint was that is gone."""

from markupsafe import Markup

from service_blueprint.insight.history import Removed, kin
from service_blueprint.pages import addresses
from service_blueprint.pages.history.past import Past
from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.templating import render
from service_blueprint.words import Words


def removed_page(gone: Removed, past: Past, words: Words, language: str) -> Page:
    """The page of a blueprint that is gone, in the words of its language."""
    here = addresses.page_file(gone.id)
    return Page(
        title=gone.title,
        body="\n\n".join(map(mark, ("up", "head", "removed"))),
        parts={
            "up": render("up", words, link=past.site.index_link(here)),
            "head": render("head", words, title=gone.title, badge=words("Removed"), kind="gone", tags=()),
            "removed": removed_notice(gone, past, here, words, language),
        },
        language=language,
        right_to_left=words.right_to_left,
        searched=False,
    )


def removed_notice(gone: Removed, past: Past, here: str, words: Words, language: str) -> Markup:
    """What a page at ``here`` says of a blueprint that is gone: since when, where it still is, and which may be meant.

    ``language`` is that of the page.
    """
    meant = [
        (each.title, past.link_here(addresses.page_file(each.id), here), each.language or past.site.language)
        for each in kin(gone, past.history, past.current)
    ]
    return render(
        "removed",
        words,
        gone=gone,
        last=past.link(gone.last, addresses.page_file(gone.last_id), here),
        meant=meant,
        language=language,
    )
