"""Bars: along the sides of a card at which the flows end for all of which its action waits."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from service_blueprint.blueprint import WaitsFor
from service_blueprint.layout.face import DECISION_SIDE
from service_blueprint.layout.geometry import Box, Card, Point, Track

# All sizes in px.
THICK, INSET, ENDS = 4.0, 2.5, 18.0


def with_bars(cards: tuple[Card, ...], tracks: Iterable[Track]) -> tuple[Card, ...]:
    """The cards, with bars where their actions wait for all; at the top where no flow is drawn that leads there."""
    waiting = {card.key for card in cards if card.action.waits_for is WaitsFor.ALL}
    tips: dict[str, list[Point]] = {key: [] for key in waiting}
    for track in tracks if waiting else ():
        if track.target in tips:
            tips[track.target].append(track.points[-1])
        if track.flow.both and track.source in tips:
            tips[track.source].append(track.points[0])
    return tuple(replace(card, bars=tuple(_bars(card, tips[card.key]))) if card.key in tips else card for card in cards)


def _bars(card: Card, tips: Iterable[Point]) -> Iterator[Box]:
    box = card.box
    side = DECISION_SIDE if card.action.decision else 0.0
    level = Box(box.x + ENDS, box.y + INSET, box.width - 2 * ENDS, THICK)
    upright = Box(box.x + side + INSET, box.y + box.height / 4, THICK, box.height / 2)
    every = {
        "top": level,
        "bottom": replace(level, y=box.bottom - INSET - THICK),
        "left": upright,
        "right": replace(upright, x=box.right - side - INSET - THICK),
    }
    sides = dict.fromkeys(_side(box, tip) for tip in tips) or {"top": None}
    yield from (every[name] for name in sides)


def _side(box: Box, tip: Point) -> str:
    """The side at which a flow ends; a decision's left and right run to a point, on which it may end farther in."""
    x, y = tip
    if abs(y - box.y) < 1:
        return "top"
    if abs(y - box.bottom) < 1:
        return "bottom"
    return "left" if x < box.middle[0] else "right"
