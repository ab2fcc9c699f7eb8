"""The touchpoint table in its four forms. A file in ``table_cases`` is a case; no code is needed.

A case has a ``text`` and, where it needs one, a ``catalog``; and what comes of them in as many of the forms as it is
about: ``markdown`` and ``html`` as they are, ``csv`` as the rows that a spreadsheet reads, ``json`` as the values.
"""

import csv
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from markdown import markdown

from blueprints_made import authored
from golden import Golden
from service_blueprint.blueprint import Blueprint
from service_blueprint.pages.table import table_csv, table_html, table_markdown
from service_blueprint.pages.table_data import table_json
from service_blueprint.words import Words, words_for
from written import written

ENGLISH = words_for("en")
# Programs read these: none may go.
JSON_KEYS = (
    "step number title phase when evidence customer frontstage backstage support nothing order channel systems "
    "touchpoint moment-of-truth feeling wait drops-out pain opportunity question fails decision policy basis "
    "contact then metrics note answers"
)
FORMS = ("markdown", "csv", "json", "html")
CASES = [
    (file, yaml.safe_load(file.read_text("utf-8"))) for file in sorted(Path(__file__).parent.glob("table_cases/*.yml"))
]


@pytest.mark.parametrize(
    ("file", "case", "form"),
    [
        pytest.param(file, case, form, id=f"{file.stem}-{form}")
        for file, case in CASES
        for form in FORMS
        if form in case
    ],
)
def test_a_table_is_written_as_the_case_says(file: Path, case: dict[str, Any], form: str, golden: Golden) -> None:
    blueprint = written(case["text"], catalog=case.get("catalog", ""))
    golden.value(file, form, in_form(form, blueprint, words_for(blueprint.language)))


def in_form(form: str, blueprint: Blueprint, words: Words) -> object:
    match form:
        case "markdown":
            return table_markdown(blueprint, words)
        case "csv":
            return sheet(table_csv(blueprint, words))
        case "json":
            return json.loads(table_json(blueprint))
        case _:
            return table_html(blueprint, words).strip()


def test_every_case_says_what_comes_of_it() -> None:
    assert [file.name for file, case in CASES if not set(FORMS) & set(case)] == []


def sheet(text: str) -> list[list[str]]:
    """What a spreadsheet reads from the file."""
    assert text.startswith("\ufeff")
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True))


@given(authored())
@settings(max_examples=30, deadline=None)
def test_html_and_rendered_markdown_say_the_same(document: dict[str, Any]) -> None:
    assert_same_words(made(document))


@pytest.mark.parametrize("case", [pytest.param(case, id=file.stem) for file, case in CASES])
def test_html_and_rendered_markdown_of_a_case_say_the_same(case: dict[str, Any]) -> None:
    assert_same_words(written(case["text"], catalog=case.get("catalog", "")))


@given(authored())
@settings(max_examples=30, deadline=None)
def test_every_form_has_the_same_touchpoints(document: dict[str, Any]) -> None:
    blueprint = made(document)
    numbers = [str(touchpoint["number"]) for touchpoint in json.loads(table_json(blueprint))["touchpoints"]]
    [header, *lines] = sheet(table_csv(blueprint, ENGLISH))
    assert [line[1] for line in lines] == numbers
    assert {len(line) for line in lines} <= {len(header)}
    assert [row[0] for row in rows_of(table_html(blueprint, ENGLISH))[1:]] == numbers


@given(authored())
@settings(max_examples=30, deadline=None)
def test_a_columns_cells_are_not_all_empty(document: dict[str, Any]) -> None:
    [header, *lines] = sheet(table_csv(made(document), ENGLISH))
    empty = [title for title, *cells in zip(header, *lines, strict=True) if cells and not any(cells)]
    assert empty == []


def test_csv_is_as_the_standard_asks_with_a_mark_for_excel() -> None:
    text = table_csv(written("title: Made\nsteps: [{id: a, customer: ['Says \"no\", twice', Goes]}]"), ENGLISH)
    assert text == '\ufeffStep,No.,Customer\r\na,1,"Says ""no"", twice\nGoes"\r\n'


def test_json_keys_are_those_that_were_promised() -> None:
    [touchpoint] = json.loads(table_json(written("title: Made\nsteps: [{customer: Asks}]")))["touchpoints"]
    promised = set(JSON_KEYS.split())
    assert set(touchpoint) == promised


def made(document: dict[str, Any]) -> Blueprint:
    return written(json.dumps(document, ensure_ascii=False))


def assert_same_words(blueprint: Blueprint) -> None:
    shown = rows_of(table_html(blueprint, ENGLISH))
    rendered = rows_of(markdown(table_markdown(blueprint, ENGLISH), extensions=["tables", "attr_list"]))
    assert rendered == shown


def rows_of(html: str) -> list[list[str]]:
    """The texts of a table's cells, without white space and the space without width, which only one has."""
    rows: list[list[str]] = []

    class Reader(HTMLParser):
        open = False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag == "tr":
                rows.append([])
            elif tag in ("td", "th"):
                rows[-1].append("")
                self.open = True

        def handle_endtag(self, tag: str) -> None:
            if tag in ("td", "th"):
                self.open = False

        def handle_data(self, data: str) -> None:
            if self.open:
                rows[-1][-1] += "".join(data.replace("\u200b", "").split())

    Reader().feed(html)
    return rows
