"""Small marks in the lanes: where nothing happens on purpose, where contact is missing, what has no order."""

from bisect import bisect_right
from itertools import pairwise

from service_blueprint.blueprint import Blueprint, Stage
from service_blueprint.layout.face import SMALL_FONT
from service_blueprint.layout.flows import Span
from service_blueprint.layout.geometry import Box, Bracket, Card, Gap, Point, Text, Track
from service_blueprint.layout.grid import column_slot
from service_blueprint.layout.lanes import Arrangement
from service_blueprint.layout.text import wrap
from service_blueprint.words import Words

# All sizes in px.
DASH_ROOM = 14.0
GAP_HEIGHT, GAP_SIDE, GAP_LINE = 36.0, 11.0, 14.0


def dashes(
    arrangement: Arrangement, across: list[Span], middles: dict[int, float], tracks: tuple[Track, ...]
) -> tuple[Point, ...]:
    """The middles of the dashes, in their column's middle, or beside it where a flow passes there.

    ``middles`` has the y of each lane's first row of cards in px, by the lane's index.
    """
    points = []
    near = _by_column(tracks, across) if arrangement.dashes else {}
    for lane, column in arrangement.dashes:
        slot = across[column_slot(column)]
        for share in (0.5, 0.25, 0.75):
            point = (slot.start + slot.size * share, middles[lane])
            if not any(_passes(track, point) for track in near.get(column, ())):
                points.append(point)
                break
    return tuple(points)


def _by_column(tracks: tuple[Track, ...], across: list[Span]) -> dict[int, list[Track]]:
    """The flows that may come near a dash of each column, so that no dash has to look at all of them."""
    starts = [span.start for span in across[1::2]]
    found: dict[int, list[Track]] = {}
    for track in tracks:
        left, right = min(x for x, _ in track.points), max(x for x, _ in track.points)
        first = max(0, bisect_right(starts, left - DASH_ROOM) - 1)
        for column in range(first, bisect_right(starts, right + DASH_ROOM)):
            found.setdefault(column, []).append(track)
    return found


def _passes(track: Track, point: Point) -> bool:
    """Whether a flow comes near enough to a dash to be taken for a part of it."""
    x, y = point
    return any(
        min(x0, x1) - DASH_ROOM < x < max(x0, x1) + DASH_ROOM and min(y0, y1) - 6 < y < max(y0, y1) + 6
        for (x0, y0), (x1, y1) in pairwise(track.points)
    )


def gaps(
    blueprint: Blueprint, arrangement: Arrangement, across: list[Span], middles: dict[int, float], words: Words
) -> tuple[Gap, ...]:
    """The empty cards of missing contact for which a file has no action."""
    found = []
    for lane, column in arrangement.gaps:
        slot = across[column_slot(column)]
        box = Box(slot.start, middles[lane] - GAP_HEIGHT / 2, slot.size, GAP_HEIGHT)
        lines = wrap(words("Missing contact"), slot.size - 2 * GAP_SIDE, SMALL_FONT, lines=2)
        first = box.y + 22 - GAP_LINE * (len(lines) - 1) / 2
        texts = tuple(Text(box.x + GAP_SIDE, first + GAP_LINE * n, line) for n, line in enumerate(lines))
        found.append(Gap(blueprint.steps[column], box, texts))
    return tuple(found)


def brackets(blueprint: Blueprint, arrangement: Arrangement, cards: tuple[Card, ...]) -> tuple[Bracket, ...]:
    """What holds together the cards of one lane and step that no flow puts into an order.

    Cards that follow each other by a flow are seen to be a sequence; the others are alternatives, or go side by side.
    Those of two stages belong to no list.
    """
    # An order is one, too, where the view leaves its arrows out.
    linked = {frozenset((link.source, link.target)) for link in arrangement.links}
    linked |= {frozenset((flow.source, flow.target)) for flow in blueprint.flows}
    stacks: dict[tuple[int, int], list[Card]] = {}
    for spot, card in zip(arrangement.spots, cards, strict=True):
        if card.lane.stage is not Stage.EVIDENCE:
            stacks.setdefault((spot.lane, spot.column), []).append(card)
    found = []
    for stack in stacks.values():
        listed = [pair for pair in pairwise(stack) if pair[0].action.stage is pair[1].action.stage]
        loose = [pair for pair in listed if frozenset((pair[0].key, pair[1].key)) not in linked]
        for above, below in loose:
            found.append(Bracket(above.box.x, above.box.middle[1], below.box.middle[1]))
    return tuple(found)
