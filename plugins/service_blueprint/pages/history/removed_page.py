"""The page that stands where a blueprint was that is gone."""

from service_blueprint.insight.history import Removed, kin
from service_blueprint.pages import addresses
from service_blueprint.pages.history.past import Past
from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.templating import render
from service_blueprint.words import Words


def removed_page(gone: Removed, past: Past, words: Words, language: str) -> Page:
    """The page of a blueprint that is gone: since when, where it still is, and which one may be meant now."""
    here = addresses.page_file(gone.id)
    meant = [
        (each.title, past.link_here(addresses.page_file(each.id), here), each.language)
        for each in kin(gone, past.history, past.current)
    ]
    return Page(
        title=gone.title,
        body="\n\n".join(map(mark, ("up", "head", "removed"))),
        parts={
            "up": render("up", words, link=past.link_here(addresses.INDEX, here)),
            "head": render("head", words, title=gone.title, badge=words("Removed"), kind="gone", tags=()),
            "removed": render(
                "removed",
                words,
                gone=gone,
                last=past.link(gone.last, addresses.page_file(gone.last_id), here),
                meant=meant,
            ),
        },
        language=language,
        right_to_left=words.right_to_left,
        searched=False,
    )
