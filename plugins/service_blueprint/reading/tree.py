"""YAML text -> a tree of values, each of which knows its line and column.

PyYAML's C parser gives the events; the tree is built here, without recursion, so that text of any depth and aliases of
any number end in a clear fault. ruamel.yaml's C parser would serve as well, were it not that it refuses a web address
between braces, ``{title: Export, link: https://example.org}``. Values stay texts as written: the format knows best
whether ``2026``, ``no`` or ``1.10`` is meant as a number, a word or a version.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from service_blueprint.problem import Place, Problem
from service_blueprint.reading.yaml_faults import explain

DEPTH_LIMIT = 32
"""Values inside values; the format itself needs seven."""

VALUE_LIMIT = 100_000
"""Values of a file, those that aliases repeat counted each time."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2's core schema reads as "no value"."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KNOWN_TAGS = frozenset(
    {"!", *(f"tag:yaml.org,2002:{kind}" for kind in ["str", "int", "float", "bool", "null", "seq", "map", "timestamp"])}
)


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


def parse(text: str, path: str) -> tuple[Source | None, list[Problem]]:
    """The tree of one YAML document and the faults of its notation; None where it cannot be read as YAML at all."""
    grower = _Grower(path)
    try:
        for event in _events(text):
            if not grower.take(event):
                return None, grower.problems
    except yaml.YAMLError as error:
        return None, [*grower.problems, explain(error, text, path)]
    return Source(path, grower.root), grower.problems


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_LOADER)


def _plain(root: Node) -> Any:
    if isinstance(root, Scalar):
        if root.quoted:
            return root.text
        return None if root.text in NULLS else Bare(root.text)
    if isinstance(root, Items):
        return [_plain(node) for node in root.nodes]
    return {key: _plain(entry.node) for key, entry in root.entries.items()}


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Items | Keys
    anchor: str | None
    first: int  # how many values came before it
    key: Scalar | None = None
    expects_key: bool = True


class _Grower:
    """Builds the tree, event by event."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int] | None] = {}
        self._values = 0
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Take in the next event; false where going on makes no sense."""
        match event:
            case yaml.ScalarEvent():
                self._check_tag(event)
                return self._finish(self._scalar(event), event.anchor, event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_tag(event)
                return self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = self._open.pop()
                return self._finish(done.node, done.anchor, event, size=self._values - done.first)
            case yaml.AliasEvent():
                return self._repeat(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    return self._stop(
                        event, "a second document begins here", "a file holds one; put it into a file of its own"
                    )
        return True

    @staticmethod
    def _scalar(event: Any) -> Scalar:
        mark = event.start_mark
        return Scalar(event.value, bool(event.style) or event.tag is not None, mark.line + 1, mark.column + 1)

    def _begin(self, event: Any) -> bool:
        if len(self._open) >= DEPTH_LIMIT:
            return self._stop(
                event, f"values are nested more than {DEPTH_LIMIT} deep here", "a blueprint needs seven levels"
            )
        mark = event.start_mark
        is_keys = isinstance(event, yaml.MappingStartEvent)
        node: Items | Keys = (
            Keys(mark.line + 1, mark.column + 1, bool(event.flow_style))
            if is_keys
            else Items(mark.line + 1, mark.column + 1)
        )
        if event.anchor:
            self._anchors[event.anchor] = None  # not known before its end
        self._open.append(_Open(node, event.anchor, self._values))
        return True

    def _repeat(self, event: Any) -> bool:
        name = event.anchor
        if name not in self._anchors:
            return self._stop(
                event,
                f"'*{name}' repeats a value that no '&{name}' marks",
                "put quotes around a text that begins with '*'",
            )
        known = self._anchors[name]
        if known is None:
            return self._stop(event, f"'*{name}' stands inside the value that it repeats", "write the value out")
        node, size = known
        mark = event.start_mark
        return self._finish(
            replace(node, line=mark.line + 1, column=mark.column + 1), None, event, size=size, repeated=True
        )

    def _finish(self, node: Node, anchor: str | None, event: Any, size: int = 0, repeated: bool = False) -> bool:
        """Put a whole value where it belongs: into the list or mapping around it, or at the root."""
        self._values += size + 1 if repeated else 1
        if self._values > VALUE_LIMIT:
            by_aliases = " once its aliases (*) are followed" if repeated else ""
            return self._stop(event, f"the file has more than {VALUE_LIMIT} values{by_aliases}", "write fewer")
        if anchor:
            self._anchors[anchor] = (node, size)
        if not self._open:
            self.root = node
            return True
        around = self._open[-1]
        if isinstance(around.node, Items):
            around.node.nodes.append(node)
        elif around.expects_key:
            around.expects_key = False
            around.key = self._key(node)
        else:
            around.expects_key = True
            self._enter(around.node, around.key, node)
        return True

    def _key(self, node: Node) -> Scalar | None:
        if isinstance(node, Scalar):
            return node
        self._problem(
            node, "a list or mapping stands where a key should", "put quotes around a text that begins with '[' or '{'"
        )
        return None

    def _enter(self, keys: Keys, key: Scalar | None, node: Node) -> None:
        if key is None:
            return
        if key.text in keys.entries:
            first = keys.entries[key.text].line
            self._problem(key, f"the key '{key.text}' is there twice, first in line {first}", "keep one of the two")
            return
        keys.entries[key.text] = Entry(node, key.line, key.column)

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            mark = event.start_mark
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            place = Place(self.path, mark.line + 1, mark.column + 1)
            remedy = "leave it out, or put quotes around a text that begins with '!'"
            self.problems.append(Problem(place, f"the tag '{shown}' means nothing here", remedy))

    def _stop(self, event: Any, message: str, remedy: str) -> bool:
        mark = event.start_mark
        self.problems.append(Problem(Place(self.path, mark.line + 1, mark.column + 1), message, remedy))
        return False

    def _problem(self, node: Node, message: str, remedy: str) -> None:
        self.problems.append(Problem(Place(self.path, node.line, node.column), message, remedy))
