"""What stands behind and around the cards: bands and their titles, separators, phases."""

from service_blueprint.drawing.icons import icon_at
from service_blueprint.drawing.svg import content, element, group, number
from service_blueprint.drawing.texts import texts
from service_blueprint.layout.bands import PHASE_POINT
from service_blueprint.layout.geometry import Band, Diagram, Heading, Mood, Phase, Separator, Track

_FACE = 14.0  # px


def band(band: Band, diagram: Diagram) -> str:
    """The ground of a band; a lane is a group that says which one it is."""
    box = band.box
    ground = element("rect", {"class": _style(band), "x": box.x, "y": box.y, "width": box.width, "height": box.height})
    edge = element("line", {"class": "edge", "x1": 0.0, "x2": diagram.width, "y1": box.bottom, "y2": box.bottom})
    if band.lane is None:
        return ground + "\n"
    label = f"{band.lane.title}, {band.lane.subtitle}" if band.lane.subtitle else band.lane.title
    return group(
        {
            "class": "lane",
            "data-lane": band.lane.id,
            "data-stage": band.lane.stage,
            "role": "group",
            "aria-label": label,
        },
        ground,
        edge,
    )


def ground(track: Track, diagram: Diagram) -> str:
    """The class of the band on which a flow's label stands."""
    if track.label_box:
        y = track.label_box.middle[1]
        for band in diagram.bands:
            if band.box.y <= y < band.box.bottom:
                return _style(band)
    return "canvas"


def _style(band: Band) -> str:
    return f"band band-{(band.lane.stage or 'several') if band.lane else band.name}"


def separator(line: Separator, diagram: Diagram) -> str:
    """One of the lines of interaction, visibility and internal interaction."""
    return (
        element(
            "line",
            {
                "class": f"separator separator-{line.boundary.value}",
                "data-line": line.boundary.value,
                "x1": diagram.gutter,
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
    width = diagram.gutter
    for band in diagram.bands:
        box = band.box
        grounds.append(
            element("rect", {"class": _style(band), "x": 0.0, "y": box.y, "width": width, "height": box.height})
        )
        if band.lane:
            grounds.append(
                element("line", {"class": "edge", "x1": 0.0, "x2": width, "y1": box.bottom, "y2": box.bottom})
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
    """A line's name on its line, which it interrupts; its dashes begin where those of the lanes do."""
    if not line.titles:
        return ""
    style = f"separator-{line.boundary.value}"
    end = line.titles[0].x + line.titles[0].line.width + 8
    ground = element("rect", {"class": "canvas", "x": 0.0, "y": line.y - 12, "width": gutter, "height": 24.0})
    rest = (
        element("line", {"class": style, "x1": gutter, "x2": end, "y1": line.y, "y2": line.y})
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
    said = element("title", {}, content(f"{phase.title}: {phase.said}")) if phase.said else ""
    arrow = element("path", {"class": "phase-arrow", "d": path})
    return group(
        {"class": "phase"}, said, arrow, texts(phase.texts, "phase-title"), texts(phase.details, "phase-details")
    )


def heading(heading: Heading) -> str:
    """The title of a step, over its column."""
    return group({"class": "heading", "data-step": heading.step.id}, texts(heading.texts, "heading-text"))


def condition(condition: Heading) -> str:
    """The words over a step that happens at some time only, on a bracket around the head of its column."""
    box, texts_ = condition.box, condition.texts
    y = texts_[-1].y - 4
    wide = texts_[-1].line.width / 2 + 6
    middle = box.x + box.width / 2
    sides = (
        f"M{number(box.x)} {number(y + 8)}V{number(y + 4)}q0 -4 4 -4H{number(middle - wide)}"
        f"M{number(middle + wide)} {number(y)}H{number(box.right - 4)}q4 0 4 4V{number(y + 8)}"
    )
    return group(
        {"class": "condition", "data-step": condition.step.id},
        element("path", {"class": "condition-line", "d": sides}),
        texts(texts_, "condition-text"),
    )
