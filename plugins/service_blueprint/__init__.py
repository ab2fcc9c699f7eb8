"""Service blueprints written as YAML: read, checked, laid out, drawn and published."""

__version__ = "0.1.0"
