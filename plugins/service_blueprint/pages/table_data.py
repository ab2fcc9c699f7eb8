"""The touchpoint table for programs: as JSON, in no particular language."""

from collections.abc import Iterable

from service_blueprint.blueprint import Action, Arrow, Blueprint, FailPoint, Metric, Phase, Remark, Stage
from service_blueprint.insight.following import Following, following
from service_blueprint.insight.touchpoints import StepRow, step_rows
from service_blueprint.pages.about_data import about
from service_blueprint.pages.action_data import ActionData, CostData, FollowingData
from service_blueprint.pages.data import Number, json_schema_text, json_text, number
from service_blueprint.pages.duration_data import TimeData, WaitData
from service_blueprint.pages.further import further_data
from service_blueprint.pages.named_data import actor_data, named
from service_blueprint.pages.order_data import orders_of
from service_blueprint.pages.touchpoint_data import (
    FailPointData,
    FeelingData,
    FeltData,
    MetricData,
    PhaseData,
    RemarkData,
    TouchpointData,
    TouchpointsData,
)
from service_blueprint.pages.value_data import plain_value

_IMPLIED = Arrow("")
"""What stands for an arrow that nobody wrote: nothing is said of it."""


def table_json(blueprint: Blueprint) -> str:
    """The steps as JSON, in no particular language; the keys are the format's own words and do not change."""
    return json_text(
        TouchpointsData(
            blueprint=blueprint.id,
            title=blueprint.title,
            customer=blueprint.customer or None,
            language=blueprint.language or None,
            about=about(blueprint),
            phases=[_phase(phase) for phase in blueprint.phases],
            touchpoints=[_touchpoint(row, blueprint) for row in step_rows(blueprint)],
        )
    )


def table_schema_text() -> str:
    """The JSON Schema of the touchpoints, as the text of a file."""
    return json_schema_text(TouchpointsData, "Touchpoints of a service blueprint")


def _touchpoint(row: StepRow, blueprint: Blueprint) -> TouchpointData:
    step, feeling = row.step, row.step.feeling
    return TouchpointData(
        step=step.id,
        number=step.number,
        title=step.title or None,
        phase=step.phase or None,
        when=step.when or None,
        contact=row.contact,
        **{stage.value: [_action(action) for action in step.cell(stage).actions] for stage in Stage},
        nothing=[stage for stage in Stage if step.cell(stage).nothing],
        order=[*orders_of(step)],
        channel=[named(channel) for channel in row.channels],
        systems=[actor_data(system) for system in row.systems],
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
        then=[_following(each) for each in following(step, blueprint)],
        pain=_remarks(step.pains),
        opportunity=_remarks(step.opportunities),
        question=_remarks(step.questions),
        metrics=[_metric(metric) for metric in step.metrics],
        fails=[_fail_point(fail) for fail in row.fail_points],
        decision=[decision.do for decision in row.decisions],
        policy=list(row.policies),
        basis=step.basis,
        note=step.note or None,
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


def _action(action: Action) -> ActionData:
    return ActionData(
        address=action.address,
        do=action.do,
        by=actor_data(action.by) if action.by else None,
        also_by=[actor_data(actor) for actor in action.actors[1:]],
        link=action.link or None,
        time=TimeData(**plain_value(action.time)) if action.time else None,
        wait=WaitData(**plain_value(action.wait)) if action.wait else None,
        cost=CostData(**plain_value(action.cost)) if action.cost else None,
        note=action.note or None,
        ends=action.ends or None,
        calls=action.calls or None,
        repeats=action.repeats or None,
        temporary=action.temporary or None,
        needs=list(action.needs),
        makes=list(action.makes),
        **further_data(action),
    )


def _following(each: Following) -> FollowingData:
    flow = each.flow
    return FollowingData(
        from_=flow.source,
        to=flow.target,
        step=each.step.id,
        back=each.back,
        label=flow.label or None,
        after=WaitData(**plain_value(flow.after)) if flow.after else None,
        share=number(flow.share.part) if flow.share else None,
        both=flow.both,
        named=flow.named,
        **further_data(flow.arrow or _IMPLIED),
    )


def _metric(metric: Metric) -> MetricData:
    return MetricData(
        name=metric.name,
        value=_figure(metric.value),
        target=None if metric.target is None else _figure(metric.target),
        unit=metric.unit or None,
        source=metric.source or None,
        **further_data(metric),
    )


def _figure(value: Number | str) -> Number | str:
    return value if isinstance(value, str) else number(value)


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
