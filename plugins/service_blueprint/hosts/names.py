"""What this tool is called by those that run it."""

TOOL = "service-blueprint"
"""The command, the plugin of MkDocs, and the table of ``pyproject.toml``."""

EXTENSION = "service_blueprint"
"""The extension of Python-Markdown, and the logger by which it tells of faults."""
