"""Which track each run of a flow takes within its slot, so that no two lie on one line and few cross.

Runs of one slot that meet over some length get tracks of their own. Their order is found by counting the crossings
that each order of a pair brings (after Wybrow, Marriott and Stuckey, 2009); their distance is the least that lines and
labels need.
"""

from bisect import bisect_left
from dataclasses import dataclass
from heapq import heappush, heapreplace
from itertools import pairwise

from service_blueprint.layout.runs import End, Run

_FAR = 1e9
MOST_PAIRS = 80_000
"""Pairs of runs side by side in one drawing, up to which their order is weighed; two hundred full steps have 6,000."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in px between tracks: between two lines, and more where there is room for it."""

    least: float
    roomy: float
    room: float


def assign(runs: list[Run], across: Spacing, down: Spacing) -> None:
    """Give every run its offset in px from the middle of its slot.

    ``across`` holds for vertical runs, which lie beside each other, ``down`` for horizontal ones.
    """
    vertical = [run for run in runs if run.vertical]
    horizontal = [run for run in runs if not run.vertical]
    if sum(_pairs(members) for half in (horizontal, vertical) for members in _by_slot(half).values()) > MOST_PAIRS:
        _assign_unweighed(horizontal, down)
        _assign_unweighed(vertical, across)
        return
    for run in runs:
        run.placed = False
    _assign_all(horizontal, down)
    _assign_all(vertical, across)
    kept = [run.offset for run in runs]
    _assign_all(horizontal, down)
    _assign_all(vertical, across)
    if not all(_apart(members) for members in _by_slot(horizontal).values()):
        # The second round is finer, but the vertical runs moved under it: then the first, careful one holds.
        for run, offset in zip(runs, kept, strict=True):
            run.offset = offset


def _pairs(members: list[Run]) -> int:
    """How many pairs of a slot's runs lie side by side somewhere."""
    begins, ends = sorted(run.low.slot for run in members), sorted(run.high.slot for run in members)
    return sum(number - bisect_left(ends, begin) for number, begin in enumerate(begins))


def _assign_unweighed(runs: list[Run], spacing: Spacing) -> None:
    """Give each run the first track that is free where it begins, whatever it crosses: for more than can be weighed."""
    for members in _by_slot(runs).values():
        tracks: list[list[Run]] = []
        ends: list[tuple[int, int]] = []  # where the last run of each track ends, the first to end on top
        for run in sorted(members, key=lambda run: (run.low.slot, run.high.slot, run.flow)):
            if ends and ends[0][0] < run.low.slot:
                free = heapreplace(ends, (run.high.slot, ends[0][1]))[1]
                tracks[free].append(run)
            else:
                heappush(ends, (run.high.slot, len(tracks)))
                tracks.append([run])
        room = [max(run.clear for run in track) for track in tracks]
        places = [0.0]
        for before, after in pairwise(room):
            places.append(places[-1] + max(spacing.least, before + after + 6 if before or after else 0))
        for track, place in zip(tracks, places, strict=True):
            for run in track:
                run.offset = place - places[-1] / 2


def _by_slot(runs: list[Run]) -> dict[int, list[Run]]:
    slots: dict[int, list[Run]] = {}
    for run in runs:
        slots.setdefault(run.slot, []).append(run)
    return slots


def _assign_all(runs: list[Run], spacing: Spacing) -> None:
    """Order and space the runs of one direction, slot by slot, seeing the others' offsets where they are known."""
    for members in _by_slot(runs).values():
        meets = _meetings(members)
        order = [i for group in _groups(meets) for i in _order(group, members, meets)]
        _space(order, members, meets, spacing.roomy)
        if spacing.roomy > spacing.least and _extent(members) > spacing.room:
            _space(order, members, meets, spacing.least)
    for run in runs:
        run.placed = True


def _extent(members: list[Run]) -> float:
    return max(run.offset for run in members) - min(run.offset for run in members)


def _at(end: End) -> float:
    """Where an end lies within its slot: at the card's near or far side, or on the track of the run that it joins."""
    if end.side:
        return end.side * _FAR
    assert end.joint is not None
    return end.joint.offset


def _before(a: End, b: End, margin: float = 0.0) -> bool:
    """Whether end ``a`` surely comes before end ``b``; ends in one slot whose tracks are not known do not."""
    if a.slot != b.slot:
        return a.slot < b.slot
    if not _known(a) or not _known(b):
        return False
    return _at(a) + margin <= _at(b)


def _known(end: End) -> bool:
    return end.side != 0 or (end.joint is not None and end.joint.placed)


def _meetings(members: list[Run]) -> list[list[int]]:
    """For each run, the indices of those that it meets over some length."""
    meets: list[list[int]] = [[] for _ in members]
    begun: list[int] = []
    for k in sorted(range(len(members)), key=lambda k: members[k].low.slot):
        b = members[k]
        # What has ended in a slot before this one begins meets neither it nor any that follow.
        begun = [i for i in begun if members[i].high.slot >= b.low.slot]
        for i in begun:
            a = members[i]
            if not _before(a.high, b.low, 8.0) and not _before(b.high, a.low, 8.0):
                meets[i].append(k)
                meets[k].append(i)
        begun.append(k)
    return meets


def _cost(a: Run, b: Run) -> int:
    """How many crossings there are if ``a`` lies before ``b`` (left of it, or above)."""
    crossings = 0
    for end in (a.low, a.high):
        if end.joint and end.turn > 0 and _before(b.low, end) and _before(end, b.high):
            crossings += 1
    for end in (b.low, b.high):
        if end.joint and end.turn < 0 and _before(a.low, end) and _before(end, a.high):
            crossings += 1
    return crossings


def _lean(run: Run) -> float:
    """Which way a run is drawn by what it joins: negative before, positive behind."""
    return float(run.low.turn + run.high.turn)


def _order(group: list[int], members: list[Run], meets: list[list[int]]) -> list[int]:
    """The runs of a group in an order with few crossings: by inclination, then by changing places while that helps."""
    order = sorted(group, key=lambda i: (_lean(members[i]), members[i].flow))
    if len(order) == 1:
        return order
    places = {i: place for place, i in enumerate(order)}
    gains: dict[tuple[int, int], int] = {}

    def gain(i: int, k: int) -> int:
        if (i, k) not in gains:
            gains[i, k] = _cost(members[i], members[k]) - _cost(members[k], members[i])
        return gains[i, k]

    for _ in range(len(members)):
        changed = False
        for index in range(1, len(order)):
            # A run moves forward past several others at once: past some of them alone it would gain nothing.
            run = order[index]
            total, best, target = 0, 0, index
            for place in sorted((places[i] for i in meets[run] if places[i] < index), reverse=True):
                total += gain(order[place], run)
                if total > best:
                    best, target = total, place
            if target != index:
                order.insert(target, order.pop(index))
                places |= {order[place]: place for place in range(target, index + 1)}
                changed = True
        if not changed:
            break
    return order


def _distance(a: Run, b: Run, spacing: float) -> float:
    """The least distance of two neighbouring tracks in px; a label needs its own room."""
    if a.clear and b.clear and a.zone == b.zone:
        return max(spacing, a.clear + b.clear + 6)
    return max(spacing, *(run.clear + 6 for run in (a, b) if run.clear), 0)


def _space(order: list[int], members: list[Run], meets: list[list[int]], spacing: float) -> None:
    """Set the offsets: each run as near as may be to those before it, each group of neighbours around the middle."""
    place = [0.0] * len(members)
    done = [False] * len(members)
    for i in order:
        before = (place[k] + _distance(members[k], members[i], spacing) for k in meets[i] if done[k])
        place[i] = max(before, default=0.0)
        done[i] = True
    alone = _alone(members)
    for group in _groups(meets):
        docked = [i for i in group if alone[i]]
        straight = [i for i in group if members[i].low.side and members[i].high.side]
        chosen = [i for i in straight if alone[i]] or straight or docked
        if chosen:
            middle = sum(place[i] for i in chosen) / len(chosen)
        else:
            middle = (min(place[i] for i in group) + max(place[i] for i in group)) / 2
        for i in group:
            members[i].offset = place[i] - middle


def _alone(members: list[Run]) -> list[bool]:
    """Which runs are the only one at the side of each card where they dock; False for those that dock nowhere."""
    docks: dict[tuple[int, int], int] = {}
    for run in members:
        for end in (run.low, run.high):
            if end.side:
                docks[end.slot, end.side] = docks.get((end.slot, end.side), 0) + 1
    return [
        any(end.side for end in (run.low, run.high))
        and all(docks[end.slot, end.side] == 1 for end in (run.low, run.high) if end.side)
        for run in members
    ]


def _groups(meets: list[list[int]]) -> list[list[int]]:
    """The runs that hang together by meeting each other."""
    seen: set[int] = set()
    groups = []
    for first in range(len(meets)):
        if first in seen:
            continue
        group, waiting = [], [first]
        seen.add(first)
        while waiting:
            i = waiting.pop()
            group.append(i)
            for k in meets[i]:
                if k not in seen:
                    seen.add(k)
                    waiting.append(k)
        groups.append(sorted(group))
    return groups


def _apart(members: list[Run]) -> bool:
    """Whether no two runs of a slot lie on one track where they meet."""
    meets = _meetings(members)
    return all(abs(members[i].offset - members[k].offset) > 7.5 for i, others in enumerate(meets) for k in others)
