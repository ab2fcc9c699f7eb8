"""What a frame of another site shows where a diagram was that is gone."""

from collections.abc import Iterator

from service_blueprint.blueprint import View
from service_blueprint.insight.history import Removed
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import EMBED_ICON, EMBED_SCRIPT, EMBED_STYLE
from service_blueprint.pages.history.past import Past
from service_blueprint.pages.history.removed_page import removed_notice
from service_blueprint.pages.templating import render
from service_blueprint.words import Words, words_for


def removed_embeds(past: Past) -> Iterator[tuple[str, bytes]]:
    """The pages for frames of all blueprints that are gone, in the language of each, with their addresses on the site.

    A frame shows what its address holds and nothing of what a server answers, so it needs a page that says so. Pictures
    and tables need none: what shows them says itself that they are missing.
    """
    for gone in past.removed:
        language = gone.language or past.site.language
        words = words_for(language)
        for view in (None, *View):
            file = addresses.embed_file(gone.id, view)
            yield file, _page(gone, past, file, words, language).encode()


def _page(gone: Removed, past: Past, file: str, words: Words, language: str) -> str:
    site = past.site
    page = addresses.page_file(gone.id)
    return render(
        "removed_embed",
        words,
        language=language,
        direction="rtl" if words.right_to_left else "ltr",
        title=gone.title,
        part=words("Removed"),
        badge=words("Removed"),
        version=site.version,
        notice=removed_notice(gone, past, file, words, language),
        link=past.link_here(page, file),
        canonical=addresses.on_site(site.canonical_url, page, directory_urls=site.directory_urls)
        or past.link_here(page, file),
        style=past.link_here(EMBED_STYLE, file),
        script=past.link_here(EMBED_SCRIPT, file),
        icon=past.link_here(EMBED_ICON, file),
    )
