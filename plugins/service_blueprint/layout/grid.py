"""The grid on which flows run: columns and rows of cards, and the channels between them.

Both axes are cut into slots. Across, a channel and a column alternate, beginning and ending with a channel. Down,
each lane has a channel above and below every row of cards, and a separator lies between two stages. A tile is where
a slot of each axis meets; a tile that holds a card is closed to every flow but its own.
"""

from dataclasses import dataclass
from enum import StrEnum

from service_blueprint.blueprint import Stage
from service_blueprint.layout.lanes import Arrangement, Boundary

Tile = tuple[int, int]


class SlotKind(StrEnum):
    """What a slot is for. Nothing runs along a ``LINE``; flows only cross it."""

    CHANNEL = "channel"
    CARDS = "cards"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of an axis; ``lane`` is a lane's index, None across and for lines."""

    kind: SlotKind
    lane: int | None = None
    boundary: Boundary | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The slots of both axes, and the tile of every spot by its key."""

    across: tuple[Slot, ...]
    down: tuple[Slot, ...]
    tiles: dict[str, Tile]
    closed: frozenset[Tile]


def column_slot(column: int) -> int:
    """The slot across that holds the cards of a column (both from 0)."""
    return 2 * column + 1


def build_grid(arrangement: Arrangement, columns: int) -> Grid:
    """The grid for all lanes of an arrangement that flows can enter: all but evidence."""
    lanes, spots = arrangement.lanes, arrangement.spots
    across = [Slot(SlotKind.CHANNEL)]
    for _ in range(columns):
        across += [Slot(SlotKind.CARDS), Slot(SlotKind.CHANNEL)]
    down: list[Slot] = []
    rows: dict[tuple[int, int], int] = {}
    before: Stage | None = None
    for number, lane in enumerate(lanes):
        if lane.stage is Stage.EVIDENCE:
            continue
        down += [Slot(SlotKind.LINE, boundary=line) for line in arrangement.boundaries(before, lane.stage)]
        before = lane.stage
        down.append(Slot(SlotKind.CHANNEL, number))
        for row in range(max([spot.row + 1 for spot in spots if spot.lane == number], default=1)):
            rows[number, row] = len(down)
            down += [Slot(SlotKind.CARDS, number), Slot(SlotKind.CHANNEL, number)]
    tiles = {
        spot.key: (column_slot(spot.column), rows[spot.lane, spot.row])
        for spot in spots
        if (spot.lane, spot.row) in rows
    }
    closed = {*tiles.values(), *((column_slot(column), rows[lane, 0]) for lane, column in arrangement.gaps)}
    return Grid(tuple(across), tuple(down), tiles, frozenset(closed))
