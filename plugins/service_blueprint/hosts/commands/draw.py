"""``service-blueprint draw``: blueprints as pictures."""

from pathlib import Path

import click

from service_blueprint.blueprint import View
from service_blueprint.drawing.formats import FORMATS, FORMATS_BY_ID, SVG, make
from service_blueprint.hosts.arguments import PATHS, FileTroubleError, count, fail_on_errors, selected, tell_problems
from service_blueprint.hosts.files.whole_files import refuse_links_below, write_whole
from service_blueprint.hosts.output import say
from service_blueprint.hosts.png_files import lacking
from service_blueprint.shelves.selection import Selection
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
    type=click.Choice([format.id for format in FORMATS]),
    default=SVG.id,
    show_default=True,
    help=f"{'; '.join(format.purpose for format in FORMATS)}.",
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
    """Draw blueprints, each view into a file.

    Each PATH is a blueprint's file or a folder of them. A drawing is written as ID/VIEW.FORMAT, where ID is the
    blueprint's id: its path in the folder of blueprints, without the ending. So blueprints/hr/laptop.yml becomes
    hr/laptop/actors.svg. What is written is listed; a file with faults is left out.
    """
    if view and all_views:
        raise click.UsageError("--view names one view and --all-views all of them; leave one out")
    selection = selected(paths)
    _refuse_shared_ids(selection)
    tell_problems(selection, paths[0])
    written = 0
    blueprints = [(each.reading.path, each.blueprint) for each in selection.blueprints if each.blueprint]
    for path, blueprint in blueprints:
        views = list(View) if all_views else [View(view) if view else blueprint.first_view]
        words = words_for(blueprint.language)
        drawings = {
            out / blueprint.id / f"{each}.{form}": make(FORMATS_BY_ID[form], blueprint, each, words) for each in views
        }
        for file, drawing in drawings.items():
            _write(out, file, drawing.content)
            say(file)
            written += 1
        letters = "".join(sorted({letter for drawing in drawings.values() for letter in drawing.lacking}))
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
        if each.blueprint is None:
            continue
        path, other = each.reading.path, first.setdefault(each.reading.id, each.reading.path)
        if other != path:
            shared = f"'{other}' and '{path}' have one id, '{each.reading.id}'"
            raise click.UsageError(f"{shared}; draw them one at a time, each with its own --out")


def _write(out: Path, file: Path, data: bytes) -> None:
    """Write a file below ``out`` whole or not at all, telling in one line where it cannot be."""
    try:
        refuse_links_below(out, file)
        write_whole(file, data)
    except OSError as error:
        raise FileTroubleError(f"'{file}' cannot be written: {error.strerror or error}") from None
