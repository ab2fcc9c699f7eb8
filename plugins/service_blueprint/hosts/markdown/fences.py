"""Fenced code in Markdown: where each fence stands, and which ones hold a blueprint."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

WORD = "blueprint"
"""The word behind a fence that holds a blueprint."""

_OPENING = re.compile(r"(?P<prefix>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>.*)")
_BLUEPRINT = re.compile(rf"\.?{WORD}(?P<rest>\s.*)?|\{{\s*\.?{WORD}(?P<attributes>\s[^}}]*)?\}}")
_TAB = 4


@dataclass(frozen=True)
class Fence:
    """A fence with all its ``lines``, the first of which is line ``first`` of the text, counted from 0.

    ``prefix`` is what stands before each line: blanks, and the signs of quotations. ``info`` is what stands behind the
    opening. A blueprint fence that is not ``closed`` has its first line alone.
    """

    first: int
    lines: tuple[str, ...]
    prefix: str
    info: str

    @property
    def is_blueprint(self) -> bool:
        """Whether it holds a blueprint."""
        return _BLUEPRINT.fullmatch(self.info) is not None

    @property
    def closed(self) -> bool:
        """Whether it has an end."""
        return len(self.lines) > 1

    @property
    def rest(self) -> str:
        """What stands behind the word of a blueprint fence."""
        found = _BLUEPRINT.fullmatch(self.info)
        return (found["rest"] or found["attributes"] or "").strip() if found else ""

    @property
    def content(self) -> str:
        """What it holds, however deep it stands."""
        return "\n".join((self.info, *(line.strip() for line in self.body.split("\n"))))

    @cached_property
    def body(self) -> str:
        """The lines between opening and closing, as deep as they stand there; quotation signs are blanks."""
        return "\n".join(_unquoted(line, self.prefix) for line in self.lines[1:-1])


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The fences of a text, those shown inside another one left out.

    As in Python-Markdown, a fence ends with the very signs that it begins with, and one that never ends, or whose lines
    do not stand as deep as its opening, is none; but what was meant for a blueprint is told to have no end.
    """
    number = 0
    while number < len(lines):
        opening = _OPENING.fullmatch(lines[number])
        length = _length(lines[number:], opening) if opening else 0
        if opening:
            own = tuple(lines[number : number + (length or 1)])
            fence = Fence(number, own, opening["prefix"], opening["info"].strip())
            if fence.closed or fence.is_blueprint:
                yield fence
        number += length or 1


def _length(lines: Sequence[str], opening: re.Match[str]) -> int:
    """How many lines the fence has that begins with the first of ``lines``; 0 where it is none."""
    if opening["fence"][0] in opening["info"]:
        return 0  # code within a line
    prefix = opening["prefix"]
    depth = len(prefix.expandtabs(_TAB))
    for number, line in enumerate(lines[1:], start=2):
        content = _unquoted(line, prefix)
        if prefix.count(">") > line[: _prefix_end(line)].count(">"):
            return 0
        text = content.strip()
        if text and len(content) - len(content.lstrip()) < depth:
            return 0
        if text == opening["fence"] and len(content) - len(content.lstrip()) == depth:
            return number
    return 0


def _unquoted(line: str, prefix: str) -> str:
    """A line with blanks for the tabs before its text, and for as many quotation signs as ``prefix`` has."""
    end = _prefix_end(line)
    before = line[:end].replace(">", " ", prefix.count(">")).expandtabs(_TAB)
    return before + line[end:].rstrip("\r")


def _prefix_end(line: str) -> int:
    return len(line) - len(line.lstrip(" \t>"))
