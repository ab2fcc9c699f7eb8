"""``service-blueprint schema``: what editors need to know."""

import click

from service_blueprint.hosts.output import hand_over
from service_blueprint.reading.schema import catalog_schema_text, schema_text


@click.command(
    epilog="""\b
Examples:
  service-blueprint schema > blueprints/_schema.json
  service-blueprint schema --catalog > blueprints/_catalog.schema.json"""
)
@click.option("--catalog", is_flag=True, help="The schema of the catalog instead.")
def schema(catalog: bool) -> None:
    """Print the JSON Schema of blueprints, for editors.

    With it an editor completes keys, explains them and underlines mistakes. It is of the edition 2020-12, made from
    what the files are read by.
    """
    hand_over(catalog_schema_text() if catalog else schema_text(), "json")
