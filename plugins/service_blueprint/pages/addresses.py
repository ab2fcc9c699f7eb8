"""Where everything stands on the site.

People paste these addresses into other documents, so they never change while a blueprint's id stays. A page is always
an ``index.html`` in a folder of its own: its address, and the links from it, are then the same with and without
directory addresses.
"""

import posixpath
from urllib.parse import quote

from service_blueprint import file_names
from service_blueprint.blueprint import View

FOLDER = file_names.FOLDER
INDEX = f"{FOLDER}/index.html"
ASSETS = "assets/service-blueprint"

# No blueprint can have these addresses, as no id begins with ``_`` or ends like a file.
SITE_CHANGES = f"{FOLDER}/_changes/index.html"
SITE_INDEX = f"{FOLDER}/index.json"
SITE_INDEX_SCHEMA = f"{FOLDER}/_index.schema.json"
SCHEMA = f"{FOLDER}/{file_names.SCHEMA}"
CATALOG = f"{FOLDER}/{file_names.CATALOG}"
CATALOG_SCHEMA = f"{FOLDER}/{file_names.CATALOG_SCHEMA}"
INVENTORY = "objects.inv"


def page_file(blueprint_id: str) -> str:
    """The file of a blueprint's page: ``blueprints/<id>/index.html``."""
    return f"{FOLDER}/{blueprint_id}/index.html"


def embed_file(blueprint_id: str, view: View | None = None) -> str:
    """The file of the diagram alone: ``blueprints/<id>/embed/index.html``, or that of a view in a folder below it."""
    return f"{FOLDER}/{blueprint_id}/embed/{f'{view}/' if view else ''}index.html"


def changes_file(blueprint_id: str) -> str:
    """The file of the page that says what has changed since the version before."""
    return f"{FOLDER}/{blueprint_id}/_changes/index.html"


def yaml_file(blueprint_id: str) -> str:
    """The file of the blueprint as it was written: ``blueprints/<id>/blueprint.yml``."""
    return f"{FOLDER}/{blueprint_id}/blueprint.yml"


def oembed_file(blueprint_id: str) -> str:
    """The file of what other tools need to embed the diagram: ``blueprints/<id>/oembed.json``."""
    return f"{FOLDER}/{blueprint_id}/oembed.json"


def markdown_file(page: str) -> str:
    """The Markdown file of one of our pages, for site generators and for links in Markdown.

    It stands where a writer would look for it: ``blueprints/<id>.md`` for ``blueprints/<id>/index.html``. A blueprint
    that is called as the page of its folder would be has another name, so that neither takes the other's place.
    """
    folder = posixpath.dirname(page)
    if folder == FOLDER:
        return f"{FOLDER}/index.md"
    reserved = posixpath.basename(folder).lower() in ("index", "readme")
    return f"{folder}{'/blueprint' if reserved else ''}.md"


def picture_file(blueprint_id: str, view: View, ending: str = "svg") -> str:
    """The file of a view's picture: ``blueprints/<id>/<view>.svg``."""
    return f"{FOLDER}/{blueprint_id}/{view}.{ending}"


def table_file(blueprint_id: str) -> str:
    """The file of the touchpoint table: ``blueprints/<id>/touchpoints.csv``."""
    return f"{FOLDER}/{blueprint_id}/touchpoints.csv"


def anchor(blueprint_id: str) -> str:
    """An id as what the ids of its own elements begin with, on a page that may show other blueprints too."""
    return blueprint_id.replace("/", "..")  # an id has single dots alone


def on_site(url: str, file: str, *, directory_urls: bool = True) -> str:
    """The whole address of a file of the site at ``url``, which ends with a slash or is empty: then this is too."""
    return f"{url}{link(file, '', directory_urls=directory_urls)}" if url else ""


def link_to_version(folder: str, target: str, source: str, *, directory_urls: bool = True) -> str:
    """The relative address of a file in another version of the site, whose ``folder`` stands beside this one's."""
    up = "../" * (source.count("/") + 1)
    return f"{up}{quote(folder)}/{link(target, '', directory_urls=directory_urls)}"


def link(target: str, source: str, *, directory_urls: bool = True) -> str:
    """The relative address of one file of the site from another, ready for an ``href``.

    With ``directory_urls`` a page is named by its folder, without the ``index.html`` at its end.
    """
    path = posixpath.relpath(target, posixpath.dirname(source) or ".")
    if directory_urls and posixpath.basename(path) == "index.html":
        folder = posixpath.dirname(path)
        path = f"{folder}/" if folder else "./"
    return quote(path)
