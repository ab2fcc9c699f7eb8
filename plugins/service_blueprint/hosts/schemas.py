"""The schemas that a site publishes, for editors."""

from service_blueprint.pages import addresses
from service_blueprint.reading.schema import catalog_schema_text, schema_text


def schema_files() -> dict[str, bytes]:
    """The JSON Schemas of blueprints and of the catalog, by their address on the site."""
    return {
        addresses.SCHEMA: schema_text().encode(),
        addresses.CATALOG_SCHEMA: catalog_schema_text().encode(),
    }
