"""Blueprints for tests, from the text that an author would write."""

from pathlib import Path
from tempfile import TemporaryDirectory

from service_blueprint.blueprint import Blueprint, Catalog
from service_blueprint.reading import read_text
from service_blueprint.shelves import read_catalog


def written(text: str, *, catalog: str = "", id: str = "made") -> Blueprint:
    """The blueprint of a text that has no faults; ``catalog`` is a catalog's text."""
    reading = read_text(text.encode(), path=f"{id}.yml", id=id, catalog=_catalog(catalog) if catalog else Catalog())
    assert reading.blueprint, "\n".join(map(str, reading.problems))
    return reading.blueprint


def _catalog(text: str) -> Catalog:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "_catalog.yml"
        file.write_text(text, "utf-8")
        reading = read_catalog(file)
    assert not reading.problems, "\n".join(map(str, reading.problems))
    return reading.catalog
