"""YAML text to Blueprint, each value knowing its line.

A file takes this way: bytes (``decoding``) -> a tree of values with their places (``parsing``, ``tree``) -> a
validated document (``document``, ``step``, ``action``, ``catalog``) and the names in it (``outline``) -> a blueprint
(``building``). Everything that is wrong on the way becomes a problem; nothing is raised.
"""

from service_blueprint.reading.held import Contents, Held
from service_blueprint.reading.library import Library, library_of
from service_blueprint.reading.reading import CatalogReading, Reading, read_text

__all__ = ["CatalogReading", "Contents", "Held", "Library", "Reading", "library_of", "read_text"]
