"""Brackets at the left of cards: how these go is told by the line, so that no colour has to tell it."""

from service_blueprint.blueprint import Order
from service_blueprint.drawing.svg import element, number
from service_blueprint.layout.geometry import Bracket

# All sizes in px.
_CORNER = 3.0
_GAP = 1.5


def bracket(bracket: Bracket) -> str:
    """A bracket with its sign.

    A dashed line says no order, a point downwards one after another, a double line at the same time, a rhombus one of
    them.
    """
    x, ticks = bracket.x, bracket.ticks
    if bracket.order is Order.TOGETHER:
        parts = [_line(x - _GAP, ticks, "bracket-said"), _upright(x + _GAP, ticks[0][1], ticks[-1][1])]
    else:
        parts = [_line(x, ticks, "bracket-said" if bracket.order else "bracket")]
    parts.append(_sign(bracket.order, x, (ticks[0][1] + ticks[1][1]) / 2))
    return "".join(parts) + "\n"


def _line(x: float, ticks: tuple[tuple[float, float], ...], style: str) -> str:
    """From the first tick down to the last, with those between."""
    (first, top), *between, (last, bottom) = ticks
    corner = f"q{number(-_CORNER)} 0 {number(-_CORNER)} {number(_CORNER)}"
    path = f"M{number(first)} {number(top)}H{number(x + _CORNER)}{corner}V{number(bottom - _CORNER)}"
    path += f"q0 {number(_CORNER)} {number(_CORNER)} {number(_CORNER)}H{number(last)}"
    path += "".join(f"M{number(x)} {number(y)}H{number(end)}" for end, y in between)
    return element("path", {"class": style, "d": path})


def _upright(x: float, top: float, bottom: float) -> str:
    return element("path", {"class": "bracket-said", "d": f"M{number(x)} {number(top)}V{number(bottom)}"})


def _sign(order: Order | None, x: float, y: float) -> str:
    """The sign in the middle between the first two that it holds."""
    match order:
        case Order.IN_TURN:
            return element("path", {"class": "bracket-sign", "d": f"M{number(x - 4)} {number(y - 2)}l4 4l4 -4"})
        case Order.ONE_OF:
            path = f"M{number(x)} {number(y - 5)}l4.5 5l-4.5 5l-4.5 -5z"
            return element("path", {"class": "bracket-hollow", "d": path})
    return ""
