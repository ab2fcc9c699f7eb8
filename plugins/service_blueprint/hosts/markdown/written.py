"""A page as its author wrote it: where its references and its fences stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from service_blueprint.hosts.markdown.fences import Fence, fences
from service_blueprint.problem import Place

_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_REFERENCE = re.compile(r"blueprint:[^\s<>()\"'\]]*", re.IGNORECASE)
# Where brackets say how far an address goes, it may hold more: blanks, unless a title or the end follows.
_IN_ROUND_BRACKETS = re.compile(
    r"\]\(\s*(blueprint:(?:[^\s<>()\"']|\([^()]*\)|\s++(?![\"')]))*)(?=\s*[\"')])", re.IGNORECASE
)
_IN_POINTED_BRACKETS = re.compile(r"<(blueprint:[^<>]*)>", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """The text of a page; ``path`` is what problems call it.

    What Markdown is given need not be this text: site generators take the front matter off, and other plugins and
    extensions put text in. So a spot is found by what stands there, and not by counting.
    """

    path: str
    text: str

    def place_of_reference(self, target: str, number: int = 0) -> Place:
        """Where a link to ``target`` stands, the one with that ``number`` of several, from 0; else the beginning."""
        return self._place(self._references.get(target, ()), number)

    def place_of_fence(self, fence: Fence, number: int = 0) -> Place:
        """Where a fence that holds the same stands, the one with that ``number`` of several, from 0."""
        return self._place(self._blueprints.get(fence.content, ()), number)

    def _place(self, spots: "list[tuple[int, int]] | tuple[()]", number: int) -> Place:
        if not spots:
            return Place(self.path)
        line, column = spots[min(number, len(spots) - 1)]
        return Place(self.path, line + 1, column + 1)

    @cached_property
    def _lines(self) -> list[str]:
        return re.split(r"\r\n|\r|\n", self.text)

    @cached_property
    def _fences(self) -> list[Fence]:
        return list(fences(self._lines))

    @cached_property
    def _blueprints(self) -> dict[str, list[tuple[int, int]]]:
        """The lines and columns, from 0, of all blueprint fences by what they hold."""
        found: dict[str, list[tuple[int, int]]] = {}
        for fence in self._fences:
            if fence.is_blueprint:
                found.setdefault(fence.content, []).append((fence.first, len(fence.prefix)))
        return found

    @cached_property
    def _references(self) -> dict[str, list[tuple[int, int]]]:
        """The lines and columns, from 0, of all references outside of code, by what they refer to."""
        code = {number for fence in self._fences for number in range(fence.first, fence.first + len(fence.lines))}
        found: dict[str, list[tuple[int, int]]] = {}
        for number, line in enumerate(self._lines):
            if number in code or "blueprint:" not in line.lower():
                continue
            plain = _CODE.sub(lambda code: " " * len(code.group()), line)
            for start, target in _targets(plain):
                found.setdefault(target, []).append((number, start))
        return found


def _targets(line: str) -> Iterable[tuple[int, str]]:
    found = {reference.start(): reference.group() for reference in _REFERENCE.finditer(line)}
    for brackets in (_IN_ROUND_BRACKETS, _IN_POINTED_BRACKETS):
        found |= {reference.start(1): reference[1] for reference in brackets.finditer(line)}
    return sorted(found.items())
