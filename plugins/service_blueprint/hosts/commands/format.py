"""``service-blueprint format``: files brought into their normal form."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from service_blueprint.hosts.arguments import PATHS, count
from service_blueprint.hosts.files.whole_files import write_whole
from service_blueprint.hosts.output import say
from service_blueprint.problem import Problem
from service_blueprint.reading.files import CATALOG, blueprint_files, path_of, read_bytes
from service_blueprint.writing import formatted

_ENDINGS = (".yml", ".yaml")


@click.command(
    "format",
    epilog="""\b
Examples:
  service-blueprint format blueprints
  service-blueprint format --check blueprints
  service-blueprint format --ids blueprints/laptop-request.yml""",
)
@PATHS
@click.option(
    "--check", "check_only", is_flag=True, help="Write nothing; list the files that would change, exit with 1."
)
@click.option(
    "--ids", is_flag=True, help="Write the missing ids of steps, the same that they have without being written."
)
def format_(paths: tuple[Path, ...], check_only: bool, ids: bool) -> None:
    """Bring blueprints and catalogs into their normal form.

    Each PATH is a file or a folder of blueprints. Indentation, spacing and quotation marks become the same everywhere;
    comments, the order of keys and every line break in a text stay, and what a file says does not change. Files that
    change are listed. A file that cannot be read as YAML is left alone, and the exit status is then 1.
    """
    problems: list[Problem] = []
    changed: dict[Path, bytes] = {}
    sound = 0
    for file in _files(paths):
        name = path_of(file)
        before = read_bytes(file, name)
        after = (before,) if isinstance(before, Problem) else formatted(before, name, ids=ids)
        if isinstance(after, tuple):
            problems += after
        elif after != before:
            changed[file] = after
        else:
            sound += 1
    for problem in problems:
        say(f"{problem.place}: {problem.text}", err=True)
    for file, data in changed.items():
        if not check_only:
            write_whole(file, data)
        say(path_of(file))
    done = "to be formatted" if check_only else "formatted"
    say(f"{count(len(changed), 'file')} {done}, {sound} in normal form already", err=True)
    if problems or (check_only and changed):
        sys.exit(1)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that were named, each once, those of a folder with its catalog first."""
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = [*filter(Path.exists, [path / CATALOG]), *blueprint_files(path)]
            if not found:
                what = "a blueprint is a file that ends in .yml and does not begin with '_'"
                raise click.UsageError(f"there is no blueprint in '{path}': {what}")
        elif path.suffix in _ENDINGS:
            found = [path]
        else:
            raise click.UsageError(f"'{path}' is no YAML file, for its name does not end in .yml")
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file
