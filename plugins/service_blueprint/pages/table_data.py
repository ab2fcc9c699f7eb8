"""The touchpoint table for programs: as JSON, in no particular language."""

from collections.abc import Iterable

from pydantic import ConfigDict

from service_blueprint.blueprint import (
    Action,
    Basis,
    Blueprint,
    FailPoint,
    Remark,
    Stage,
    Touchpoint,
)
from service_blueprint.insight.touchpoints import TouchpointRow, touchpoints
from service_blueprint.pages.data import Data, Number, json_schema_text, json_text, number
from service_blueprint.pages.duration_data import TimeData, WaitData
from service_blueprint.pages.felt_data import FeltData, felt_data
from service_blueprint.pages.further import further_data
from service_blueprint.pages.named_data import NamedData, named
from service_blueprint.pages.phase_data import PhaseData, phase_data
from service_blueprint.pages.value_data import plain_value


class _Keyed(Data):
    """Something that keys of the format belong to; those without a place of their own here stand behind the others."""

    model_config = ConfigDict(extra="allow")


class ActionData(_Keyed):
    """One action."""

    do: str
    """What is done."""

    by: NamedData | None
    """Who does it; the first of several."""

    also_by: list[NamedData]
    """The others who do it."""

    link: str | None
    """Where more is said of it."""

    time: TimeData | None
    """How long it takes."""


class FeelingData(_Keyed):
    """The customer's feeling."""

    customer: Number | None
    """From -2 to 2, as the customer says."""

    company: Number | None
    """The same as the company believes it."""

    by: list[FeltData]
    """How each of several customers feels."""

    words: str | None
    """In words."""

    quote: str | None
    """What somebody said."""

    source: str | None
    """Where it is known from."""


class RemarkData(_Keyed):
    """A pain point, an opportunity or a question."""

    text: str
    """What it says."""

    severity: int | None
    """How bad it is, from 1 to 3."""

    owner: NamedData | None
    """Who looks after it."""

    link: str | None
    """Where more is said of it."""

    caused_by: str | None
    """The address of the action that it comes of."""


class FailPointData(_Keyed):
    """Where something may go wrong."""

    what: str
    """What goes wrong."""

    recovery: str | None
    """What is done then."""

    owner: NamedData | None
    """Who looks after it."""


class TouchpointData(_Keyed):
    """One step in which the customer meets the service, or should."""

    step: str
    """The id of the step."""

    number: int
    """Its place in time, counted from 1."""

    title: str | None
    """Its title, where it has one of its own."""

    phase: str | None
    """The title of its phase."""

    evidence: list[ActionData]
    """What the customer sees and holds."""

    customer: list[ActionData]
    """What the customer does."""

    frontstage: list[ActionData]
    """What is done within the customer's sight."""

    backstage: list[ActionData]
    """What is done out of it."""

    support: list[ActionData]
    """What is done by those who support."""

    nothing: list[Stage]
    """Those of the five in which nothing happens, on purpose."""

    channel: list[NamedData]
    """By which channels."""

    systems: list[NamedData]
    """With which systems."""

    touchpoint: Touchpoint
    """How its contact does."""

    moment_of_truth: bool
    """Whether it decides what the customer thinks of the service."""

    feeling: FeelingData
    """How it feels, and how the company believes that it does."""

    wait: WaitData | None
    """How long the customer waits."""

    pain: list[RemarkData]
    """What hurts."""

    opportunity: list[RemarkData]
    """What could be better."""

    question: list[RemarkData]
    """What nobody knows yet."""

    fails: list[FailPointData]
    """Where something may go wrong."""

    decision: list[str]
    """What is decided."""

    policy: list[str]
    """Which rules hold."""

    basis: Basis | None
    """What is known of it: observed, assumed."""


class TouchpointsData(Data):
    """The touchpoints of a blueprint."""

    blueprint: str
    """The blueprint's id."""

    title: str
    """Its title."""

    customer: str | None
    """Who its customer is."""

    language: str | None
    """The language that it names."""

    phases: list[PhaseData]
    """Its phases, in order."""

    touchpoints: list[TouchpointData]
    """Every step with customer contact, in the order of time."""


def table_json(blueprint: Blueprint) -> str:
    """The touchpoints as JSON, in no particular language; the keys are the format's own words and do not change."""
    return json_text(
        TouchpointsData(
            blueprint=blueprint.id,
            title=blueprint.title,
            customer=blueprint.customer or None,
            language=blueprint.language or None,
            phases=[phase_data(phase) for phase in blueprint.phases],
            touchpoints=[_touchpoint(row) for row in touchpoints(blueprint)],
        )
    )


def table_schema_text() -> str:
    """The JSON Schema of the touchpoints, as the text of a file."""
    return json_schema_text(TouchpointsData, "Touchpoints of a service blueprint")


def _touchpoint(row: TouchpointRow) -> TouchpointData:
    step, feeling = row.step, row.step.feeling
    return TouchpointData(
        step=step.id,
        number=step.number,
        title=step.title or None,
        phase=step.phase or None,
        **{stage.value: [_action(action) for action in step.cell(stage).actions] for stage in Stage},
        nothing=[stage for stage in Stage if step.cell(stage).nothing],
        channel=[named(channel) for channel in row.channels],
        systems=[named(system) for system in row.systems],
        touchpoint=step.touchpoint,
        moment_of_truth=step.moment_of_truth,
        feeling=FeelingData(
            customer=_number(feeling.customer),
            company=_number(feeling.company),
            by=[felt_data(felt) for felt in feeling.by],
            words=feeling.words or None,
            quote=feeling.quote or None,
            source=feeling.source or None,
            **further_data(feeling),
        ),
        wait=WaitData(**plain_value(row.wait)) if row.wait else None,
        pain=_remarks(step.pains),
        opportunity=_remarks(step.opportunities),
        question=_remarks(step.questions),
        fails=[_fail_point(fail) for fail in row.fail_points],
        decision=[decision.do for decision in row.decisions],
        policy=list(row.policies),
        basis=step.basis,
        **further_data(step),
    )


def _number(value: float | None) -> Number | None:
    return None if value is None else number(value)


def _action(action: Action) -> ActionData:
    time = TimeData(**plain_value(action.time)) if action.time else None
    return ActionData(
        do=action.do,
        by=named(action.by) if action.by else None,
        also_by=[named(actor) for actor in action.actors[1:]],
        link=action.link or None,
        time=time,
        **further_data(action),
    )


def _remarks(remarks: Iterable[Remark]) -> list[RemarkData]:
    return [
        RemarkData(
            text=remark.text,
            severity=remark.severity,
            owner=named(remark.owner) if remark.owner else None,
            link=remark.link or None,
            caused_by=remark.caused_by or None,
            **further_data(remark),
        )
        for remark in remarks
    ]


def _fail_point(fail: FailPoint) -> FailPointData:
    owner = named(fail.owner) if fail.owner else None
    return FailPointData(what=fail.what, recovery=fail.recovery or None, owner=owner, **further_data(fail))
