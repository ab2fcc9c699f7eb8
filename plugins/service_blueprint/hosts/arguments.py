"""What the commands have in common: how blueprints are named, how faults are told, and how things are counted."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from service_blueprint.hosts.languages import Languages, site_language
from service_blueprint.hosts.output import say
from service_blueprint.hosts.trouble import FileTroubleError
from service_blueprint.problem import Problem, Severity
from service_blueprint.shelves.disk import is_folder
from service_blueprint.shelves.selection import Selection, select

__all__ = ["PATHS", "FileTroubleError", "NamedPath", "count", "fail_on_errors", "selected", "tell_problems"]


class NamedPath(click.ParamType[Path]):
    """The path of something that is there. A link may lead nowhere: reading it says so, with its place."""

    name = "path"

    def __init__(self, *, folders: bool = True) -> None:
        self._folders = folders

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; fails where nothing is there."""
        path = Path(str(value))
        if not os.path.lexists(path):
            self.fail(f"Path '{path}' does not exist.", param, ctx)
        if is_folder(path) and not self._folders:
            self.fail(f"File '{path}' is a directory.", param, ctx)
        return path


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=NamedPath())


def selected(paths: tuple[Path, ...]) -> Selection:
    """What ``paths`` name. Raises ``click.UsageError`` for a folder without blueprints."""
    selection = select(paths)
    for folder in selection.empty:
        raise no_blueprint(folder)
    return selection


def no_blueprint(folder: Path) -> click.UsageError:
    """That nothing in a folder is a blueprint."""
    what = "a blueprint is a file that ends in .yml and does not begin with '_'"
    return click.UsageError(f"there is no blueprint in '{folder}': {what}")


def tell_what_is_behind_catalogs(selection: Selection) -> None:
    """Say that blueprints cannot be read because of their catalog, where that is so; its faults are told beside."""
    if behind := selection.behind_catalogs:
        say(f"{count(behind, 'blueprint')} cannot be read, because the catalog has faults", err=True)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tell_problems(selection: Selection, path: Path) -> None:
    """Print what is wrong with what was selected, in a line each, beside what the command gives.

    ``path`` lies in the site whose language it is told in where a file names none.
    """
    languages = Languages(selection.texts, site_language(path.parent))
    for problem in selection.problems:
        kind = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
        say(f"{problem.place}: {kind}{languages.told(problem)}", err=True)
    tell_what_is_behind_catalogs(selection)


def fail_on_errors(problems: Iterable[Problem]) -> None:
    """End with exit status 1 where a problem is an error."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(1)
