"""What the commands have in common: how blueprints are named, and how things are counted."""

from pathlib import Path

import click

from service_blueprint.hosts.selection import Selection, select

PATHS = click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path)
)


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


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
