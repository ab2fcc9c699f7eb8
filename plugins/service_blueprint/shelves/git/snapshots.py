"""A repository's files at one moment, in a commit or in the working tree, and the blueprints that they are."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Protocol

from service_blueprint.file_names import CATALOG, FOLDER
from service_blueprint.problem import Problem
from service_blueprint.reading import CatalogReading, Held, Reading
from service_blueprint.reading.files import printable
from service_blueprint.reading.limits import BYTES
from service_blueprint.reading.listing import is_blueprint_path
from service_blueprint.reading.reading import read_held, read_held_catalog
from service_blueprint.shelves.disk import is_folder, read_bytes
from service_blueprint.shelves.git.commit import fault, fit
from service_blueprint.shelves.git.links import led
from service_blueprint.shelves.git.repository import Repository, Revision
from service_blueprint.shelves.paths import seen
from service_blueprint.shelves.walk import listed


class Snapshot(Protocol):
    """Files by their paths from the top of the repository; ``name`` is what readers call the moment."""

    @property
    def name(self) -> str:
        """What readers call it."""

    def has(self, path: str) -> bool:
        """Whether there is such a file."""

    def read(self, paths: Iterable[str]) -> dict[str, bytes | Problem]:
        """What files hold, or why one cannot be read, links followed. Raises ``GitError`` where git cannot bring it."""

    @property
    def links(self) -> Mapping[str, str]:
        """The links by their paths, with where each leads as it is written."""

    def below(self, folder: PurePosixPath) -> Iterator[str]:
        """The files of blueprints in a folder of them."""

    def shown(self, path: str) -> str:
        """What problems call a file."""


@dataclass(frozen=True)
class RevisionSnapshot:
    """The files of a commit."""

    revision: Revision

    @property
    def name(self) -> str:
        """The revision as somebody called it."""
        return self.revision.name

    def has(self, path: str) -> bool:
        """Whether the commit has such a file, or a link there."""
        return path in self.revision.paths or led(path, self.links, self.revision.paths) in self.revision.paths

    def read(self, paths: Iterable[str]) -> dict[str, bytes | Problem]:
        """What files held, links followed within the commit. Raises ``GitError`` where git cannot bring one."""
        real = {path: led(path, self.links, self.revision.paths) for path in paths}
        held = self.revision.read({way for way in real.values() if isinstance(way, str)}, BYTES.most)
        return {
            path: fit(held[way], self.shown(path)) if isinstance(way, str) else fault(self.shown(path), way)
            for path, way in real.items()
        }

    @property
    def links(self) -> Mapping[str, str]:
        """The links by their paths, with where each leads as it is written."""
        return self.revision.links

    def below(self, folder: PurePosixPath) -> Iterator[str]:
        """The files of blueprints in a folder of them."""
        for path in sorted(self.revision.paths):
            inside = PurePosixPath(path)
            if inside.is_relative_to(folder) and is_blueprint_path(inside.relative_to(folder)):
                yield path

    def shown(self, path: str) -> str:
        """The file as git names it."""
        return f"{self.name}:{printable(path)}"


@dataclass(frozen=True)
class WorkingTree:
    """The files as they lie on the disk."""

    repository: Repository
    name: str = "working tree"

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        file = self.repository.top / path
        return os.path.lexists(file) and not is_folder(file)

    def read(self, paths: Iterable[str]) -> dict[str, bytes | Problem]:
        """What files hold, or why one cannot be read, links followed."""
        return {path: read_bytes(self.repository.top / path, self.shown(path)) for path in paths}

    @cached_property
    def links(self) -> Mapping[str, str]:
        """The links by their paths, with where each leads as it is written."""
        return self.repository.links()

    def below(self, folder: PurePosixPath) -> Iterator[str]:
        """The files of blueprints in a folder of them."""
        for file in listed(self.repository.top / folder).files:
            yield file.relative_to(self.repository.top).as_posix()

    def shown(self, path: str) -> str:
        """The file as seen from the working directory, so that a terminal can open it."""
        return printable(str(seen(self.repository.top / path)))


@dataclass(frozen=True)
class Blueprints:
    """The blueprints of a snapshot by their paths; those in ``paths`` are fetched together, with their catalogs."""

    snapshot: Snapshot
    paths: tuple[str, ...]
    _catalogs: dict[str, CatalogReading] = field(default_factory=dict)

    @cached_property
    def _held(self) -> dict[str, bytes | Problem]:
        catalogs = {self._catalog_of(path) for path in self.paths}
        return self.snapshot.read({*self.paths, *(each for each in catalogs if self.snapshot.has(each))})

    def reading(self, path: str) -> Reading:
        """The blueprint of a file with the catalog of its time, or what is wrong with either.

        Raises ``GitError`` where git cannot bring one of ``paths``.
        """
        catalog = self._catalog_of(path)
        if catalog not in self._catalogs:
            self._catalogs[catalog] = read_held_catalog(self._file(catalog) if catalog in self._held else None)
        return read_held(self._file(path), self._catalogs[catalog])

    def _file(self, path: str) -> Held:
        inside = PurePosixPath(path).relative_to(self._folder_of(path))
        return Held(printable(inside.with_suffix("")), inside, self.snapshot.shown(path), self._held[path])

    def _catalog_of(self, path: str) -> str:
        return str(self._folder_of(path) / CATALOG)

    def _folder_of(self, path: str) -> PurePosixPath:
        return folder_of(self.snapshot, path) or PurePosixPath(path).parent


def folder_of(snapshot: Snapshot, path: str) -> PurePosixPath | None:
    """The folder of blueprints that a file belongs to: the nearest with a catalog or the usual name; else None."""
    for folder in PurePosixPath(path).parents:
        if folder.name == FOLDER or snapshot.has(str(folder / CATALOG)):
            return folder
    return None


def is_blueprint(snapshot: Snapshot, path: str) -> bool:
    """Whether a file is a blueprint by where it lies."""
    folder = folder_of(snapshot, path)
    return folder is not None and is_blueprint_path(PurePosixPath(path).relative_to(folder))
