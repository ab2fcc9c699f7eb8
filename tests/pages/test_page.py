import re
from html import unescape

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from service_blueprint.pages.page import Page, mark


@given(st.text(), st.text())
def test_front_matter_gives_title_and_description_back_as_html(title: str, description: str) -> None:
    front = Page(title, "", {}, "en", description=description).source.split("---\n")[1]
    values = yaml.safe_load(front)
    assert unescape(values["title"]) == "".join(c if c.isprintable() else " " for c in title)
    assert not re.search(r'["<>]', values["title"])
    assert values["hide"] == ["toc"]
    told = unescape(values["description"])
    assert told == "".join(c if c.isprintable() else " " for c in description or title)


def test_no_plugin_finds_a_macro_in_the_front_matter() -> None:
    front = Page("{{ config }}", "", {}, "en", description="{% include 'x' %} {# y #}").source
    assert not re.search(r"{[{%#]", front)


def test_the_body_of_a_page_holds_no_text_of_an_author_s() -> None:
    page = Page("T", mark("summary"), {}, "en", texts={"summary": "{{ config }}"})
    assert "config" not in page.source
    assert "<p>Text</p>" in page.filled(page.body, summary="<p>Text</p>")


def test_a_wide_page_does_without_the_navigation() -> None:
    assert '"navigation"' in Page("T", "", {}, "en", wide=True).source


def test_parts_come_in_after_markdown_which_leaves_their_places_alone() -> None:
    drawing = '<svg viewBox="0 0 1 1">\n\n    <text>*as* `it` is</text>\n</svg>'
    page = Page("T", f"{mark('drawing')}\n\nSome *words*.", {"drawing": drawing}, "en")
    html = page.filled(markdown(page.body))
    assert drawing in html
    assert "<em>words</em>" in html


def test_the_language_and_its_direction_stand_on_the_page() -> None:
    assert Page("T", "", {}, "pl").filled("").startswith('<div class="sb-page" lang="pl" dir="ltr">')
    assert (
        Page("T", "", {}, "ar", right_to_left=True).filled("").startswith('<div class="sb-page" lang="ar" dir="rtl">')
    )


def test_all_parts_come_in_and_no_mark_is_left() -> None:
    page = Page(
        "T", f"{mark('head')}\n\n{mark('drawing')}", {"head": "H"}, "en", unread_parts={"drawing": "<svg></svg>"}
    )
    filled = page.filled(markdown(page.body))
    assert "H" in filled
    assert "<svg></svg>" in filled
    assert "data-blueprint-part" not in filled


def test_a_search_reads_words_in_place_of_a_part() -> None:
    parts, words = {"table": "<div>T</div>", "drawing": "<svg>D</svg>", "none": ""}, {"table": "<h3>W</h3>"}
    page = Page("T", f"{mark('drawing')}\n\n{mark('table')}\n\nBelow.", {}, "en", unread_parts=parts, words=words)
    filled = page.filled(markdown(page.body))
    assert re.findall(r">(\w+\.?)<", filled) == ["D", "T", "Below."]
    assert re.findall(r">(\w+\.?)<", page.read(filled)) == ["W", "Below."]


def test_tags_stand_in_the_front_matter_as_html() -> None:
    front = yaml.safe_load(Page("T", "", {}, "en", tags=("a&b", "c: d")).source.split("---\n")[1])
    assert front["tags"] == ["a&amp;b", "c: d"]
    assert "tags" not in yaml.safe_load(Page("T", "", {}, "en").source.split("---\n")[1])
