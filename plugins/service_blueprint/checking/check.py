"""Runs the rules."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from service_blueprint.blueprint import Action, Blueprint, Step
from service_blueprint.checking.choice import Choice
from service_blueprint.checking.registry import RULES, RULES_BY_ID
from service_blueprint.checking.rule import Context, Finding
from service_blueprint.problem import Place, Problem

Locate = Callable[..., Place]
"""From the keys that lead to a value, as in ``("steps", 0, "feeling")``, to its place in the file."""


def check(
    blueprint: Blueprint,
    *,
    today: date,
    library: Mapping[str, Blueprint] | None = None,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    locate: Locate | None = None,
) -> tuple[Problem, ...]:
    """What the rules find in a blueprint, in the order of its file.

    ``today`` decides which reviews are due; ``library`` are the blueprints beside it by id, for variants. ``select``
    and ``ignore`` are ids of rules; ``select`` None stands for all. What the file itself ignores is left out as well.
    ``locate`` gives the exact place of a value; without it a problem has the place of its step or action. Ids that no
    rule has select and ignore nothing.
    """
    choice = Choice.of(select, ignore).without(blueprint.ignored_checks)
    context = Context(today, library or {}, tuple(RULES_BY_ID))
    return tuple(
        sorted(
            finding.fault.at(_place(blueprint, finding, locate), rule.severity)
            for rule in RULES
            if rule.find and choice.takes(rule.id)
            for finding in rule.find(blueprint, context)
        )
    )


def _place(blueprint: Blueprint, finding: Finding, locate: Locate | None) -> Place:
    if locate:
        return locate(*_keys(blueprint, finding.at), *finding.keys)
    place = finding.at.place if finding.at else blueprint.place
    return place or blueprint.place or Place(blueprint.id)


def _keys(blueprint: Blueprint, at: Step | Action | None) -> tuple[str | int, ...]:
    """The keys that lead to a step or an action."""
    match at:
        case Step():
            return ("steps", at.number - 1)
        case Action():
            step = blueprint.step_of(at)
            return ("steps", step.number - 1, at.stage.value, *step.cell(at.stage).path_to(at))
    return ()
