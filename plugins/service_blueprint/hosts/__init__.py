"""Thin hosts: the MkDocs plugin and the command line."""
