"""A diagram as SVG."""

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import around, cards, experience, flows
from service_blueprint.drawing.describe import description
from service_blueprint.drawing.legend import legend
from service_blueprint.drawing.style import standalone_style
from service_blueprint.drawing.svg import content, element, group
from service_blueprint.layout import Diagram, lay_out
from service_blueprint.words import Words, words_for


def draw(
    blueprint: Blueprint, view: View, *, words: Words | None = None, standalone: bool = True, prefix: str = ""
) -> str:
    """One view of a blueprint as SVG text; the same blueprint gives the same text on every machine.

    ``words`` is the language of the tool's own texts, the blueprint's where left out. ``standalone`` brings the
    style sheet along; without it the page's style sheet (``style.page_style``) is needed. ``prefix`` stands before
    every id, so that several drawings can share a page.
    """
    words = words or words_for(blueprint.language)
    return paint(lay_out(blueprint, view, words), words, standalone=standalone, prefix=prefix)


def paint(diagram: Diagram, words: Words, *, standalone: bool = True, prefix: str = "") -> str:
    """A diagram that has been laid out, as SVG text."""
    blueprint = diagram.blueprint
    title_id, description_id = (f"{prefix or diagram.view}-{part}" for part in ("title", "desc"))
    attributes: dict[str, str | float | None] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "viewBox": f"0 0 {diagram.width:.0f} {diagram.height:.0f}",
        "width": f"{diagram.width:.0f}",
        "height": f"{diagram.height:.0f}",
        "lang": words.language,
        "role": "graphics-document document",
        "aria-labelledby": title_id,
        "aria-describedby": description_id,
        "data-blueprint": blueprint.id,
        "data-view": diagram.view.value,
        "data-gutter": diagram.gutter,
    }
    return element(
        "svg",
        attributes,
        "\n",
        element("title", {"id": title_id}, content(blueprint.title)),
        element("desc", {"id": description_id}, content(description(diagram, words))),
        f"<style>\n{standalone_style()}\n</style>" if standalone else "",
        "\n",
        *_layers(diagram, words),
    )


def _layers(diagram: Diagram, words: Words) -> list[str]:
    """The parts of the drawing, from the back to the front."""
    ground: dict[str, str | float | None] = {"class": "canvas", "width": diagram.width, "height": diagram.height}
    return [
        element("rect", ground) + "\n",
        *(around.band(band, diagram) for band in diagram.bands),
        *(around.separator(line, diagram) for line in diagram.separators),
        *(around.phase(phase) for phase in diagram.phases),
        experience.feelings(diagram.moods, diagram),
        *(flows.flow(track) for track in diagram.tracks),
        *(flows.label(track, around.ground(track, diagram)) for track in diagram.tracks),
        *(cards.dash(point, words("Nothing happens here, on purpose")) for point in diagram.dashes),
        *(cards.bracket(bracket) for bracket in diagram.brackets),
        *(cards.gap(gap) for gap in diagram.gaps),
        *_steps(diagram, words),
        *(experience.note(note) for note in diagram.notes),
        around.titles(diagram),
        legend(diagram.legend),
    ]


def _steps(diagram: Diagram, words: Words) -> list[str]:
    """The cards, step by step: the order in which a screen reader and the keyboard go through them."""
    groups = []
    for step in diagram.blueprint.steps:
        own = [cards.card(card, diagram, words) for card in diagram.cards if card.step is step]
        label = words("Step {number}: {heading}", number=step.number, heading=step.heading)
        if own:
            groups.append(
                group({"class": "step", "data-step": step.id, "role": "group", "aria-label": label}, "\n", *own)
            )
    return groups
