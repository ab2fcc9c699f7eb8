"""Flows: lines with rounded corners, arrow heads, labels."""

from service_blueprint.drawing.icons import icon_at
from service_blueprint.drawing.svg import element, group, number
from service_blueprint.drawing.texts import texts
from service_blueprint.insight.union import Mark
from service_blueprint.layout.geometry import Point, Track
from service_blueprint.layout.labels import CLOCK
from service_blueprint.layout.work_signs import DEADLINE

# All sizes in px.
RADIUS = 6.0
HEAD_LENGTH, HEAD_HALF = 8.5, 3.8
TIP = 2.5


def flow(track: Track, mark: Mark | None = None) -> str:
    """A flow and its heads; the line ends just inside the head, so that the tip stays sharp.

    ``mark`` says what has become of it.
    """
    points = list(track.points)
    head = _head(points[-2], points[-1])
    if track.flow.both:
        head += _head(points[1], points[0])
        points[0] = _towards(points[0], points[1], TIP)
    points[-1] = _towards(points[-1], points[-2], TIP)
    flow, head_style = (
        ("flow flow-missing", "flow-head head-missing")
        if track.missing
        else ("flow flow-usual", "flow-head head-usual")
    )
    if mark:
        flow, head_style = f"flow flow-{mark}", f"flow-head head-{mark}"
    ends: dict[str, str | float | None] = {"data-from": track.flow.source, "data-to": track.flow.target}
    line = element("path", {"class": flow, "d": _rounded(points), **ends})
    return line + element("path", {"class": head_style, "d": head, **ends}) + "\n"


def label(track: Track, ground: str) -> str:
    """A flow's label on the colour of its band, whose class is ``ground``; empty where there is none."""
    box = track.label_box
    if box is None:
        return ""
    shape = element(
        "rect", {"class": ground, "x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": 4.0}
    )
    ends: dict[str, str | float | None] = {"data-from": track.flow.source, "data-to": track.flow.target}
    clock = icon_at(DEADLINE.icon, track.clock, CLOCK, f"icon icon-{DEADLINE.style}") if track.clock else ""
    return group({"class": "flow-label", **ends}, shape, clock, texts(track.label, "label-text"))


def _towards(point: Point, other: Point, distance: float) -> Point:
    dx, dy = other[0] - point[0], other[1] - point[1]
    length = abs(dx) + abs(dy) or 1.0
    return point[0] + dx / length * distance, point[1] + dy / length * distance


def _rounded(points: list[Point]) -> str:
    """A path through points, its corners rounded as far as the lines beside them are long enough."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(RADIUS, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, room), _towards(corner, after, room)
        parts.append(f"L{number(start[0])} {number(start[1])}")
        parts.append(f"Q{number(corner[0])} {number(corner[1])} {number(end[0])} {number(end[1])}")
    parts.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(parts)


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _head(before: Point, tip: Point) -> str:
    """An arrow head at ``tip``, coming from ``before``."""
    back = _towards(tip, before, HEAD_LENGTH)
    across = HEAD_HALF if before[0] == tip[0] else 0.0
    along = HEAD_HALF if before[1] == tip[1] else 0.0
    corners = (tip, (back[0] + across, back[1] + along), (back[0] - across, back[1] - along))
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "z"
