"""Versions as they were published: beside each other in a folder, or on the branch that mike keeps them on.

Either way ``versions.json`` names them, in mike's shape, and each has its ``blueprints/index.json``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from service_blueprint.faults import history as faults
from service_blueprint.hosts.git.repository import GitError, Repository
from service_blueprint.hosts.versions import versions_file
from service_blueprint.hosts.versions.stored import Stored, VersionReader, earlier, has_address
from service_blueprint.insight.history import Version
from service_blueprint.pages.addresses import SITE_INDEX
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.disk import read_bytes

LARGEST = 64 * 1024 * 1024
"""Bytes that a list of what was published may have; it holds each blueprint in some hundreds."""

FORMAT = 1
"""The newest format of ``index.json`` that is understood here."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Where mike keeps the versions: a branch, here or of a remote, and the folder on it (its ``deploy_prefix``)."""

    name: str = "gh-pages"
    remote: str = "origin"
    folder: str = ""


class PublishedSite(Protocol):
    """A site with all its versions; paths are from the folder in which ``versions.json`` lies."""

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """What files hold; one that cannot be had is left out. Raises ``GitError`` where git fails."""

    def shown(self, path: str) -> str:
        """What problems call a file."""


@dataclass(frozen=True)
class FolderSite:
    """A site in a folder."""

    folder: Path

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """What files hold; one that cannot be had is left out."""
        return {path: data for path in paths if (data := self._held(path)) is not None}

    def _held(self, path: str) -> bytes | None:
        held = read_bytes(self.folder / path, path, folder=self.folder, most=LARGEST)
        return held if isinstance(held, bytes) else None

    def shown(self, path: str) -> str:
        """The file with its folder as somebody named it."""
        return str(self.folder / path)


@dataclass(frozen=True)
class BranchSite:
    """A site on a branch, of which nothing is checked out. ``revision`` is how git knows it."""

    repository: Repository
    revision: str
    folder: str = ""

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """What files hold; one that cannot be had is left out. Raises ``GitError`` where git fails."""
        names = {path: f"{self.revision}:{PurePosixPath(self.folder, path)}" for path in paths}
        ids = self.repository.ids(names.values())
        contents = self.repository.contents(ids.values(), LARGEST)
        return {path: contents[ids[name]] for path, name in names.items() if ids.get(name) in contents}

    def shown(self, path: str) -> str:
        """The file as git names it."""
        return f"{self.revision}:{PurePosixPath(self.folder, path)}"


def branch_site(folder: Path, branch: Branch) -> BranchSite | None:
    """The site on mike's branch of the repository around a folder; None where there is no such branch."""
    try:
        repository = Repository.around(folder)
    except GitError:
        return None
    for revision in (branch.name, f"{branch.remote}/{branch.name}"):
        if repository.revision(revision):
            return BranchSite(repository, revision, branch.folder.strip("/"))
    return None


def version_names(site: PublishedSite) -> tuple[list[str], list[Problem]]:
    """The versions that a site has, and what is wrong with its ``versions.json``; none where there is no such file.

    Raises ``GitError`` where git fails.
    """
    place = Place(site.shown(versions_file.NAME))
    data = site.read([versions_file.NAME]).get(versions_file.NAME)
    if data is None:
        return [], []
    try:
        listed = versions_file.read_versions(data.decode("utf-8", "replace"))
    except versions_file.VersionsError as error:
        return [], [faults.VERSIONS_UNFIT(why=str(error)).at(place)]
    return [version.name for version in listed], []


def published_versions(site: PublishedSite, version: str, reader: VersionReader) -> tuple[Version, ...]:
    """The versions of a site before ``version``, the oldest first; what is wrong joins the reader's problems.

    One without an ``index.json`` was published before there was such a file, and is left out. Raises ``GitError``
    where git fails.
    """
    names, problems = version_names(site)
    reader.problems.extend(problems)
    folders = earlier(names, version)
    indexes = site.read(f"{name}/{SITE_INDEX}" for name in folders)
    found: list[tuple[str, Mapping[str, str], str]] = []
    for name in folders:
        path = f"{name}/{SITE_INDEX}"
        place = Place(site.shown(path))
        if path not in indexes:
            reader.problems.append(faults.NO_INDEX(version=name).at(place))
            continue
        index = _index(indexes[path], place)
        if isinstance(index, Problem):
            reader.problems.append(index)
        else:
            found.append((name, *index))
    wanted = {_beside(name, path) for name, files, catalog in found for path in (*files.values(), catalog) if path}
    contents = site.read(sorted(wanted))

    def stored(name: str, path: str) -> Stored:
        whole = _beside(name, path)
        if whole not in contents:
            reader.problems.append(faults.FILE_MISSING().at(Place(site.shown(whole))))
        return Stored(site.shown(whole), contents.get(whole))

    return tuple(
        reader.read(
            name.removeprefix("v"),
            {id: stored(name, path) for id, path in files.items()},
            stored(name, catalog) if catalog else Stored("", b""),
            folder=name,
        )
        for name, files, catalog in found
    )


def _index(data: bytes, place: Place) -> tuple[Mapping[str, str], str] | Problem:
    """The files of a version's blueprints by their ids, and its catalog's, as ``index.json`` names them."""
    index = _json(data)
    if not isinstance(index, dict) or not isinstance(index.get("blueprints"), list):
        return faults.NO_LIST().at(place)
    if index.get("format") != FORMAT:
        return faults.OTHER_FORMAT(format=repr(index.get("format")), known=str(FORMAT)).at(place)
    catalog = index.get("catalog")
    if not (catalog is None or _is_path(catalog)):
        return faults.CATALOG_ELSEWHERE(address=repr(catalog)).at(place)
    files = {}
    for entry in index["blueprints"]:
        id, path = (entry.get("id"), entry.get("yaml")) if isinstance(entry, dict) else (None, None)
        if not (isinstance(id, str) and has_address(id, f"{id}.yml") and _is_path(path)):
            return faults.ENTRY_WITHOUT_FILE(id=repr(id)).at(place)
        files[id] = str(path)
    return files, catalog or ""


def _is_path(path: Any) -> bool:
    """Whether this is a relative path that leads downwards, and that a system or git can be asked for."""
    if not isinstance(path, str) or not path or "\\" in path or ":" in path or not path.isprintable():
        return False
    inside = PurePosixPath(path)
    return not inside.is_absolute() and ".." not in inside.parts


def _beside(version: str, path: str) -> str:
    """The path of a file that a version's ``index.json`` names."""
    return str(PurePosixPath(version, SITE_INDEX).parent / path)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
