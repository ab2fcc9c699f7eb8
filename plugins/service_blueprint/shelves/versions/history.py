"""The versions before the one that is being built, from git's tags."""

from collections.abc import Iterator
from pathlib import Path

from service_blueprint.faults import history as faults
from service_blueprint.insight.history import History, Version
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.files import printable
from service_blueprint.shelves.disk import real_path
from service_blueprint.shelves.git.commit import commits
from service_blueprint.shelves.git.repository import GitError, Repository
from service_blueprint.shelves.paths import seen
from service_blueprint.shelves.projects import repository_around
from service_blueprint.shelves.versions.branch import Branch, Published, published
from service_blueprint.shelves.versions.numbers import earlier, number_of
from service_blueprint.shelves.versions.version_reader import VersionReader


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
            return History(problems=(faults.SHALLOW().at(place),))
        return _tagged(repository, folder, version, published(repository, branch or Branch()), place)
    except GitError as error:
        return History(problems=(_unreachable(place.path, error),))


def _tagged(repository: Repository, folder: Path, version: str, site: Published, place: Place) -> History:
    """The versions that git has tags of; ``site`` says where each stands."""
    known = repository.tags()
    problems = [
        faults.TAG_WITHOUT_COMMIT(tag=tag).at(place)
        for tag in earlier((name for name, commit in known.items() if not commit), version)
    ]
    tags = earlier((name for name in repository.tags(merged=True) if known.get(name)), version)
    tagged = {number_of(tag) for tag in known}
    untagged = [name for name in earlier(site.folders.values(), version) if number_of(name) not in tagged]
    if untagged and not tags:
        problems.append(faults.UNTAGGED(version=untagged[-1]).at(Place(site.shown)))
    reader = VersionReader()
    versions = tuple(
        reader.read(each.tag.removeprefix("v"), each, site.folders.get(number_of(each.tag), ""))
        for each in commits(repository, folder, tags)
    )
    return History(_begun(versions), (*problems, *site.problems, *reader.problems))


def _begun(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """The versions without those at the beginning that have no blueprint yet."""
    first = next((at for at, version in enumerate(versions) if version.blueprints or version.unread), len(versions))
    return versions[first:]


def _refused(folder: Path, error: GitError) -> Iterator[Problem]:
    """Why git tells nothing of a folder; nothing where it does not lie in a repository at all."""
    if repository_around(real_path(folder)):
        why = str(error).partition("; ")[0]
        yield faults.GIT_REFUSED(why=why).at(Place(printable(str(seen(folder)))))


def _unreachable(place: str, error: GitError) -> Problem:
    return faults.UNREACHABLE(why=str(error)).at(Place(place))
