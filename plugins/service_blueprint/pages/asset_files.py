"""The style sheets and scripts that the pages need in a browser."""

from importlib.resources import files

from service_blueprint.drawing.style import page_style
from service_blueprint.pages.addresses import ASSETS

DIAGRAM_STYLE = f"{ASSETS}/diagram.css"
STYLES = (
    DIAGRAM_STYLE,
    *(f"{ASSETS}/{name}.css" for name in ("fonts", "page", "figure", "table", "print")),
)
ENTRY_SCRIPT = f"{ASSETS}/service-blueprint.js"
SCRIPTS = (ENTRY_SCRIPT, *(f"{ASSETS}/{name}.js" for name in ("diagram", "lane-titles", "keyboard", "filter")))


def asset_files() -> dict[str, bytes]:
    """All style sheets, scripts and fonts by their address on the site.

    Pages name ``STYLES`` and ``ENTRY_SCRIPT``; these name the rest.
    """
    folder = files("service_blueprint.pages").joinpath("assets")
    fonts = files("service_blueprint.drawing").joinpath("fonts").iterdir()
    own = (address for address in (*STYLES, *SCRIPTS) if address != DIAGRAM_STYLE)
    return {
        DIAGRAM_STYLE: page_style().encode(),
        **{f"{ASSETS}/{font.name}": font.read_bytes() for font in fonts if font.name.endswith(".woff2")},
        **{address: folder.joinpath(address.rpartition("/")[2]).read_bytes() for address in own},
    }
