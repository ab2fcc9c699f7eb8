"""The figures of a whole blueprint: what the head of its page says at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from service_blueprint.blueprint import Blueprint, Cost, Duration, Touchpoint
from service_blueprint.insight.touchpoints import added, customer_wait, has_contact


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over all steps; ``customer_wait`` is None where no wait is written.

    ``cost`` is that of all actions together; None where none is written, or they are in several currencies.
    """

    steps: int
    touchpoints: int
    failing_touchpoints: int
    missing_touchpoints: int
    moments_of_truth: int
    fail_points: int
    customer_wait: Duration | None
    cost: Cost | None


def totals(blueprint: Blueprint) -> Totals:
    """The figures of a blueprint; fail points are counted in all stages, waits are the customer's alone."""
    steps = blueprint.steps
    costs = [action.cost for action in blueprint.actions.values() if action.cost]
    waits = [wait for wait in map(customer_wait, steps) if wait]
    return Totals(
        steps=len(steps),
        touchpoints=sum(map(has_contact, steps)),
        failing_touchpoints=sum(step.touchpoint is Touchpoint.FAILING for step in steps),
        missing_touchpoints=sum(step.touchpoint is Touchpoint.MISSING for step in steps),
        moments_of_truth=sum(step.moment_of_truth for step in steps),
        fail_points=sum(len(action.fails) for action in blueprint.actions.values()),
        customer_wait=added(waits) if waits else None,
        cost=_together(costs),
    )


def _together(costs: Sequence[Cost]) -> Cost | None:
    """All costs in one sum, as exact as they were written; None where there is no one currency."""
    currencies = {cost.currency for cost in costs}
    if len(currencies) != 1:
        return None
    total = sum(Decimal(str(cost.amount)) for cost in costs)
    return Cost(int(total) if total == int(total) else float(total), currencies.pop())
