"""The versions before the one that is being built, from git's tags."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from service_blueprint.hosts.git.links import followed
from service_blueprint.hosts.git.repository import GitError, Repository
from service_blueprint.hosts.git.snapshots import printable
from service_blueprint.hosts.paths import seen
from service_blueprint.hosts.versions.branch import Branch, Published, published
from service_blueprint.hosts.versions.stored import Stored, VersionReader, earlier, has_address, number_of
from service_blueprint.insight.history import History, Version
from service_blueprint.problem import Place, Problem, Severity
from service_blueprint.reading.disk import real_path
from service_blueprint.reading.files import CATALOG
from service_blueprint.reading.limits import BYTES
from service_blueprint.reading.listing import is_blueprint_path
from service_blueprint.reading.words import FILE_ENDINGS


def history_of(folder: Path, version: str = "", branch: Branch | None = None) -> History:
    """What is known of the versions of a folder of blueprints before ``version``; "" comes after all of them.

    They are those that git has tags of, such as ``1.2`` or ``v1.2``, in the history of what is checked out. Where their
    sites stand is said on ``branch``, mike's own unless another one is named. Raises nothing: what cannot be read is
    among the history's problems. That there is no repository, no tag and no branch is no problem.
    """
    try:
        repository = Repository.around(folder)
        if not repository.revision("HEAD"):
            return History()
    except GitError as error:
        return History(problems=tuple(_refused(folder, error)))
    place = Place(printable(str(seen(repository.top))))
    try:
        if repository.shallow:
            message = "git has not the whole history here, so its tags are not asked for earlier versions"
            remedy = "fetch it with 'git fetch --unshallow --tags' to have them"
            return History(problems=(Problem(place, message, remedy, "history", Severity.INFO),))
        return _tagged(repository, folder, version, published(repository, branch or Branch()), place)
    except GitError as error:
        return History(problems=(_unreachable(place.path, error),))


def _tagged(repository: Repository, folder: Path, version: str, site: Published, place: Place) -> History:
    """The versions that git has tags of; ``site`` says where each stands."""
    commits = repository.tags()
    problems = [
        Problem(place, f"the tag '{tag}' names no commit and is no version", "tag a commit", "history", Severity.INFO)
        for tag in earlier((name for name, commit in commits.items() if not commit), version)
    ]
    tags = earlier((name for name in repository.tags(merged=True) if commits.get(name)), version)
    tagged = {number_of(tag) for tag in commits}
    untagged = [name for name in earlier(site.folders.values(), version) if number_of(name) not in tagged]
    if untagged and not tags:
        message = (
            f"version {untagged[-1]} is published, but git has no tag of it, so nothing is told of what was before"
        )
        remedy = f"tag the commit that it was made of, as in 'git tag {untagged[-1]} COMMIT'"
        problems.append(Problem(Place(site.shown), message, remedy, "history", Severity.INFO))
    reader = VersionReader()
    versions = _versions_of(repository, folder, tags, site.folders, reader)
    return History(_begun(versions), (*problems, *site.problems, *reader.problems))


def _versions_of(
    repository: Repository, folder: Path, tags: list[str], folders: Mapping[tuple[int, ...], str], reader: VersionReader
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
            message = f"the file has more than {BYTES.shown}, and is not read"
            remedy = "its blueprint counts as unknown in that version; nothing else is affected"
            yield Problem(Place(printable(path)), message, remedy, "history", Severity.WARNING)


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
        message = f"earlier versions are not asked of git: {str(error).partition('; ')[0]}"
        remedy = "call git here yourself; where it answers, pages can tell what has changed"
        yield Problem(Place(printable(str(seen(folder)))), message, remedy, "history", Severity.INFO)


def _unreachable(place: str, error: GitError) -> Problem:
    message = f"earlier versions cannot be read: {error}"
    return Problem(Place(place), message, "check the repository with 'git fsck', or clone it anew", "history")
