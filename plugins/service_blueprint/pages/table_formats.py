"""The formats that the touchpoint table is written in, by their names. To add one, list it here."""

from collections.abc import Callable, Mapping

from service_blueprint.blueprint import Blueprint
from service_blueprint.pages.table import table_csv, table_markdown
from service_blueprint.pages.table_data import table_json
from service_blueprint.words import Words

TABLE_FORMATS: Mapping[str, Callable[[Blueprint, Words], str]] = {
    "markdown": table_markdown,
    "csv": table_csv,
    "json": lambda blueprint, _: table_json(blueprint),
}
"""The first is the one where nobody names any; JSON has words of no language."""
