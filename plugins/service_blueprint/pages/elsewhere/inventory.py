"""The inventory of the site: by it, pages of other sites refer to blueprints and steps by name.

It is in the format that Sphinx defined (version 2, ``sphinx.util.inventory``, 2010) and that MkDocs' plugins read too:
four lines of head, then a line for each name, packed by zlib. We write it ourselves: the one library for it brings
three more along, for the sake of reading, searching and downloading, and the format has stood still for as long.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service_blueprint.blueprint import Blueprint
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Site

LABEL = "std:label"
DOCUMENT = "std:doc"

_FORMAT = b"# Sphinx inventory version 2"
_PACKED = b"# The remainder of this file is compressed using zlib."
_PRIORITY = -1  # as Sphinx gives labels and documents: its search does not look for them
_LARGEST = 256 * 1024 * 1024  # bytes; a small file can be packed of endlessly many
_LINE = re.compile(rb"(.+?)\s+(\S+:\S+)\s+-?\d+\s")


class InventoryError(ServiceBlueprintError, ValueError):
    """What is there is no inventory that anybody could read."""


@dataclass(frozen=True, slots=True)
class Name:
    """Something that other sites refer to; ``role`` is a label or a document, ``address`` begins at the site's root."""

    name: str
    role: str
    address: str
    title: str


def names(blueprints: Mapping[str, Blueprint], site: Site) -> Iterator[Name]:
    """The names of blueprints and of their steps; ``blueprints`` are all by each id that leads to them, in order.

    A blueprint is its id, as a label and as a document; a step is ``<blueprint>#<step>``, a label.
    """
    for id, blueprint in blueprints.items():
        page = addresses.link(addresses.page_file(blueprint.id), "", directory_urls=site.directory_urls)
        yield Name(id, DOCUMENT, page, blueprint.title)
        yield Name(id, LABEL, page, blueprint.title)
        for step in blueprint.steps:
            yield Name(f"{id}#{step.id}", LABEL, f"{page}#{step.id}", step.heading)


def inventory(names: Iterable[Name], site: Site) -> bytes:
    """The inventory as a file."""
    head = (_FORMAT, f"# Project: {_line(site.name)}".encode(), f"# Version: {_line(site.version)}".encode(), _PACKED)
    lines = (f"{name.name} {name.role} {_PRIORITY} {name.address} {_line(name.title) or '-'}\n" for name in names)
    return b"\n".join((*head, zlib.compress("".join(lines).encode(), 9)))


def joined(first: bytes, second: bytes) -> bytes:
    """One inventory of two: all that the first one holds, and of the second what the first has no name for.

    Raises ``InventoryError`` where one of them cannot be read.
    """
    head, lines = _opened(first)
    known = {found.groups() for line in lines if (found := _LINE.match(line))}
    more = [line for line in _opened(second)[1] if (found := _LINE.match(line)) and found.groups() not in known]
    body = b"".join(line + b"\n" for line in (*lines, *more))
    return b"\n".join((*head, zlib.compress(body, 9)))


def _opened(inventory: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines of an inventory's head, and those of what it holds."""
    *head, packed = inventory.split(b"\n", 4)
    if len(head) < 4 or head[0].rstrip() != _FORMAT or b"zlib" not in head[3]:
        raise InventoryError("it does not begin as an inventory of version 2 does")
    unpacking = zlib.decompressobj()
    try:
        body = unpacking.decompress(packed, _LARGEST)
    except zlib.error as error:
        raise InventoryError(f"what it holds cannot be unpacked: {error}") from None
    if unpacking.unconsumed_tail:
        raise InventoryError(f"unpacked it has more than {_LARGEST // 1024**2} MiB")
    if not unpacking.eof:
        raise InventoryError("what it holds cannot be unpacked: its end is missing")
    return head, body.splitlines()


def _line(text: str) -> str:
    """Text on one line that a file can hold, however its lines and blanks were written."""
    return " ".join(text.encode("utf-8", "replace").decode().split())
