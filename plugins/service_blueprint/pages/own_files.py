"""The files beside the pages: the pictures of each blueprint, its table, its YAML, and the catalog of all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from service_blueprint.blueprint import View
from service_blueprint.pages import addresses
from service_blueprint.pages.edition import Drawn, Edition
from service_blueprint.pages.elsewhere.previews import oembed_text
from service_blueprint.pages.kind import ID, FileKind, PlacedFile
from service_blueprint.pages.table import table_csv


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that each blueprint has: its address by the blueprint's id, and what it holds; None where it is not there.

    It stands at the blueprint's former addresses, too.
    """

    address: Callable[[str], str]
    content: Callable[[Drawn, Edition], bytes | None]


def own_files(drawn: Drawn, edition: Edition, blueprint_id: str) -> Iterator[PlacedFile]:
    """The files of a blueprint, at the addresses that they have below an id: its own, or one that it had before."""
    for own in OWN_FILES:
        content = own.content(drawn, edition)
        if content is not None:
            yield PlacedFile(own.address(blueprint_id), content)


def _table(drawn: Drawn, _: Edition) -> bytes:
    return table_csv(drawn.blueprint, drawn.reader.words).encode()


def _source(drawn: Drawn, _: Edition) -> bytes:
    return drawn.entry.text


def _oembed(drawn: Drawn, edition: Edition) -> bytes | None:
    return oembed_text(drawn.blueprint, drawn.first_picture, edition.site).encode() if edition.site.url else None


def _svg(drawn: Drawn, _: Edition, view: View) -> bytes:
    return _picture_file(drawn, view).encode()


def _png(drawn: Drawn, edition: Edition, view: View) -> bytes | None:
    return edition.bitmaps.get(_picture_file(drawn, view))


def _picture_file(drawn: Drawn, view: View) -> str:
    return next(picture.file for picture in drawn.pictures if picture.view is view)


OWN_FILES = (
    OwnFile(addresses.table_file, _table),
    OwnFile(addresses.yaml_file, _source),
    OwnFile(addresses.oembed_file, _oembed),
    *(
        OwnFile(partial(addresses.picture_file, view=view, ending=ending), partial(content, view=view))
        for view in View
        for ending, content in (("svg", _svg), ("png", _png))
    ),
)
"""To give each blueprint another file, list it here."""


def _all(edition: Edition) -> Iterator[PlacedFile]:
    for id, drawn in edition.drawn.items():
        yield from own_files(drawn, edition, id)


def _catalog(edition: Edition) -> Iterator[PlacedFile]:
    if edition.collection.catalog:
        yield PlacedFile(addresses.CATALOG, edition.collection.catalog)


FILES = FileKind("files of a blueprint", tuple(own.address(ID) for own in OWN_FILES), _all)
CATALOG = FileKind("catalog", (addresses.CATALOG,), _catalog)
