"""The style sheets and scripts that the pages need in a browser."""

import re
from collections.abc import Mapping
from importlib.resources import files

from service_blueprint.blueprint import View
from service_blueprint.drawing.style import page_style
from service_blueprint.layout import gutter
from service_blueprint.pages.addresses import ASSETS
from service_blueprint.pages.elsewhere.embedding import FOOT
from service_blueprint.pages.pictures import MOST

DIAGRAM_STYLE = f"{ASSETS}/diagram.css"
STYLES = (
    DIAGRAM_STYLE,
    *(
        f"{ASSETS}/{name}.css"
        for name in ("fonts", "page", "sheet", "figure", "markdown", "table", "changes", "sharing", "print")
    ),
)
ENTRY_STYLE = f"{ASSETS}/service-blueprint.css"
"""For a site where somebody writes by hand which style sheets are loaded: it loads all of ``STYLES``."""

ENTRY_SCRIPT = f"{ASSETS}/service-blueprint.js"
EMBED_STYLE = f"{ASSETS}/embed-page.css"
EMBED_SCRIPT = f"{ASSETS}/embed-page.js"
EMBED_ICON = f"{ASSETS}/icon.svg"
HOST_SCRIPT = f"{ASSETS}/embed.js"
"""For a page of another site that shows diagrams in frames."""

# Each is written as modules; what one needs stands before it.
_MODULES = {
    ENTRY_SCRIPT: (
        "named-step", "lane-titles", "keyboard", "steps", "diagram", "figure", "filter", "moved", "sharing",
        "service-blueprint",
    ),
    EMBED_SCRIPT: ("lane-titles", "keyboard", "named-step", "embed-page"),
}  # fmt: skip
_EACH_VIEW = re.compile(r'^.*"each-view".*(?= \{$)', re.MULTILINE)
"""A selector that is written once and stands for one of each view."""

_MODULE_LINE = re.compile(r"^import .*\n|^export ", re.MULTILINE)


# What style sheets must know of how a diagram is laid out, in px. Titles grow with the drawing.
_LENGTHS = {"titles-least": gutter.LEAST, "titles-most": gutter.MOST * MOST}


def asset_files() -> dict[str, bytes]:
    """All style sheets, scripts, fonts and the icon by their address on the site.

    Pages name ``STYLES`` and ``ENTRY_SCRIPT``; these name the rest. The page of a frame names
    ``EMBED_STYLE``, ``EMBED_SCRIPT`` and ``EMBED_ICON``.
    """
    fonts = files("service_blueprint.drawing").joinpath("fonts").iterdir()
    own = (address for address in (*STYLES, EMBED_ICON, HOST_SCRIPT) if address != DIAGRAM_STYLE)
    return {
        DIAGRAM_STYLE: (page_style(marked=True) + _lengths(_LENGTHS)).encode(),
        ENTRY_STYLE: "".join(f'@import "{style.rpartition("/")[2]}";\n' for style in STYLES).encode(),
        **{f"{ASSETS}/{font.name}": font.read_bytes() for font in fonts if font.name.endswith(".woff2")},
        **{address: _asset(address.rpartition("/")[2]).encode() for address in own},
        EMBED_STYLE: _embed_style().encode(),
        **{address: _plain_script(modules).encode() for address, modules in _MODULES.items()},
    }


# Browsers load no modules for a page that is of no origin: one that is opened as a file, or in a frame that is in a
# sandbox. So each is one plain script. (Nor do they load fonts for such a frame, but where the server lets every site.)


def _plain_script(modules: tuple[str, ...]) -> str:
    texts = (_MODULE_LINE.sub("", _asset(f"{name}.js")) for name in modules)
    return '"use strict";\n(() => {\n' + "\n".join(texts) + "})();\n"


def _embed_style() -> str:
    lengths = _lengths({**_LENGTHS, "foot": FOOT})
    return "\n".join((page_style(by_system=True), lengths, *map(_asset, ("fonts.css", "sheet.css", "embed-page.css"))))


def _lengths(lengths: Mapping[str, float]) -> str:
    declared = "".join(f"  --sb-{name}: {length:g}px;\n" for name, length in lengths.items())
    return f":root {{\n{declared}}}\n"


def _asset(name: str) -> str:
    text = files("service_blueprint.pages").joinpath("assets", name).read_text(encoding="utf-8")
    return _EACH_VIEW.sub(lambda found: ",\n".join(found[0].replace("each-view", view) for view in View), text)
