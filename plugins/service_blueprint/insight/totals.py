"""The figures of a whole blueprint: what the head of its page says at a glance."""

from dataclasses import dataclass

from service_blueprint.blueprint import Blueprint, Duration, Touchpoint
from service_blueprint.insight.touchpoints import added, customer_wait, touchpoints


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over all steps; ``customer_wait`` is None where no wait is written."""

    steps: int
    touchpoints: int
    failing_touchpoints: int
    missing_touchpoints: int
    moments_of_truth: int
    fail_points: int
    customer_wait: Duration | None


def totals(blueprint: Blueprint) -> Totals:
    """The figures of a blueprint; fail points are counted in all stages, waits are the customer's alone."""
    steps = blueprint.steps
    waits = [wait for wait in map(customer_wait, steps) if wait]
    return Totals(
        steps=len(steps),
        touchpoints=len(touchpoints(blueprint)),
        failing_touchpoints=sum(step.touchpoint is Touchpoint.FAILING for step in steps),
        missing_touchpoints=sum(step.touchpoint is Touchpoint.MISSING for step in steps),
        moments_of_truth=sum(step.moment_of_truth for step in steps),
        fail_points=sum(len(action.fails) for action in blueprint.actions.values()),
        customer_wait=added(waits) if waits else None,
    )
