"""The JSON Schema for editors, judged by a validator of its own: what it lets pass and what it finds."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from blueprints_made import authored
from reading.test_cases import CASES
from service_blueprint.reading.catalog import CatalogEntry
from service_blueprint.reading.document import BlueprintEntry
from service_blueprint.reading.parsing import parse
from service_blueprint.reading.schema import catalog_schema_text, schema_text

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "blueprints").rglob("[!_]*.yml"))
EXCEPTIONS = yaml.safe_load((CASES / "schema_exceptions.yml").read_text("utf-8"))


class Yaml12(yaml.CSafeLoader):
    """Reads as editors do, by YAML 1.2's core schema: ``yes`` and ``2026-10-01`` are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the name is PyYAML's


for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


@cache
def validator(text: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(text))


def faults(text: str, schema: str = "") -> list[str]:
    found = validator(schema or schema_text()).iter_errors(yaml.load(text, Yaml12))
    return [f"{error.json_path}: {error.message}" for error in found]


def cases(kind: str, excepted: str) -> list[Any]:
    """The golden cases of a kind that are YAML at all; those that the schema gets otherwise are to fail."""
    chosen = []
    for file in sorted((CASES / kind).glob("*.yml")):
        case = yaml.safe_load(file.read_text("utf-8"))
        source, notation = parse(case.get("text", case.get("catalog")), "made.yml")
        if source is None or source.root is None or (notation and kind != "read"):
            continue
        why = EXCEPTIONS[excepted].get(file.stem)
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        chosen.append(pytest.param(case, id=file.stem, marks=marks))
    return chosen


@pytest.mark.parametrize("schema", [schema_text(), catalog_schema_text()], ids=["blueprint", "catalog"])
def test_a_schema_is_one(schema: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema))
    assert json.loads(schema)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert "$id" not in json.loads(schema)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_passes(sample: Path) -> None:
    assert faults(sample.read_text("utf-8")) == []


def test_the_samples_catalog_passes() -> None:
    assert faults((ROOT / "blueprints/_catalog.yml").read_text("utf-8"), catalog_schema_text()) == []


@pytest.mark.parametrize("case", cases("read", "stricter"))
def test_what_is_read_passes(case: dict[str, Any]) -> None:
    assert faults(case["text"]) == []


@pytest.mark.parametrize("case", cases("problems", "unseen"))
def test_what_has_a_fault_does_not_pass(case: dict[str, Any]) -> None:
    assert bool(faults(case["text"])) == bool(case["problems"])


@pytest.mark.parametrize("case", cases("catalog", "unseen"))
def test_a_catalog_passes_where_it_is_read_alone(case: dict[str, Any]) -> None:
    assert bool(faults(case["catalog"], catalog_schema_text())) == bool(case["problems"])


@given(authored(max_steps=8))
@settings(deadline=None, max_examples=50)
def test_whatever_an_author_may_write_passes(document: dict[str, Any]) -> None:
    assert faults(yaml.dump(document, allow_unicode=True)) == []


@pytest.mark.parametrize(
    ("fault", "where"),
    [
        ("feeling: 3", "feeling"),
        ("feeling: 0.3", "feeling"),
        ("feeling: {customer: 9}", "feeling"),
        ("pain: {text: Slow, severity: 4}", "pain"),
        ("wait: 5", "wait"),
        ("wait: 5 m", "wait"),
        ("wait: 1..5 d", "wait"),
        ("wait: 1 d..", "wait"),
        ("wait: 1 d..2 d..3 d..4 d", "wait"),
        ("frontstage: {do: Helps, time: {}}", "frontstage"),
        ("touchpoint: broken", "touchpoint"),
        ("moment-of-truth: perhaps", "moment-of-truth"),
        ("frontstage: []", "frontstage"),
        ("frontstage: {by: Desk}", "frontstage"),
        ("frontstage: {do: Helps, to: }", "frontstage"),
        ("frontstage: {do: Helps, link: 'javascript:alert(1)'}", "frontstage"),
        ("frontstage: {do: Helps, link: www.example.org}", "frontstage"),
        ("id: Order Burger", "id"),
        ("feling: 1", "feling"),
        ("title: ''", "title"),
    ],
)
def test_a_fault_of_one_value_is_found_in_its_place(fault: str, where: str) -> None:
    sound = "title: Get a burger\nsteps:\n  - customer: Orders\n"
    assert faults(sound) == []
    [found] = faults(f"{sound}    {fault}\n")
    assert found.startswith("$.steps[0]")
    assert where in found


@pytest.mark.parametrize(
    "duration",
    [
        *("30 s", "5min", "1 h 30 min", "1.5 h", "1,5 h", "2 weeks", "3 mo", "2 y", "5 wd", "5 working days"),
        *("~3 d", "1 d..5 d", "~1 d..2 d..5 d", "2 godz.", "3 dni", "2 hét", "5 dni roboczych", "1 óra 30 perc"),
    ],
)
def test_durations_pass_as_people_write_them(duration: str) -> None:
    assert faults(f"title: A\nsteps:\n  - {{customer: Waits, wait: '{duration}'}}\n") == []


def test_every_key_and_every_mapping_is_described_and_choices_are_listed() -> None:
    for text in (schema_text(), catalog_schema_text()):
        schema = json.loads(text)
        for name, definition in {"": schema, **schema["$defs"]}.items():
            if "enum" in definition:
                continue
            assert definition["title"] and definition["description"], name
            assert [key for key, value in definition["properties"].items() if not value.get("description")] == []
    words = json.loads(schema_text())["$defs"]
    assert words["State"]["enum"] == ["as-is", "to-be", "what-if", "competitor"]
    assert "phone" in words["StepEntry"]["properties"]["channel"]["examples"]


def test_every_key_that_is_read_is_in_the_schema() -> None:
    assert list(json.loads(schema_text())["properties"]) == list(BlueprintEntry.known_keys())
    assert list(json.loads(catalog_schema_text())["properties"]) == list(CatalogEntry.known_keys())
