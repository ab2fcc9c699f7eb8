"""The style sheets and scripts that the pages need in a browser."""

import re
from base64 import b64encode
from importlib.resources import files

from service_blueprint.drawing.style import page_style
from service_blueprint.pages.addresses import ASSETS

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
_MODULES = ("diagram", "figure", "lane-titles", "keyboard", "filter", "moved", "named-step", "sharing", "steps")
SCRIPTS = (ENTRY_SCRIPT, *(f"{ASSETS}/{name}.js" for name in _MODULES))

EMBED_STYLE = f"{ASSETS}/embed-page.css"
EMBED_SCRIPT = f"{ASSETS}/embed-page.js"
HOST_SCRIPT = f"{ASSETS}/embed.js"
"""For a page of another site that shows diagrams in frames."""

_MODULE_LINE = re.compile(r"^import .*\n|^export ", re.MULTILINE)
_FONT_ADDRESS = re.compile(r'url\("([\w-]+\.woff2)"\)')


def asset_files() -> dict[str, bytes]:
    """All style sheets, scripts and fonts by their address on the site.

    Pages name ``STYLES`` and ``ENTRY_SCRIPT``; these name the rest. The page of a frame names ``EMBED_STYLE`` and
    ``EMBED_SCRIPT``.
    """
    fonts = files("service_blueprint.drawing").joinpath("fonts").iterdir()
    own = (address for address in (*STYLES, *SCRIPTS, HOST_SCRIPT) if address != DIAGRAM_STYLE)
    return {
        DIAGRAM_STYLE: page_style(marked=True).encode(),
        ENTRY_STYLE: "".join(f'@import "{style.rpartition("/")[2]}";\n' for style in STYLES).encode(),
        **{f"{ASSETS}/{font.name}": font.read_bytes() for font in fonts if font.name.endswith(".woff2")},
        **{address: _asset(address.rpartition("/")[2]).encode() for address in own},
        EMBED_STYLE: _embed_style().encode(),
        EMBED_SCRIPT: _embed_script().encode(),
    }


# A page around a frame may put it into a sandbox, where it is of no origin: a browser then loads neither modules nor
# fonts for it. So the page of a frame has a plain script made of the modules, and a style sheet with the fonts in it.


def _embed_script() -> str:
    names = ("lane-titles", "keyboard", "named-step", "embed-page")
    modules = (_MODULE_LINE.sub("", _asset(f"{name}.js")) for name in names)
    return '"use strict";\n(() => {\n' + "\n".join(modules) + "})();\n"


def _embed_style() -> str:
    fonts = _FONT_ADDRESS.sub(lambda font: f'url("{_font(font[1])}")', _asset("fonts.css"))
    return "\n".join((page_style(by_system=True), fonts, _asset("sheet.css"), _asset("embed-page.css")))


def _font(name: str) -> str:
    font = files("service_blueprint.drawing").joinpath("fonts", name).read_bytes()
    return f"data:font/woff2;base64,{b64encode(font).decode()}"


def _asset(name: str) -> str:
    return files("service_blueprint.pages").joinpath("assets", name).read_text(encoding="utf-8")
