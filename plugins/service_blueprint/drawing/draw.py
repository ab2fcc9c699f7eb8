"""A diagram as SVG."""

from collections.abc import Mapping
from dataclasses import replace

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import around, brackets, cards, experience, flows, marking
from service_blueprint.drawing.alone import dark_style, dressed
from service_blueprint.drawing.describe import description
from service_blueprint.drawing.legend import legend
from service_blueprint.drawing.style import FONTS
from service_blueprint.drawing.svg import content, element, group, number
from service_blueprint.insight.union import Marks
from service_blueprint.layout import Diagram, Part, lay_out
from service_blueprint.layout.layout import MARGIN
from service_blueprint.layout.legend import legend_of, occurring
from service_blueprint.layout.sign import Shown
from service_blueprint.words import Words, words_for


def draw(
    blueprint: Blueprint,
    view: View,
    *,
    words: Words | None = None,
    standalone: bool = True,
    prefix: str = "",
    marks: Marks | None = None,
) -> str:
    """One view of a blueprint as SVG text; the same blueprint gives the same text on every machine.

    ``words`` is the language of the tool's own texts, the blueprint's where left out. ``standalone`` brings the
    looks along; without it the page's style sheet (``style.page_style``) is needed. ``prefix`` stands before
    every id, so that several drawings can share a page. ``marks`` say what has changed in a blueprint that is a
    ``union`` of two; they come with a legend of their own.
    """
    words = words or words_for(blueprint.language)
    return paint(lay_out(blueprint, view, words), words, standalone=standalone, prefix=prefix, marks=marks)


def paint(
    diagram: Diagram,
    words: Words,
    *,
    standalone: bool = True,
    prefix: str = "",
    part: Part | None = None,
    marks: Marks | None = None,
    step_links: Mapping[str, str] | None = None,
) -> str:
    """A diagram that has been laid out, as SVG text; of a ``part`` only, with all lane titles and the legend.

    ``step_links`` are the addresses of the steps by their ids, for cards that lead to who is behind them.
    """
    links = step_links or {}
    width, height, pieces = _whole(diagram, words, marks, links) if part is None else _part(diagram, part, words, links)
    blueprint = diagram.blueprint
    title_id, description_id = (f"{prefix or diagram.view}-{name}" for name in ("title", "desc"))
    attributes: dict[str, str | float | None] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "viewBox": f"0 0 {width:.0f} {height:.0f}",
        "width": f"{width:.0f}",
        "height": f"{height:.0f}",
        # On paper a page gives it more room than it needs.
        "preserveAspectRatio": None if standalone else "xMinYMin",
        "font-family": FONTS,
        "lang": words.language,
        "role": "graphics-document document",
        "aria-labelledby": title_id,
        "aria-describedby": description_id,
        "data-blueprint": blueprint.id,
        "data-view": diagram.view.value,
        "data-gutter": diagram.gutter,
    }
    body = "".join(pieces)
    title = f"{blueprint.title}: {part.title}" if part and part.title else blueprint.title
    return element(
        "svg",
        attributes,
        "\n",
        element("title", {"id": title_id}, content(title)),
        element("desc", {"id": description_id}, content(description(diagram, words))),
        dark_style(body) if standalone else "",
        "\n",
        dressed(body) if standalone else body,
    )


def _whole(
    diagram: Diagram, words: Words, marks: Marks | None, links: Mapping[str, str]
) -> tuple[float, float, list[str]]:
    """The width and height of a whole drawing in px, and its pieces."""
    if marks is None:
        layers = _layers(diagram, words, Marks(), links)
        return diagram.width, diagram.height, [*layers, around.titles(diagram), legend(diagram.legend)]
    key, height = marking.key(marks, diagram, words)
    taller = replace(diagram, height=height)
    layers = [*_layers(taller, words, marks, links), *marking.signs(diagram, marks)]
    return diagram.width, height, [*layers, around.titles(diagram), legend(diagram.legend), key]


def _part(diagram: Diagram, part: Part, words: Words, links: Mapping[str, str]) -> tuple[float, float, list[str]]:
    """The same of a part: a window onto the drawing, beside all lane titles and over the whole legend."""
    shown, depth = part.end - part.start, diagram.legend_top
    width = diagram.gutter + shown
    inside = _within(diagram, part)
    steps = {step.id for step in diagram.blueprint.steps[part.first : part.last + 1]}
    moods = tuple(mood for mood in diagram.moods if mood.step.id in steps)
    inside_shown = Shown(inside.cards, moods, inside.notes, inside.gaps, inside.brackets, inside.dashes, inside.tracks)
    entries, end = legend_of(occurring(inside_shown, words), diagram.gutter, width, depth)
    window: dict[str, str | float | None] = {
        "x": diagram.gutter,
        "width": shown,
        "height": depth,
        "viewBox": f"{number(part.start)} 0 {number(shown)} {number(depth)}",
        "overflow": "hidden",
    }
    view = element("svg", window, "\n", *_layers(inside, words, Marks(), links))
    height = end + MARGIN
    return width, height, [_ground(width, height), view, around.titles(diagram), legend(entries)]


def _ground(width: float, height: float) -> str:
    return element("rect", {"class": "canvas", "width": width, "height": height}) + "\n"


def _within(diagram: Diagram, part: Part) -> Diagram:
    """What a part shows of a diagram; the curves and the bands run on beyond it."""
    steps = {step.id for step in diagram.blueprint.steps[part.first : part.last + 1]}

    def seen(start: float, end: float) -> bool:
        return start < part.end and end > part.start

    return replace(
        diagram,
        phases=tuple(phase for phase in diagram.phases if seen(phase.box.x, phase.box.right)),
        headings=tuple(heading for heading in diagram.headings if heading.step.id in steps),
        conditions=tuple(condition for condition in diagram.conditions if condition.step.id in steps),
        cards=tuple(card for card in diagram.cards if card.step.id in steps),
        tracks=tuple(track for track, reach in zip(diagram.tracks, diagram.reaches, strict=True) if seen(*reach)),
        notes=tuple(note for note in diagram.notes if note.step.id in steps),
        dashes=tuple(point for point in diagram.dashes if seen(point[0], point[0])),
        brackets=tuple(bracket for bracket in diagram.brackets if seen(bracket.x, bracket.x)),
        gaps=tuple(gap for gap in diagram.gaps if gap.step.id in steps),
    )


def _layers(diagram: Diagram, words: Words, marks: Marks, links: Mapping[str, str]) -> list[str]:
    """What lies between the titles and the legend, from the back to the front."""
    return [
        _ground(diagram.width, diagram.height),
        *(around.band(band, diagram) for band in diagram.bands),
        *(around.separator(line, diagram) for line in diagram.separators),
        *(around.phase(phase) for phase in diagram.phases),
        *(around.heading(heading) for heading in diagram.headings),
        *(around.condition(condition) for condition in diagram.conditions),
        experience.feelings(diagram.moods, diagram),
        *(flows.flow(track, marks.of_flow(track.flow)) for track in diagram.tracks),
        *(flows.label(track, around.ground(track, diagram)) for track in diagram.tracks),
        *(cards.dash(point, words("Nothing happens here, on purpose")) for point in diagram.dashes),
        *(brackets.bracket(bracket) for bracket in diagram.brackets),
        *(cards.gap(gap) for gap in diagram.gaps),
        *_steps(diagram, words, marks, links),
        *(experience.note(note, marks.of_remark(note.step, note.kind, note.remark)) for note in diagram.notes),
    ]


def _steps(diagram: Diagram, words: Words, marks: Marks, links: Mapping[str, str]) -> list[str]:
    """The cards, step by step: the order in which a screen reader and the keyboard go through them."""
    own: dict[str, list[str]] = {}
    for card in diagram.cards:
        link = links.get(card.step.id, "")
        drawn = cards.card(card, diagram, words, marks.actions.get(card.action.address), link)
        own.setdefault(card.step.id, []).append(drawn)
    groups = []
    for step in diagram.blueprint.steps:
        if step.id in own:
            label = words("Step {number}: {heading}", number=step.number, heading=step.heading)
            if step.when:
                label = f"{label}; {words('When')}: {step.when}"
            attributes = {"class": "step", "data-step": step.id, "role": "group", "aria-label": label}
            groups.append(group({**attributes}, "\n", *own[step.id]))
    return groups
