"""The drawings of a blueprint's page: each view for the page itself, and as a file of its own."""

from dataclasses import dataclass

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import paint
from service_blueprint.layout import lay_out
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class Picture:
    """One view, drawn: ``inline`` follows the page's colours, ``file`` stands alone. Both are SVG of ``width`` px."""

    view: View
    width: float
    inline: str
    file: str


def pictures(blueprint: Blueprint, words: Words) -> tuple[Picture, ...]:
    """All views of a blueprint, drawn."""
    return tuple(_picture(blueprint, view, words) for view in View)


def _picture(blueprint: Blueprint, view: View, words: Words) -> Picture:
    diagram = lay_out(blueprint, view, words)
    # All views stand on one page; an id that occurs twice would break markers and anchors.
    inline = paint(diagram, words, standalone=False, prefix=f"{view}-")
    return Picture(view, diagram.width, inline, file=paint(diagram, words))
