"""``service-blueprint diff``: what has changed between two files, or between two revisions."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from service_blueprint.blueprint import Blueprint
from service_blueprint.hosts.arguments import FileTroubleError
from service_blueprint.hosts.files.whole_files import write_whole
from service_blueprint.hosts.languages import Languages, site_language
from service_blueprint.hosts.output import hand_over
from service_blueprint.hosts.printable import encoded
from service_blueprint.hosts.versions.revision_reviews import BrokenFileError, reviews_between
from service_blueprint.insight.comparison import compare
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.comparing.comparison import (
    comparison_html,
    comparison_markdown,
    comparison_svg,
    comparison_text,
)
from service_blueprint.pages.comparing.comparison_data import comparison_json
from service_blueprint.problem import Severity
from service_blueprint.shelves.disk import is_folder, real_path
from service_blueprint.shelves.git.repository import GitError, Repository
from service_blueprint.shelves.git.snapshots import RevisionSnapshot, Snapshot, WorkingTree
from service_blueprint.shelves.selection import select


@click.command(
    epilog="""\b
Examples:
  service-blueprint diff blueprints/laptop-request.yml blueprints/laptop-request-to-be.yml
  service-blueprint diff HEAD
  service-blueprint diff main my-branch --format markdown --out comment.md
  service-blueprint diff v1.0 blueprints/laptop-request.yml --format html --out changes.html"""
)
@click.argument("operands", nargs=-1, required=True, metavar="A B | REV [REV] [PATH]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "svg", "html"]),
    default="text",
    show_default=True,
    help="How the changes are told; svg and html draw the new diagram with all changes marked.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write, whole or not at all.  [default: the output]",
)
def diff(operands: tuple[str, ...], form: str, out: Path | None) -> None:
    """Tell what has changed in the service.

    A and B are two files. REV is a git revision: a commit, a branch or a tag. With one, it is compared with the files
    as they are now; with two, the first with the second. PATH is a file or a folder; without it, all blueprints of the
    repository are compared. Renamed files are followed. Steps and actions are matched by their ids; another way to
    write the same is no change.

    Exit status: 0 when nothing has changed, 1 when something has, 2 when the two could not be compared.
    """
    try:
        files = [Path(operand) for operand in operands]
        if len(files) == 2 and all(os.path.lexists(file) and not is_folder(file) for file in files):
            before, after, reviews = str(files[0]), str(files[1]), [_between_files(*files)]
        else:
            before, after, reviews = _between_revisions(operands)
    except GitError as error:
        raise FileTroubleError(str(error)) from None
    except BrokenFileError as error:
        raise FileTroubleError(str(error)) from None
    told = _told(reviews, form, before, after)
    if out:
        write_whole(out, encoded(told))
    else:
        hand_over(told, form)
    if any(review.differs for review in reviews):
        sys.exit(1)


def _told(reviews: Sequence[Review], form: str, before: str, after: str) -> str:
    match form:
        case "markdown":
            return comparison_markdown(reviews)
        case "json":
            return comparison_json(reviews, before, after)
        case "svg":
            return comparison_svg(reviews)
        case "html":
            return comparison_html(reviews, before, after)
        case _:
            return comparison_text(reviews)


def _between_files(before: Path, after: Path) -> Review:
    return Review(compare(_blueprint(before), _blueprint(after)), str(after))


def _blueprint(file: Path) -> Blueprint:
    """The blueprint of a file that somebody named. Raises ``BrokenFileError`` where it cannot be read."""
    selection = select([file])
    if not selection.blueprints:
        raise BrokenFileError(f"'{file}' is no blueprint, for its name begins with '_'")
    [selected] = selection.blueprints
    faults = [problem for problem in selected.problems if problem.severity is Severity.ERROR]
    if selected.blueprint is None:
        fault = Languages(selection.texts, site_language(file.parent)).line(faults[0])
        raise BrokenFileError(f"{fault}; 'service-blueprint check {file}' tells all")
    return selected.blueprint


def _between_revisions(operands: Sequence[str]) -> tuple[str, str, list[Review]]:
    repository = _repository(operands)
    first, *others = operands
    before = _snapshot(repository, first)
    after: Snapshot = WorkingTree(repository)
    if others and (len(others) == 2 or _means_revision(repository, before, others[0])):
        after = _snapshot(repository, others.pop(0))
    if len(others) > 1:
        raise click.UsageError("name two files, or one or two revisions and a path")
    path = _path(repository, others[0], before, after) if others else None
    return before.name, after.name, reviews_between(repository, before, after, path)


def _repository(operands: Sequence[str]) -> Repository:
    try:
        return Repository.around(Path())
    except GitError as error:
        if "not a git repository" not in str(error):
            raise
        missing = next((operand for operand in operands if not Path(operand).is_file()), "")
        if missing and len(operands) == 2:
            reason = f"there is no file '{missing}', and this folder lies in no git repository"
        else:
            reason = "this folder lies in no git repository; name two files"
        raise GitError(reason) from None


def _snapshot(repository: Repository, name: str) -> RevisionSnapshot:
    """The files at a revision. Raises ``GitError`` where there is none of that name."""
    revision = repository.revision(name)
    if revision is None:
        remedy = "see 'git log' for those that there are"
        if repository.shallow:
            remedy = "this clone is shallow, and 'git fetch --unshallow --tags' brings the rest"
        also = "" if Path(name).exists() else " and no such file"
        raise GitError(f"there is no revision '{name}'{also}; {remedy}")
    return RevisionSnapshot(revision)


def _means_revision(repository: Repository, before: RevisionSnapshot, operand: str) -> bool:
    """Whether the second of two operands is a revision; it may be a path that is there now, or that was there."""
    is_path = Path(operand).exists() or operand in _known_paths(repository, before, operand)
    is_revision = repository.revision(operand) is not None
    if is_path and is_revision:
        clear = f"write './{operand}' for the file, or 'refs/heads/{operand}' for a branch"
        raise GitError(f"'{operand}' is a revision and a path; {clear}")
    return not is_path


def _known_paths(repository: Repository, before: RevisionSnapshot, operand: str) -> set[str]:
    inside = _inside(repository, operand)
    return {operand} if inside is not None and _was_there(before, inside) else set()


def _was_there(snapshot: Snapshot, path: str) -> bool:
    if isinstance(snapshot, RevisionSnapshot):
        return any(each == path or each.startswith(f"{path}/") for each in snapshot.revision.paths)
    return False


def _inside(repository: Repository, operand: str) -> str | None:
    """A path from the top of the repository; None where it lies outside."""
    path = Path(os.path.abspath(operand))  # noqa: PTH100 - a symbolic link is itself a file of the repository
    real = real_path(path.parent) / path.name
    top = real_path(repository.top)
    return real.relative_to(top).as_posix() if real.is_relative_to(top) else None


def _path(repository: Repository, operand: str, *snapshots: Snapshot) -> str:
    """The path that an operand names. Raises ``GitError`` where it lies outside or nowhere."""
    inside = _inside(repository, operand)
    if inside is None:
        raise GitError(f"'{operand}' lies outside the repository '{repository.top}'")
    if not Path(operand).exists() and not any(_was_there(snapshot, inside) for snapshot in snapshots):
        names = " nor in ".join(snapshot.name for snapshot in snapshots)
        raise GitError(f"there is no '{operand}', neither in {names}")
    return inside
