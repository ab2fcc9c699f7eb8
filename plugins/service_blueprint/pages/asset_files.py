"""The style sheets and scripts that the pages need in a browser."""

from importlib.resources import files

from service_blueprint.drawing.style import page_style
from service_blueprint.pages.addresses import ASSETS

DIAGRAM_STYLE = f"{ASSETS}/diagram.css"
STYLES = (DIAGRAM_STYLE, f"{ASSETS}/page.css", f"{ASSETS}/table.css")
ENTRY_SCRIPT = f"{ASSETS}/service-blueprint.js"
SCRIPTS = (ENTRY_SCRIPT, f"{ASSETS}/diagram.js", f"{ASSETS}/filter.js")


def asset_files() -> dict[str, bytes]:
    """All style sheets and scripts by their address on the site. Pages name ``STYLES`` and ``ENTRY_SCRIPT``."""
    folder = files("service_blueprint.pages").joinpath("assets")
    own = (address for address in (*STYLES, *SCRIPTS) if address != DIAGRAM_STYLE)
    return {
        DIAGRAM_STYLE: page_style().encode(),
        **{address: folder.joinpath(address.rpartition("/")[2]).read_bytes() for address in own},
    }
