"""Of everything there may be so much and no more: a file at each limit is read, one above it is refused by name."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from large import LIMITED, LISTS, dense, honest, of_steps, steps
from service_blueprint.problem import Severity
from service_blueprint.reading import Reading, limits, read_text
from service_blueprint.reading.limits import (
    CATALOG_ENTRIES,
    CHARACTERS,
    DEPTH,
    ENTRIES,
    LIMITS,
    NAME,
    PROBLEMS,
    VALUES,
    Limit,
)
from service_blueprint.reading.parsing import parse
from service_blueprint.reading.reading import read_catalog_text
from service_blueprint.reading.schema import catalog_schema_text, schema_text


def read(text: str) -> Reading:
    return read_text(text.encode(), path="f.yml", id="f")


def errors(text: str) -> list[str]:
    return [problem.text for problem in read(text).problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("name", LIMITED)
def test_as_much_as_may_be_is_read(name: str) -> None:
    limit, make = LIMITED[name]
    assert errors(make(limit.most)) == []


@pytest.mark.parametrize("name", LIMITED)
def test_one_more_is_refused_by_name(name: str) -> None:
    limit, make = LIMITED[name]
    told = errors(make(limit.most + 1))
    assert any((limit.said or f"{limit.most:,}") in each for each in told)
    assert read(make(limit.most + 1)).blueprint is None


def actors(number: int) -> str:
    return "actors:\n" + "".join(f"  a{n}: b\n" for n in range(number))


CATALOGS: dict[str, tuple[Limit, Callable[[int], str]]] = {
    "actors": (CATALOG_ENTRIES, actors),
    "personas": (CATALOG_ENTRIES, lambda number: actors(number).replace("actors:", "personas:")),
    "channels": (CATALOG_ENTRIES, lambda number: actors(number).replace("actors:", "channels:")),
    "characters of a title": (NAME, lambda number: f"actors: {{a: {'t' * number}}}\n"),
    "characters of a name": (NAME, lambda number: f"personas: {{a: {'t' * number}}}\n"),
}


@pytest.mark.parametrize("name", CATALOGS)
def test_a_catalog_may_hold_so_much_and_no_more(name: str) -> None:
    limit, make = CATALOGS[name]
    assert read_catalog_text(make(limit.most).encode(), path="c.yml").problems == ()
    [fault] = read_catalog_text(make(limit.most + 1).encode(), path="c.yml").problems
    assert f"{limit.most:,}" in fault.message


YAML: dict[str, tuple[Limit, Callable[[int], str]]] = {
    "values": (VALUES, lambda number: f"[{', '.join('a' * (number - 1))}]"),
    "values of aliases": (
        VALUES,
        lambda number: f"[&a [{', '.join('a' * 97)}], {'*a, ' * 1019}{'b, ' * (number - 99961)}]",
    ),
    "characters": (CHARACTERS, lambda number: "a" * number),
    "characters of aliases": (
        CHARACTERS,
        lambda number: f"[&a {'a' * 1000}, {'*a, ' * 299}{'b, ' * (number - 300_000)}]",
    ),
    "depth": (DEPTH, lambda number: "[" * number + "]" * number),
}


@pytest.mark.parametrize("name", YAML)
def test_yaml_may_hold_so_much_and_no_more(name: str) -> None:
    limit, make = YAML[name]
    assert parse(make(limit.most), "f.yml")[1] == []
    [fault] = parse(make(limit.most + 1), "f.yml")[1]
    assert f"{limit.most:,}" in fault.message


def test_too_many_arrows_are_told_where_the_most_are() -> None:
    [fault] = read(dense(1, 8) + dense(3, 24).partition("steps:\n")[2].replace("s0", "t0").replace("s1", "t1")).problems
    assert fault.text == (
        "the blueprint has 3,587 arrows, and 2,500 are the most; 1,153 leave the step 't0'; "
        "name those that matter, or split the blueprint"
    )
    assert fault.place.line == 7


def test_a_file_of_too_many_actions_is_refused_before_its_arrows_are_made() -> None:
    told = errors(steps(500, dict.fromkeys(("customer", "frontstage", "backstage"), 24)))
    assert told == [
        "the blueprint has 36,000 actions, and 2,000 are the most; the step 's0' has 72 of them; "
        "split the blueprint, or join actions that belong together"
    ]


def test_every_limit_is_listed() -> None:
    assert tuple(each for each in vars(limits).values() if isinstance(each, Limit)) == LIMITS


@pytest.mark.parametrize("key", LISTS)
def test_the_schema_tells_how_long_a_list_may_be(key: str) -> None:
    schema = json.loads(schema_text())
    homes = {"top": schema, **{noun: schema["$defs"][noun] for noun in ("StepEntry", "ActionEntry", "ChecksEntry")}}
    place = {"step": "StepEntry", "action": "ActionEntry", "checks": "ChecksEntry"}.get(LISTS[key], "top")
    assert most_of(homes[place]["properties"][key]) == ENTRIES.most


@pytest.mark.parametrize("key", ["actors", "personas", "channels"])
def test_the_schema_of_catalogs_tells_how_much_one_may_hold(key: str) -> None:
    assert most_of(json.loads(catalog_schema_text())["properties"][key]) == CATALOG_ENTRIES.most


def most_of(value: dict[str, Any]) -> int:
    """How many entries a value may have, in whichever of its shapes it is a list or a mapping."""
    found = [shape.get("maxItems", shape.get("maxProperties")) for shape in (value, *value.get("anyOf", ()))]
    [most] = [each for each in found if each is not None]
    return int(most)


def test_a_blueprint_of_two_hundred_full_steps_is_read() -> None:
    assert errors(honest(200)) == []
    assert errors(of_steps(500)) == []


def test_of_very_many_warnings_the_last_line_is_a_warning_too() -> None:
    text = "title: T\nsteps:\n" + "".join(f"- {{customer: &a{n} Asks}}\n" for n in range(PROBLEMS.most - 1))
    text += "  # and two more\n- customer: &b Asks\n  frontstage: &c Answers\n"
    reading = read_text(text.encode(), path="f.yml", id="f")
    assert reading.blueprint
    assert reading.problems[-1].message == "more problems follow"
    assert {problem.severity for problem in reading.problems} == {Severity.WARNING}
