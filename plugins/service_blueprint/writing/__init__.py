"""YAML text in, YAML text out: files brought into their normal form, and new ones from templates."""

from service_blueprint.writing.formatting import chains, formatted
from service_blueprint.writing.new import (
    REQUIREMENT,
    Template,
    editor_schemas,
    new_blueprint,
    new_site,
    with_plugin,
)

__all__ = [
    "REQUIREMENT",
    "Template",
    "chains",
    "editor_schemas",
    "formatted",
    "new_blueprint",
    "new_site",
    "with_plugin",
]
