"""The marked picture: the new diagram with what is added, changed, moved and removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from service_blueprint.drawing.alone import dark_style, dressed
from service_blueprint.drawing.draw import draw, paint
from service_blueprint.drawing.marking import key
from service_blueprint.drawing.style import FONTS
from service_blueprint.drawing.svg import content, element, group, number
from service_blueprint.drawing.texts import text
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.union import union
from service_blueprint.layout import lay_out
from service_blueprint.layout.geometry import Text
from service_blueprint.layout.text import wrap
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


def draw_comparison(comparison: Comparison, words: Words) -> str:
    """The new diagram as SVG text, marked, with what is gone where it was; in the view that suits both sides.

    Raises ValueError where there is no blueprint on either side.
    """
    blueprint, marks = union(comparison)
    return draw(blueprint, blueprint.first_view, words=words, marks=marks)


def comparison_picture(comparison: Comparison, words: Words, prefix: str) -> Picture:
    """The same drawing to be put into a sheet or a page; ``prefix`` stands before every id."""
    blueprint, marks = union(comparison)
    diagram = lay_out(blueprint, blueprint.first_view, words)
    svg = paint(diagram, words, standalone=False, prefix=prefix, marks=marks)
    return Picture(diagram.width, key(marks, diagram, words)[1], svg)


def sheet(panels: Sequence[Panel], words: Words) -> str:
    """Panels below each other as one SVG that stands alone; their pictures need no style sheet of their own."""
    width = max([LEAST_WIDTH, *(panel.picture.width + 2 * MARGIN for panel in panels if panel.picture)])
    pieces = []
    y = MARGIN
    for panel in panels:
        for style, font, line_height, several in (
            ("sheet-title", TITLE_FONT, TITLE_LINE, (panel.title,)),
            ("sheet-text", TEXT_FONT, TEXT_LINE, panel.lines),
        ):
            bold = style == "sheet-title"
            for line in (line for each in several for line in wrap(each, width - 2 * MARGIN, font, bold=bold)):
                y += line_height
                pieces.append(text(Text(MARGIN, y - line_height / 4, line), style))
        if panel.picture:
            pieces.append(group({"transform": f"translate({number(MARGIN)} {number(y + MARGIN)})"}, panel.picture.svg))
            y += panel.picture.height + MARGIN
        y += BETWEEN
    height = y - BETWEEN + MARGIN
    title = "; ".join(panel.title for panel in panels)
    attributes: dict[str, str | float | None] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "viewBox": f"0 0 {width:.0f} {height:.0f}",
        "width": f"{width:.0f}",
        "height": f"{height:.0f}",
        "font-family": FONTS,
        "lang": words.language,
    }
    body = "".join([element("rect", {"class": "canvas", "width": width, "height": height}), *pieces])
    return element("svg", attributes, element("title", {}, content(title)), dark_style(body), "\n", dressed(body))
