"""Lines of text, each held to the width that was measured for it, whatever font the reader has."""

from service_blueprint.drawing.svg import content, element
from service_blueprint.layout.geometry import Text


def text(placed: Text, style: str) -> str:
    """One line as real text; ``style`` is its class."""
    line = placed.line
    x, anchor = placed.x, "middle" if placed.middle else None
    if line.right_to_left and not placed.middle:
        # Programs that know no direction take another end for the start than the others do; all know the middle.
        x, anchor = placed.x + line.width / 2, "middle"
    return element(
        "text",
        {
            "class": style,
            "x": x,
            "y": placed.y,
            "text-anchor": anchor,
            "direction": "rtl" if line.right_to_left else None,
            "textLength": line.width,
            "lengthAdjust": "spacingAndGlyphs",
        },
        content(line.text),
    )


def texts(several: tuple[Text, ...], style: str) -> str:
    """Several lines of one style."""
    return "".join(text(placed, style) for placed in several)
