"""The marked picture: the new diagram with what is added, changed, moved and removed."""

from dataclasses import dataclass

from service_blueprint.drawing.draw import draw
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.union import union
from service_blueprint.words import Words

# All sizes in px.
TITLE_FONT, TITLE_LINE, TEXT_FONT, TEXT_LINE = 18.0, 24.0, 12.5, 18.0
MARGIN, BETWEEN, LEAST_WIDTH = 16.0, 32.0, 640.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ``width`` and ``height`` px; ``svg`` needs the style sheet of what it is put into."""

    width: float
    height: float
    svg: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a sheet: a title, lines of text below it, and a picture where there is one."""

    title: str
    lines: tuple[str, ...] = ()
    picture: Picture | None = None


def draw_comparison(comparison: Comparison, words: Words, *, standalone: bool = True, prefix: str = "") -> str:
    """The new diagram as SVG text, marked, with what is gone where it was; in the view that suits both sides.

    ``standalone`` and ``prefix`` are those of ``draw``. Raises ValueError where there is no blueprint on either side.
    """
    blueprint, marks = union(comparison)
    return draw(blueprint, blueprint.first_view, words=words, standalone=standalone, prefix=prefix, marks=marks)
