"""The way of each flow over the tiles of the grid: few bends, few crossings, short, around every foreign card.

A shortest-path search (Hart, Nilsson and Raphael, 1968) over tiles and directions, one flow after the other, each
paying for the flows that it crosses; then each flow that bends tries again, knowing all others, twice.
"""

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from service_blueprint.layout.grid import Grid, Slot, SlotKind, Tile

# What a way costs, in px of detour.
_BEND = 70.0
_CROSSING = 110.0
_PORT = 9.0
_AGAINST_READING = 14.0
_AGAIN = 2  # more rounds found nothing better in any published case
# The size of a slot in px before anything is known of it.
_ACROSS = {SlotKind.CHANNEL: 44.0, SlotKind.CARDS: 160.0, SlotKind.LINE: 22.0}
_DOWN = {SlotKind.CHANNEL: 18.0, SlotKind.CARDS: 60.0, SlotKind.LINE: 22.0}

SEARCH_LIMIT = 80_000
"""Tiles that the ways of one drawing are found by looking at; two hundred full steps need some 70,000."""

_RIGHT, _DOWNWARDS, _LEFT, _UPWARDS = range(4)
_MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass(frozen=True, slots=True)
class Route:
    """A flow's corners as tiles, its source's and its target's card at the ends; neighbours share a slot."""

    corners: tuple[Tile, ...]


def route(grid: Grid, ends: list[tuple[Tile, Tile]]) -> list[Route]:
    """A route for each pair of card tiles (source, target), in the order given.

    Where searching becomes too long, with more flows than anybody can follow, the rest takes its way without.
    """
    traffic = _Traffic(grid)
    found: dict[int, list[Tile]] = {}
    order = sorted(range(len(ends)), key=lambda number: (not _straight(grid, *ends[number]), _span(*ends[number])))
    for number in order:
        found[number] = _find(grid, traffic, *ends[number])
        traffic.add(found[number], 1)
    for number in order * _AGAIN:
        if traffic.looks <= 0:
            break
        if len(_corners(found[number])) > 2:
            traffic.add(found[number], -1)
            # Where no other flow has come into its way since, there is no better one.
            if traffic.meets(found[number]):
                found[number] = _find(grid, traffic, *ends[number])
            traffic.add(found[number], 1)
    return [Route(_corners(found[number])) for number in range(len(ends))]


class _Traffic:
    """The grid as a search needs it, and the flows so far.

    Of the grid the middles of its slots and which of them are lines; flows are counted by the tile that they pass,
    across and down, and by the side of the card where they dock. ``looks`` are the tiles that may still be looked at.
    """

    def __init__(self, grid: Grid) -> None:
        self.looks = SEARCH_LIMIT
        self.across: dict[Tile, float] = {}
        self.down: dict[Tile, float] = {}
        self.ports: dict[tuple[Tile, int], int] = {}
        self.x_of = _middles(grid.across, _ACROSS)
        self.y_of = _middles(grid.down, _DOWN)
        self.lines = [slot.kind is SlotKind.LINE for slot in grid.down]

    def add(self, way: list[Tile], sign: int) -> None:
        """Count a way in (1) or out (-1), as long as anybody looks at it."""
        if self.looks <= 0:
            return
        self.looks -= len(way)
        for before, tile, after in zip(way, way[1:], way[2:], strict=False):
            bent = before[0] != after[0] and before[1] != after[1]
            amount = sign * (0.5 if bent else 1.0)
            if bent or before[1] == after[1]:
                self.across[tile] = self.across.get(tile, 0.0) + amount
            if bent or before[0] == after[0]:
                self.down[tile] = self.down.get(tile, 0.0) + amount
        for port in _ports(way):
            self.ports[port] = self.ports.get(port, 0) + sign

    def meets(self, way: list[Tile]) -> bool:
        """Whether any flow passes a tile of a way, or docks where it does."""
        return any(self.across.get(tile) or self.down.get(tile) for tile in way[1:-1]) or any(
            self.ports.get(port) for port in _ports(way)
        )


def _ports(way: list[Tile]) -> list[tuple[Tile, int]]:
    """The cards at the ends of a way, each with the direction of the side where it docks."""
    return [
        (end, _MOVES.index((beside[0] - end[0], beside[1] - end[1])))
        for end, beside in ((way[0], way[1]), (way[-1], way[-2]))
    ]


def _span(source: Tile, target: Tile) -> int:
    return abs(source[0] - target[0]) + abs(source[1] - target[1])


def _straight(grid: Grid, source: Tile, target: Tile) -> list[Tile]:
    """The straight way between two cards, empty where there is none or a card is in it."""
    (x0, y0), (x1, y1) = source, target
    if source == target or (x0 != x1 and y0 != y1):
        return []
    dx, dy = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
    way = [(x0 + dx * k, y0 + dy * k) for k in range(_span(source, target) + 1)]
    return [] if any(tile in grid.closed for tile in way[1:-1]) else way


def _find(grid: Grid, traffic: _Traffic, source: Tile, target: Tile) -> list[Tile]:
    """The cheapest way from card to card as neighbouring tiles."""
    straight = _straight(grid, source, target)
    if straight:
        return straight
    if traffic.looks <= 0:
        return _plain(source, target)
    x_of, y_of, lines = traffic.x_of, traffic.y_of, traffic.lines
    goal_x, goal_y = x_of[target[0]], y_of[target[1]]
    closed, over_across, over_down, ports = grid.closed, traffic.across, traffic.down, traffic.ports
    heap: list[tuple[float, int, float, Tile, int]] = []
    best: dict[tuple[Tile, int], float] = {}
    came: dict[tuple[Tile, int], tuple[Tile, int]] = {}
    count = 0

    def offer(cost: float, tile: Tile, way: int, before: tuple[Tile, int] | None) -> None:
        nonlocal count
        if cost < best.get((tile, way), 1e18):
            best[tile, way] = cost
            if before:
                came[tile, way] = before
            beside, below = abs(x_of[tile[0]] - goal_x), abs(y_of[tile[1]] - goal_y)
            # What is left at the least: the distance, and a bend where the goal is not straight ahead.
            ahead = (below if way % 2 else beside) if not (beside and below) else 0.0
            rest = beside + below + (0.0 if ahead or not (beside or below) else _BEND)
            count += 1
            heappush(heap, (cost + rest, count, cost, tile, way))

    for way, (dx, dy) in enumerate(_MOVES):
        tile = (source[0] + dx, source[1] + dy)
        if 0 <= tile[1] < len(y_of) and tile not in closed:
            cost = abs(x_of[tile[0]] - x_of[source[0]]) + abs(y_of[tile[1]] - y_of[source[1]])
            offer(cost + _PORT * ports.get((source, way), 0) + _AGAINST_READING * (way >= _LEFT), tile, way, None)
    while heap:
        _, _, cost, tile, way = heappop(heap)
        if cost > best[tile, way]:
            continue
        if tile == target:
            traffic.looks -= count
            return _trace(came, source, (tile, way))
        x, y = tile
        for turn in (way, (way + 1) % 4, (way + 3) % 4):
            if lines[y] and turn != way:
                continue
            dx, dy = _MOVES[turn]
            after = (x + dx, y + dy)
            if not (0 <= after[0] < len(x_of) and 0 <= after[1] < len(y_of)):
                continue
            if after in closed and after != target:
                continue
            more = abs(x_of[after[0]] - x_of[x]) + abs(y_of[after[1]] - y_of[y])
            if turn == way:
                more += _CROSSING * (over_down if dx else over_across).get(tile, 0.0)
            else:
                # Whether a turn crosses what passes there is up to the tracks; mostly they find an order without.
                more += _BEND + _CROSSING / 3 * (over_across.get(tile, 0.0) + over_down.get(tile, 0.0))
            if after == target:
                entry = (turn + 2) % 4
                more += _PORT * ports.get((target, entry), 0) + _AGAINST_READING * (entry in (_RIGHT, _DOWNWARDS))
            offer(cost + more, after, turn, (tile, way))
    raise AssertionError("every card has channels on all sides, and the channels are joined")


def _plain(source: Tile, target: Tile) -> list[Tile]:
    """A way that needs no search: out of the card below or above, along the channels, into the other from its side."""
    (x0, y0), (x1, y1) = source, target
    row = y0 + 1 if y1 >= y0 else y0 - 1
    column = x1 - 1 if x1 > x0 else x1 + 1
    stops = (source, (x0, row), (column, row), (column, y1), target)
    way = [source]
    for (ax, ay), (bx, by) in pairwise(stops):
        dx, dy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
        way += [(ax + dx * k, ay + dy * k) for k in range(1, _span((ax, ay), (bx, by)) + 1)]
    return way


def _middles(slots: tuple[Slot, ...], sizes: dict[SlotKind, float]) -> list[float]:
    """The middles of an axis's slots in px, as far as sizes can be guessed before anything is placed."""
    start, found = 0.0, []
    for slot in slots:
        found.append(start + sizes[slot.kind] / 2)
        start += sizes[slot.kind]
    return found


def _trace(came: dict[tuple[Tile, int], tuple[Tile, int]], source: Tile, last: tuple[Tile, int]) -> list[Tile]:
    way = [last[0]]
    while last in came:
        last = came[last]
        way.append(last[0])
    way.append(source)
    return way[::-1]


def _corners(way: list[Tile]) -> tuple[Tile, ...]:
    """The ends of a way and the tiles in which it turns."""
    turns = [
        tile
        for before, tile, after in zip(way, way[1:], way[2:], strict=False)
        if before[0] != after[0] and before[1] != after[1]
    ]
    return (way[0], *turns, way[-1])
