"""The way of each flow over the tiles of the grid: few bends, few crossings, short, around every foreign card.

A shortest-path search (Hart, Nilsson and Raphael, 1968) over tiles and directions, one flow after the other, each
paying for the flows that it crosses; then each flow that bends tries again, now that it knows all others.
"""

from dataclasses import dataclass
from heapq import heappop, heappush

from service_blueprint.layout.grid import Grid, SlotKind, Tile

# What a way costs, in px of detour.
_BEND = 70.0
_CROSSING = 55.0
_PORT = 9.0
_AGAINST_READING = 14.0
# The size of a slot in px before anything is known of it.
_ACROSS = {SlotKind.CHANNEL: 44.0, SlotKind.CARDS: 160.0, SlotKind.LINE: 22.0}
_DOWN = {SlotKind.CHANNEL: 18.0, SlotKind.CARDS: 60.0, SlotKind.LINE: 22.0}

_RIGHT, _DOWNWARDS, _LEFT, _UPWARDS = range(4)
_MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass(frozen=True, slots=True)
class Route:
    """A flow's corners as tiles, its source's and its target's card at the ends; neighbours share a slot."""

    corners: tuple[Tile, ...]


def route(grid: Grid, ends: list[tuple[Tile, Tile]]) -> list[Route]:
    """A route for each pair of card tiles (source, target), in the order given."""
    traffic = _Traffic(grid)
    found: dict[int, list[Tile]] = {}
    order = sorted(range(len(ends)), key=lambda number: (not _straight(grid, *ends[number]), _span(*ends[number])))
    for number in order:
        found[number] = _find(grid, traffic, *ends[number])
        traffic.add(found[number], 1)
    for number in order:
        if len(_corners(found[number])) > 2:
            traffic.add(found[number], -1)
            found[number] = _find(grid, traffic, *ends[number])
            traffic.add(found[number], 1)
    return [Route(_corners(found[number])) for number in range(len(ends))]


class _Traffic:
    """How many flows pass each tile across and down, and how many dock at each side of a card."""

    def __init__(self, grid: Grid) -> None:
        self.across: dict[Tile, float] = {}
        self.down: dict[Tile, float] = {}
        self.ports: dict[tuple[Tile, int], int] = {}
        self.grid = grid

    def add(self, way: list[Tile], sign: int) -> None:
        """Count a way in (1) or out (-1)."""
        for before, tile, after in zip(way, way[1:], way[2:], strict=False):
            bent = before[0] != after[0] and before[1] != after[1]
            amount = sign * (0.5 if bent else 1.0)
            if bent or before[1] == after[1]:
                self.across[tile] = self.across.get(tile, 0.0) + amount
            if bent or before[0] == after[0]:
                self.down[tile] = self.down.get(tile, 0.0) + amount
        for end, beside in ((way[0], way[1]), (way[-1], way[-2])):
            port = (end, _MOVES.index((beside[0] - end[0], beside[1] - end[1])))
            self.ports[port] = self.ports.get(port, 0) + sign


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
    across = [_ACROSS[slot.kind] / 2 for slot in grid.across]
    down = [_DOWN[slot.kind] / 2 for slot in grid.down]
    lines = [slot.kind is SlotKind.LINE for slot in grid.down]
    starts_x = [0.0]
    for half in across:
        starts_x.append(starts_x[-1] + 2 * half)
    starts_y = [0.0]
    for half in down:
        starts_y.append(starts_y[-1] + 2 * half)
    goal_x, goal_y = starts_x[target[0]] + across[target[0]], starts_y[target[1]] + down[target[1]]
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
            rest = abs(starts_x[tile[0]] + across[tile[0]] - goal_x) + abs(starts_y[tile[1]] + down[tile[1]] - goal_y)
            count += 1
            heappush(heap, (cost + rest, count, cost, tile, way))

    for way, (dx, dy) in enumerate(_MOVES):
        tile = (source[0] + dx, source[1] + dy)
        if 0 <= tile[1] < len(down) and tile not in closed:
            cost = across[source[0]] + across[tile[0]] if dx else down[source[1]] + down[tile[1]]
            offer(cost + _PORT * ports.get((source, way), 0) + _AGAINST_READING * (way >= _LEFT), tile, way, None)
    while heap:
        _, _, cost, tile, way = heappop(heap)
        if cost > best[tile, way]:
            continue
        if tile == target:
            return _trace(came, source, (tile, way))
        x, y = tile
        for turn in (way, (way + 1) % 4, (way + 3) % 4):
            if lines[y] and turn != way:
                continue
            dx, dy = _MOVES[turn]
            after = (x + dx, y + dy)
            if not (0 <= after[0] < len(across) and 0 <= after[1] < len(down)):
                continue
            if after in closed and after != target:
                continue
            more = across[x] + across[after[0]] if dx else down[y] + down[after[1]]
            if turn == way:
                more += _CROSSING * (over_down if dx else over_across).get(tile, 0.0)
            else:
                more += _BEND + _CROSSING / 2 * (over_across.get(tile, 0.0) + over_down.get(tile, 0.0))
            if after == target:
                entry = (turn + 2) % 4
                more += _PORT * ports.get((target, entry), 0) + _AGAINST_READING * (entry in (_RIGHT, _DOWNWARDS))
            offer(cost + more, after, turn, (tile, way))
    raise AssertionError("every card has channels on all sides, and the channels are joined")


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
