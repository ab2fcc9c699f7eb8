"""The versions before the one that is being built: from git's tags, or else from what was published."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from service_blueprint.faults import history as faults
from service_blueprint.hosts.git.links import followed
from service_blueprint.hosts.git.repository import GitError, Repository
from service_blueprint.hosts.git.snapshots import printable
from service_blueprint.hosts.paths import seen
from service_blueprint.hosts.versions.published import (
    LARGEST,
    Branch,
    FolderSite,
    PublishedSite,
    branch_site,
    published_versions,
    version_names,
)
from service_blueprint.hosts.versions.stored import Stored, VersionReader, earlier, has_address, number_of
from service_blueprint.hosts.versions.versions_file import NAME
from service_blueprint.insight.history import History, Origin, Version
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.disk import read_bytes, real_path
from service_blueprint.reading.files import CATALOG
from service_blueprint.reading.limits import BYTES
from service_blueprint.reading.listing import is_blueprint_path
from service_blueprint.reading.words import FILE_ENDINGS


def history_of(folder: Path, version: str = "", published: Path | Branch | None = None) -> History:
    """What is known of the versions of a folder of blueprints before ``version``; "" comes after all of them.

    They are taken from git where the folder lies in a whole repository with tags such as ``1.2`` or ``v1.2`` in the
    history of what is checked out, else from the site ``published``: a folder with ``versions.json``, or the branch of
    mike. Raises nothing: what cannot be read is among the history's problems. What is not there is no problem, but a
    folder that somebody has named.
    """
    site, problems = _site(folder, published)
    folders: dict[tuple[int, ...], str] = {}
    if site:
        try:
            folders = {number_of(name): name for name in version_names(site)[0]}
        except GitError as error:
            problems.append(_unreachable(site.shown(""), error))
            site = None
    versions, found = _tagged(folder, version, folders)
    problems += found
    if versions:
        return History(versions, Origin.GIT, tuple(problems))
    reader = VersionReader()
    try:
        versions = _begun(published_versions(site, version, reader)) if site else ()
    except GitError as error:
        versions = ()
        problems.append(_unreachable(site.shown("") if site else str(folder), error))
    problems += reader.problems
    return History(versions, Origin.PUBLISHED if versions else Origin.NONE, tuple(problems))


def _site(folder: Path, published: Path | Branch | None) -> tuple[PublishedSite | None, list[Problem]]:
    if not isinstance(published, Path):
        return branch_site(folder, published or Branch()), []
    if not published.is_dir():
        return None, [faults.NO_PUBLISHED_FOLDER(file=NAME).at(Place(str(published)))]
    if not os.path.lexists(published / NAME):
        return None, [faults.NO_VERSIONS_FILE(file=NAME).at(Place(str(published)))]
    held = read_bytes(published / NAME, str(published / NAME), folder=published, most=LARGEST)
    if isinstance(held, Problem):
        return None, [faults.VERSIONS_UNREAD(why=held.what, remedy=held.advice).at(held.place)]
    return FolderSite(published), []


def _tagged(
    folder: Path, version: str, folders: dict[tuple[int, ...], str]
) -> tuple[tuple[Version, ...], list[Problem]]:
    """The versions that git has tags of; ``folders`` are those of their sites, by the versions' numbers."""
    try:
        repository = Repository.around(folder)
        if not repository.revision("HEAD"):
            return (), []
    except GitError as error:
        return (), list(_refused(folder, error))
    place = Place(printable(str(seen(repository.top))))
    try:
        if repository.shallow:
            return (), [faults.SHALLOW().at(place)]
        commits = repository.tags()
        problems = [
            faults.TAG_WITHOUT_COMMIT(tag=tag).at(place)
            for tag in earlier((name for name, commit in commits.items() if not commit), version)
        ]
        tags = earlier((name for name in repository.tags(merged=True) if commits.get(name)), version)
        reader = VersionReader()
        versions = _versions_of(repository, folder, tags, folders, reader)
    except GitError as error:
        return (), [_unreachable(place.path, error)]
    return _begun(versions), [*problems, *reader.problems]


def _versions_of(
    repository: Repository, folder: Path, tags: list[str], folders: dict[tuple[int, ...], str], reader: VersionReader
) -> tuple[Version, ...]:
    """The blueprints of each tag. Each state of the folder is listed once, and each text read once."""
    inside = PurePosixPath(real_path(folder).relative_to(real_path(repository.top)).as_posix())
    # The slash at the end asks for a folder; a file or a link may have stood there once.
    path = "" if inside == PurePosixPath() else f"{inside}/"
    names = {tag: f"refs/tags/{tag}:{path}" for tag in tags}
    ids = repository.ids(names.values())
    trees = {tag: ids[name] for tag, name in names.items() if name in ids}
    listed = {tree: _read_files(repository.files(tree)) for tree in set(trees.values())}
    behind = _behind_links(repository, trees, inside)
    wanted = {tag: listed[tree] | behind[tag] for tag, tree in trees.items()}
    contents = repository.contents((id for files in wanted.values() for id in files.values()), BYTES.most)
    reader.problems.extend(_too_large(wanted, contents, inside))
    versions = []
    for tag in tags:
        files = {
            file: Stored(f"{tag}:{printable(str(inside / file))}", contents.get(id))
            for file, id in sorted(wanted.get(tag, {}).items())
        }
        catalog = files.pop(CATALOG, Stored("", b""))
        blueprints: dict[str, Stored] = {}
        for file, stored in files.items():
            id = printable(str(PurePosixPath(file).with_suffix("")))
            if has_address(id, file):
                blueprints.setdefault(id, stored)
        versions.append(reader.read(tag.removeprefix("v"), blueprints, catalog, folders.get(number_of(tag), "")))
    return tuple(versions)


def _behind_links(repository: Repository, trees: Mapping[str, str], inside: PurePosixPath) -> dict[str, dict[str, str]]:
    """The ids of what the links of a folder lead to, by the links' paths in it, for each tag; ``trees`` are by tag."""
    links = {tree: _links(repository, tree, inside) for tree in set(trees.values())}
    names = {
        (tag, str(PurePosixPath(link).relative_to(inside))): f"refs/tags/{tag}:{target}"
        for tag, tree in trees.items()
        for link in links[tree]
        if (target := followed(link, links[tree])) and PurePosixPath(target).suffix in FILE_ENDINGS
    }
    ids = repository.ids(set(names.values()))
    found: dict[str, dict[str, str]] = {tag: {} for tag in trees}
    for (tag, file), name in names.items():
        if name in ids:
            found[tag] |= _read_files({file: ids[name]})
    return found


def _links(repository: Repository, tree: str, inside: PurePosixPath) -> dict[str, str]:
    """Where the links of a folder lead, by their paths from the top of the repository."""
    ids = repository.links_in(tree)
    texts = repository.contents(ids.values(), BYTES.most)
    return {str(inside / path): os.fsdecode(texts[id]) for path, id in ids.items() if id in texts}


def _too_large(
    wanted: Mapping[str, Mapping[str, str]], contents: Mapping[str, bytes], inside: PurePosixPath
) -> Iterator[Problem]:
    """Files of which nothing was read, each once."""
    first = {id: f"{tag}:{inside / file}" for tag, files in wanted.items() for file, id in files.items()}
    for id, path in first.items():
        if id not in contents:
            yield faults.TOO_LARGE_THEN(most=BYTES.most // 1024**2).at(Place(printable(path)))


def _read_files(files: Mapping[str, str]) -> dict[str, str]:
    """Those of a folder's files that are its catalog or blueprints; in and out are ids of contents by path."""
    return {file: id for file, id in files.items() if file == CATALOG or is_blueprint_path(PurePosixPath(file))}


def _begun(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """The versions without those at the beginning that have no blueprint yet."""
    first = next((at for at, version in enumerate(versions) if version.blueprints or version.unread), len(versions))
    return versions[first:]


def _refused(folder: Path, error: GitError) -> Iterator[Problem]:
    """Why git tells nothing of a folder; nothing where it does not lie in a repository at all."""
    inside = real_path(folder)
    if any((parent / ".git").exists() for parent in (inside, *inside.parents)):
        why = str(error).partition("; ")[0]
        yield faults.GIT_REFUSED(why=why).at(Place(printable(str(seen(folder)))))


def _unreachable(place: str, error: GitError) -> Problem:
    return faults.UNREACHABLE(why=str(error)).at(Place(place))
