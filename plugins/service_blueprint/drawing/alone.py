"""The looks of a drawing that stands alone: in attributes, which need no style sheet, and the dark ones beside them.

Where a policy forbids styles within a file, and in programs that know no CSS, a drawing is as it should be, in light
colours. Where styles are read they win over attributes, so that a style sheet can say what the dark palette changes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from service_blueprint.drawing.style import looks
from service_blueprint.drawing.svg import element

# All that a drawing holds of others' texts is escaped, so "<" begins an element and ">" ends it; classes come first.
_CLASSES = re.compile(r'<\w+ class="([^"]+)"')
_STYLED = re.compile(r'(<\w+ class="([^"]+)"[^>]*?)(/?>)')


def dressed(svg: str) -> str:
    """A drawing, or a piece of one, with the light looks of its classes as attributes."""
    return _STYLED.sub(lambda found: f"{found[1]}{_attributes(found[2])}{found[3]}", svg)


def dark_style(svg: str) -> str:
    """The style element for a drawing of these pieces: the dark colours of its classes, for readers who prefer them."""
    names = {name for classes in set(_CLASSES.findall(svg)) for name in classes.split()}
    rules = "\n".join(_dark_rules(names))
    return element("style", {}, f"\n@media (prefers-color-scheme: dark) {{\n{rules}\n}}\n")


def _dark_rules(names: set[str]) -> Iterator[str]:
    light, dark = looks("light"), looks("dark")
    for name in dark:
        if name in names:
            said = [f"{key}: {value}" for key, value in dark[name].items() if light[name][key] != value]
            if said:
                # LibreOffice reads the rules of any @media, but does not know :root.
                yield f":root .{name} {{ {'; '.join(said)}; }}"


@lru_cache(maxsize=1024)
def _attributes(classes: str) -> str:
    light = looks("light")
    said = (item for name in classes.split() for item in light.get(name, {}).items())
    return "".join(f' {key}="{value.removesuffix("px")}"' for key, value in said)
