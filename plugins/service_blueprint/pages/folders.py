"""The folders of the blueprints, as sections of the navigation and groups of the index."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath


@dataclass(slots=True)
class Folder:
    """A folder below ``blueprints/``: the ids of the blueprints in it, and the folders in it."""

    path: str = ""
    blueprints: list[str] = field(default_factory=list)
    folders: list["Folder"] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The folder's own name, as a title; empty for the topmost one."""
        return folder_title(PurePosixPath(self.path).name)


def folder_title(name: str) -> str:
    """A folder's name as a title: ``human-resources`` is "Human resources"; capitals are left as written."""
    words = name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def tree(ids: Iterable[str]) -> Folder:
    """The blueprints in their folders; both keep the order in which they come."""
    top = Folder()
    by_path = {"": top}
    for blueprint_id in ids:
        _folder(str(PurePosixPath(blueprint_id).parent), by_path).blueprints.append(blueprint_id)
    return top


def _folder(path: str, by_path: dict[str, Folder]) -> Folder:
    path = "" if path == "." else path
    if path not in by_path:
        by_path[path] = Folder(path)
        _folder(str(PurePosixPath(path).parent), by_path).folders.append(by_path[path])
    return by_path[path]
