"""The blueprints' place in a MkDocs navigation: a list of paths, of ``{title: path}`` and of ``{title: list}``."""

from collections.abc import Mapping
from typing import Any

from service_blueprint.pages.folders import Folder
from service_blueprint.pages.page import as_html


def section(folder: Folder, sources: Mapping[str, str]) -> list[Any]:
    """The navigation of a folder: its blueprints' pages, then its folders; ``sources`` are the pages' paths by id.

    A blueprint without a path is left out, and a folder without a page. Titles are HTML, as themes take them for.
    """
    pages: list[Any] = [sources[blueprint_id] for blueprint_id in folder.blueprints if blueprint_id in sources]
    inner = ((as_html(folder.title), section(folder, sources)) for folder in folder.folders)
    return pages + [{title: items} for title, items in inner if items]


def mentioned(nav: Any) -> set[str]:
    """Every path in a navigation."""
    if isinstance(nav, str):
        return {nav}
    items = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {path for item in items for path in mentioned(item)}


def expanded(nav: Any, path: str, title: str, items: list[Any]) -> Any:
    """A navigation with a section of ``items`` where ``path`` stood, under the title written there, else ``title``."""
    if nav == path:
        return {title: items}
    if isinstance(nav, list):
        return [expanded(item, path, title, items) for item in nav]
    if isinstance(nav, dict):
        return {key: items if value == path else expanded(value, path, title, items) for key, value in nav.items()}
    return nav
