"""Lines of text, each held to the width that was measured for it, whatever font the reader has."""

from service_blueprint.drawing.svg import content, element
from service_blueprint.layout.geometry import Text
from service_blueprint.layout.text import is_rtl


def text(placed: Text, style: str) -> str:
    """One line as real text; ``style`` is its class."""
    line = placed.line
    right_to_left = is_rtl(line.text)
    x = placed.x
    if right_to_left and not placed.middle:
        x += line.width
    return element(
        "text",
        {
            "class": style,
            "x": x,
            "y": placed.y,
            "text-anchor": "middle" if placed.middle else None,
            "direction": "rtl" if right_to_left else None,
            "textLength": line.width,
            "lengthAdjust": "spacingAndGlyphs",
        },
        content(line.text),
    )


def texts(several: tuple[Text, ...], style: str) -> str:
    """Several lines of one style."""
    return "".join(text(placed, style) for placed in several)
