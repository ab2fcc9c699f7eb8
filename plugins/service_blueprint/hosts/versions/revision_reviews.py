"""The blueprints that differ between two snapshots of a repository."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from service_blueprint.blueprint import Blueprint
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.file_names import CATALOG, FILE_ENDINGS
from service_blueprint.hosts.languages import Languages
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.comparison import compare
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.problem import Severity
from service_blueprint.reading import Reading
from service_blueprint.reading.files import printable
from service_blueprint.shelves.git.links import also_at, targets
from service_blueprint.shelves.git.repository import FileChange, Repository
from service_blueprint.shelves.git.snapshots import Blueprints, RevisionSnapshot, Snapshot, folder_of, is_blueprint


class BrokenFileError(ServiceBlueprintError):
    """A new file that cannot be read; its text is one line for a user."""


def reviews_between(
    repository: Repository, before: RevisionSnapshot, after: Snapshot, path: str | None
) -> list[Review]:
    """What differs in the blueprints below ``path``, or in all of them, in the order of their paths.

    A catalog that differs changes the blueprints beside it. A file that could not be read before is shown as it is
    now. Raises ``BrokenFileError`` for one that cannot be read now, and ``GitError`` where git fails.
    """
    revision = after.revision if isinstance(after, RevisionSnapshot) else None
    changes = repository.changes(before.revision, revision)
    found = [*_blueprints(changes, before, after, path)]
    found += [change for change in _behind_links(changes, before, after, path) if change not in found]
    found += [change for change in _beside_catalogs(changes, before, after, path) if change not in found]
    then = Blueprints(before, tuple(change.before for change in found if change.before))
    now = Blueprints(after, tuple(change.after for change in found if change.after))
    in_order = sorted(found, key=lambda each: each.after or each.before or "")
    return [review for change in in_order if (review := _review(change, then, now))]


def _blueprints(
    changes: tuple[FileChange, ...], before: Snapshot, after: Snapshot, path: str | None
) -> Iterator[FileChange]:
    """The changes of blueprints. A file that was named is one, and so is all YAML of a folder that knows no other."""
    named = [change for change in changes if _within(change, path)]
    known = [change for change in named if _is_blueprint(change, before, after)]
    for change in named:
        yaml = PurePosixPath(change.after or change.before or "").suffix in FILE_ENDINGS
        if change in known or (path is not None and yaml and (path in (change.before, change.after) or not known)):
            old = change.before if change.before and PurePosixPath(change.before).suffix in FILE_ENDINGS else None
            yield FileChange(old, change.after)


def _is_blueprint(change: FileChange, before: Snapshot, after: Snapshot) -> bool:
    return bool(
        (change.after and is_blueprint(after, change.after))
        or (not change.after and change.before and is_blueprint(before, change.before))
    )


def _behind_links(
    changes: tuple[FileChange, ...], before: Snapshot, after: Snapshot, path: str | None
) -> Iterator[FileChange]:
    """The blueprints that are links to files that differ."""
    leading = targets(after.links)
    for change in changes:
        for link in also_at(change.after, leading) if change.after else ():
            behind = FileChange(link if before.has(link) else None, link)
            if is_blueprint(after, link) and _within(behind, path):
                yield behind


def _beside_catalogs(
    changes: tuple[FileChange, ...], before: Snapshot, after: Snapshot, path: str | None
) -> Iterator[FileChange]:
    """The blueprints that are there on both sides, and whose catalog differs."""
    differing = {each for change in changes for each in (change.before, change.after) if each}
    for catalog in sorted(each for each in differing if PurePosixPath(each).name == CATALOG):
        folder = PurePosixPath(catalog).parent
        for file in after.below(folder):
            change = FileChange(file, file)
            if (
                file not in differing
                and before.has(file)
                and folder_of(after, file) == folder
                and _within(change, path)
            ):
                yield change


def _within(change: FileChange, path: str | None) -> bool:
    if path is None:
        return True
    sides = (side for side in (change.before, change.after) if side)
    return any(PurePosixPath(side).is_relative_to(path) for side in sides)


def _review(change: FileChange, before: Blueprints, after: Blueprints) -> Review | None:
    path = change.after or change.before or ""
    renamed = change.before if change.before and change.after and change.before != change.after else ""
    new = _now(after.reading(change.after)) if change.after else None
    old, trouble = _then(before.reading(change.before)) if change.before else (None, "")
    if new is None and old is None:
        # A file that could not be read is gone; there is nothing to show of it.
        return None
    comparison = Comparison(None, new) if trouble else compare(old, new)
    return Review(comparison, printable(path), printable(renamed or ""), trouble)


def _now(reading: Reading) -> Blueprint:
    if reading.blueprint is None:
        raise BrokenFileError(_fault(reading))
    return reading.blueprint


def _then(reading: Reading) -> tuple[Blueprint | None, str]:
    """The blueprint as it was, or why it could not be read."""
    return reading.blueprint, "" if reading.blueprint else _fault(reading)


def _fault(reading: Reading) -> str:
    """The first error with its place, in the language of the file."""
    error = next(problem for problem in reading.problems if problem.severity is Severity.ERROR)
    return Languages({error.place.path: reading.data}).line(error)
