"""Writing SVG: elements as text, everything that comes from outside escaped."""

import re
from xml.sax.saxutils import escape

# What an attribute cannot hold as it is.
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
# Characters that XML 1.0 cannot carry, not even escaped.
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def number(value: float) -> str:
    """A length in px with at most two decimals, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def content(text: str) -> str:
    """Text as an element's content."""
    return escape(_UNSPEAKABLE.sub("\ufffd", text))


def element(name: str, attributes: dict[str, str | float | None], *children: str) -> str:
    """An element; attributes that are None or empty are left out, numbers are px, ``children`` are SVG already."""
    parts = []
    for key, value in attributes.items():
        if isinstance(value, str):
            if value:
                parts.append(f' {key}="{_quoted(value) if _SPECIAL.search(value) else value}"')
        elif value is not None:
            parts.append(f' {key}="{number(value)}"')
    inner = "".join(children)
    return f"<{name}{''.join(parts)}>{inner}</{name}>" if inner else f"<{name}{''.join(parts)}/>"


def _quoted(value: str) -> str:
    return escape(_UNSPEAKABLE.sub("", value), _QUOTES)


def group(attributes: dict[str, str | float | None], *children: str) -> str:
    """A group of elements, on a line of its own."""
    return element("g", attributes, *children) + "\n"
