"""What a Markdown text may hold, so that any that is read becomes HTML in no time.

Python-Markdown is quick with what people write, and takes the square of the time for what nobody does: 30,000 opening
brackets keep it busy for a minute, a few hundred lists within lists end in an error. Its extensions are of the same
kind. So what costs is counted here, whatever it would turn out to be in the text.
"""

import re
from collections.abc import Iterator

from service_blueprint.reading.limits import (
    TEXT,
    TEXT_CELLS,
    TEXT_DEPTH,
    TEXT_FIGURES,
    TEXT_LINES,
    TEXT_RUN,
    TEXT_SIGNS,
    Limit,
)

_SIGNS = "[^~"
_MARKER = re.compile(r"[ \t]*(?:>|(?:[-*+:]|\d{1,9}[.)])(?=[ \t]))")
_FIGURE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*blueprint\b", re.MULTILINE)
_RUN = re.compile(r"\*+|_+|\^+|~+|\++|`+|=+")
_INDENT = 4


def excess(text: str) -> tuple[str, str] | None:
    """What a text has too much of and what to do about it, going on from the key; None where it is fit."""
    for what, count, limit, remedy in _counts(text):
        if count > limit.most:
            return f"has {count:,} {what}, and {limit.most:,} are the most", remedy
    return None


def _counts(text: str) -> Iterator[tuple[str, int, Limit, str]]:
    lines = text.splitlines()
    yield "characters", len(text), TEXT, "shorten it, or link to a page"
    yield "lines", len(lines), TEXT_LINES, "shorten it, or link to a page"
    for sign in _SIGNS:
        yield f"signs '{sign}'", text.count(sign), TEXT_SIGNS, "shorten it, or link to a page"
    run = max(map(len, _RUN.findall(text)), default=0)
    yield "signs of emphasis in a row", run, TEXT_RUN, "leave most of them out"
    yield "blueprint fences", len(_FIGURE.findall(text)), TEXT_FIGURES, "put them into pages of their own"
    yield "cells in a table", max(map(_cells, text.split("\n\n"))), TEXT_CELLS, "make the table smaller"
    yield "lists and quotes within each other", max(map(_depth, lines), default=0), TEXT_DEPTH, "write it flatter"


def _cells(block: str) -> int:
    """The cells of a block if it is a table, each of whose rows is as long as the longest."""
    lines = block.splitlines()
    columns = max((line.count("|") for line in lines), default=0)
    return len(lines) * (columns + 1) if columns else 0


def _depth(line: str) -> int:
    """How deep the text of a line stands, by the signs and the blanks before it; a sign has one blank of its own."""
    signs = end = 0
    while marker := _MARKER.match(line, end):
        signs += 1
        end = marker.end()
    rest = line[end:].lstrip(" \t")
    blanks = line[: len(line) - len(rest)].expandtabs(_INDENT).count(" ")
    return signs + max(blanks - signs, 0) // _INDENT
