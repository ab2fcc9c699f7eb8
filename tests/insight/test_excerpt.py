import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.blueprint import Blueprint
from service_blueprint.insight.excerpt import excerpt
from service_blueprint.reading import read_text

TEXT = b"""\
title: Request
phases: [Ask, Wait, Get]
steps:
  - {id: a, phase: Ask, customer: Asks, frontstage: {by: Desk, do: Notes it, uses: Tickets, to: b.backstage}}
  - {id: b, phase: Wait, customer: Waits, backstage: {by: Team, do: Prepares it, to: c.frontstage}}
  - {id: c, phase: Get, customer: Gets it, frontstage: {by: Desk, do: Hands it over}}
"""


def whole() -> Blueprint:
    blueprint = read_text(TEXT, path="made.yml", id="made").blueprint
    assert blueprint
    return blueprint


def test_steps_keep_their_order_and_their_numbers() -> None:
    part = excerpt(whole(), ["c", "a"])
    assert [(step.id, step.number) for step in part.steps] == [("a", 1), ("c", 3)]


def test_only_actors_and_phases_that_occur_stay() -> None:
    part = excerpt(whole(), ["a", "b"])
    assert [actor.id for actor in part.actors] == ["Desk", "Tickets", "Team"]
    assert part.phase_titles == ("Ask", "Wait")
    assert [actor.id for actor in excerpt(whole(), ["c"]).actors] == ["Desk"]


def test_flows_to_steps_that_are_left_out_go() -> None:
    assert {(flow.source, flow.target) for flow in excerpt(whole(), ["a", "b"]).flows} == {
        ("a.customer", "b.customer"),
        ("a.customer", "a.frontstage"),
        ("a.frontstage", "b.backstage"),
    }
    assert not any({flow.source[0], flow.target[0]} == {"a", "c"} for flow in excerpt(whole(), ["a", "c"]).flows)


def test_steps_of_another_blueprint_are_an_error() -> None:
    with pytest.raises(ValueError, match="none of x is a step of made"):
        excerpt(whole(), ["x"])


@given(st.sets(st.sampled_from(["a", "b", "c"]), min_size=1), st.sets(st.sampled_from(["a", "b", "c"]), min_size=1))
def test_an_excerpt_of_an_excerpt_is_that_of_the_whole(one: set[str], other: set[str]) -> None:
    if one & other:
        assert excerpt(excerpt(whole(), one), one & other) == excerpt(whole(), one & other)


def test_all_steps_are_the_whole() -> None:
    assert excerpt(whole(), ["a", "b", "c"]) == whole()
