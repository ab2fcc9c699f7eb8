"""What the commands have in common: how blueprints are named, and how things are counted."""

import os
from pathlib import Path

import click

from service_blueprint.hosts.output import say
from service_blueprint.shelves.disk import is_folder
from service_blueprint.shelves.selection import Selection, select


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


class FileTroubleError(click.ClickException):
    """A file or folder that cannot be had; said in one line, with the exit status of wrong use."""

    exit_code = 2


def selected(paths: tuple[Path, ...]) -> Selection:
    """What ``paths`` name. Raises ``click.UsageError`` for a folder without blueprints."""
    selection = select(paths)
    for folder in selection.empty:
        what = "a blueprint is a file that ends in .yml and does not begin with '_'"
        raise click.UsageError(f"there is no blueprint in '{folder}': {what}")
    return selection


def tell_what_is_behind_catalogs(selection: Selection) -> None:
    """Say that blueprints cannot be read because of their catalog, where that is so; its faults are told beside."""
    if behind := selection.behind_catalogs:
        say(f"{count(behind, 'blueprint')} cannot be read, because the catalog has faults", err=True)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
