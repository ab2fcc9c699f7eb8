"""``service-blueprint draw``: blueprints as pictures."""

from pathlib import Path

import click

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import paint, png, unpainted
from service_blueprint.drawing.describe import description
from service_blueprint.hosts.arguments import PATHS, FileTroubleError, count, fail_on_errors, selected, tell_problems
from service_blueprint.hosts.files.whole_files import refuse_links_below, write_whole
from service_blueprint.hosts.letters import lacking
from service_blueprint.hosts.output import say
from service_blueprint.hosts.selection import Selection
from service_blueprint.layout import lay_out
from service_blueprint.words import words_for


@click.command(
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
    tell_problems(selection.problems)
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
    fail_on_errors(selection.problems)


def _refuse_shared_ids(selection: Selection) -> None:
    """Files from several folders may share an id; the drawings of one would replace those of the other."""
    first: dict[str, str] = {}
    for each in selection.blueprints:
        path, other = each.reading.path, first.setdefault(each.reading.id, each.reading.path)
        if other != path:
            shared = f"'{other}' and '{path}' have one id, '{each.reading.id}'"
            raise click.UsageError(f"{shared}; draw them one at a time, each with its own --out")


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
