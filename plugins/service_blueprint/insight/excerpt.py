"""Some steps of a blueprint, as a blueprint of their own."""

from collections.abc import Collection
from dataclasses import replace

from service_blueprint.blueprint import Blueprint


def excerpt(blueprint: Blueprint, steps: Collection[str]) -> Blueprint:
    """The blueprint with the steps whose ids are in ``steps`` alone, in its own order.

    Steps keep their numbers. The flows are those between the steps that stay, the actors and phases those that occur,
    so that no lane of a diagram is empty. At least one of the steps must be the blueprint's: a blueprint has steps.
    """
    kept = tuple(step for step in blueprint.steps if step.id in steps)
    if not kept:
        raise ValueError(f"none of {', '.join(steps) or 'no steps'} is a step of {blueprint.id}")
    there = {action.address for step in kept for action in step.actions}
    acting = {actor.id for step in kept for action in step.actions for actor in (*action.actors, *action.uses)}
    phases = {step.phase for step in kept}
    return replace(
        blueprint,
        steps=kept,
        flows=tuple(flow for flow in blueprint.flows if {flow.source, flow.target} <= there),
        actors=tuple(actor for actor in blueprint.actors if actor.id in acting),
        phases=tuple(phase for phase in blueprint.phases if phase.title in phases),
    )
