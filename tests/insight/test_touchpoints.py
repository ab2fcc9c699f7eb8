"""Which steps are touchpoints, and what is gathered for them."""

import json
from textwrap import dedent, indent

import pytest
from hypothesis import given

from blueprints_made import authored
from service_blueprint.blueprint import Blueprint
from service_blueprint.insight.touchpoints import StepRow, step_rows
from written import written

CATALOG = """
actors:
  portal: {title: Portal, kind: system}
  stock: {title: Stock, kind: system}
  desk: {title: Service Desk, kind: team}
channels:
  kiosk: {title: Kiosk}
"""


@pytest.mark.parametrize(
    "contact",
    [
        "customer: Asks",
        "frontstage: Answers",
        "evidence: Menu board",
        "touchpoint: missing",
        "touchpoint: failing",
    ],
)
def test_a_step_with_something_above_the_line_of_visibility_or_lacking_it_is_a_touchpoint(contact: str) -> None:
    assert [row.contact for row in rows(f"{{id: it, backstage: Works, {contact}}}")] == [True]


@pytest.mark.parametrize("step", ["backstage: Works", "support: Stores", "customer: none", "channel: phone"])
def test_a_step_without_contact_is_none(step: str) -> None:
    assert [row.contact for row in rows(f"{{id: it, {step}}}")] == [False]


def test_channels_are_the_steps_own_then_those_of_contact_each_once() -> None:
    [row] = rows("""
        channel: kiosk
        customer: [{do: Asks, channel: phone}, {do: Asks again, channel: kiosk}]
        frontstage: {do: Answers, channel: chat}
        backstage: {do: Forwards, channel: e-mail}""")
    assert [channel.title for channel in row.channels] == ["Kiosk", "Phone", "Chat"]


def test_systems_are_those_that_act_and_those_that_are_used_in_any_stage_each_once() -> None:
    [row] = rows("""
        customer: Asks
        frontstage: {by: portal, do: Shows}
        backstage: [{by: desk, do: Looks it up, uses: [stock, Old list]}]
        support: {by: stock, do: Record}""")
    assert [system.title for system in row.systems] == ["Portal", "Stock", "Old list"]


def test_what_happens_behind_is_back_stage_then_support() -> None:
    [row] = rows("{customer: Asks, support: Record, backstage: [First, Second]}")
    assert [action.do for action in row.behind] == ["First", "Second", "Record"]


def test_fail_points_and_policies_come_from_every_stage() -> None:
    [row] = rows("""
        policy: Of the step
        customer: {do: Asks, fails: Asks the wrong desk}
        backstage: {do: Works, fails: {what: Forgets, recovery: Reminder}, policy: [Of the step, Of the action]}""")
    assert [fail.what for fail in row.fail_points] == ["Asks the wrong desk", "Forgets"]
    assert row.policies == ("Of the step", "Of the action")


def test_decisions_are_named() -> None:
    [row] = rows("""
        customer: Asks
        backstage:
          - {id: check, do: Checks, decision: true, to: [{target: yes-way, label: valid}, {target: no-way, label: not}]}
          - {id: yes-way, do: Accepts}
          - {id: no-way, do: Refuses}""")
    assert [action.do for action in row.decisions] == ["Checks"]


@pytest.mark.parametrize(
    ("step", "minutes"),
    [
        ("{customer: Asks, wait: 2 h}", 120),
        ("{customer: {do: Asks, wait: 5 min}}", 5),
        ("{customer: [{do: Asks, wait: 5 min}, {do: Asks again, wait: 10 min}]}", 15),
        ("{customer: {do: Asks, wait: 5 min}, wait: 2 h}", 120),
        ("{customer: Asks, backstage: {do: Works, wait: 3 d}}", None),
    ],
)
def test_the_wait_is_the_customers_and_the_steps_own_goes_first(step: str, minutes: float | None) -> None:
    [row] = rows(step)
    assert (row.wait.seconds / 60 if row.wait else None) == minutes


@given(authored())
def test_every_step_has_one_row_and_those_with_contact_are_told(document: dict[str, object]) -> None:
    blueprint = made(json.dumps(document, ensure_ascii=False))
    assert [row.step for row in step_rows(blueprint)] == [*blueprint.steps]
    for row in step_rows(blueprint):
        above = row.step.customer.actions + row.step.evidence.actions + row.step.frontstage.actions
        assert row.contact or not above


def rows(step: str) -> tuple[StepRow, ...]:
    """The rows of a blueprint of one step."""
    return step_rows(made(f"title: Made\nsteps:\n  -\n{indent(dedent(step), '    ')}"))


def made(text: str) -> Blueprint:
    return written(text, catalog=CATALOG)
