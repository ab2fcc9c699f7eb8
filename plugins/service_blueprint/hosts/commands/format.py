"""``service-blueprint format``: files brought into their normal form."""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from service_blueprint.faults.files import CHANGED_MEANWHILE
from service_blueprint.file_names import FILE_ENDINGS
from service_blueprint.hosts.arguments import PATHS, count, no_blueprint
from service_blueprint.hosts.files.whole_files import ChangedError, write_whole
from service_blueprint.hosts.output import say
from service_blueprint.hosts.problem_languages import Languages, site_language
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.files import path_of
from service_blueprint.shelves.disk import is_folder, read_bytes, real_path
from service_blueprint.shelves.selection import folder_of
from service_blueprint.shelves.walk import listed
from service_blueprint.writing import chains, formatted

_NAMED = re.compile(rb"#([a-z0-9-]+)")


@click.command(
    "format",
    epilog="""\b
Examples:
  service-blueprint format blueprints
  service-blueprint format --check blueprints
  service-blueprint format --ids blueprints/laptop-request.yml
  service-blueprint format --in-turn blueprints""",
)
@PATHS
@click.option(
    "--check", "check_only", is_flag=True, help="Write nothing; list the files that would change, exit with 1."
)
@click.option(
    "--ids", is_flag=True, help="Write the missing ids of steps, the same that they have without being written."
)
@click.option(
    "--in-turn",
    is_flag=True,
    help="Write actions of a stage that each lead to the next by 'id' and 'to' as one list that goes in turn. Ids go "
    "that then nothing names, neither in the file nor behind a '#' in another one that is formatted.",
)
def format(paths: tuple[Path, ...], check_only: bool, ids: bool, in_turn: bool) -> None:
    """Bring blueprints and catalogs into their normal form.

    Each PATH is a file or a folder of blueprints. Indentation, spacing and quotation marks become the same everywhere;
    comments, the order of keys and every line break in a text stay, and what a file says does not change. Files that
    change are listed. A file that cannot be read as YAML is left alone, and so is one that somebody saves meanwhile;
    the exit status is then 1. Of a link, what it leads to is formatted.
    """
    files, problems = _named(paths)
    troubles, changed, sound = len(problems), 0, 0
    _tell(problems, paths[0])
    turns = _Turns(files, wanted=in_turn)
    for file, folder in files.items():
        # One after the other: an edit that is saved meanwhile is to be read, not to be written over.
        done = _formatted(file, folder, turns, check_only=check_only, ids=ids)
        if isinstance(done, tuple):
            _tell(done, file)
            troubles += len(done)
        elif done:
            say(path_of(file))
            changed += 1
        else:
            sound += 1
    outcome = "to be formatted" if check_only else "formatted"
    turns.tell()
    say(f"{count(changed, 'file')} {outcome}, {sound} in normal form already", err=True)
    if troubles or (check_only and changed):
        sys.exit(1)


def _tell(problems: Iterable[Problem], file: Path) -> None:
    """Say what is wrong with a file, or with what lies below a folder."""
    held = b"" if is_folder(file) else read_bytes(file, path_of(file))
    texts = {path_of(file): held} if isinstance(held, bytes) else {}
    languages = Languages(texts, site_language(file.parent))
    for problem in problems:
        say(languages.line(problem), err=True)


class _Turns:
    """The chains of all files: written as lists that go in turn where that is ``wanted``, else only counted."""

    def __init__(self, files: Mapping[Path, Path | None], *, wanted: bool) -> None:
        self.named: frozenset[str] | None = None
        self._left = 0
        if wanted:
            held = (read_bytes(file, path_of(file), folder=folder) for file, folder in files.items())
            self.named = frozenset(
                id.decode() for data in held if isinstance(data, bytes) for id in _NAMED.findall(data)
            )

    def of(self, data: bytes, name: str) -> None:
        """Tell what becomes of a file's chains, or count them."""
        found = chains(data, name, self.named or ())
        if self.named is None:
            self._left += found.lists
        elif found.lists:
            gone = f"; no longer there: id {', '.join(found.gone)}" if found.gone else ""
            say(f"{name}: {count(found.lists, 'list')} written 'in-turn'{gone}", err=True)

    def tell(self) -> None:
        """Say how many chains could be written otherwise."""
        if self._left:
            say(f"{count(self._left, 'list')} can be written shorter: 'service-blueprint format --in-turn'", err=True)


def _formatted(
    file: Path, folder: Path | None, turns: _Turns, *, check_only: bool, ids: bool
) -> bool | tuple[Problem, ...]:
    """Format a file; gives whether there was anything to change, or why it is left alone."""
    name = path_of(file)
    before = read_bytes(file, name, folder=folder)
    if isinstance(before, Problem):
        return (before,)
    after = formatted(before, name, ids=ids, turns=turns.named)
    if isinstance(after, tuple):
        return after
    turns.of(before, name)
    if after != before and not check_only:
        try:
            write_whole(file, after, before=before)
        except ChangedError:
            return (CHANGED_MEANWHILE().at(Place(name)),)
    return after != before


def _named(paths: Iterable[Path]) -> tuple[dict[Path, Path | None], tuple[Problem, ...]]:
    """The files that were named with the folders that they belong to, and what keeps others from being found.

    Each is there once, though a link leads to it too; those of a folder come with its catalog first.
    """
    files: dict[Path, tuple[Path, Path | None]] = {}
    problems: list[Problem] = []
    for path in paths:
        found, folder = [path], folder_of(path)
        if is_folder(path):
            listing = listed(path)
            problems += listing.problems
            found = [*filter(None, [listing.catalog]), *listing.files]
            if not found and not listing.problems:
                raise no_blueprint(path)
        elif path.suffix not in FILE_ENDINGS:
            raise click.UsageError(f"'{path}' is no YAML file, for its name does not end in .yml")
        for file in found:
            files.setdefault(real_path(file), (file, folder))
    return dict(files.values()), tuple(problems)
