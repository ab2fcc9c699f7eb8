"""The files of the whole site: its catalog, and by which other sites and tools find what there is."""

from collections.abc import Iterator

from service_blueprint.pages import addresses
from service_blueprint.pages.collection import moves
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.elsewhere.inventory import inventory, names
from service_blueprint.pages.elsewhere.site_index import site_index, site_index_text
from service_blueprint.pages.kind import FileKind, PlacedFile


def _catalog(edition: Edition) -> Iterator[PlacedFile]:
    if edition.collection.catalog:
        yield PlacedFile(addresses.CATALOG, edition.collection.catalog)


def _site_index(edition: Edition) -> Iterator[PlacedFile]:
    index = site_index(edition.collection, edition.site, edition.past.since, edition.past.removed)
    yield PlacedFile(addresses.SITE_INDEX, site_index_text(index).encode())


def _inventory(edition: Edition) -> Iterator[PlacedFile]:
    blueprints = {id: drawn.blueprint for id, drawn in edition.drawn.items()} | moves(edition.collection.entries)
    yield PlacedFile(addresses.INVENTORY, inventory(names(blueprints, edition.site), edition.site))


SITE_INDEX = FileKind("index for other tools", (addresses.SITE_INDEX,), _site_index)
INVENTORY = FileKind("inventory of names", (addresses.INVENTORY,), _inventory)
CATALOG = FileKind("catalog", (addresses.CATALOG,), _catalog)
