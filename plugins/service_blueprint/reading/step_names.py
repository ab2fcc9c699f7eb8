"""The steps of a blueprint by every name that leads to them."""

from collections.abc import Iterable
from functools import partial

from service_blueprint.blueprint import Blueprint, Step
from service_blueprint.faults import blueprints as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.wording import quoted


def step_named(name: str, blueprint: Blueprint, place: Place) -> Step | Problem:
    """The step that has the id ``name``, or in which the action with that address happens."""
    if found := blueprint.steps_by_id.get(name):
        return found
    if action := blueprint.actions.get(name):
        return blueprint.step_of(action)
    addresses = _addresses(blueprint)
    if name in addresses:
        return addresses[name]
    there_is_no = partial(faults.NO_SUCH_STEP, step=quoted(name), id=blueprint.id)
    if meant := nearest(name, [*blueprint.steps_by_id, *addresses]):
        return there_is_no(DID_YOU_MEAN, meant=meant).at(place)
    return there_is_no(steps=_listed(blueprint.steps_by_id)).at(place)


def _addresses(blueprint: Blueprint) -> dict[str, Step]:
    """The step of every way to name an action; an action with an id of its own has its place as a name as well."""
    found = {action.address: blueprint.step_of(action) for action in blueprint.actions.values()}
    for step in blueprint.steps:
        counts: dict[str, int] = {}
        for action in step.actions:
            number = counts[action.stage] = counts.get(action.stage, 0) + 1
            found.setdefault(f"{step.id}.{action.stage}.{number}", step)
            found.setdefault(f"{step.id}.{action.stage}", step)
    return found


_MOST_LISTED = 8


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    more = [] if len(every) <= _MOST_LISTED else ["…"]
    return ", ".join([*(f"'{name}'" for name in every[:_MOST_LISTED]), *more])
