"""What a comparison finds. A file in ``comparison_cases`` is a case: two texts, and each change in one line."""

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from blueprints_made import authored
from golden import Golden
from service_blueprint.blueprint import Action, Actor, Blueprint, Channel, Duration, Flow, Listing, Share, Step
from service_blueprint.insight.changes import Change, Kind
from service_blueprint.insight.comparison import compare
from service_blueprint.insight.matching import likeness
from service_blueprint.insight.union import GONE, Mark, union
from service_blueprint.reading.orders import actions_in
from written import written

CASES = sorted((Path(__file__).parent / "comparison_cases").glob("*.yml"))
OPPOSITE = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_two_texts_differ_in_exactly_what_the_case_says(file: Path, golden: Golden) -> None:
    case: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    before = written(case["before"], catalog=case.get("catalog", ""))
    after = written(case["after"], catalog=case.get("new-catalog", case.get("catalog", "")))
    golden.value(file, "changes", [line(change) for change in compare(before, after).changes])


def line(change: Change) -> str:
    """A change as cases write it: what has become of what, where, and from what to what."""
    where = change.action or change.step or "blueprint"
    item = f" ({change.item})" if change.item else ""
    values = " -> ".join(shown(value) for value in (change.before, change.after))
    return f"{change.kind} {change.subject}, {where}: {change.key}{item}: {values}"


def shown(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case Step():
            return f"step {value.number}"
        case Action():
            return value.address
        case Flow():
            return f"{value.source} to {value.target}" + (f" ({value.label})" if value.label else "")
        case Duration():
            return value.text
        case Share():
            return f"{value.part:.12g} of all"
        case Actor() | Channel():
            return value.id
        case Listing():
            return " with ".join(str(each.order) for each in value.lists)
        case float():
            return f"{value:g}"
    return " ".join(str(value).split())


@settings(deadline=None, max_examples=40)
@given(authored(max_steps=20))
def test_a_blueprint_does_not_differ_from_itself(document: dict[str, Any]) -> None:
    blueprint = read(document)
    assert compare(blueprint, blueprint).changes == ()


@settings(deadline=None, max_examples=40)
@given(authored(max_steps=12), st.integers(0, 2**32))
def test_what_is_added_one_way_is_removed_the_other(document: dict[str, Any], seed: int) -> None:
    before, after = read(document), read(altered(document, Random(seed)))
    there, back = compare(before, after).counts, compare(after, before).counts
    mirrored = {subject: {OPPOSITE.get(kind, kind): n for kind, n in kinds.items()} for subject, kinds in back.items()}
    assert there == mirrored


@settings(deadline=None, max_examples=40)
@given(authored(max_steps=12), st.integers(0, 2**32))
def test_the_union_holds_every_action_of_both_sides_once(document: dict[str, Any], seed: int) -> None:
    before, after = read(document), read(altered(document, Random(seed)))
    comparison = compare(before, after)
    whole, marks = union(comparison)
    addresses = [action.address for step in whole.steps for action in step.actions]
    assert len(addresses) == len(set(addresses))
    assert {address for address in addresses if not address.startswith(GONE)} == {*after.actions}
    gone = {f"{GONE}{pair.before.address}" for pair in comparison.actions if pair.before and not pair.after}
    assert {address for address in addresses if address.startswith(GONE)} == gone
    assert {address for address, mark in marks.actions.items() if mark is Mark.REMOVED} == gone
    assert all({flow.source, flow.target} <= {*addresses} for flow in whole.flows)
    assert [step.number for step in whole.steps] == list(range(1, len(whole.steps) + 1))


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_the_same_both_ways_and_lies_between_nothing_and_all(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1


def test_a_blueprint_that_was_not_there_before_is_one_change() -> None:
    blueprint = written("title: Made\nsteps: [{customer: Asks}]")
    assert [change.kind for change in compare(None, blueprint).changes] == [Kind.ADDED]
    assert [change.kind for change in compare(blueprint, None).changes] == [Kind.REMOVED]
    assert compare(None, None).changes == ()


def test_an_id_of_a_file_is_no_part_of_the_service() -> None:
    text = "title: Made\nsteps: [{customer: Asks}]"
    assert compare(written(text, id="old"), written(text, id="new")).changes == ()


def test_the_lane_of_an_actor_who_is_gone_stays_where_it_was() -> None:
    text = "title: Made\nsteps: [{customer: Asks, frontstage: [%s]}]"
    before, after = (
        written(text % ", ".join(f"{{by: {name}, do: Helps}}" for name in names)) for names in ("ABC", "AC")
    )
    whole, _ = union(compare(before, after))
    assert [actor.id for actor in whole.actors] == ["A", "B", "C"]


def read(document: dict[str, Any]) -> Blueprint:
    text = BytesIO()
    YAML().dump(document, text)
    return written(text.getvalue().decode())


def altered(document: dict[str, Any], random: Random) -> dict[str, Any]:
    """The same document without some steps, in another order, with other words; arrows that lead nowhere go."""
    steps = [dict(step) for step in document["steps"] if random.random() > 0.2] or [dict(document["steps"][0])]
    if random.random() < 0.5:
        first, second = random.randrange(len(steps)), random.randrange(len(steps))
        steps[first], steps[second] = steps[second], steps[first]
    for step in steps:
        step.pop("phase", None)
        for stage in ("customer", "frontstage", "backstage", "support"):
            if stage in step:
                step[stage] = [
                    {**{key: value for key, value in action.items() if key not in ("to", "decision")}}
                    for action in listed(step[stage])
                ] or "none"
        if random.random() < 0.3:
            step["customer"] = random.choice(("Asks again", "Waits"))
        if random.random() < 0.3:
            step["feeling"] = random.choice((-2, 0, 1.5))
        if random.random() < 0.3:
            step["backstage"] = "none"
        if random.random() < 0.3:
            step["pain"] = [{"text": "Too slow", "severity": 2}]
    return {**{key: value for key, value in document.items() if key != "phases"}, "steps": steps}


def listed(cell: Any) -> list[dict[str, Any]]:
    actions = [] if cell == "none" else [action for _, action in actions_in(cell, ())]
    return [action if isinstance(action, dict) else {"do": action} for action in actions]
