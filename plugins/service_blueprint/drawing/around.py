"""What stands around the cards: bands and their titles, separators, phases, feelings, notes, the legend."""

import itertools

from service_blueprint.blueprint import Stage
from service_blueprint.drawing.cards import icon_at, outline
from service_blueprint.drawing.svg import content, element, group, number
from service_blueprint.drawing.texts import text, texts
from service_blueprint.layout.bands import NOTE_SIDE, PHASE_POINT
from service_blueprint.layout.geometry import Band, Box, Diagram, LegendEntry, Mood, Note, Phase, Point, Separator

# All sizes in px.
_DOT, _BELIEF_DOT = 5.5, 3.5
_FACE = 14.0


def band(band: Band, diagram: Diagram) -> str:
    """The ground of a band; a lane is a group that says which one it is."""
    box = band.box
    style = f"band band-{band.lane.stage.value if band.lane else band.name}"
    ground = element("rect", {"class": style, "x": box.x, "y": box.y, "width": box.width, "height": box.height})
    edge = element("line", {"class": "edge", "x1": 0.0, "x2": diagram.width, "y1": box.bottom, "y2": box.bottom})
    if band.lane is None:
        return ground + "\n"
    label = f"{band.lane.title}, {band.lane.subtitle}" if band.lane.subtitle else band.lane.title
    return group(
        {"class": "lane", "data-lane": band.lane.id, "data-stage": band.lane.stage.value, "aria-label": label},
        ground,
        edge,
    )


def separator(line: Separator, diagram: Diagram) -> str:
    """One of the lines of interaction, visibility and internal interaction."""
    return (
        element(
            "line",
            {
                "class": f"separator separator-{line.boundary.value}",
                "data-line": line.boundary.value,
                "x1": 8.0,
                "x2": diagram.width,
                "y1": line.y,
                "y2": line.y,
            },
        )
        + "\n"
    )


def titles(diagram: Diagram) -> str:
    """All titles in the gutter, on a ground of their own, so that a page can keep them in sight."""
    grounds = []
    for band in diagram.bands:
        style = f"band band-{band.lane.stage.value if band.lane else band.name}"
        box = band.box
        grounds.append(
            element("rect", {"class": style, "x": 0.0, "y": box.y, "width": diagram.gutter, "height": box.height})
        )
        if band.lane:
            grounds.append(
                element("line", {"class": "edge", "x1": 0.0, "x2": diagram.gutter, "y1": box.bottom, "y2": box.bottom})
            )
    under = element(
        "rect", {"class": "canvas", "x": 0.0, "y": 0.0, "width": diagram.gutter, "height": _bottom(diagram)}
    )
    words = [texts(band.titles, "lane-title") + texts(band.subtitles, "lane-subtitle") for band in diagram.bands]
    lines = [_line_title(line, diagram.gutter) for line in diagram.separators]
    faces = [_faces(mood, diagram.gutter) for mood in diagram.moods[:1]]
    return group({"class": "lane-titles"}, under, *grounds, *lines, *words, *faces)


def _bottom(diagram: Diagram) -> float:
    return max(band.box.bottom for band in diagram.bands)


def _line_title(line: Separator, gutter: float) -> str:
    """A line's name on its line, which it interrupts."""
    if not line.titles:
        return ""
    style = f"separator-part separator-{line.boundary.value}"
    end = line.titles[0].x + line.titles[0].line.width + 8
    ground = element("rect", {"class": "canvas", "x": 0.0, "y": line.y - 12, "width": gutter, "height": 24.0})
    rest = (
        element("line", {"class": style, "x1": end, "x2": gutter, "y1": line.y, "y2": line.y})
        if end < gutter - 4
        else ""
    )
    return ground + rest + texts(line.titles, "separator-title")


def _faces(mood: Mood, gutter: float) -> str:
    """A glad face at the top of the scale and a sad one at its foot: the curve is not told by colour alone."""
    x = gutter - _FACE - 6
    return icon_at("feeling-good", (x, mood.zero - 40 - _FACE / 2), _FACE, "scale") + icon_at(
        "feeling-bad", (x, mood.zero + 40 - _FACE / 2), _FACE, "scale"
    )


def phase(phase: Phase) -> str:
    """A phase as an arrow over its steps."""
    box, point = phase.box, PHASE_POINT
    tail = box.x + point if phase.first else box.x
    shoulder, middle = number(box.right - point), number(box.y + box.height / 2)
    path = (
        f"M{number(box.x)} {number(box.y)}H{shoulder}L{number(box.right)} {middle}"
        f"L{shoulder} {number(box.bottom)}H{number(box.x)}L{number(tail)} {middle}z"
    )
    return group(
        {"class": "phase"}, element("path", {"class": "phase-arrow", "d": path}), texts(phase.texts, "phase-title")
    )


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
        parts.append(element("circle", {"class": "belief-dot", "cx": x, "cy": y, "r": _BELIEF_DOT}))
    for mood in moods:
        if mood.customer is not None:
            parts.append(_dot(mood.x, mood.customer, zero))
    for mood in moods:
        if mood.words:
            parts.append(text(mood.words, "feeling-words"))
    return group({"class": "feelings"}, *parts)


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
    """A point coloured by its sign: up is good, down is bad."""
    mood = "good" if y < zero else "bad" if y > zero else "neutral"
    return element("circle", {"class": f"dot dot-{mood}", "cx": x, "cy": y, "r": _DOT})


def _curve(points: list[Point]) -> str:
    """A smooth curve that is level in every point, so that it never overshoots what was said."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        middle = number((x0 + x1) / 2)
        parts.append(f"C{middle} {number(y0)} {middle} {number(y1)} {number(x1)} {number(y1)}")
    return "".join(parts)


def note(note: Note) -> str:
    """A pain point or an opportunity, with as many marks as it is severe."""
    box = note.box
    parts = [
        element(
            "rect",
            {
                "class": f"note note-{note.kind}",
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
        texts(note.texts, f"note-text note-text-{note.kind}"),
    ]
    for mark in range(3 if note.remark.severity else 0):
        style = "severity" if mark < (note.remark.severity or 0) else "severity-none"
        at = box.x + NOTE_SIDE + 3 + mark * 9
        parts.append(element("circle", {"class": style, "cx": at, "cy": box.bottom - 8, "r": 2.8}))
    inner = "".join(parts)
    if note.remark.link:
        inner = element("a", {"class": "link", "xlink:href": note.remark.link, "target": "_top"}, inner)
    title = element("title", {}, content(note.remark.text))
    return group({"class": f"remark {note.kind}", "data-step": note.step.id}, title, inner)


def legend(entries: tuple[LegendEntry, ...]) -> str:
    """Every sign that occurs, explained."""
    if not entries:
        return ""
    return group({"class": "legend"}, *(_key(entry) + text(entry.text, "legend-text") for entry in entries))


def _key(entry: LegendEntry) -> str:
    x, y = entry.at
    middle = y + 9
    match entry.sign:
        case "feeling":
            line = element("line", {"class": "feeling", "x1": x, "x2": x + 18, "y1": middle, "y2": middle})
            return line + element("circle", {"class": "dot dot-good", "cx": x + 9, "cy": middle, "r": 4.5})
        case "belief":
            line = element("line", {"class": "belief", "x1": x, "x2": x + 18, "y1": middle, "y2": middle})
            return line + element("circle", {"class": "belief-dot", "cx": x + 9, "cy": middle, "r": _BELIEF_DOT})
        case "missing" | "assumed":
            return outline(Box(x, y + 3, 18, 12), Stage.FRONTSTAGE, ["frontstage", entry.sign])
        case "decision":
            return element(
                "polygon",
                {
                    "class": "outline outline-frontstage",
                    "points": " ".join(
                        f"{number(px)},{number(py)}"
                        for px, py in (
                            (x, middle),
                            (x + 4, y + 3),
                            (x + 14, y + 3),
                            (x + 18, middle),
                            (x + 14, y + 15),
                            (x + 4, y + 15),
                        )
                    ),
                },
            )
        case "severity":
            return "".join(
                element(
                    "circle",
                    {"class": "severity" if n < 2 else "severity-none", "cx": x + 3 + n * 7, "cy": middle, "r": 2.8},
                )
                for n in range(3)
            )
        case "moment-of-truth":
            return icon_at("moment-of-truth", (x + 1, y + 1), 16, "star")
        case "fail":
            return icon_at("fail-point", (x + 1, y + 1), 16, "icon icon-fail")
        case "time":
            return icon_at("clock", (x + 1, y + 1), 16, "icon icon-time")
        case other:
            return icon_at(other, (x + 1, y + 1), 16, f"icon icon-{other}")
