"""YAML text in, YAML text out: files brought into their normal form, and new ones from templates."""

from service_blueprint.writing.formatting import formatted
from service_blueprint.writing.new import SCHEMA, Template, editor_schemas, new_blueprint, new_site

__all__ = ["SCHEMA", "Template", "editor_schemas", "formatted", "new_blueprint", "new_site"]
