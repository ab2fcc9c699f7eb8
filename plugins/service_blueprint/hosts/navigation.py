"""The blueprints' place in a navigation as it is written: a list of paths and of ``{title: path or list}``."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from service_blueprint.pages.addresses import FOLDER
from service_blueprint.pages.folders import Folder, tree
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


def order_of_folder(title: str, first: Iterable[str], pages: Mapping[str, str]) -> str:
    """The section of the blueprints, called ``title``, as awesome-nav reads it from a file in their folder.

    ``first`` are the paths of the pages at its beginning, ``pages`` those of the blueprints' by id. An author's own
    pages beside them come last.
    """

    def below(path: str) -> str:
        return path.removeprefix(f"{FOLDER}/")

    others = {"glob": "*.md", "ignore_no_matches": True}
    in_folders = section(tree(pages), {id: below(path) for id, path in pages.items()})
    nav = {"title": title, "nav": [*map(below, first), *in_folders, others]}
    return f"{json.dumps(nav, ensure_ascii=False, indent=1)}\n"
