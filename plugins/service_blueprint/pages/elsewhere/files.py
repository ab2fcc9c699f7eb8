"""The files by which other sites and tools refer to blueprints, show them and list them."""

from collections.abc import Iterator

from service_blueprint.blueprint import View
from service_blueprint.pages import addresses
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.elsewhere.embed_page import embed_pages
from service_blueprint.pages.elsewhere.inventory import inventory, names
from service_blueprint.pages.elsewhere.site_index import site_index, site_index_text
from service_blueprint.pages.kind import ID, FileKind, PlacedFile
from service_blueprint.pages.moved import moves


def _embeds(edition: Edition) -> Iterator[PlacedFile]:
    for id, drawn in edition.drawn.items():
        for file, page in embed_pages(drawn.blueprint, drawn.pictures, id, drawn.reader):
            yield PlacedFile(file, page.encode())


def _site_index(edition: Edition) -> Iterator[PlacedFile]:
    index = site_index(edition.collection, edition.site, edition.past.since, edition.past.removed)
    yield PlacedFile(addresses.SITE_INDEX, site_index_text(index).encode())


def _inventory(edition: Edition) -> Iterator[PlacedFile]:
    blueprints = {id: drawn.blueprint for id, drawn in edition.drawn.items()} | moves(edition.collection.entries)
    yield PlacedFile(addresses.INVENTORY, inventory(names(blueprints, edition.site), edition.site))


EMBEDS = FileKind("pages for frames", tuple(addresses.embed_file(ID, view) for view in (None, *View)), _embeds)
SITE_INDEX = FileKind("index for other tools", (addresses.SITE_INDEX,), _site_index)
INVENTORY = FileKind("inventory of names", (addresses.INVENTORY,), _inventory)
