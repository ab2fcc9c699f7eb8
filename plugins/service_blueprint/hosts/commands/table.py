"""``service-blueprint table``: the touchpoints of a blueprint."""

from pathlib import Path

import click

from service_blueprint.hosts.arguments import NamedPath, fail_on_errors, tell_problems
from service_blueprint.hosts.output import hand_over
from service_blueprint.pages.table_formats import TABLE_FORMATS
from service_blueprint.shelves.selection import select
from service_blueprint.words import words_for


@click.command(
    epilog="""\b
Examples:
  service-blueprint table blueprints/laptop-request.yml
  service-blueprint table blueprints/laptop-request.yml --format csv > touchpoints.csv"""
)
@click.argument("path", metavar="PATH", type=NamedPath(folders=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(TABLE_FORMATS)),
    default="markdown",
    show_default=True,
    help="How the table is written; CSV and JSON as UTF-8.",
)
def table(path: Path, form: str) -> None:
    """Write the touchpoints of a blueprint as a table.

    PATH is a blueprint's file. There is a row for each step, and what follows on it; those without customer contact say
    so. The table's own words are in the blueprint's language. Nothing is written for a file with faults.
    """
    if path.name.startswith("_"):
        raise click.UsageError(f"'{path}' is no blueprint, for its name begins with '_'")
    selection = select([path])
    tell_problems(selection, path)
    for each in selection.blueprints:
        if each.blueprint:
            hand_over(TABLE_FORMATS[form](each.blueprint, words_for(each.blueprint.language)), form)
    fail_on_errors(selection.problems)
