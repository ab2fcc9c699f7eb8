"""What chat and wiki tools read of a page to unfold a link to it: Open Graph data, and an answer in oEmbed.

Open Graph: https://ogp.me; oEmbed 1.0: https://oembed.com. Both want whole addresses, so whatever is one is left out
of a site that does not know where it stands. The picture is the PNG file, for hardly any tool takes SVG; a site that
writes none has no picture there.
"""

from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from markupsafe import Markup
from pydantic import BaseModel

from service_blueprint.blueprint import Blueprint
from service_blueprint.drawing.formats import PNG
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Site
from service_blueprint.pages.data import json_text
from service_blueprint.pages.elsewhere.embedding import embed_code, frame_height
from service_blueprint.pages.facts import first_paragraph
from service_blueprint.pages.pictures import Picture
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render

_DAY = 86400  # s
_COMMON_WIDTH = 800  # px: that of an article in most wikis


class _OEmbed(BaseModel):
    """An answer of the type "rich", as oEmbed 1.0 defines it; what is null is left out."""

    version: Literal["1.0"] = "1.0"
    type: Literal["rich"] = "rich"
    title: str
    html: str
    width: int = _COMMON_WIDTH
    height: int
    provider_url: str
    cache_age: int = _DAY
    provider_name: str | None
    thumbnail_url: str | None
    thumbnail_width: int | None
    thumbnail_height: int | None


def preview_html(blueprint: Blueprint, picture: Picture, reader: Reader) -> Markup:
    """The Open Graph data of a blueprint and the way to its oEmbed answer, for the head of a page.

    ``picture`` is the one to show.
    """
    site = reader.site
    return render(
        "preview",
        reader.words,
        title=blueprint.title,
        description=first_paragraph(blueprint.summary, raw_html=site.markdown_html) or picture.description,
        picture=picture,
        page=_whole(addresses.page_file(blueprint.id), site),
        image=_image(picture, blueprint.id, site),
        format=PNG,
        site=site,
        locale=_locale(reader.language),
        oembed=_whole(addresses.oembed_file(blueprint.id), site),
    )


def oembed_text(blueprint: Blueprint, picture: Picture, site: Site) -> str:
    """The oEmbed answer for a blueprint, as the text of its file; the site's ``url`` must be known.

    It is a file, which cannot answer how large somebody wants it: its frame fills the width that it gets.
    """
    drawing = picture.whole
    height = frame_height(drawing)
    image = _image(picture, blueprint.id, site)
    return json_text(
        _OEmbed(
            title=blueprint.title,
            html=embed_code(_whole(addresses.embed_file(blueprint.id), site), blueprint.title, height),
            height=height,
            provider_url=site.url,
            provider_name=site.name or None,
            thumbnail_url=image or None,
            thumbnail_width=drawing.width * PNG.scale if image else None,
            thumbnail_height=drawing.height * PNG.scale if image else None,
        ),
        without_nothing=True,
    )


def _image(picture: Picture, blueprint_id: str, site: Site) -> str:
    return _whole(addresses.picture_file(blueprint_id, picture.view, PNG.id), site) if PNG in site.formats else ""


def _whole(file: str, site: Site) -> str:
    return addresses.on_site(site.url, file, directory_urls=site.directory_urls)


def _locale(language: str) -> str:
    """A language as Open Graph writes it, with the country where most of its readers live: "pl_PL" for "pl"."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return ""
    likely = get_global("likely_subtags").get(locale.language, "")
    territory = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory else ""
