"""Pages as ordinary Markdown files, which engines read with extensions of all kinds."""

from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from time import perf_counter

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import markdown

from service_blueprint.blueprint import View
from service_blueprint.pages import addresses
from service_blueprint.pages.blueprint_page import blueprint_page
from service_blueprint.pages.collection import Site
from service_blueprint.pages.kind import PlacedPage
from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.pictures import pictures
from service_blueprint.pages.plain_page import plain_file, plain_page
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.texts.rules import TextRules
from service_blueprint.shelves import read_file

SAMPLES = Path(__file__).parent.parent.parent / "blueprints"
# What Zensical has on by default, and what else looks at raw text or at HTML.
MANY = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc"),
    *(
        f"pymdownx.{name}"
        for name in (
            *("arithmatex", "betterem", "caret", "details", "emoji", "highlight", "inlinehilite", "keys", "magiclink"),
            *("mark", "smartsymbols", "snippets", "superfences", "tabbed", "tasklist", "tilde"),
        )
    ),
]


def placed(body: str, parts: dict[str, str] | None = None, id: str = "hr/laptop") -> PlacedPage:
    return placed_page(Page("T", body, parts or {}, "en"), id)


def saying(summary: str) -> PlacedPage:
    return placed_page(Page("T", mark("summary"), {}, "en", texts={"summary": summary}))


def placed_page(page: Page, id: str = "hr/laptop") -> PlacedPage:
    return PlacedPage(page, addresses.page_file(id), id, Path(f"blueprints/{id}.yml"))


def split(text: str) -> tuple[dict[str, object], str]:
    """The front matter's values, and what stands below it."""
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


@pytest.mark.parametrize("extensions", [[], MANY], ids=["alone", "many extensions"])
def test_markdown_leaves_a_page_as_it_is_and_is_quick_about_it(extensions: list[str]) -> None:
    blueprint = read_file(SAMPLES / "order-return.yml", folder=SAMPLES).blueprint
    assert blueprint
    reader = Reader.of(Site())
    page = blueprint_page(blueprint, pictures(blueprint, reader.words), reader)
    _, body = split(plain_page(PlacedPage(page, addresses.page_file(blueprint.id), blueprint.id), {}))
    assert len(body) > 500_000
    start = perf_counter()
    html = markdown(body, extensions=extensions)
    taken = perf_counter() - start
    assert html.strip() == body.strip()
    assert taken < 10  # some tenths of a second; a machine may be busy


TEXTS = st.lists(
    st.sampled_from(["```", "~~~", "\t", "    code", "", "# title", "[TOC]", "--8<-- 'x'", "*[HTML]: x", "&amp;", "a"]),
    max_size=6,
).map("\n".join)


@given(TEXTS)
@example("```yaml\nx: 1\n```\n\n\ttab")
@example("~~~\n~~~")
def test_whatever_stands_in_a_part_is_read_by_a_browser_as_it_was(text: str) -> None:
    _, body = split(plain_page(placed(mark("faults"), {"faults": f"<pre>{text}</pre>"}), {}))
    html = markdown(body, extensions=[name for name in MANY if name != "pymdownx.snippets"])
    shown = html.replace("&#96;", "`").replace("&#126;", "~").replace("&#9;", "\t")
    assert f"<pre>{text}</pre>" in shown


def test_an_author_s_text_becomes_html() -> None:
    _, body = split(plain_page(saying("Some *words*.\n\n| a |\n| - |\n| b |"), {}))
    assert "<p>Some <em>words</em>.</p>" in body
    assert "<td>b</td>" in body


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../laptop-request.md", "../../laptop-request/"),
        ("software.md#start", "../software/#start"),
        ("../../guide.md", "../../../guide/"),
        ("../index.md", "../../"),
        ("../../about/README.md", "../../../about/"),
        ("../../img/a%20b.png", "../../../img/a%20b.png"),
        ("laptop/touchpoints.csv", "touchpoints.csv"),
        ("index.md", "../renamed/"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("//example.org/a.md", "//example.org/a.md"),
        ("/guide.md", "/guide.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#start", "#start"),
        ("../other/", "../other/"),
    ],
)
def test_a_link_leads_where_it_would_from_the_blueprint_s_file(link: str, address: str) -> None:
    places = {"blueprints/hr/index.md": "blueprints/hr/renamed/index.html"}
    _, body = split(plain_page(saying(f"[text](<{link}>)"), places))
    assert f'<a href="{address}">text</a>' in body


def test_what_is_no_address_is_no_link() -> None:
    _, body = split(plain_page(saying("[text](<http://[>)"), {}))
    assert "<span>text</span>" in body


RUN_BY_PLUGINS = [
    "{{ 6 * 7 }}",
    "{% raw %}",
    "{# a #}",
    "{!mkdocs.yml!}",
    "{++a++}",
    "{: #a }",
    "[[a]]",
    '--8<-- "mkdocs.yml"',
]


@pytest.mark.parametrize("text", RUN_BY_PLUGINS)
def test_whatever_plugins_would_run_is_text(text: str) -> None:
    """As macros run: Jinja over the whole Markdown, then Markdown with all that reads text before HTML."""
    page = Page(text, mark("a"), {"a": f"<p title='{escape(text)}'>{escape(text)}</p>"}, "en", head=escape(text))
    front, body = split(plain_page(placed_page(page), {}))
    assert [value for value in front.values() if text in str(value)] == []
    read = markdown(Environment().from_string(body).render(), extensions=[*MANY, "pymdownx.critic"])
    assert unescape(read).count(text) == 2


def test_an_author_s_script_stays_a_script() -> None:
    page = Page("T", mark("summary"), {}, "en", texts={"summary": "<script>if (a) {b()}</script>"})
    assert "<script>if (a) {b()}</script>" in plain_page(placed_page(page), {}, (), TextRules(raw_html=True))


def test_a_file_s_name_ends_with_its_line() -> None:
    page = PlacedPage(Page("T", "", {}, "en"), addresses.page_file("a"), "a", Path("a\nhead: x.yml"))
    assert "head" not in split(plain_page(page, {}))[0]


def test_a_picture_s_address_is_made_right_too() -> None:
    _, body = split(plain_page(saying("![text](../../img/a.png)"), {}))
    assert 'src="../../../img/a.png"' in body


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (addresses.INDEX, "blueprints/index.md"),
        (addresses.page_file("hr/laptop"), "blueprints/hr/laptop/index.md"),
        (addresses.page_file("index"), "blueprints/index/index.md"),
        (addresses.changes_file("hr/laptop"), "blueprints/hr/laptop/_changes/index.md"),
    ],
)
def test_a_page_s_file_stands_in_the_folder_that_is_its_address(file: str, expected: str) -> None:
    assert plain_file(PlacedPage(Page("T", "", {}, "en"), file)) == expected


def test_the_front_matter_says_what_the_page_is_made_from_and_carries_its_head() -> None:
    page = Page("T", "", {}, "en", head='<meta property="og:title" content="T">\n', searched=False)
    text = plain_page(PlacedPage(page, addresses.page_file("a"), "a", Path("blueprints/a.yml")), {})
    front, _ = split(text)
    assert text.startswith("---\n# made from a.yml by service-blueprint; the next run makes it anew\n")
    assert front["head"] == page.head
    assert front["search"] == {"exclude": True}
    assert "head" not in split(plain_page(placed(""), {}))[0]


def test_every_view_is_on_the_page() -> None:
    blueprint = read_file(SAMPLES / "laptop-request.yml", folder=SAMPLES).blueprint
    assert blueprint
    reader = Reader.of(Site())
    page = blueprint_page(blueprint, pictures(blueprint, reader.words), reader)
    text = plain_page(PlacedPage(page, addresses.page_file(blueprint.id), blueprint.id), {})
    assert [view for view in View if f'data-view="{view}"' not in text] == []


def test_the_name_of_the_file_is_no_markup_and_ends_no_front_matter() -> None:
    origin = Path("q\x07\x85<img src=x onerror=hit()>.yml")
    text = plain_page(replace(placed("Body"), origin=origin), {})
    _, front, _ = text.split("---\n", 2)
    assert yaml.safe_load(front)["title"] == "T"
    assert "<img" not in text
