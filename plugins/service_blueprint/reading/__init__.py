"""YAML text to Blueprint, each value knowing its line.

A file takes this way: bytes (``decoding``) -> a tree of values with their places (``parsing``, ``tree``) -> a
validated document (``document``, ``step``, ``action``, ``catalog``) and the names in it (``outline``) -> a blueprint
(``building``). Everything that is wrong on the way becomes a problem; nothing is raised.
"""

from service_blueprint.reading.library import Library, read_folder
from service_blueprint.reading.reading import CatalogReading, Reading, read_catalog, read_file, read_text

__all__ = ["CatalogReading", "Library", "Reading", "read_catalog", "read_file", "read_folder", "read_text"]
