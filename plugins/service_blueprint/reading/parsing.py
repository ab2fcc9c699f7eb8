"""YAML text -> the tree of what it says.

PyYAML's C parser gives the events; the tree is built here, without recursion, so that text of any depth and aliases of
any number end in a clear fault. (ruamel.yaml's C parser refuses a web address between braces, as in ``{title: Export,
link: https://example.org}``; and both parsers' own trees overflow the stack on deep nesting.)
"""

from dataclasses import dataclass, replace
from typing import Any

import yaml

from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.faults import notation
from service_blueprint.problem import Fault, Place, Problem
from service_blueprint.reading.limits import CHARACTERS, DEPTH, VALUES
from service_blueprint.reading.tree import Entry, Items, Keys, Node, Scalar, Source
from service_blueprint.reading.wording import quoted
from service_blueprint.reading.yaml_faults import explain

# Without libyaml, PyYAML's Python parser serves. It is slower, and wants quotes around a text with "?" between braces.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
_KNOWN_TAGS = frozenset({"!", *(f"tag:yaml.org,2002:{kind}" for kind in _KINDS)})


def parse(text: str, path: str) -> tuple[Source | None, list[Problem]]:
    """The tree of one YAML document and the faults of its notation; None where it cannot be read as YAML at all."""
    grower = _Grower(path)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            grower.take(event)
    except _GivenUpError as error:
        return None, [*grower.problems, error.problem]
    except yaml.YAMLError as error:
        return None, [*grower.problems, explain(error, text, path)]
    grower.tell_unused_anchors()
    return Source(path, grower.root), grower.problems


class _GivenUpError(ServiceBlueprintError):
    """Going on makes no sense."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; ``before`` counts the values and characters before it."""

    node: Items | Keys
    anchor: str | None
    before: tuple[int, int]
    height: int = 0
    key: Scalar | None = None
    expects_key: bool = True


@dataclass(slots=True)
class _Marked:
    """A value that an anchor (&) marks, how many values and characters it holds, and how deep they are nested."""

    place: Place
    node: Node | None = None  # None until its end
    size: int = 1
    characters: int = 0
    height: int = 0
    used: bool = False


class _Grower:
    """Builds the tree, event by event."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._marked: dict[str, _Marked] = {}
        self._values = 0
        self._characters = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take in the next event."""
        match event:
            case yaml.ScalarEvent():
                self._check_tag(event)
                self._mark(event)
                place, quoted = self._place(event), bool(event.style) or event.tag is not None
                self._values += 1
                self._characters += len(event.value)
                scalar = Scalar(event.value, quoted, place.line, place.column)
                self._finish(scalar, event, event.anchor, (self._values - 1, self._characters - len(event.value)))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = self._open.pop()
                self._values += 1
                self._finish(done.node, event, done.anchor, done.before, done.height + 1)
            case yaml.AliasEvent():
                self._repeat(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._given_up(event, notation.SECOND_DOCUMENT())

    def tell_unused_anchors(self) -> None:
        """Warn of anchors that no alias repeats: more likely texts that begin with ``&``."""
        for name, marked in self._marked.items():
            if not marked.used:
                self.problems.append(notation.UNUSED_ANCHOR(anchor=quoted(f"&{name}")).at(marked.place))

    def _begin(self, event: Any) -> None:
        self._check_tag(event)
        self._check_depth(event, 1)
        self._mark(event)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        is_keys = isinstance(event, yaml.MappingStartEvent)
        node = Keys(line, column, bool(event.flow_style)) if is_keys else Items(line, column)
        self._open.append(_Open(node, event.anchor, (self._values, self._characters)))

    def _mark(self, event: Any) -> None:
        if event.anchor:
            self._marked[event.anchor] = _Marked(self._place(event))

    def _repeat(self, event: Any) -> None:
        marked = self._marked.get(event.anchor)
        alias = quoted(f"*{event.anchor}")
        if marked is None:
            raise self._given_up(event, notation.UNKNOWN_ALIAS(alias=alias, anchor=quoted(f"&{event.anchor}")))
        if marked.node is None:
            raise self._given_up(event, notation.ALIAS_IN_ITSELF(alias=alias))
        marked.used = True
        self._check_depth(event, marked.height)
        place = self._place(event)
        before = (self._values, self._characters)
        self._values += marked.size
        self._characters += marked.characters
        repeated = replace(marked.node, line=place.line, column=place.column)
        self._finish(repeated, event, None, before, marked.height)

    def _finish(self, node: Node, event: Any, anchor: str | None, before: tuple[int, int], height: int = 0) -> None:
        """Put a whole value where it belongs: into the list or mapping around it, or at the root.

        ``before`` counts the values and characters of the file before it.
        """
        if self._values > VALUES.most:
            raise self._given_up(event, notation.TOO_MANY_VALUES(most=VALUES.most))
        if self._characters > CHARACTERS.most:
            raise self._given_up(event, notation.TOO_MANY_CHARACTERS(most=CHARACTERS.most))
        if anchor:
            marked = self._marked[anchor]
            marked.node, marked.height = node, height
            marked.size, marked.characters = self._values - before[0], self._characters - before[1]
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        around.height = max(around.height, height)
        if isinstance(around.node, Items):
            around.node.nodes.append(node)
        elif around.expects_key:
            around.expects_key = False
            around.key = self._key(node)
        else:
            around.expects_key = True
            self._enter(around.node, around.key, node)

    def _key(self, node: Node) -> Scalar | None:
        if isinstance(node, Scalar):
            return node
        self._tell(node, notation.KEY_NO_TEXT())
        return None

    def _enter(self, keys: Keys, key: Scalar | None, node: Node) -> None:
        if key is None:
            return
        if key.text in keys.entries:
            self._tell(key, notation.KEY_TWICE(key=quoted(key.text), line=str(keys.entries[key.text].line)))
            return
        keys.entries[key.text] = Entry(node, key.line, key.column)

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(notation.UNKNOWN_TAG(tag=quoted(tag)).at(self._place(event)))

    def _check_depth(self, event: Any, height: int) -> None:
        if len(self._open) + height > DEPTH.most:
            raise self._given_up(event, notation.TOO_DEEP(most=DEPTH.most))

    def _given_up(self, event: Any, fault: Fault) -> _GivenUpError:
        return _GivenUpError(fault.at(self._place(event)))

    def _tell(self, node: Node, fault: Fault) -> None:
        self.problems.append(fault.at(Place(self.path, node.line, node.column)))

    def _place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
