"""A stranger's values in every field, in the files that programs read: tables, indexes, reports and pictures."""

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown
from markupsafe import Markup

from fuzz.laws import harmless_page
from hostile.corpus import Trial, Value, catalog, every_value, some_values, trial
from service_blueprint.blueprint import Blueprint
from service_blueprint.drawing import draw
from service_blueprint.drawing.png import png
from service_blueprint.insight.comparison import compare
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.comparing.comparison import comparison_markdown
from service_blueprint.pages.comparing.comparison_data import comparison_json
from service_blueprint.pages.publication import Publisher
from service_blueprint.pages.table import table_csv, table_markdown
from service_blueprint.pages.table_data import table_json
from service_blueprint.reading import read_text
from service_blueprint.reading.reading import read_catalog_text
from service_blueprint.words import words_for
from service_blueprint.writing import formatted

EVERY = [
    pytest.param(value, id=value.name, marks=[] if value in some_values() else pytest.mark.slow)
    for value in every_value()
]
ENGLISH = words_for("en")
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@pytest.fixture(params=EVERY)
def one(request: pytest.FixtureRequest) -> Trial:
    return trial(request.param)


@pytest.fixture
def blueprint(one: Trial) -> Blueprint:
    return read(one.text, one)


def read(text: str, one: Trial) -> Blueprint:
    shared = read_catalog_text(catalog([one.value]).encode(), path="_catalog.yml")
    assert shared.problems == ()
    reading = read_text(text.encode(), path="f.yml", id="f", catalog=shared.catalog)
    assert reading.blueprint, reading.problems
    return reading.blueprint


def test_no_cell_is_a_formula(one: Trial, blueprint: Blueprint) -> None:
    text = table_csv(blueprint, ENGLISH).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 1 + len(blueprint.steps)
    lines = [line for row in rows for cell in row for line in cell.split("\n")]
    assert [line for line in lines if FORMULA.match(line) and not NUMBER.fullmatch(line)] == []
    if one.titled:
        # An apostrophe keeps what follows a semicolon from being a formula.
        assert one.value.line.replace("'", "") in rows[1][rows[0].index(ENGLISH("Channel"))].replace("'", "")


def test_json_holds_what_was_written(one: Trial, blueprint: Blueprint) -> None:
    title = one.value.line if one.titled else "Without one"
    assert json.loads(table_json(blueprint))["title"] == title
    reviews = [Review(compare(read(one.twin, one), blueprint), "f.yml")]
    [told] = json.loads(comparison_json(reviews, one.value.text, one.value.text))["blueprints"]
    assert told["title"] == title
    files = publication(one, blueprint)
    [entry] = json.loads(files["blueprints/index.json"])["blueprints"]
    assert entry["title"] == title
    assert json.loads(files["blueprints/f/oembed.json"])["title"] == title


def test_a_title_within_code_of_another_site_stays_an_attribute(one: Trial, blueprint: Blueprint) -> None:
    html = json.loads(publication(one, blueprint)["blueprints/f/oembed.json"])["html"]
    found = re.fullmatch(r'<iframe( [a-z]+="[^"<>]*")+></iframe>', html)
    assert found, html
    title = re.search(r' title="([^"]*)"', html)
    assert title and unescape(title[1]) == blueprint.title


@pytest.mark.parametrize("kind", ["table", "comparison"])
def test_markdown_shows_it_as_text(one: Trial, blueprint: Blueprint, kind: str) -> None:
    if kind == "table":
        text = table_markdown(blueprint, ENGLISH)
    else:
        text = comparison_markdown([Review(compare(read(one.twin, one), blueprint), "f.yml")])
    html = Markdown(extensions=["tables", "fenced_code", "attr_list"]).convert(text)
    harmless_page(html)
    tags = set(re.findall(r"</?([a-z][a-z0-9-]*)", html))
    assert tags <= {
        "p",
        "strong",
        "code",
        "ul",
        "li",
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
        "a",
        "em",
    }
    if one.titled:
        assert bare(one.value.text) in bare(str(Markup(html).striptags()))


def test_it_keeps_its_meaning_in_the_normal_form(one: Trial, blueprint: Blueprint) -> None:
    made = formatted(one.text.encode(), "f.yml")
    assert isinstance(made, bytes)
    assert read(made.decode(), one) == blueprint
    assert formatted(made, "f.yml") == made


@pytest.mark.parametrize("value", some_values(), ids=lambda value: value.name)
def test_it_is_painted(value: Value) -> None:
    blueprint = read(trial(value).text, trial(value))
    image = png(draw(blueprint, blueprint.first_view), title=blueprint.title, description=blueprint.summary)
    assert image.startswith(b"\x89PNG")


def publication(one: Trial, blueprint: Blueprint) -> dict[str, bytes]:
    entry = Entry("f", Path("f.yml"), blueprint.title, blueprint, text=one.text.encode())
    site = Site(name="Site", url="https://example.org/")
    return dict(Publisher().publish(Collection("blueprints", [entry]), site).files)


def bare(text: str) -> str:
    """Without blanks, and without the spaces of no width that keep what is written from calling anybody."""
    return re.sub(r"[\s\u200b]", "", text)
