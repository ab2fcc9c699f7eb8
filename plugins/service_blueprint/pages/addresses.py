"""Where everything stands on the site.

People paste these addresses into other documents, so they never change while a blueprint's id stays. A page is always
an ``index.html`` in a folder of its own: its address, and the links from it, are then the same with and without
directory addresses.
"""

import posixpath
from urllib.parse import quote

from service_blueprint.blueprint import View

FOLDER = "blueprints"
INDEX = f"{FOLDER}/index.html"
ASSETS = "assets/service-blueprint"


def page_file(blueprint_id: str) -> str:
    """The file of a blueprint's page: ``blueprints/<id>/index.html``."""
    return f"{FOLDER}/{blueprint_id}/index.html"


def picture_file(blueprint_id: str, view: View, ending: str = "svg") -> str:
    """The file of a view's picture: ``blueprints/<id>/<view>.svg``."""
    return f"{FOLDER}/{blueprint_id}/{view}.{ending}"


def table_file(blueprint_id: str) -> str:
    """The file of the touchpoint table: ``blueprints/<id>/touchpoints.csv``."""
    return f"{FOLDER}/{blueprint_id}/touchpoints.csv"


def link(target: str, source: str, *, directory_urls: bool = True) -> str:
    """The relative address of one file of the site from another, ready for an ``href``.

    With ``directory_urls`` a page is named by its folder, without the ``index.html`` at its end.
    """
    path = posixpath.relpath(target, posixpath.dirname(source))
    if directory_urls and posixpath.basename(path) == "index.html":
        folder = posixpath.dirname(path)
        path = f"{folder}/" if folder else "./"
    return quote(path)
