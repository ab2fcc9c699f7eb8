"""YAML text in, YAML text out: files brought into their normal form, and new ones from templates."""

from service_blueprint.writing.formatting import formatted
from service_blueprint.writing.new import LANGUAGES, SCHEMA, Template, new_blueprint, new_site

__all__ = ["LANGUAGES", "SCHEMA", "Template", "formatted", "new_blueprint", "new_site"]
