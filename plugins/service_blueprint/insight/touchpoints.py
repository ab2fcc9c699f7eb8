"""The steps of a service with what belongs to each, and which of them are touchpoints.

A touchpoint is any contact of the customer with the service, be it with a person, a system or a thing
(Bitner, Ostrom and Morgan, 2008); contact that should be there and is not counts, for it is felt as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from service_blueprint.blueprint import (
    Action,
    Actor,
    ActorKind,
    Blueprint,
    Channel,
    Duration,
    FailPoint,
    Stage,
    Step,
    Touchpoint,
)

CONTACT_STAGES = (Stage.CUSTOMER, Stage.EVIDENCE, Stage.FRONTSTAGE)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step, and what has to be gathered from its actions.

    ``contact`` says whether it is a touchpoint. ``channels`` are the step's own first; ``wait`` is the customer's;
    ``systems`` are those that act and those that are leaned on, in any stage. No value stands twice in a tuple.
    """

    step: Step
    contact: bool
    channels: tuple[Channel, ...] = ()
    systems: tuple[Actor, ...] = ()
    wait: Duration | None = None
    fail_points: tuple[FailPoint, ...] = ()
    decisions: tuple[Action, ...] = ()
    policies: tuple[str, ...] = ()

    @property
    def behind(self) -> tuple[Action, ...]:
        """What happens behind the line of visibility: back stage, then support."""
        return self.step.backstage.actions + self.step.support.actions


def step_rows(blueprint: Blueprint) -> tuple[StepRow, ...]:
    """One row per step, in their order."""
    return tuple(map(_row, blueprint.steps))


def has_contact(step: Step) -> bool:
    """Whether customer and service meet in a step: something stands above the line of visibility or ought to."""
    return step.touchpoint is not Touchpoint.WORKING or any(step.cell(stage).actions for stage in CONTACT_STAGES)


def customer_wait(step: Step) -> Duration | None:
    """How long the customer waits in a step: its own wait, else that of the customer's actions together."""
    if step.wait:
        return step.wait
    waits = [action.wait for action in step.customer.actions if action.wait]
    if len(waits) < 2:
        return waits[0] if waits else None
    return added(waits)


def added(durations: Sequence[Duration]) -> Duration:
    """Lengths of time together: a range where one of them is, and a rough figure where one is.

    The least of all ends add up to the least, the most to the most; a single figure is both of its own ends.
    """
    ranged = any(each.least is not None for each in durations)
    return Duration(
        sum(each.seconds for each in durations),
        least=sum(each.seconds if each.least is None else each.least for each in durations) if ranged else None,
        most=sum(each.seconds if each.most is None else each.most for each in durations) if ranged else None,
        about=any(each.about for each in durations),
    )


def _row(step: Step) -> StepRow:
    actions = tuple(step.actions)
    return StepRow(
        step,
        contact=has_contact(step),
        channels=_once(_channels(step)),
        systems=_once(_systems(actions)),
        wait=customer_wait(step),
        fail_points=_once(fail for action in actions for fail in action.fails),
        decisions=tuple(action for action in actions if action.decision),
        policies=_once((*step.policy, *(policy for action in actions for policy in action.policy))),
    )


def _channels(step: Step) -> Iterable[Channel]:
    yield from step.channels
    for stage in CONTACT_STAGES:
        for action in step.cell(stage).actions:
            yield from action.channels


def _systems(actions: Iterable[Action]) -> Iterable[Actor]:
    for action in actions:
        yield from (actor for actor in action.actors if actor.kind is ActorKind.SYSTEM)
        yield from action.uses


def _once(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values in order, each at its first place only."""
    return tuple(dict.fromkeys(values))
