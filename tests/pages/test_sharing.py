"""What a blueprint's page has for its script to copy."""

import json
import re
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from projects import SMALLEST
from service_blueprint.blueprint import View
from service_blueprint.pages.collection import Site
from service_blueprint.pages.pictures import pictures
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.sharing import shared, sharing_html
from written import written

HOSTILE = "title: '[A] | *b* </script>\"{step}'\nsteps:\n  - {id: ask, customer: 'Asks [`why`](x) <b>'}\n"


def of(text: str, *, directory_urls: bool = True, changes_link: str = "") -> tuple[Any, str]:
    """The values that are copied, as the page holds them, and the whole part of the page."""
    blueprint = written(text)
    reader = Reader.of(Site(directory_urls=directory_urls))
    html = sharing_html(blueprint, pictures(blueprint, reader.words), reader, changes_link)
    [held] = re.findall(r'data-sb-shared="(.*?)"', html)
    return json.loads(unescape(held)), html


def test_every_view_has_the_addresses_of_its_picture_and_its_frame() -> None:
    held, _ = of(SMALLEST)
    assert list(held["views"]) == list(View)
    view = held["views"]["customer"]
    assert (view["title"], view["picture"]) == ("Customer", "customer.svg")
    assert view["embed"].startswith('<iframe src="embed/customer/" title="Get a burger" width="100%"')


def test_without_addresses_of_folders_a_frame_leads_to_the_file() -> None:
    held, _ = of(SMALLEST, directory_urls=False)
    assert 'src="embed/actors/index.html"' in held["views"]["actors"]["embed"]


def test_every_step_is_there_with_and_without_contact() -> None:
    held, _ = of(f"{SMALLEST}  - {{id: clean, backstage: Cleans the table}}\n")
    assert [step["id"] for step in held["steps"]] == ["order", "eats-and-leaves", "clean"]
    assert held["steps"][2]["label"] == "Share step 3: Cleans the table"
    assert held["steps"][0]["title"] == held["steps"][0]["markdown"] == "Get a burger: Orders"


def test_what_an_author_wrote_stays_text_in_markdown_and_on_the_page() -> None:
    held, html = of(HOSTILE)
    label = held["steps"][0]["markdown"]
    assert "</script>" not in html
    link = markdown(f"[{label}](https://example.org/#ask)", extensions=["tables"])
    assert re.findall(r'^<p><a href="https://example.org/#ask">(.*)</a></p>$', link)
    assert unescape(re.sub("<[^>]*>", "", link)) == held["steps"][0]["title"]


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_no_title_breaks_out_of_its_place(title: str) -> None:
    blueprint = written(json.dumps({"title": title, "steps": [{"id": "a", "customer": title}]}, ensure_ascii=False))
    values = shared(blueprint, (), Reader.of(Site()))
    html = str(sharing_html(blueprint, (), Reader.of(Site())))
    assert json.loads(unescape(re.findall(r'data-sb-shared="(.*?)"', html)[0])) == values
    assert html.count("<button") == of(SMALLEST)[1].count("<button")


def test_the_way_to_what_has_changed_is_there_where_it_is_told() -> None:
    assert 'href="_changes/"' in of(SMALLEST, changes_link="_changes/")[1]
    assert "_changes" not in of(SMALLEST)[1]
