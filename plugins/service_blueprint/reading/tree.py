"""What a file says: a tree of values, each of which knows its line and column.

Values stay texts as written: the format knows best whether ``2026``, ``no`` or ``1.10`` is meant as a number, a word or
a version.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from service_blueprint.problem import Place

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2's core schema reads as "no value"."""


class Bare(str):
    """A text that was written without quotes, and may therefore be meant as a number."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; ``text`` is what was written, without the quotes."""

    text: str
    quoted: bool
    line: int
    column: int


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    nodes: "list[Node]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of a key, and where the key stands."""

    node: "Node"
    line: int
    column: int


@dataclass(slots=True)
class Keys:
    """A mapping; ``in_braces`` where it was written as ``{key: value}``."""

    line: int
    column: int
    in_braces: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)


Node = Scalar | Items | Keys

Path = Sequence[str | int]
"""The way from the root to a value: keys, and positions in lists from 0."""


@dataclass(frozen=True)
class Source:
    """What a file says: its values by their paths, and the place of each."""

    path: str
    root: Node | None

    def data(self) -> Any:
        """The values as plain dicts, lists, texts and None. Texts written without quotes are ``Bare``."""
        return None if self.root is None else _plain(self.root)

    def at(self, path: Path) -> Node | None:
        """The value at ``path``, or the innermost one around it where the path leads to nothing.

        A short form is found by the path of its long one: ``("pain", 0, "text")`` is the text in ``pain: Slow``.
        """
        return self._walk(path)[0]

    def place(self, path: Path = ()) -> Place:
        """Where the value at ``path`` begins, or its key where it has no value."""
        node, entry = self._walk(path)
        if entry and isinstance(node, Scalar) and not node.text:
            return Place(self.path, entry.line, entry.column)
        return Place(self.path, node.line, node.column) if node else Place(self.path)

    def place_of_key(self, path: Path) -> Place:
        """Where the last key of ``path`` stands."""
        entry = self._walk(path)[1]
        return Place(self.path, entry.line, entry.column) if entry else self.place(path)

    def last_key(self, path: Path) -> str:
        """The last key of ``path`` that the author wrote; empty where there is none."""
        node, key = self.root, ""
        for part in path:
            if isinstance(node, Keys) and part in node.entries:
                node, key = node.entries[str(part)].node, str(part)
            elif isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
                node = node.nodes[part]
        return key

    def _walk(self, path: Path) -> tuple[Node | None, Entry | None]:
        node, entry = self.root, None
        for part in path:
            if isinstance(node, Keys) and part in node.entries:
                entry = node.entries[str(part)]
                node = entry.node
            elif isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
                node, entry = node.nodes[part], None
        return node, entry


def _plain(root: Node) -> Any:
    if isinstance(root, Scalar):
        if root.quoted:
            return root.text
        return None if root.text in NULLS else Bare(root.text)
    if isinstance(root, Items):
        return [_plain(node) for node in root.nodes]
    return {key: _plain(entry.node) for key, entry in root.entries.items()}
