"""Figures of routed flows, from their corners alone: the router's share of what ``gauge.py`` measures of a picture."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import combinations, pairwise
from typing import Self

from service_blueprint.layout.face import DECISION_SIDE
from service_blueprint.layout.geometry import Box, Point

# All sizes in px; the tolerances are the gauge's. A flow reaches into its own card's box where that is a decision,
# whose sides run to a point.
CARD_INSET, OWN_CARD_INSET = 1.5, DECISION_SIDE + 2
SAME_LINE, CROWDED, SHARED = 2.0, 8.0, 6.0
STRAIGHT = 0.5

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Way:
    """One flow's corners in px, from card to card. Each part runs across or down."""

    source: str
    target: str
    points: tuple[Point, ...]

    @property
    def segments(self) -> list[Segment]:
        """The straight parts, in order; none runs on from the one before it, and steps aside below 0.5 px are none."""
        corners = [self.points[0]]
        for point in self.points[1:]:
            if len(corners) > 1 and _runs_on(corners[-2], corners[-1], point):
                corners.pop()
            corners.append(point)
        return list(pairwise(corners))


@dataclass(frozen=True, slots=True)
class Figures:
    """The lower, the better; ``length`` is in px.

    ``through_cards`` counts flows on cards, ``shared_lines`` pairs of flows that run on one line for more than 6 px,
    ``crowded_lines`` pairs that run beside each other with less than 8 px between them, or none. Flows that share
    an end may merge and count for neither.
    """

    flows: int = 0
    crossings: int = 0
    bends: int = 0
    length: float = 0
    through_cards: int = 0
    shared_lines: int = 0
    crowded_lines: int = 0

    def __add__(self, other: Self) -> Self:
        sums = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        return type(self)(**sums)


def measure(ways: Iterable[Way], cards: Mapping[str, Box]) -> Figures:
    """The figures of ways among cards, which are given by their keys."""
    routed = [(way, way.segments) for way in ways]
    pairs = list(combinations(routed, 2))
    apart = [(a, b) for (one, a), (other, b) in pairs if one.source != other.source and one.target != other.target]
    return Figures(
        flows=len(routed),
        crossings=sum(_crossings(first, second) for (_, first), (_, second) in pairs),
        bends=sum(max(0, len(segments) - 1) for _, segments in routed),
        length=sum(_distance(start, end) for _, segments in routed for start, end in segments),
        through_cards=sum(
            _runs_through(way, segments, key, box) for way, segments in routed for key, box in cards.items()
        ),
        shared_lines=sum(_together(first, second, SAME_LINE) > SHARED for first, second in apart),
        crowded_lines=sum(_together(first, second, CROWDED) > SHARED for first, second in apart),
    )


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _runs_on(before: Point, corner: Point, after: Point) -> bool:
    """Whether a way goes straight on, or straight back, at a corner."""
    return any(max(abs(before[axis] - corner[axis]), abs(corner[axis] - after[axis])) < STRAIGHT for axis in (0, 1))


def _crossings(first: list[Segment], second: list[Segment]) -> int:
    return sum(_cross(a, b) for a in first for b in second)


def _cross(a: Segment, b: Segment) -> bool:
    """Whether two segments cross; one that only touches the other does not."""
    if _vertical(a) == _vertical(b):
        return False
    down, across = (a, b) if _vertical(a) else (b, a)
    x, y = down[0][0], across[0][1]
    left, right = sorted((across[0][0], across[1][0]))
    top, bottom = sorted((down[0][1], down[1][1]))
    return left < x < right and top < y < bottom


def _vertical(segment: Segment) -> bool:
    (x0, y0), (x1, y1) = segment
    return abs(x0 - x1) < abs(y0 - y1)


def _runs_through(way: Way, segments: list[Segment], key: str, box: Box) -> bool:
    inset = OWN_CARD_INSET if key in (way.source, way.target) else CARD_INSET
    return any(
        min(x0, x1) < box.right - inset
        and max(x0, x1) > box.x + inset
        and min(y0, y1) < box.bottom - inset
        and max(y0, y1) > box.y + inset
        for (x0, y0), (x1, y1) in segments
    )


def _together(first: list[Segment], second: list[Segment], distance: float) -> float:
    """The longest stretch in px on which two ways run side by side, less than ``distance`` px apart."""
    return max((_overlap(a, b, distance) for a in first for b in second), default=0.0)


def _overlap(a: Segment, b: Segment, distance: float) -> float:
    if _vertical(a) != _vertical(b):
        return 0.0
    along, across = (1, 0) if _vertical(a) else (0, 1)
    if abs(a[0][across] - b[0][across]) >= distance:
        return 0.0
    (start, end), (other_start, other_end) = (sorted((part[0][along], part[1][along])) for part in (a, b))
    return min(end, other_end) - max(start, other_start)
