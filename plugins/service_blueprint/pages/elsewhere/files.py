"""The files by which other sites and tools refer to blueprints, show them and list them."""

from collections.abc import Mapping, Sequence

from service_blueprint.blueprint import Blueprint
from service_blueprint.insight.history import Removed
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Collection, Site
from service_blueprint.pages.elsewhere.embed_page import embed_pages
from service_blueprint.pages.elsewhere.inventory import inventory, names
from service_blueprint.pages.elsewhere.previews import oembed_text
from service_blueprint.pages.elsewhere.site_index import site_index, site_index_text
from service_blueprint.pages.moved import moves
from service_blueprint.pages.pictures import Picture, first_picture
from service_blueprint.words import words_for


def blueprint_files(blueprint: Blueprint, pictures: Sequence[Picture], site: Site, language: str) -> dict[str, bytes]:
    """The files of one blueprint by their address on the site: pages for frames, and the oEmbed answer."""
    pages = embed_pages(blueprint, pictures, site, words_for(language), language)
    files = {file: page.encode() for file, page in pages}
    if site.url:
        answer = oembed_text(blueprint, first_picture(blueprint, pictures), site)
        files[addresses.oembed_file(blueprint.id)] = answer.encode()
    return files


def site_files(
    collection: Collection, site: Site, since: Mapping[str, str], removed: Sequence[Removed]
) -> dict[str, bytes]:
    """The files of the whole site: its index and its inventory.

    ``since`` are the versions since which blueprints stand as they do now, by id; ``removed`` are those that are gone.
    """
    blueprints = {entry.id: entry.blueprint for entry in collection.entries if entry.blueprint}
    blueprints |= moves(collection.entries)
    return {
        addresses.SITE_INDEX: site_index_text(site_index(collection, site, since, removed)).encode(),
        addresses.INVENTORY: inventory(names(blueprints, site), site),
    }
