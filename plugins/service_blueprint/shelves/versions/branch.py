"""The branch that mike keeps a site's versions on, each in a folder of its own; nothing of it is checked out."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from service_blueprint.faults.history import NOT_WHERE
from service_blueprint.problem import Place, Problem
from service_blueprint.shelves.git.repository import Repository
from service_blueprint.shelves.versions.numbers import number_of
from service_blueprint.shelves.versions.versions_file import NAME, VersionsError, read_versions

_LARGEST = 64 * 1024 * 1024  # bytes of a list of versions


@dataclass(frozen=True, slots=True)
class Branch:
    """Where mike keeps the versions: a branch, here or of a remote, and the folder on it (its ``deploy_prefix``)."""

    name: str = "gh-pages"
    remote: str = "origin"
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """The folders of the versions on a branch, by the versions' numbers.

    ``shown`` is what problems call the list of them, "" where there is no such branch; ``problems`` say why it cannot
    be read.
    """

    folders: dict[tuple[int, ...], str]
    shown: str = ""
    problems: tuple[Problem, ...] = ()


def published(repository: Repository, branch: Branch) -> Published:
    """What mike has published; nothing where there is no such branch. Raises ``GitError`` where git fails."""
    for revision in (branch.name, f"{branch.remote}/{branch.name}"):
        if repository.revision(revision):
            name = f"{revision}:{PurePosixPath(branch.folder.strip('/'), NAME)}"
            contents = repository.contents(repository.ids([name]).values(), _LARGEST)
            held = next(iter(contents.values()), b"[]")
            return _read(held if isinstance(held, bytes) else b"", name)
    return Published({})


def _read(data: bytes, shown: str) -> Published:
    try:
        versions = read_versions(data.decode("utf-8", "replace"))
    except VersionsError as error:
        # Pages tell of earlier versions all the same, but none leads there.
        return Published({}, shown, (NOT_WHERE(why=str(error)).at(Place(shown)),))
    return Published({number: each.name for each in versions if (number := number_of(each.name))}, shown)
