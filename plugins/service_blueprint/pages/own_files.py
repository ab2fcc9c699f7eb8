"""The files of each blueprint beside its page: its pictures, its table, its YAML, and the diagram alone for frames."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from service_blueprint.blueprint import View
from service_blueprint.drawing.formats import PUBLISHED
from service_blueprint.pages import addresses
from service_blueprint.pages.edition import Drawn, Edition
from service_blueprint.pages.elsewhere.embed_page import embed_pages
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


def _picture(drawn: Drawn, edition: Edition, view: View, ending: str) -> bytes | None:
    file = next(picture.file for picture in drawn.pictures if picture.view is view)
    return edition.picture_files.get(ending, {}).get(file)


OWN_FILES = (
    OwnFile(addresses.table_file, _table),
    OwnFile(addresses.yaml_file, _source),
    OwnFile(addresses.oembed_file, _oembed),
    *(
        OwnFile(
            partial(addresses.picture_file, view=view, ending=format.id),
            partial(_picture, view=view, ending=format.id),
        )
        for view in View
        for format in PUBLISHED
    ),
)
"""To give each blueprint another file, list it here."""


def _all(edition: Edition) -> Iterator[PlacedFile]:
    for id, drawn in edition.drawn.items():
        yield from own_files(drawn, edition, id)


def _embeds(edition: Edition) -> Iterator[PlacedFile]:
    for id, drawn in edition.drawn.items():
        for file, page in embed_pages(drawn.blueprint, drawn.pictures, id, drawn.reader):
            yield PlacedFile(file, page.encode())


FILES = FileKind("files of a blueprint", tuple(own.address(ID) for own in OWN_FILES), _all)
EMBEDS = FileKind("pages for frames", tuple(addresses.embed_file(ID, view) for view in (None, *View)), _embeds)
