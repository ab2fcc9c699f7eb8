"""Blueprints as they stand at one moment: in a revision, or in the working tree."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Protocol

from service_blueprint.blueprint import Blueprint
from service_blueprint.faults import files as faults
from service_blueprint.faults.remedies import PUT_FILE
from service_blueprint.hosts.git.links import followed
from service_blueprint.hosts.git.repository import Repository, Revision
from service_blueprint.hosts.paths import seen
from service_blueprint.problem import Place, Problem, Severity
from service_blueprint.reading import read_text
from service_blueprint.reading.decoding import too_large
from service_blueprint.reading.disk import is_folder, read_bytes
from service_blueprint.reading.files import CATALOG, FOLDER
from service_blueprint.reading.limits import BYTES
from service_blueprint.reading.listing import is_blueprint_path, listed
from service_blueprint.reading.reading import read_catalog_text
from service_blueprint.reading.words import FILE_ENDINGS

_BINARY_WITHIN = 8000  # git looks as far
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Snapshot(Protocol):
    """Files by their paths from the top of the repository; ``name`` is what readers call the moment."""

    @property
    def name(self) -> str:
        """What readers call it."""

    def has(self, path: str) -> bool:
        """Whether there is such a file."""

    def read(self, path: str) -> bytes | Problem:
        """What a file holds, or why it cannot be read."""

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
        return path in self.revision.paths or followed(path, self.links) in self.revision.paths

    def read(self, path: str) -> bytes | Problem:
        """What a file held, links followed within the commit. Raises ``GitError`` where git cannot bring it."""
        place, real = Place(self.shown(path)), followed(path, self.links)
        if real is None:
            return faults.LINK_OUT(PUT_FILE).at(place)
        if real not in self.revision.paths:
            return (faults.NO_FILE() if real == path else faults.LINK_NOWHERE()).at(place)
        if real != path and PurePosixPath(real).suffix not in FILE_ENDINGS:
            return faults.LINK_TO_OTHER(ending=".yml").at(place)
        size = self.revision.size(real)
        return too_large(size, place.path) if size > BYTES.most else self.revision.read(real)

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

    def read(self, path: str) -> bytes | Problem:
        """What a file holds, or why it cannot be read."""
        return read_bytes(self.repository.top / path, self.shown(path))

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


def blueprint_in(snapshot: Snapshot, path: str) -> Blueprint | Problem:
    """The blueprint of a file with the catalog of its time, or why there is none."""
    data = snapshot.read(path)
    if isinstance(data, Problem):
        return data
    if is_binary(data):
        return faults.BINARY().at(Place(snapshot.shown(path)))
    folder = folder_of(snapshot, path) or PurePosixPath(path).parent
    catalog_path = str(folder / CATALOG)
    written = snapshot.read(catalog_path) if snapshot.has(catalog_path) else b""
    if isinstance(written, Problem):
        return written
    shared = read_catalog_text(written, path=snapshot.shown(catalog_path))
    id = printable(PurePosixPath(path).relative_to(folder).with_suffix("").as_posix())
    reading = read_text(data, path=snapshot.shown(path), id=id, catalog=shared.catalog)
    grave = [each for each in (*shared.problems, *reading.problems) if each.severity is Severity.ERROR]
    return reading.blueprint if reading.blueprint and not grave else grave[0]


def printable(path: str) -> str:
    """A path with the bytes spelt out that are of no encoding and that no stream could print."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text, as git decides it; a text in UTF-16 is none of ours, but a text."""
    return b"\0" in data[:_BINARY_WITHIN] and not data.startswith(_BYTE_ORDER_MARKS)
