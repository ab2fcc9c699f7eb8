"""A folder of blueprints as it stands in commits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from service_blueprint.faults.files import LINK_NOWHERE
from service_blueprint.file_names import CATALOG
from service_blueprint.problem import Fault, Place, Problem
from service_blueprint.reading import Contents, Held
from service_blueprint.reading.decoding import too_large
from service_blueprint.reading.files import printable
from service_blueprint.reading.limits import BYTES
from service_blueprint.reading.listing import is_blueprint_path
from service_blueprint.shelves.disk import real_path
from service_blueprint.shelves.git.links import other_kind, way
from service_blueprint.shelves.git.repository import Repository, link_text


@dataclass(frozen=True, slots=True)
class Commit:
    """A folder in a commit that has the tag ``tag``; ``inside`` is its path from the top of the repository.

    ``files`` are what its files hold, or why they are not read, by their paths in it.
    """

    tag: str
    inside: PurePosixPath
    files: Mapping[str, bytes | Problem]

    def contents(self) -> Contents:
        """All that belongs to the folder."""
        held = [self._held(path) for path in self.files if path != CATALOG]
        held.sort(key=lambda file: (file.id, file.file.suffix))
        catalog = self._held(CATALOG) if CATALOG in self.files else None
        return Contents(Path(self.inside), catalog, tuple(held))

    def _held(self, path: str) -> Held:
        file = PurePosixPath(path)
        return Held(printable(file.with_suffix("")), file, shown(self.tag, self.inside / path), self.files[path])


def commits(repository: Repository, folder: Path, tags: Sequence[str]) -> list[Commit]:
    """A folder in the commits of several tags, fetched together: each state of it is listed once.

    Links to files are followed within the commit. A commit in which the folder is none has no files. Raises
    ``GitError`` where git fails.
    """
    inside = PurePosixPath(real_path(folder).relative_to(real_path(repository.top)).as_posix())
    # The slash at the end asks for a folder; a file or a link may have stood there once.
    path = "" if inside == PurePosixPath() else f"{inside}/"
    names = {tag: f"refs/tags/{tag}:{path}" for tag in tags}
    ids = repository.ids(names.values())
    trees = {tag: ids[name] for tag, name in names.items() if name in ids}
    ordinary = {tree: _ours(repository.files(tree)) for tree in set(trees.values())}
    links = {tree: repository.links_in(tree) for tree in set(trees.values())}
    texts = repository.contents((id for each in links.values() for id in each.values()), BYTES.most)
    ends: dict[str, dict[str, str | Fault]] = {}
    for tag, tree in trees.items():
        written = {str(inside / link): link_text(texts.get(id)) for link, id in links[tree].items()}
        ends[tag] = {link: way(str(inside / link), written) for link in _ours(links[tree])}
    behind = repository.ids({_name(tag, end) for tag in ends for end in ends[tag].values() if isinstance(end, str)})
    found = {
        tag: {**ordinary[tree], **{link: _end(tag, link, end, behind) for link, end in ends[tag].items()}}
        for tag, tree in trees.items()
    }
    wanted = (end for each in found.values() for end in each.values() if isinstance(end, str))
    contents = repository.contents(wanted, BYTES.most)
    return [
        Commit(tag, inside, {file: _read(shown(tag, inside / file), end, contents) for file, end in files.items()})
        for tag, files in ((tag, found.get(tag, {})) for tag in tags)
    ]


def shown(tag: str, path: PurePosixPath) -> str:
    """What problems call a file in the commit of a tag, as git does."""
    return f"{tag}:{printable(path)}"


def _ours(files: Mapping[str, str]) -> dict[str, str]:
    """Those of a folder's files that are its catalog or blueprints; in and out are ids of contents by path."""
    return {file: id for file, id in files.items() if file == CATALOG or is_blueprint_path(PurePosixPath(file))}


def _name(tag: str, path: str) -> str:
    return f"refs/tags/{tag}:{path}"


def _end(tag: str, link: str, end: str | Fault, ids: Mapping[str, str]) -> str | Fault:
    """The id of what a link leads to, or why it is not followed."""
    if not isinstance(end, str):
        return end
    found = ids.get(_name(tag, end))
    return other_kind(link, end) or found if found else LINK_NOWHERE()


def _read(path: str, end: str | Fault, contents: Mapping[str, bytes | int]) -> bytes | Problem:
    return fit(contents[end], path) if isinstance(end, str) else fault(path, end)


def fit(held: bytes | int, path: str) -> bytes | Problem:
    """What git has of a file that problems call ``path``, or that it is too large."""
    return held if isinstance(held, bytes) else too_large(held, path)


def fault(path: str, why: Fault) -> Problem:
    """Why nothing is read at ``path``, and what to do."""
    return why.at(Place(path))
