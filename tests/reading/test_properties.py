"""Laws of reading: it raises nothing, half reads nothing, and reads whatever is valid."""

from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprints_made import STAGES, authored
from service_blueprint.blueprint import Blueprint, Cell, FlowMode, Order, Stage
from service_blueprint.problem import Severity
from service_blueprint.reading import Reading, read_text
from service_blueprint.reading.orders import actions_in
from service_blueprint.reading.shapes import Authored

KEYS = sorted({key for model in Authored.__subclasses__() for key in model.known_keys()} | {"titel", "<<", "", "a b"})
WORDS = ["none", "yes", "-1", "2.5", ".nan", "~", "2026-10-01", "a.backstage", "a", "web", "to-be", "javascript:x"]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(WORDS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=30,
)
STEPS = st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), max_size=4)
LINES = ["title: ", "steps:\n", "  - customer: ", "    frontstage: ", "to: ", "id: a", "---\n", "...\n", "<<: "]
SIGNS = [": ", ", ", "- ", "? ", "  ", "&a ", "*a", "!t ", "\\x", *"a{}[]'\"|>%@#\t\r\nż🎉"]
FRAGMENTS = st.sampled_from(LINES + SIGNS)

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str | bytes) -> Reading:
    return read_text(text if isinstance(text, bytes) else text.encode(), path="f.yml", id="f")


def check(reading: Reading, lines: int) -> None:
    """What holds of every reading: a blueprint or an error, and problems with places in the file, in its order."""
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    assert (reading.blueprint is None) == bool(errors)
    assert list(reading.problems) == sorted(reading.problems)
    for problem in reading.problems:
        assert problem.message
        assert problem.remedy or "must be" in problem.message
        assert 1 <= problem.place.line <= lines + 1
        assert problem.place.column >= 1


@given(st.binary())
@unhurried
def test_any_bytes_end_in_a_blueprint_or_in_problems(data: bytes) -> None:
    check(read(data), data.count(b"\n") + 1)


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@settings(unhurried, max_examples=200)
def test_anything_like_yaml_ends_in_a_blueprint_or_in_problems(text: str) -> None:
    check(read(text), text.count("\n") + text.count("\r") + 1)


@given(VALUES, STEPS, st.booleans())
@settings(unhurried, max_examples=200)
def test_any_values_under_known_keys_end_in_a_blueprint_or_in_problems(around: Any, steps: Any, flow: bool) -> None:
    document = {"title": "A", **(around if isinstance(around, dict) else {}), "steps": steps}
    text = yaml.dump(document, allow_unicode=True, default_flow_style=flow, width=1000)
    check(read(text.encode("utf-8", "surrogatepass")), text.count("\n") + 1)


@given(authored(max_steps=5, max_lanes=4), st.data())
@unhurried
def test_a_text_with_a_slip_ends_in_a_blueprint_or_in_problems(document: dict[str, Any], data: st.DataObject) -> None:
    text = yaml.dump(document, allow_unicode=True, sort_keys=False)
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 12)))
    slipped = text[:begin] + data.draw(FRAGMENTS | st.just("")) + text[end:]
    check(read(slipped), slipped.count("\n") + slipped.count("\r") + 1)


@given(authored(), st.booleans())
@unhurried
def test_every_valid_document_is_read_whole(document: dict[str, Any], flow: bool) -> None:
    reading = read(yaml.dump(document, allow_unicode=True, sort_keys=False, default_flow_style=flow))
    assert reading.problems == ()
    blueprint = reading.blueprint
    assert blueprint
    assert blueprint.title == document["title"]
    assert [step.id for step in blueprint.steps] == [step["id"] for step in document["steps"]]
    told = [
        action if isinstance(action, str) else action["do"]
        for step in document["steps"]
        for stage in Stage
        if (there := step.get(stage)) and there != "none"
        for _, action in actions_in(there, ())
    ]
    assert [action.do for action in blueprint.actions.values()] == told


@given(authored(max_steps=12))
@unhurried
def test_flows_keep_the_rules_of_the_format(document: dict[str, Any]) -> None:
    blueprint = read(yaml.dump(document)).blueprint
    assert blueprint
    pairs = [(flow.source, flow.target, flow.label) for flow in blueprint.flows]
    assert len(set(pairs)) == len(pairs)
    downwards: list[tuple[str, Stage]] = []
    for flow in blueprint.flows:
        source, target = blueprint.actions[flow.source], blueprint.actions[flow.target]
        if flow.named:
            assert source.to
            continue
        assert Stage.EVIDENCE not in (source.stage, target.stage)
        if source.step == target.step and source.stage is target.stage:
            assert source.to is None
            assert _in_turn(blueprint.step_of(source).cell(source.stage), source.address, target.address)
        elif source.step == target.step:
            assert source.to is None or source.stage is Stage.CUSTOMER
            assert blueprint.flow is FlowMode.INFERRED
            assert _order(source.stage) < _order(target.stage)
            downwards.append((source.step, source.stage))
        else:
            assert source.stage is target.stage is Stage.CUSTOMER
            assert blueprint.step_of(source).number < blueprint.step_of(target).number
            assert blueprint.flow is not FlowMode.WRITTEN
    assert len(set(downwards)) == len(downwards)
    for address, action in blueprint.actions.items():
        leaving = [flow for flow in blueprint.flows if flow.source == address and flow.named]
        assert len(leaving) == len({(_target(blueprint, arrow.target), arrow.label) for arrow in action.to or ()})


def _in_turn(cell: Cell, source: str, target: str) -> bool:
    """Whether an action follows another one in a list that goes in turn."""
    before, after = (
        [turn.number for turn in cell.turns(address) if turn.order is Order.IN_TURN] for address in (source, target)
    )
    return any(follows - number == 1 for number in before for follows in after)


def _order(stage: Stage) -> int:
    return ("customer", *STAGES).index(stage)


def _target(blueprint: Blueprint, written: str) -> str:
    return written.removesuffix(".1") if written.removesuffix(".1") in blueprint.actions else written
