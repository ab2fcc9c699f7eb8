"""The diagram alone, as a whole page for a frame on another site: it needs no site generator and no script."""

import re
from collections.abc import Iterator, Sequence

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.layout.views import view_title
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import EMBED_ICON, EMBED_SCRIPT, EMBED_STYLE
from service_blueprint.pages.elsewhere.previews import preview_html
from service_blueprint.pages.pictures import Picture
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render
from service_blueprint.pages.value_words import state_title

# The links of a drawing, which on a page of the site take its place.
_LINK = re.compile(r'(<a class="link"[^<>]*) target="_top"')
# The link of a card to its step, which here stands in the frame of another view.
_BEHIND = re.compile(r'(?<=<a class="behind" xlink:href=")(#[^<>]* data-behind="(\w+)")')


def embed_pages(
    blueprint: Blueprint, pictures: Sequence[Picture], blueprint_id: str, reader: Reader
) -> Iterator[tuple[str, str]]:
    """The pages of all views of a blueprint and that of its first one, each with its address on the site.

    The addresses are those below ``blueprint_id``: the blueprint's own, or one that it had before.
    """
    for picture in pictures:
        if picture.view is blueprint.first_view:
            file = addresses.embed_file(blueprint_id)
            yield file, embed_page(blueprint, picture, file, reader)
        file = addresses.embed_file(blueprint_id, picture.view)
        yield file, embed_page(blueprint, picture, file, reader)


def embed_page(blueprint: Blueprint, picture: Picture, file: str, reader: Reader) -> str:
    """The page of one view as HTML, which stands at ``file`` on the site.

    Its links are relative, so that it is right wherever the site stands; ``#<step>`` leads to a step and marks it.
    """
    page = addresses.page_file(blueprint.id)
    words, link = reader.words, reader.link(page, file)

    def behind(found: re.Match[str]) -> str:
        return f"{reader.link(addresses.embed_file(blueprint.id, View(found[2])), file)}{found[1]}"

    svg = _LINK.sub(r'\1 target="_blank" rel="noopener"', picture.whole.svg)
    return render(
        "embed",
        words,
        language=reader.language,
        direction=reader.direction,
        title=blueprint.title,
        part=view_title(picture.view, words),
        badge=state_title(blueprint.state, words),
        version=reader.site.version,
        drawing=picture.whole,
        svg=_BEHIND.sub(behind, svg),
        columns=picture.columns,
        link=link,
        canonical=reader.canonical(page) or link,
        style=reader.link(EMBED_STYLE, file),
        script=reader.link(EMBED_SCRIPT, file),
        icon=reader.link(EMBED_ICON, file),
        preview=preview_html(blueprint, picture, reader),
    )
