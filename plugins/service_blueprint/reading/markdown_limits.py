"""What a Markdown text may hold, so that any that is read becomes HTML in no time.

Python-Markdown is quick with what people write, and takes the square of the time for what nobody does: 30,000 opening
brackets keep it busy for a minute, a few hundred lists within lists end in an error. Its extensions are of the same
kind. So what costs is counted here, whatever it would turn out to be in the text.
"""

import re
from collections.abc import Iterator

from service_blueprint.faults import values
from service_blueprint.faults.remedies import SHORTEN
from service_blueprint.problem import Fault
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


def excess(text: str) -> Fault | None:
    """What a text has too much of, which lacks its ``{subject}``; None where it is fit."""
    for fault, count, limit in _counts(text):
        if count > limit.most:
            return fault.of(count=count, most=limit.most)
    return None


def figures_in(text: str) -> int:
    """How many blueprint fences a text has, whatever they would turn out to be."""
    return len(_FIGURE.findall(text))


def _counts(text: str) -> Iterator[tuple[Fault, int, Limit]]:
    lines = text.splitlines()
    yield values.TOO_LONG(SHORTEN), len(text), TEXT
    yield values.TOO_MANY_LINES(), len(lines), TEXT_LINES
    for sign in _SIGNS:
        yield values.TOO_MANY_SIGNS(sign=sign), text.count(sign), TEXT_SIGNS
    yield values.TOO_MUCH_EMPHASIS(), max(map(len, _RUN.findall(text)), default=0), TEXT_RUN
    yield values.TOO_MANY_FENCES(), figures_in(text), TEXT_FIGURES
    yield values.TOO_MANY_CELLS(), max(map(_cells, text.split("\n\n"))), TEXT_CELLS
    yield values.NESTED_TOO_DEEP(), max(map(_depth, lines), default=0), TEXT_DEPTH


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
