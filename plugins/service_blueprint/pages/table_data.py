"""The touchpoint table for programs: as JSON, in no particular language."""

from collections.abc import Iterable

from service_blueprint.blueprint import (
    Basis,
    Blueprint,
    FailPoint,
    Phase,
    Remark,
    Stage,
    Touchpoint,
)
from service_blueprint.insight.touchpoints import TouchpointRow, touchpoints
from service_blueprint.pages.action_data import ActionData, KeyedData, NamedData, action_data, named
from service_blueprint.pages.data import Data, Number, json_schema_text, json_text, number
from service_blueprint.pages.duration_data import WaitData
from service_blueprint.pages.further import further_data
from service_blueprint.pages.order_data import OrderData, orders_of
from service_blueprint.pages.value_data import plain_value


class FeltData(Data):
    """How one of several customers feels."""

    persona: str
    """The id of who feels so."""

    name: str
    """What the persona is called."""

    feeling: Number
    """From -2 to 2."""


class FeelingData(KeyedData):
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


class RemarkData(KeyedData):
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


class FailPointData(KeyedData):
    """Where something may go wrong."""

    what: str
    """What goes wrong."""

    recovery: str | None
    """What is done then."""

    owner: NamedData | None
    """Who looks after it."""


class TouchpointData(KeyedData):
    """One step in which the customer meets the service, or should."""

    step: str
    """The id of the step."""

    number: int
    """Its place in time, counted from 1."""

    title: str | None
    """Its title, where it has one of its own."""

    phase: str | None
    """The title of its phase."""

    when: str | None
    """When it happens at all, where that is not for everybody."""

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

    order: list[OrderData]
    """How the actions go of those of the five that say so."""

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

    drops_out: Number | None
    """Which part of the customers give up here, from 0 to 1."""

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


class PhaseData(Data):
    """A phase: steps that belong together."""

    title: str
    """What it is called."""

    time: WaitData | None
    """How long it takes as a whole."""

    goal: str | None
    """What the company wants in it."""

    owner: NamedData | None
    """Who looks after it."""


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
            phases=[_phase(phase) for phase in blueprint.phases],
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
        when=step.when or None,
        **{stage.value: [action_data(action) for action in step.cell(stage).actions] for stage in Stage},
        nothing=[stage for stage in Stage if step.cell(stage).nothing],
        order=[*orders_of(step)],
        channel=[named(channel) for channel in row.channels],
        systems=[named(system) for system in row.systems],
        touchpoint=step.touchpoint,
        moment_of_truth=step.moment_of_truth,
        feeling=FeelingData(
            customer=_number(feeling.customer),
            company=_number(feeling.company),
            by=[FeltData(persona=felt.persona, name=felt.name, feeling=number(felt.value)) for felt in feeling.by],
            words=feeling.words or None,
            quote=feeling.quote or None,
            source=feeling.source or None,
            **further_data(feeling),
        ),
        wait=WaitData(**plain_value(row.wait)) if row.wait else None,
        drops_out=number(step.drops_out.part) if step.drops_out else None,
        pain=_remarks(step.pains),
        opportunity=_remarks(step.opportunities),
        question=_remarks(step.questions),
        fails=[_fail_point(fail) for fail in row.fail_points],
        decision=[decision.do for decision in row.decisions],
        policy=list(row.policies),
        basis=step.basis,
        **further_data(step),
    )


def _phase(phase: Phase) -> PhaseData:
    return PhaseData(
        title=phase.title,
        time=WaitData(**plain_value(phase.time)) if phase.time else None,
        goal=phase.goal or None,
        owner=named(phase.owner) if phase.owner else None,
    )


def _number(value: float | None) -> Number | None:
    return None if value is None else number(value)


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
