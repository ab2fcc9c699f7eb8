"""From links to lines: routes, tracks, labels, and the sizes that the slots of the grid need for them."""

from dataclasses import dataclass
from itertools import pairwise

from service_blueprint.layout.geometry import Box, Point, Text
from service_blueprint.layout.grid import Grid, SlotKind
from service_blueprint.layout.labels import Label, label_for
from service_blueprint.layout.lanes import Link
from service_blueprint.layout.routing import route
from service_blueprint.layout.runs import Run, runs_of
from service_blueprint.layout.tracks import Spacing, assign
from service_blueprint.words import Words

# All sizes in px.
LABEL_STUB = 7.0
BRACKET_ROOM = 14.0
CORNER = 14.0
BESIDE_CARD = 16.0
LEAST_ACROSS, EDGE_ACROSS = 44.0, 22.0
LEAST_DOWN = 16.0
LINE_DOWN = 24.0
_ACROSS = Spacing(least=10, roomy=22, room=120)
_DOWN = Spacing(least=10, roomy=12, room=60)


@dataclass(frozen=True, slots=True)
class Extent:
    """What a slot needs, in px: ``before`` and ``after`` are label zones at its sides, ``low`` and ``high`` its
    outermost tracks from the middle, ``clear`` the room to either side of the middle that labels take."""

    before: float = 0
    after: float = 0
    low: float = 0
    high: float = 0
    tracks: bool = False
    clear: float = 0

    @property
    def reach(self) -> float:
        """The farthest track from the middle, in px."""
        return max(abs(self.low), abs(self.high))


@dataclass(frozen=True, slots=True)
class Flows:
    """All links with their runs and labels, and what each slot needs for them.

    ``stubs`` is how much of each flow is seen before its label, in px.
    """

    links: tuple[Link, ...]
    runs: tuple[tuple[Run, ...], ...]
    labels: tuple[Label, ...]
    stubs: tuple[float, ...]
    across: tuple[Extent, ...]
    down: tuple[Extent, ...]


def lay_flows(grid: Grid, links: tuple[Link, ...], words: Words) -> Flows:
    """Route all links over the grid and give each run its track; labels in the language of ``words``."""
    shown = tuple(link for link in links if link.source in grid.tiles and link.target in grid.tiles)
    routes = route(grid, [(grid.tiles[link.source], grid.tiles[link.target]) for link in shown])
    runs = [runs_of(number, way) for number, way in enumerate(routes)]
    labels = [label_for(link.flow, words) for link in shown]
    for chain, label in zip(runs, labels, strict=True):
        if label.lines:
            first = chain[0]
            first.clear = (label.width if first.vertical else label.height) / 2
            first.zone = first.low.slot + 1 if first.forward else first.high.slot - 1
    bracketed = _bracketed(grid)
    stubs = [
        LABEL_STUB + (BRACKET_ROOM if link.source in bracketed and _leaves_left(chain[0]) else 0)
        for link, chain in zip(shown, runs, strict=True)
    ]
    every = [run for chain in runs for run in chain]
    assign(every, _ACROSS, _DOWN)
    sizes = [_label_sizes(label, stub) for label, stub in zip(labels, stubs, strict=True)]
    across = _extents(len(grid.across), [run for run in every if run.vertical], every, sizes, vertical=True)
    down = _extents(len(grid.down), [run for run in every if not run.vertical], every, sizes, vertical=False)
    return Flows(shown, tuple(map(tuple, runs)), tuple(labels), tuple(stubs), across, down)


def _bracketed(grid: Grid) -> set[str]:
    """The cards that share a lane and a column with others, so that a bracket may stand at their left."""
    stacks: dict[tuple[int, int | None], list[str]] = {}
    for key, (column, row) in grid.tiles.items():
        stacks.setdefault((column, grid.down[row].lane), []).append(key)
    return {key for stack in stacks.values() if len(stack) > 1 for key in stack}


def _leaves_left(first: Run) -> bool:
    return not first.vertical and not first.forward


def _label_sizes(label: Label, stub: float) -> tuple[float, float]:
    """How wide and how high a label is with the stub before it, in px; nothing without a label."""
    return (label.width + stub, label.height + stub) if label.lines else (0.0, 0.0)


def _extents(
    count: int, runs: list[Run], every: list[Run], sizes: list[tuple[float, float]], *, vertical: bool
) -> tuple[Extent, ...]:
    """What each slot of one axis needs: for its own runs, and for the labels of runs that cross it."""
    low, high, clear = [0.0] * count, [0.0] * count, [0.0] * count
    before, after = [0.0] * count, [0.0] * count
    tracks = [False] * count
    for run in runs:
        low[run.slot] = min(low[run.slot], run.offset) if tracks[run.slot] else run.offset
        high[run.slot] = max(high[run.slot], run.offset) if tracks[run.slot] else run.offset
        tracks[run.slot] = True
        if run.clear:
            clear[run.slot] = max(clear[run.slot], abs(run.offset) + run.clear)
    for run in every:
        if run.clear and run.vertical is not vertical:
            size = sizes[run.flow][run.vertical]
            zones = before if run.forward else after
            zones[run.zone] = max(zones[run.zone], size)
    return tuple(Extent(before[i], after[i], low[i], high[i], tracks[i], clear[i]) for i in range(count))


@dataclass(frozen=True, slots=True)
class Span:
    """Where a slot lies on its axis, in px: its start, its size, and ``zero``, from which its runs are offset."""

    start: float
    size: float
    zero: float

    @property
    def end(self) -> float:
        """The end in px."""
        return self.start + self.size


def spans_across(grid: Grid, extents: tuple[Extent, ...], widths: list[float], start: float) -> list[Span]:
    """The slots across from ``start`` px on; ``widths`` are what the cards of each column want, in px."""
    spans = []
    last = len(grid.across) - 1
    for number, (slot, extent) in enumerate(zip(grid.across, extents, strict=True)):
        if slot.kind is SlotKind.CARDS:
            width = max(widths[number // 2], 2 * extent.reach + 2 * CORNER, 2 * extent.clear + 8)
            spans.append(Span(start, width, start + width / 2))
        else:
            least = EDGE_ACROSS if number in (0, last) else LEAST_ACROSS
            spans.append(_channel(start, extent, least))
        start = spans[-1].end
    return spans


def spans_down(grid: Grid, extents: tuple[Extent, ...], heights: list[float], start: float) -> list[Span]:
    """The slots down from ``start`` px on; ``heights`` are what the cards of each slot want, in px (0 for none)."""
    spans = []
    for slot, extent, wanted in zip(grid.down, extents, heights, strict=True):
        if slot.kind is SlotKind.LINE:
            spans.append(Span(start, LINE_DOWN, start + LINE_DOWN / 2))
        elif slot.kind is SlotKind.CARDS:
            height = max(wanted, 2 * extent.reach + 12, 2 * extent.clear + 4)
            spans.append(Span(start, height, start + height / 2))
        else:
            spans.append(_channel(start, extent, LEAST_DOWN))
        start = spans[-1].end
    return spans


def _channel(start: float, extent: Extent, least: float) -> Span:
    """A channel: a label zone at either side, its tracks between, arrow heads' room beside the cards."""
    inner = extent.high - extent.low + 2 * BESIDE_CARD if extent.tracks else 0.0
    zones = extent.before + extent.after
    if zones and not extent.tracks:
        inner = BESIDE_CARD
    size = max(least, zones + inner)
    spare = size - zones - (extent.high - extent.low)
    return Span(start, size, start + extent.before + spare / 2 - extent.low)


def docked_heights(flows: Flows) -> dict[str, float]:
    """The least height in px that each card needs so that all flows at its sides meet it off its corners."""
    heights: dict[str, float] = {}
    for link, chain in zip(flows.links, flows.runs, strict=True):
        for key, run in ((link.source, chain[0]), (link.target, chain[-1])):
            if not run.vertical:
                heights[key] = max(heights.get(key, 0.0), 2 * abs(run.offset) + 16)
    return heights


@dataclass(frozen=True, slots=True)
class Outline:
    """A card as flows meet it: its box, and how far its left and right sides run to a point, in px."""

    box: Box
    point: float = 0


def points_of(
    chain: tuple[Run, ...], across: list[Span], down: list[Span], source: Outline, target: Outline
) -> tuple[Point, ...]:
    """The corners of a flow in px, from the side of its source's card to that of its target's."""

    def fixed(run: Run) -> float:
        return (across if run.vertical else down)[run.slot].zero + run.offset

    points = [_dock(chain[0], fixed(chain[0]), source.box, source.point, leaving=True)]
    for run, after in pairwise(chain):
        points.append((fixed(run), fixed(after)) if run.vertical else (fixed(after), fixed(run)))
    points.append(_dock(chain[-1], fixed(chain[-1]), target.box, target.point, leaving=False))
    return tuple(points)


def _dock(run: Run, fixed: float, card: Box, point: float, *, leaving: bool) -> Point:
    """Where a run meets a card's outline; the sides of a decision run to a point ``point`` px long."""
    far_side = run.forward is leaving
    if run.vertical:
        return fixed, card.bottom if far_side else card.y
    inset = point * abs(fixed - card.middle[1]) / (card.height / 2)
    return card.right - inset if far_side else card.x + inset, fixed


def label_of(
    chain: tuple[Run, ...], label: Label, stub: float, across: list[Span], down: list[Span]
) -> tuple[tuple[Text, ...], Box, Point | None]:
    """Where a flow's label stands: on its first run, ``stub`` px beside its source's card. See ``Label.placed``."""
    first = chain[0]
    zone = (down if first.vertical else across)[first.zone]
    along = (label.height if first.vertical else label.width) / 2 + stub
    middle = zone.start + along if first.forward else zone.end - along
    fixed = (across if first.vertical else down)[first.slot].zero + first.offset
    return label.placed((fixed, middle) if first.vertical else (middle, fixed))
