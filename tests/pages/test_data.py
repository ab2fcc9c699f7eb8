"""What is written as JSON follows the schema that is made of the same definition."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from service_blueprint.checking import check
from service_blueprint.hosts.problem_languages import Languages
from service_blueprint.hosts.report_data import report_json, report_schema_text
from service_blueprint.insight.comparison import compare
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.comparing.comparison_data import comparison_json, comparison_schema_text
from service_blueprint.pages.data import Data, json_schema_text, json_text
from service_blueprint.pages.table_data import table_json, table_schema_text
from service_blueprint.shelves import read_folder
from written import written

SAMPLES = read_folder(Path(__file__).parents[2] / "blueprints").blueprints


class Cup(Data):
    """A cup."""

    of_what: str | None
    """What is in it, ``tea`` or
    coffee."""

    from_: int = 1
    """Where it is from."""


def holds(text: str, schema: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema))
    Draft202012Validator(json.loads(schema)).validate(json.loads(text))


def test_keys_are_called_as_the_fields_with_hyphens() -> None:
    assert json_text(Cup(of_what=None)) == '{\n  "of-what": null,\n  "from": 1\n}\n'
    assert json_text(Cup(of_what=None), without_nothing=True) == '{\n  "from": 1\n}\n'


def test_the_schema_says_what_each_key_means() -> None:
    schema = json.loads(json_schema_text(Cup, "Cups"))
    assert (schema["title"], schema["description"], schema["required"]) == ("Cups", "A cup.", ["of-what"])
    assert schema["properties"]["of-what"]["description"] == "What is in it, `tea` or coffee."


@pytest.mark.parametrize("name", SAMPLES)
def test_touchpoints_follow_their_schema(name: str) -> None:
    holds(table_json(SAMPLES[name]), table_schema_text())


@pytest.mark.parametrize("name", SAMPLES)
def test_changes_follow_their_schema(name: str) -> None:
    before = SAMPLES["laptop-request"]
    for pair in ((before, SAMPLES[name]), (None, SAMPLES[name]), (SAMPLES[name], None)):
        holds(comparison_json([Review(compare(*pair), "x.yml")], "a", "b"), comparison_schema_text())


def test_how_a_list_goes_is_told_in_both() -> None:
    before, after = (
        written(f"{{title: A, steps: [{{id: ask, customer: {cell}}}]}}")
        for cell in ("[Asks, Waits]", "{in-turn: [Asks, {one-of: [Waits, Calls]}]}")
    )
    changes = comparison_json([Review(compare(before, after), "x.yml")], "a", "b")
    holds(changes, comparison_schema_text())
    holds(table_json(after), table_schema_text())
    inner = {"order": "one-of", "entries": ["ask.customer.2", "ask.customer.3"]}
    told = [each["after"] for each in json.loads(changes)["blueprints"][0]["changes"] if each["key"] == "customer"]
    assert {"order": "in-turn", "entries": ["ask.customer", inner]} in told


def test_problems_follow_their_schema() -> None:
    problems = [problem for each in SAMPLES.values() for problem in check(each, today=date.max)]
    assert problems
    holds(report_json(["x.yml"], problems, Languages()), report_schema_text())
