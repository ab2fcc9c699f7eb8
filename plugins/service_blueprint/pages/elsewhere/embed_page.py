"""The diagram alone, as a whole page for a frame on another site: it needs no site generator and no script."""

import re
from collections.abc import Iterator, Sequence

from service_blueprint.blueprint import Blueprint
from service_blueprint.layout.views import view_title
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import EMBED_ICON, EMBED_SCRIPT, EMBED_STYLE
from service_blueprint.pages.collection import Site
from service_blueprint.pages.elsewhere.previews import preview_html
from service_blueprint.pages.pictures import Picture
from service_blueprint.pages.templating import render
from service_blueprint.pages.value_words import state_title
from service_blueprint.words import Words

# The links of a drawing, which on a page of the site take its place.
_LINK = re.compile(r'(<a class="link"[^<>]*) target="_top"')


def embed_pages(
    blueprint: Blueprint, pictures: Sequence[Picture], site: Site, words: Words, language: str
) -> Iterator[tuple[str, str]]:
    """The pages of all views of a blueprint and that of its first one, each with its address on the site."""
    for picture in pictures:
        if picture.view is blueprint.first_view:
            file = addresses.embed_file(blueprint.id)
            yield file, embed_page(blueprint, picture, file, site, words, language)
        file = addresses.embed_file(blueprint.id, picture.view)
        yield file, embed_page(blueprint, picture, file, site, words, language)


def embed_page(blueprint: Blueprint, picture: Picture, file: str, site: Site, words: Words, language: str) -> str:
    """The page of one view as HTML, which stands at ``file`` on the site.

    Its links are relative, so that it is right wherever the site stands; ``#<step>`` leads to a step and marks it.
    """
    page = addresses.page_file(blueprint.id)

    def link(target: str) -> str:
        return addresses.link(target, file, directory_urls=site.directory_urls)

    return render(
        "embed",
        words,
        language=language,
        direction="rtl" if words.right_to_left else "ltr",
        title=blueprint.title,
        part=view_title(picture.view, words),
        badge=state_title(blueprint.state, words),
        version=site.version,
        drawing=picture.whole,
        svg=_LINK.sub(r'\1 target="_blank" rel="noopener"', picture.whole.svg),
        columns=picture.columns,
        link=link(page),
        canonical=addresses.on_site(site.canonical_url, page, directory_urls=site.directory_urls) or link(page),
        style=link(EMBED_STYLE),
        script=link(EMBED_SCRIPT),
        icon=link(EMBED_ICON),
        preview=preview_html(blueprint, picture, site, words, language),
    )
