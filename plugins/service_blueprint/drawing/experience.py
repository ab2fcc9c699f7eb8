"""What the customer goes through: the feelings curves, pain points and opportunities."""

from collections.abc import Iterator
from itertools import pairwise

from service_blueprint.drawing.svg import content, element, group, number
from service_blueprint.drawing.texts import text, texts
from service_blueprint.insight.union import Mark
from service_blueprint.layout.bands import NOTE_SIDE
from service_blueprint.layout.geometry import Diagram, Mood, Note, Point

# All sizes in px.
DOT, BELIEF_DOT = 5.5, 3.5

_CORNERS = (
    ((-5, -5), (5, -5), (5, 5), (-5, 5)),
    ((0, -7), (7, 0), (0, 7), (-7, 0)),
    ((0, -7), (7, 5), (-7, 5)),
    ((0, 7), (7, -5), (-7, -5)),
    ((-3, -6), (3, -6), (7, 0), (3, 6), (-3, 6), (-7, 0)),
    ((-2, -7), (2, -7), (2, -2), (7, -2), (7, 2), (2, 2), (2, 7), (-2, 7), (-2, 2), (-7, 2), (-7, -2), (-2, -2)),
)
"""The shapes of points of several customers: square, diamond, triangles up and down, hexagon, cross."""


def feelings(moods: tuple[Mood, ...], diagram: Diagram) -> str:
    """The customer's curve, the company's belief, and the gap between them where both are known."""
    if not moods:
        return ""
    zero = moods[0].zero
    parts = [element("line", {"class": "zero", "x1": diagram.gutter, "x2": diagram.width, "y1": zero, "y2": zero})]
    for there, back in _gaps(moods):
        path = f"{_curve(there)}{_curve(back[::-1]).replace('M', 'L', 1)}z"
        parts.append(element("path", {"class": "belief-gap", "d": path}))
    belief = [(mood.x, mood.company) for mood in moods if mood.company is not None]
    customer = [(mood.x, mood.customer) for mood in moods if mood.customer is not None]
    if len(belief) > 1:
        parts.append(element("path", {"class": "belief", "d": _curve(belief)}))
    if len(customer) > 1:
        parts.append(element("path", {"class": "feeling", "d": _curve(customer)}))
    for x, y in belief:
        parts.append(element("circle", {"class": "belief-dot", "cx": x, "cy": y, "r": BELIEF_DOT}))
    for mood in moods:
        if mood.customer is not None:
            parts.append(_dot(mood.x, mood.customer, zero))
    parts += _felt(moods)
    for mood in moods:
        if mood.words:
            parts.append(text(mood.words, "feeling-words"))
    return group({"class": "feelings"}, *parts)


def _felt(moods: tuple[Mood, ...]) -> Iterator[str]:
    """The curves of several customers: each with a line and points of its own shape, and its name at the end."""
    points = [point for mood in moods for point in mood.by]
    for curve in sorted({point.felt.number for point in points}):
        own = [point for point in points if point.felt.number == curve]
        parts = [element("title", {}, content(own[0].felt.name))]
        if len(own) > 1:
            parts.append(element("path", {"class": f"felt felt-{curve}", "d": _curve([point.at for point in own])}))
        parts += [felt_dot(curve, point.at, dot_style(point.felt.value)) for point in own]
        parts += [text(point.label, "felt-name") for point in own if point.label]
        yield group({"class": "felt-by"}, *parts)


def felt_dot(curve: int, at: Point, style: str) -> str:
    """A point of the curve of one of several customers, in the shape of that curve."""
    x, y = at
    corners = _CORNERS[(curve - 1) % len(_CORNERS)]
    return element("polygon", {"class": f"dot {style}", "points": " ".join(f"{x + a:g},{y + b:g}" for a, b in corners)})


def dot_style(value: float) -> str:
    """The class of a point by its sign: up is good, down is bad."""
    return f"dot-{'good' if value > 0 else 'bad' if value < 0 else 'neutral'}"


def _gaps(moods: tuple[Mood, ...]) -> list[tuple[list[Point], list[Point]]]:
    """The stretches over which both curves are known, as the customer's points and the company's."""
    stretches: list[tuple[list[Point], list[Point]]] = [([], [])]
    for mood in moods:
        if mood.customer is None or mood.company is None:
            stretches.append(([], []))
        else:
            stretches[-1][0].append((mood.x, mood.customer))
            stretches[-1][1].append((mood.x, mood.company))
    return [stretch for stretch in stretches if len(stretch[0]) > 1]


def _dot(x: float, y: float, zero: float) -> str:
    return element("circle", {"class": f"dot {dot_style(zero - y)}", "cx": x, "cy": y, "r": DOT})


def _curve(points: list[Point]) -> str:
    """A smooth curve that is level in every point, so that it never overshoots what was said."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = number((x0 + x1) / 2)
        parts.append(f"C{middle} {number(y0)} {middle} {number(y1)} {number(x1)} {number(y1)}")
    return "".join(parts)


def note(note: Note, mark: Mark | None = None) -> str:
    """A pain point or an opportunity, with as many dots as it is severe; ``mark`` says what has become of it."""
    box = note.box
    ground = "ground-canvas" if mark is Mark.REMOVED else f"note-{note.kind}"
    style = f"note {ground} note-{mark}" if mark else f"note {ground}"
    text_style = "removed-text" if mark is Mark.REMOVED else f"note-text-{note.kind}"
    parts = [
        element(
            "rect",
            {
                "class": style,
                "x": box.x,
                "y": box.y,
                "width": box.width,
                "height": box.height,
                "rx": 3.0,
            },
        ),
        element(
            "rect",
            {"class": f"note-edge note-edge-{note.kind}", "x": box.x, "y": box.y, "width": 3.0, "height": box.height},
        ),
        texts(note.texts, f"note-text {text_style}"),
    ]
    for dot in range(3 if note.remark.severity else 0):
        style = f"severity-{note.kind}" if dot < (note.remark.severity or 0) else f"severity-none-{note.kind}"
        at = box.x + NOTE_SIDE + 3 + dot * 9
        parts.append(element("circle", {"class": style, "cx": at, "cy": box.bottom - 8, "r": 2.8}))
    inner = "".join(parts)
    if note.remark.link:
        inner = element("a", {"class": "link", "xlink:href": note.remark.link, "target": "_top"}, inner)
    title = element("title", {}, content(note.remark.text))
    return group({"class": f"remark {note.kind}", "data-step": note.step.id}, title, inner)
