"""The runs of a flow: its route as a chain of straight parts, along a slot across (vertical) or down (horizontal)."""

from dataclasses import dataclass, field
from itertools import pairwise

from service_blueprint.layout.grid import Tile
from service_blueprint.layout.routing import Route


@dataclass(slots=True)
class End:
    """One end of a run: the slot of the other axis, and what happens there.

    ``side`` is -1 or 1 where it docks at a card (at its near or far side), 0 where the flow turns; then ``joint`` is
    the other run and ``turn`` the way that one goes, towards lower (-1) or higher (1) coordinates.
    """

    slot: int
    side: int = 0
    joint: "Run | None" = None
    turn: int = 0


@dataclass(slots=True)
class Run:
    """A straight part of a flow. ``low`` and ``high`` are its ends by coordinate; ``offset`` (px) is the result.

    ``forward`` is true where the flow runs towards higher coordinates. ``clear`` is half of the width (px) that a
    label needs across the run, 0 where it bears none, in the channel ``zone``.
    """

    flow: int
    vertical: bool
    slot: int
    low: End
    high: End
    forward: bool = True
    clear: float = 0
    zone: int = -1
    offset: float = 0
    placed: bool = field(default=False, repr=False)


def runs_of(number: int, route: Route) -> list[Run]:
    """The runs of a flow in order, joined with each other; ``number`` is the flow's index."""
    corners = route.corners
    runs = [_run(number, before, after) for before, after in pairwise(corners)]
    for index, (before, after) in enumerate(pairwise(corners)):
        start, end = _ends(runs[index], before, after)
        runs[index].forward = start is runs[index].low
        if index == 0:
            start.side = 1 if start is runs[index].low else -1
        else:
            _join(start, runs[index - 1], corners[index - 1], before)
        if index == len(runs) - 1:
            end.side = 1 if end is runs[index].low else -1
        else:
            _join(end, runs[index + 1], corners[index + 2], after)
    return runs


def _run(number: int, before: Tile, after: Tile) -> Run:
    vertical = before[0] == after[0]
    axis = 1 if vertical else 0
    low, high = sorted((before[axis], after[axis]))
    return Run(number, vertical, before[0] if vertical else before[1], End(low), End(high))


def _ends(run: Run, before: Tile, after: Tile) -> tuple[End, End]:
    axis = 1 if run.vertical else 0
    return (run.low, run.high) if before[axis] < after[axis] else (run.high, run.low)


def _join(end: End, other: Run, far: Tile, corner: Tile) -> None:
    axis = 1 if other.vertical else 0
    end.joint = other
    end.turn = 1 if far[axis] > corner[axis] else -1
