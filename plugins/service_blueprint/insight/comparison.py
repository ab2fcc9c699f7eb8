"""What changed from one blueprint to another: between two revisions, two versions, or as-is and to-be."""

from collections.abc import Iterator

from service_blueprint.blueprint import Action, Blueprint, Step
from service_blueprint.insight.changes import Change, Comparison, Kind, Pair
from service_blueprint.insight.fields import action_changes, blueprint_changes, step_changes
from service_blueprint.insight.flow_changes import flow_changes
from service_blueprint.insight.matching import match_actions, match_steps
from service_blueprint.insight.phase_changes import phase_changes
from service_blueprint.keys import Subject


def compare(before: Blueprint | None, after: Blueprint | None) -> Comparison:
    """What differs, in the order of the new blueprint: first what concerns it as a whole, then step by step.

    Where one of the two is None, the other was added or removed as a whole, which is one change. The blueprints' own
    ids are not compared. A comment, another order of keys or another way to write the same is no change.
    """
    if before is None or after is None:
        if before is after:
            return Comparison(None, None)
        kind = Kind.REMOVED if after is None else Kind.ADDED
        return Comparison(before, after, (Change(Subject.BLUEPRINT, kind, before=before, after=after),))
    steps = match_steps(before, after)
    actions = match_actions(steps)
    changes = [
        *blueprint_changes(before, after),
        *phase_changes(before, after, steps),
        *(change for pair in steps for change in _of_step(pair)),
        *(change for pair in actions for change in _of_action(pair, steps)),
        *flow_changes(before, after, actions),
    ]
    places = {step.id: place for place, pair in enumerate(steps) if (step := pair.after or pair.before)}
    changes.sort(key=lambda change: places[change.step] if change.step else -1)
    return Comparison(before, after, tuple(changes), steps, actions)


def _of_step(pair: Pair[Step]) -> Iterator[Change]:
    before, after = pair.before, pair.after
    if before and after:
        if pair.moved:
            yield Change(Subject.STEP, Kind.MOVED, "steps", before, after, step=after.id)
        yield from step_changes(before, after)
    elif after:
        yield Change(Subject.STEP, Kind.ADDED, "steps", after=after, step=after.id)
    elif before:
        yield Change(Subject.STEP, Kind.REMOVED, "steps", before=before, step=before.id)


def _of_action(pair: Pair[Action], steps: tuple[Pair[Step], ...]) -> Iterator[Change]:
    """What differs in an action; one that comes or goes with its step goes without saying."""
    before, after = pair.before, pair.after
    if before and after:
        if pair.moved:
            yield Change(
                Subject.ACTION, Kind.MOVED, after.stage.value, before, after, step=after.step, action=after.address
            )
        yield from action_changes(before, after)
    elif after and any(each.before and each.after and each.after.id == after.step for each in steps):
        yield Change(Subject.ACTION, Kind.ADDED, after.stage.value, after=after, step=after.step, action=after.address)
    elif before:
        home = next((each.after for each in steps if each.before and each.before.id == before.step), None)
        if home:
            yield Change(Subject.ACTION, Kind.REMOVED, before.stage.value, before, step=home.id, action=before.address)
