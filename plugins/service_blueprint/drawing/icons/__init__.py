"""The signs on a drawing, from Material's icon set.

Those that every drawing may need lie here; ``tools/copy_icons.py`` puts them here. A catalog may name any other
icon of Material for MkDocs that is a single path on a grid of 24 x 24, as all of ``material/`` and ``simple/`` are.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from service_blueprint.drawing.svg import element, number

GRID = 24  # the width and height of every icon, in its own units

# As short as a system takes the name of a file, and longer than any icon's.
_NAME = re.compile(r"(?=.{1,200}$)[a-z0-9-]+(/[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon as SVG path data on a grid of 24 x 24."""

    path: str


@lru_cache
def icon(name: str) -> Icon | None:
    """An icon by its name: a sign such as "fail-point", or an icon of the theme such as "material/tablet".

    None where there is no such icon, where the theme is not installed, or where the icon is more than one path.
    """
    if not _NAME.fullmatch(name):
        return None
    own = files(__package__).joinpath(f"{name}.svg")
    if own.is_file():
        return _read(own.read_text(encoding="utf-8"))
    theme = _theme_icons()
    if theme and (theme / f"{name}.svg").is_file():
        return _read((theme / f"{name}.svg").read_text(encoding="utf-8"))
    return None


def icon_at(name: str, at: tuple[float, float], size: float, style: str) -> str:
    """An icon with its top left corner at ``at``, ``size`` px wide; nothing where there is no such icon."""
    found = icon(name)
    if found is None:
        return ""
    place = f"translate({number(at[0])} {number(at[1])}) scale({number(size / GRID)})"
    return element("path", {"class": style, "transform": place, "d": found.path})


def is_missing(name: str) -> bool:
    """Whether nobody can draw the icon of that name; where the theme is not installed, its icons may be there."""
    return icon(name) is None and not (_NAME.fullmatch(name) and _theme_icons() is None)


def _theme_icons() -> Path | None:
    """Where the installed theme keeps its icons, found without importing the theme."""
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "templates" / ".icons"


def _read(svg: str) -> Icon | None:
    root = ElementTree.fromstring(svg)
    if root.get("viewBox") != f"0 0 {GRID} {GRID}" or len(root) != 1:
        return None
    path = root[0].get("d")
    return Icon(path) if path else None
