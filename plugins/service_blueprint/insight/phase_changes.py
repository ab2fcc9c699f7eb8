"""What differs in the phases of two blueprints, and in the steps that belong to them."""

from collections.abc import Iterable, Iterator

from service_blueprint.blueprint import Blueprint, Step
from service_blueprint.insight.changes import Change, Kind, Pair
from service_blueprint.insight.fields import part_changes
from service_blueprint.insight.matching import in_order
from service_blueprint.keys import Subject


def phase_changes(before: Blueprint, after: Blueprint, steps: Iterable[Pair[Step]]) -> Iterator[Change]:
    """Phases that are new, gone, renamed or in another place, then the steps that are in another phase now.

    A phase has a new name where it keeps all of its steps that are still there, and no other phase has them.
    """
    pairs = [(pair.before, pair.after) for pair in steps if pair.before and pair.after]
    renamed = _renamed(before, after, pairs)
    known = {renamed.get(phase, phase) for phase in before.phase_titles}
    for phase in before.phase_titles:
        if phase in renamed:
            yield Change(Subject.PHASE, Kind.REWORDED, "phases", phase, renamed[phase])
        elif phase not in after.phase_titles:
            yield Change(Subject.PHASE, Kind.REMOVED, "phases", before=phase)
    yield from (
        Change(Subject.PHASE, Kind.ADDED, "phases", after=phase) for phase in after.phase_titles if phase not in known
    )
    order = [
        after.phase_titles.index(name)
        for phase in before.phase_titles
        if (name := renamed.get(phase, phase)) in after.phase_titles
    ]
    for place in sorted({*order} - in_order(order)):
        phase = after.phase_titles[place]
        yield Change(Subject.PHASE, Kind.MOVED, "phases", phase, phase)
    now = {phase.title: phase for phase in after.phases}
    for phase_before in before.phases:
        title = renamed.get(phase_before.title, phase_before.title)
        if title in now:
            yield from part_changes(phase_before, now[title], "phases", title)
    for old, new in pairs:
        if renamed.get(old.phase, old.phase) != new.phase:
            kind = Kind.ADDED if not old.phase else Kind.REMOVED if not new.phase else Kind.CHANGED
            yield Change(Subject.PHASE, kind, "phase", old.phase or None, new.phase or None, step=new.id)


def _renamed(before: Blueprint, after: Blueprint, pairs: list[tuple[Step, Step]]) -> dict[str, str]:
    """The new names of phases by their old ones."""
    onwards: dict[str, set[str]] = {}
    backwards: dict[str, set[str]] = {}
    for old, new in pairs:
        onwards.setdefault(old.phase, set()).add(new.phase)
        backwards.setdefault(new.phase, set()).add(old.phase)
    return {
        old: new
        for old, (new, *others) in onwards.items()
        if old and new and not others and len(backwards[new]) == 1
        if old not in after.phase_titles and new not in before.phase_titles
    }
