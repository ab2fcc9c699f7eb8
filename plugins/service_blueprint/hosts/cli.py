"""The command line, without MkDocs: ``draw`` and ``table``, and the commands in ``commands/``.

Exit status: 0 when all is well, 1 when a file has faults, 2 when the command was used wrongly or cannot write.
"""

import errno
import io
import signal
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import click

from service_blueprint import __version__
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import paint, png, unpainted
from service_blueprint.drawing.describe import description
from service_blueprint.hosts.arguments import (
    PATHS,
    FileTroubleError,
    NamedPath,
    count,
    selected,
    tell_what_is_behind_catalogs,
)
from service_blueprint.hosts.commands.build import build
from service_blueprint.hosts.commands.check import check
from service_blueprint.hosts.commands.diff import diff
from service_blueprint.hosts.commands.format import format_
from service_blueprint.hosts.commands.new import new
from service_blueprint.hosts.commands.schema import schema
from service_blueprint.hosts.files.whole_files import refuse_links_below, write_whole
from service_blueprint.hosts.languages import Languages, site_language
from service_blueprint.hosts.letters import lacking
from service_blueprint.hosts.output import hand_over, printable_refusals, say
from service_blueprint.layout import lay_out
from service_blueprint.pages.table import table_csv, table_markdown
from service_blueprint.pages.table_data import table_json
from service_blueprint.problem import Problem, Severity
from service_blueprint.shelves.selection import Selection, select
from service_blueprint.words import words_for

_GONE = {"publish": "There is no command 'publish' any more: publish with mike, as in 'mike deploy 1.2 latest'."}
"""What to use in the place of a command that there was."""


class Commands(click.Group):
    """The commands, ending without a traceback where the system refuses a file or the output."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words before the command."""
        with printable_refusals():
            return super().make_context(info_name, args, parent, **extra)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; for one that is gone, what to use now."""
        if args[0] in _GONE:
            ctx.fail(_GONE[args[0]])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        with printable_refusals():
            try:
                return super().invoke(ctx)
            except OSError as error:
                if error.errno == errno.EPIPE:
                    raise  # click ends quietly where nobody reads on
                what = f"'{error.filename}'" if error.filename else "the output"
                raise FileTroubleError(f"{what} cannot be read or written: {error.strerror or error}") from None


@click.group(
    cls=Commands,
    epilog="""\b
Examples:
  service-blueprint check blueprints
  service-blueprint draw blueprints --all-views --out pictures
  service-blueprint table blueprints/laptop-request.yml --format csv > touchpoints.csv""",
)
@click.version_option(__version__, prog_name="service-blueprint")
def main() -> None:
    """Draw, tabulate and check service blueprints written as YAML.

    Exit status: 0 when all is well, 1 when a file has faults, 2 when the command was used wrongly.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end)  # tidily, as for an interruption at the keyboard
    for stream in (sys.stdout, sys.stderr):
        # Not every terminal has every letter; a name that it lacks is spelt out rather than a reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


main.add_command(build)
main.add_command(check)
main.add_command(diff)
main.add_command(format_)
main.add_command(new)
main.add_command(schema)


@main.command(
    epilog="""\b
Examples:
  service-blueprint draw blueprints/laptop-request.yml
  service-blueprint draw blueprints/laptop-request.yml --view customer
  service-blueprint draw blueprints/laptop-request.yml --format png
  service-blueprint draw blueprints --all-views --out pictures"""
)
@PATHS
@click.option(
    "--view",
    type=click.Choice([view.value for view in View]),
    help="The view to draw.  [default: actors where some stage has more than one, else stages]",
)
@click.option("--all-views", is_flag=True, help="Draw every view.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "png"]),
    default="svg",
    show_default=True,
    help="SVG stays sharp at any size; PNG, at twice the size, is for what takes no SVG.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    show_default="the current folder",
    metavar="DIR",
    help="The folder to write into; it is made where it is missing.",
)
def draw(paths: tuple[Path, ...], view: str | None, all_views: bool, form: str, out: Path) -> None:
    """Draw blueprints as SVG or PNG files.

    Each PATH is a blueprint's file or a folder of them. A drawing is written as ID/VIEW.svg or .png, where ID is the
    blueprint's id: its path in the folder of blueprints, without the ending. So blueprints/hr/laptop.yml becomes
    hr/laptop/actors.svg. What is written is listed; a file with faults is left out.
    """
    if view and all_views:
        raise click.UsageError("--view names one view and --all-views all of them; leave one out")
    selection = selected(paths)
    _refuse_shared_ids(selection)
    _tell(selection, paths[0])
    tell_what_is_behind_catalogs(selection)
    written = 0
    blueprints = [(each.reading.path, each.blueprint) for each in selection.blueprints if each.blueprint]
    for path, blueprint in blueprints:
        views = list(View) if all_views else [View(view) if view else blueprint.first_view]
        drawings = {out / blueprint.id / f"{each}.{form}": _drawing(blueprint, each, form) for each in views}
        for file, (drawing, _) in drawings.items():
            _write(out, file, drawing)
            say(file)
            written += 1
        letters = "".join(sorted({letter for _, missing in drawings.values() for letter in missing}))
        if letters:
            say(lacking(path, letters), err=True)
    left_out = len(selection.blueprints) - len(blueprints)
    outcome = f"{count(written, 'drawing')} written"
    say(f"{outcome}, {count(left_out, 'blueprint')} with faults left out" if left_out else outcome, err=True)
    _fail_on_errors(selection.problems)


@main.command(
    epilog="""\b
Examples:
  service-blueprint table blueprints/laptop-request.yml
  service-blueprint table blueprints/laptop-request.yml --format csv > touchpoints.csv"""
)
@click.argument("path", metavar="PATH", type=NamedPath(folders=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "csv", "json"]),
    default="markdown",
    show_default=True,
    help="How the table is written; CSV and JSON as UTF-8.",
)
def table(path: Path, form: str) -> None:
    """Write the touchpoints of a blueprint as a table.

    PATH is a blueprint's file. There is a row for each step with customer contact; the table's own words are in the
    blueprint's language. Nothing is written for a file with faults.
    """
    if path.name.startswith("_"):
        raise click.UsageError(f"'{path}' is no blueprint, for its name begins with '_'")
    selection = select([path])
    _tell(selection, path)
    tell_what_is_behind_catalogs(selection)
    for each in selection.blueprints:
        if each.blueprint:
            hand_over(_table(each.blueprint, form), form)
    _fail_on_errors(selection.problems)


def _refuse_shared_ids(selection: Selection) -> None:
    """Files from several folders may share an id; the drawings of one would replace those of the other."""
    first: dict[str, str] = {}
    for each in selection.blueprints:
        if each.blueprint is None:
            continue
        path, other = each.reading.path, first.setdefault(each.reading.id, each.reading.path)
        if other != path:
            shared = f"'{other}' and '{path}' have one id, '{each.reading.id}'"
            raise click.UsageError(f"{shared}; draw them one at a time, each with its own --out")


def _tell(selection: Selection, path: Path) -> None:
    """Say what is wrong with what was selected; ``path`` lies in the site whose language it is told in by default."""
    languages = Languages(selection.texts, site_language(path.parent))
    for problem in selection.problems:
        kind = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
        say(f"{problem.place}: {kind}{languages.told(problem)}", err=True)


def _table(blueprint: Blueprint, form: str) -> str:
    words = words_for(blueprint.language)
    if form == "csv":
        return table_csv(blueprint, words)
    return table_json(blueprint) if form == "json" else table_markdown(blueprint, words)


def _drawing(blueprint: Blueprint, view: View, form: str) -> tuple[bytes, str]:
    """A view as SVG or PNG, and the letters that are missing in it."""
    words = words_for(blueprint.language)
    diagram = lay_out(blueprint, view, words)
    svg = paint(diagram, words)
    if form == "svg":
        return svg.encode(), ""
    return png(svg, title=blueprint.title, description=description(diagram, words)), unpainted(svg)


def _write(out: Path, file: Path, data: bytes) -> None:
    """Write a file below ``out`` whole or not at all, telling in one line where it cannot be."""
    try:
        refuse_links_below(out, file)
        write_whole(file, data)
    except OSError as error:
        raise FileTroubleError(f"'{file}' cannot be written: {error.strerror or error}") from None


def _fail_on_errors(problems: Iterable[Problem]) -> None:
    if any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(1)
