"""YAML text -> its pieces as written: keys, texts, hyphens, braces, each with its place; comments lie between them.

The pieces come from PyYAML's C scanner, by which files are read as well. Taken in order, with what lies between them,
they are the whole text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from service_blueprint.errors import ServiceBlueprintError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SIGNS = {
    yaml.BlockEntryToken: "-",
    yaml.ValueToken: ":",
    yaml.FlowEntryToken: ",",
    yaml.FlowMappingStartToken: "{",
    yaml.FlowMappingEndToken: "}",
    yaml.FlowSequenceStartToken: "[",
    yaml.FlowSequenceEndToken: "]",
    yaml.AnchorToken: "anchor",
    yaml.AliasToken: "alias",
    yaml.TagToken: "tag",
    yaml.DirectiveToken: "directive",
    yaml.DocumentStartToken: "document",
    yaml.DocumentEndToken: "document",
}
_HEADER = re.compile(r"[|>](?P<signs>[-+0-9]*)[^\n]*")


class UnusualError(ServiceBlueprintError):
    """The text uses a notation that is not taken apart here: keys marked by ``?``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of YAML text.

    ``kind`` is the sign itself (``- : , { } [ ]``), or ``plain``, ``quoted`` or ``block`` for a text, or ``anchor``,
    ``alias``, ``tag``, ``directive``, ``document``. ``start`` and ``end`` count characters of the whole text, ``line``
    and ``column`` count from 0. ``closes`` says how many lists and mappings without brackets end before it, ``opens``
    whether one begins with it: ``mapping``, ``sequence`` or nothing.
    """

    kind: str
    text: str
    start: int
    end: int
    line: int
    column: int
    is_key: bool = False
    opens: str = ""
    closes: int = 0

    @property
    def last_line(self) -> int:
        """The line in which the piece ends."""
        return self.line + self.text.count("\n")


def pieces(text: str) -> list[Piece]:
    """The pieces of a text with ``\\n`` for line breaks, which can be read as YAML; ``UnusualError`` for a rare one."""
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    opens, closes, is_key = "", 0, False
    indents: list[int] = []  # the columns of the open lists and mappings that have no brackets
    for token in yaml.scan(text, Loader=_LOADER):
        start, end = token.start_mark.index, token.end_mark.index
        match token:
            case yaml.BlockMappingStartToken() | yaml.BlockSequenceStartToken():
                opens = "mapping" if isinstance(token, yaml.BlockMappingStartToken) else "sequence"
                indents.append(token.start_mark.column)
            case yaml.BlockEndToken():
                closes += 1
                indents.pop()
            case yaml.KeyToken():
                if text[start:end] == "?":
                    raise UnusualError
                is_key = True
            case yaml.StreamStartToken() | yaml.StreamEndToken():
                continue
            case _:
                kind = _SIGNS.get(type(token)) or _kind_of_text(token)
                if kind == "block":
                    end = _end_of_block(text, start, indents[-1] if indents else -1)
                if kind == "directive":
                    end = start + len(text[start:].partition("\n")[0].partition(" #")[0].rstrip())
                place = token.start_mark
                yield Piece(kind, text[start:end], start, end, place.line, place.column, is_key, opens, closes)
                opens, closes, is_key = "", 0, False


def _kind_of_text(token: Any) -> str:
    if token.style in ("|", ">"):
        return "block"
    return "plain" if token.plain else "quoted"


def block_indent(text: str, start: int, around: int) -> int:
    """How far a ``|`` or ``>`` text at ``start`` is indented; ``around`` is the column of what it stands in, or -1."""
    header = _HEADER.match(text, start)
    assert header
    if digits := re.sub(r"\D", "", header["signs"]):
        return max(around, 0) + int(digits)
    for line in text[header.end() + 1 :].split("\n"):
        if line.strip(" "):
            return max(len(line) - len(line.lstrip(" ")), around + 1)
    return around + 1


def _end_of_block(text: str, start: int, around: int) -> int:
    """Where a ``|`` or ``>`` text ends: with its last line, blank lines behind it only where ``+`` keeps them."""
    header = _HEADER.match(text, start)
    assert header
    indent = block_indent(text, start, around)
    end = place = header.end()
    while place < len(text):
        line = text[place + 1 :].partition("\n")[0]
        blank = not line.strip(" ")
        if not blank and not line.startswith(" " * indent):
            break
        place += 1 + len(line)
        if not blank or "+" in header["signs"] or len(line) > indent:
            end = min(place, len(text))
    return end
