"""What is told to tools that unfold a link, against what https://ogp.me and https://oembed.com ask for."""

import json
import struct
from html.parser import HTMLParser
from typing import Any

import pytest

from service_blueprint.drawing import png
from service_blueprint.pages.collection import Site
from service_blueprint.pages.elsewhere.embedding import embed_code
from service_blueprint.pages.elsewhere.previews import oembed_text, preview_html
from service_blueprint.pages.pictures import first_picture, pictures
from service_blueprint.pages.reader import Reader
from service_blueprint.words import words_for
from written import written

TITLE = 'Ask "them" </title><script> & wait'
BLUEPRINT = written(
    f"title: '{TITLE}'\nsummary: |\n  Some *words*.\n\n  More.\nsteps:\n  - {{id: ask, customer: Asks}}\n", id="hr/a"
)
PICTURE = first_picture(BLUEPRINT, pictures(BLUEPRINT, words_for("en")))
PUBLISHED = Site("en", "Our services", "https://example.org/docs/", png=True)
PAGE = "https://example.org/docs/blueprints/hr/a/"


class Head(HTMLParser):
    """The elements of a head: what each ``meta`` says, and each ``link``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, str | None] = {}
        self.links: list[dict[str, str | None]] = []
        self.others: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "meta":
            name = found.get("property") or found.get("name") or ""
            assert name not in self.said
            self.said[name] = found["content"]
        elif tag == "link":
            self.links.append(found)
        else:
            self.others.append(tag)


def head(site: Site, language: str = "en") -> Head:
    return Head(preview_html(BLUEPRINT, PICTURE, Reader.of(site, language)))


def oembed(site: Site = PUBLISHED) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(oembed_text(BLUEPRINT, PICTURE, site))
    return answer


def test_open_graph_says_all_that_it_must() -> None:
    found = head(PUBLISHED)
    assert found.others == []
    assert found.said["og:title"] == TITLE
    assert found.said["og:type"] == "article"
    assert found.said["og:url"] == PAGE
    assert found.said["og:image"] == f"{PAGE}stages.png"
    assert found.said["og:description"] == "Some words."
    assert found.said["og:site_name"] == "Our services"
    assert found.said["og:locale"] == "en_US"
    assert found.said["og:image:alt"] == PICTURE.description
    assert found.said["twitter:card"] == "summary_large_image"


def test_the_size_of_the_picture_is_that_of_its_file() -> None:
    width, height = struct.unpack(">II", png(PICTURE.file)[16:24])
    said, answer = head(PUBLISHED).said, oembed()
    assert (said["og:image:width"], said["og:image:height"]) == (str(width), str(height))
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (width, height)


def test_a_site_without_png_files_shows_no_picture() -> None:
    site = Site("en", "Our services", "https://example.org/docs/")
    said = head(site).said
    assert [name for name in said if name.startswith("og:image")] == []
    assert said["twitter:card"] == "summary"
    assert [key for key in oembed(site) if key.startswith("thumbnail")] == []


def test_a_site_that_does_not_know_where_it_stands_gives_no_addresses() -> None:
    found = head(Site("en", "Our services", png=True))
    assert found.links == []
    assert set(found.said) == {"og:type", "og:title", "og:description", "og:site_name", "og:locale", "twitter:card"}


def test_without_a_summary_the_diagram_is_described() -> None:
    blueprint = written("title: A\nsteps:\n  - {id: ask, customer: Asks}\n")
    picture = first_picture(blueprint, pictures(blueprint, words_for("en")))
    said = Head(preview_html(blueprint, picture, Reader.of(PUBLISHED))).said
    assert said["og:description"] == picture.description != ""


@pytest.mark.parametrize(
    ("language", "locale"),
    [("pl", "pl_PL"), ("hu", "hu_HU"), ("en-GB", "en_GB"), ("zh-Hant-TW", "zh_TW"), ("xx!", None)],
)
def test_the_language_is_said_as_open_graph_says_it(language: str, locale: str | None) -> None:
    assert head(PUBLISHED, language).said.get("og:locale") == locale


def test_the_page_leads_to_its_oembed_answer() -> None:
    assert head(PUBLISHED).links == [
        {"rel": "alternate oembed", "type": "application/json+oembed", "href": f"{PAGE}oembed.json", "title": TITLE}
    ]


def test_oembed_says_all_that_a_rich_answer_must() -> None:
    answer = oembed()
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert isinstance(answer["width"], int)
    assert isinstance(answer["height"], int)
    assert answer["title"] == TITLE
    assert answer["provider_name"] == "Our services"
    assert answer["provider_url"] == "https://example.org/docs/"
    assert answer["thumbnail_url"] == f"{PAGE}stages.png"
    assert answer["cache_age"] > 0


def test_the_html_of_oembed_is_one_frame() -> None:
    answer = oembed()
    assert answer["html"] == embed_code(f"{PAGE}embed/", TITLE, answer["height"])
