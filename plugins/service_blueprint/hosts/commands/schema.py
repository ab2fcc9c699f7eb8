"""``service-blueprint schema``: what editors and programs need to know."""

from collections.abc import Callable, Mapping

import click

from service_blueprint.hosts.output import hand_over
from service_blueprint.hosts.report_data import report_schema_text
from service_blueprint.pages.comparing.comparison_data import comparison_schema_text
from service_blueprint.pages.elsewhere.site_index import site_index_schema_text
from service_blueprint.pages.table_data import table_schema_text
from service_blueprint.reading.schema import catalog_schema_text, schema_text

_SCHEMAS: Mapping[str, Callable[[], str]] = {
    "blueprint": schema_text,
    "catalog": catalog_schema_text,
    "check": report_schema_text,
    "diff": comparison_schema_text,
    "index": site_index_schema_text,
    "table": table_schema_text,
}


@click.command(
    epilog="""\b
Examples:
  service-blueprint schema > blueprints/_schema.json
  service-blueprint schema catalog > blueprints/_catalog.schema.json
  service-blueprint schema check > problems.schema.json"""
)
@click.argument("what", type=click.Choice(list(_SCHEMAS)), default="blueprint")
@click.option("--catalog", is_flag=True, help="The same as 'catalog'.")
def schema(what: str, catalog: bool) -> None:
    """Print the JSON Schema of blueprints, for editors.

    With it an editor completes keys, explains them and underlines mistakes. It is of the edition 2020-12, made from
    what the files are read by. 'catalog' is that of the catalog; 'check', 'diff' and 'table' are those of the JSON
    that these commands write, for programs, and 'index' is that of the site's index.
    """
    hand_over(_SCHEMAS["catalog" if catalog else what](), "json")
