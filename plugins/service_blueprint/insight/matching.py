"""Which steps and actions of two blueprints are the same ones.

An id that somebody wrote decides alone. What has none is found by what it says: texts are as alike as the share of
neighbouring letters that they have in common (Dice, 1945), which minds neither small changes of wording nor the
endings of Polish and Hungarian words.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from service_blueprint.blanks import folded
from service_blueprint.blueprint import Action, Actor, Blueprint, Channel, Stage, Step
from service_blueprint.insight.changes import Pair

T = TypeVar("T")

ALIKE = 0.5
"""From this likeness on, of 0 to 1, two texts are taken for two wordings of one thing."""


MOST_COMPARED = 40_000
"""Pairs of steps, actions or texts that are compared: as many as two blueprints of two hundred steps have."""


def plain(text: str) -> str:
    """A text without the line breaks and blanks that somebody may have put differently."""
    return folded(text)


def likeness(before: str, after: str) -> float:
    """How alike two texts are, from 0 to 1; the same one way as the other."""
    if plain(before) == plain(after):
        return 1.0
    first, second = _letter_pairs(before), _letter_pairs(after)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def same_name(before: Actor | Channel | None, after: Actor | Channel | None) -> bool:
    """Whether two names mean one actor or channel: by its id, or by the title that readers see."""
    if before is None or after is None:
        return before is after
    return before.id == after.id or before.title == after.title


def best_pairs(
    before: Sequence[T], after: Sequence[T], score: Callable[[T, T], float], least: float
) -> list[tuple[T, T]]:
    """Pairs of what scores ``least`` or more, the best first; among equals, those that stand nearest to each other.

    Of very many only those are compared that stand in like places.
    """
    longest = max(len(before), len(after))
    reach = longest if len(before) * len(after) <= MOST_COMPARED else MOST_COMPARED // (2 * longest)
    scored = (
        (score(one, after[j]), i, j)
        for i, one in enumerate(before)
        for j in range(max(0, i - reach), min(len(after), i + reach + 1))
    )
    ranked = sorted(
        (entry for entry in scored if entry[0] >= least),
        key=lambda entry: (-entry[0], abs(entry[1] - entry[2]), entry[1] + entry[2]),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            pairs.append((before[i], after[j]))
    return pairs


def match_steps(before: Blueprint, after: Blueprint) -> tuple[Pair[Step], ...]:
    """The steps of both, in the order of the new blueprint; each removed one behind the step that it followed."""
    partners = {
        step.id: after.steps_by_id[step.id]
        for step in before.steps
        if step.id in after.steps_by_id and (step.id_written or after.steps_by_id[step.id].id_written)
    }
    taken = {step.id for step in partners.values()}
    left = [step for step in before.steps if step.id not in partners]
    right = [step for step in after.steps if step.id not in taken]
    partners |= {one.id: other for one, other in best_pairs(left, right, _step_score, ALIKE)}
    found = {other.id: before.steps_by_id[id] for id, other in partners.items()}
    order = [partners[step.id].number for step in before.steps if step.id in partners]
    staying = in_order(order)
    rows = [Pair(found.get(step.id), step, step.id in found and step.number not in staying) for step in after.steps]
    return _with_removed(rows, before, {id for id, other in partners.items() if other.number in staying})


def _with_removed(rows: list[Pair[Step]], before: Blueprint, staying: set[str]) -> tuple[Pair[Step], ...]:
    """The rows with those of the removed steps; ``staying`` are the old ids of the steps that have not moved."""
    kept = {pair.before.id for pair in rows if pair.before}
    at = 0
    for step in before.steps:
        if step.id in staying:
            at = next(place for place, pair in enumerate(rows, start=1) if pair.before is step)
        elif step.id not in kept:
            rows.insert(at, Pair(step, None))
            at += 1
    return tuple(rows)


def match_actions(steps: Iterable[Pair[Step]]) -> tuple[Pair[Action], ...]:
    """The actions of both, step by step, those of a stage that are gone behind those that are there."""
    pairs = list(steps)
    before = [action for pair in pairs if pair.before for action in pair.before.actions]
    after = [action for pair in pairs if pair.after for action in pair.after.actions]
    named = {action.id: action for action in after if action.id}
    partners = {action.address: named[action.id] for action in before if action.id in named}
    taken = {action.address for action in partners.values()}

    def left(actions: Iterable[Action]) -> list[Action]:
        return [action for action in actions if action.address not in partners]

    def right(actions: Iterable[Action]) -> list[Action]:
        return [action for action in actions if action.address not in taken]

    def take(found: list[tuple[Action, Action]]) -> None:
        partners.update({one.address: other for one, other in found})
        taken.update(other.address for _, other in found)

    for pair in pairs:
        for stage in Stage:
            if pair.before and pair.after:
                one, other = pair.before.cell(stage).actions, pair.after.cell(stage).actions
                take(best_pairs(left(one), right(other), _action_score, ALIKE))
    homes = {pair.before.id: pair.after.id for pair in pairs if pair.before and pair.after}
    take(best_pairs(left(before), right(after), lambda one, other: _moved_score(one, other, homes), ALIKE))
    return _in_place(pairs, partners)


def _in_place(steps: list[Pair[Step]], partners: dict[str, Action]) -> tuple[Pair[Action], ...]:
    found = {
        partners[action.address].address: action
        for pair in steps
        if pair.before
        for action in pair.before.actions
        if action.address in partners
    }
    pairs: list[Pair[Action]] = []
    for pair in steps:
        for stage in Stage:
            here = pair.after.cell(stage).actions if pair.after else ()
            gone = pair.before.cell(stage).actions if pair.before else ()
            order = [here.index(other) for action in gone if (other := partners.get(action.address)) in here]
            staying = {here[index].address for index in in_order(order)}
            pairs += [
                Pair(found.get(action.address), action, action.address in found and action.address not in staying)
                for action in here
            ]
            pairs += [Pair(action, None) for action in gone if action.address not in partners]
    return tuple(pairs)


def in_order(numbers: Sequence[int]) -> set[int]:
    """The longest run of ``numbers``, all different, that rises: what has kept its order (Schensted, 1961)."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    run: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run


def _step_score(before: Step, after: Step) -> float:
    """How alike two steps are in their headings and in all else that happens in them; 0 for different written ids."""
    if before.id_written and after.id_written:
        return 0.0
    heading = likeness(before.heading, after.heading)
    rest = [_all_but_heading(step) for step in (before, after)]
    score = (heading + likeness(*rest)) / 2 if any(rest) else heading
    return max(score, ALIKE) if before.id == after.id else score


def _all_but_heading(step: Step) -> str:
    return " ".join(action.do for action in step.actions if action.do != step.heading)


def _action_score(before: Action, after: Action) -> float:
    """How alike two actions of one cell are; an actor who does one thing there before and after does the same thing."""
    if before.id and after.id:
        return 0.0
    return likeness(before.do, after.do) + (ALIKE if same_name(before.by, after.by) else 0.0)


def _moved_score(before: Action, after: Action, homes: dict[str, str]) -> float:
    """The same for actions of different cells: they say the same, best in the same step and by the same actor.

    What goes with a step that is gone and comes with one that is new has not moved.
    """
    if plain(before.do) != plain(after.do) or (before.id and after.id):
        return 0.0
    if before.step not in homes and after.step not in homes.values():
        return 0.0
    same_step = homes.get(before.step) == after.step
    return 1.0 + (1.0 if same_step else 0.0) + (ALIKE if same_name(before.by, after.by) else 0.0)


@lru_cache(maxsize=4096)
def _letter_pairs(text: str) -> Counter[str]:
    """Each two letters that stand side by side in a word, and how often; a word of one letter for itself."""
    words = text.casefold().split()
    return Counter(word[at : at + 2] for word in words for at in range(max(1, len(word) - 1)))
