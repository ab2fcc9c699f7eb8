"""The schemas that a site publishes, for editors and for other tools."""

from service_blueprint.pages import addresses
from service_blueprint.pages.elsewhere.site_index import site_index_schema_text
from service_blueprint.reading.schema import catalog_schema_text, schema_text


def schema_files() -> dict[str, bytes]:
    """The JSON Schemas of blueprints, of the catalog and of the index, by their address on the site."""
    return {
        addresses.SCHEMA: schema_text().encode(),
        addresses.CATALOG_SCHEMA: catalog_schema_text().encode(),
        addresses.SITE_INDEX_SCHEMA: site_index_schema_text().encode(),
    }
