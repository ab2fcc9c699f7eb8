"""Thin hosts: the MkDocs plugin, the Markdown extension and the command line."""
