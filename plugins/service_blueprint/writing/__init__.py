"""YAML text in, YAML text out: files brought into their normal form, and new ones from templates."""

from service_blueprint.writing.formatting import formatted

__all__ = ["formatted"]
