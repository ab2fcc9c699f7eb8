"""Changes in YAML that an author wrote, and keeps: ruamel.yaml says where they go, and every other letter stays.

Its round trip alone does not do: it indents all lists alike, moves values that were aligned, and puts a comment behind
``!!python/name:`` on a line of its own. So the text is changed at the places that ruamel.yaml's marks give, and parsed
again: what is not the same with one thing more is not written.
"""

import json
import re
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.reading.parsing import parse

_STEP = "  "
_NOT_TEXTS = ("null", "true", "false", "yes", "no", "on", "off")  # to readers of YAML 1.1


class AuthoringError(ServiceBlueprintError):
    """A text that cannot be changed without harm; the message says where and why, in one line."""


def with_value(text: str, key: str, value: str) -> str:
    """The text with another value for one of its outermost keys, whose value stands on one line.

    ``value`` is YAML, as ``notation`` gives it. A text without that key stays as it is.
    """
    node = _values(text).get(key)
    if node is None:
        return text
    return text[: node.start_mark.index] + value + text[node.end_mark.index :]


def with_entry(text: str, key: str, name: str, *, beside: tuple[str, ...] = ()) -> str:
    """The text with ``name`` among the entries of one of its outermost keys, at their end; as it is where it has it.

    The entries may be a list, whose entries are names or mappings of one name, or a mapping from names to options; in
    lines or in brackets. Where the key is missing it comes at the end, with the entries ``beside`` first. Raises
    ``AuthoringError`` where the text cannot be understood.
    """
    values = _values(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    if key not in values:
        entries = "".join(f"{_STEP}- {each}{line_end}" for each in (*beside, name))
        gap = "" if not text or text.endswith("\n") else line_end
        return _proved(text, f"{text}{gap}{line_end if text.strip() else ''}{key}:{line_end}{entries}", name)
    node = values[key]
    if name in _names(node, key):
        return text
    if isinstance(node, ScalarNode):
        if node.value or node.anchor or node.tag != "tag:yaml.org,2002:null":
            raise AuthoringError(
                f"line {node.start_mark.line + 1}: '{key}' is no list; write one, or add '{name}' by hand"
            )
        key_end = text.rindex(":", 0, node.start_mark.index + 1) + 1
        empty = f"{text[:key_end]} []{text[key_end:]}"  # which says the same
        place = _end_of_line(text, key_end)
        return _proved(empty, f"{text[:place]}{line_end}{_STEP}- {name}{text[place:]}", name)
    added = name if isinstance(node, SequenceNode) else f"{name}: {{}}"
    if not isinstance(node, MappingNode | SequenceNode):
        raise AuthoringError(f"'{key}' is no list; add '{name}' by hand")
    if node.flow_style:
        place = node.end_mark.index - 1
        before = text[:place].rstrip(" ")
        comma = "" if not node.value else " " if before.endswith(",") else ", "
        return _proved(text, f"{before}{comma}{added}{text[place:]}", name)
    first = node.value[0] if isinstance(node, SequenceNode) else node.value[0][0]
    start = text.rfind("\n", 0, first.start_mark.index) + 1
    column = re.match(" *", text[start:])
    assert column
    sign = "- " if isinstance(node, SequenceNode) else ""
    place = _end_of_line(text, _last_letter(text, node))
    return _proved(text, f"{text[:place]}{line_end}{column[0]}{sign}{added}{text[place:]}", name)


def notation(text: str) -> str:
    """A text of one line as YAML, with quotation marks only where it needs them, to readers of YAML 1.1 too."""
    source, problems = parse(f"key: {text}\n", "")
    plain = source is not None and not problems and source.data() == {"key": text} and re.match(r"[^\W\d_]", text)
    if plain and text.lower() not in _NOT_TEXTS:
        return text
    return json.dumps(text, ensure_ascii=False) if "'" in text else f"'{text}'"


def _values(text: str) -> dict[str, Node]:
    """The values of the outermost keys; ``AuthoringError`` where the text is no mapping."""
    try:
        root = YAML().compose(StringIO(text, newline=""))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise AuthoringError(f"line {line}: {_problem(error)}; mend it first") from None
    except RecursionError:
        raise AuthoringError("it is nested too deeply; mend it first") from None
    except (YAMLError, ValueError) as error:
        raise AuthoringError(f"{' '.join(str(error).split())}; mend it first") from None
    if root is None:
        return {}
    if not isinstance(root, MappingNode) or root.flow_style:
        raise AuthoringError("line 1: there are no keys on lines of their own; add what is missing by hand")
    keys = [name.value for name, _ in root.value]
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise AuthoringError(f"'{twice}' stands twice; leave one out first")
    return {name.value: value for name, value in root.value}


def _problem(error: MarkedYAMLError) -> str:
    return " ".join(f"{error.context or ''} {error.problem or error}".split())


def _names(node: Node, key: str) -> set[str]:
    """The names of the entries that there are."""
    if isinstance(node, MappingNode):
        return {name.value for name, _ in node.value}
    names: set[str] = set()
    for each in node.value if isinstance(node, SequenceNode) else ():
        names |= (
            {each.value}
            if isinstance(each, ScalarNode)
            else _names(each, key)
            if isinstance(each, MappingNode)
            else set()
        )
    return names


def _last_letter(text: str, node: Node) -> int:
    """Where the last line ends that is no comment within a list or mapping on lines of its own."""
    lines = text[: node.end_mark.index].split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return len("\n".join(lines))


def _end_of_line(text: str, place: int) -> int:
    """Where the line ends, without its break."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _proved(before: str, after: str, name: str) -> str:
    """The changed text; ``AuthoringError`` where it does not say the same with ``name`` in one place more."""
    old, new = _said(before), _said(after)
    same = 0
    while same < len(old) and old[same] == new[same]:
        same += 1
    rest = len(old) - same
    added = new[same : len(new) - rest]
    another = any(kind.startswith("Document") for kind, *_ in added)
    if new[len(new) - rest :] != old[same:] or another or name not in [value for _, value, *_ in added]:
        raise AuthoringError(f"it is written in a way that is not understood here; add '{name}' by hand")
    return after


def _said(text: str) -> list[tuple[Any, ...]]:
    """What a text says: its values, in order, with anchors and tags."""
    try:
        events = list(YAML().parse(StringIO(text, newline="")))
    except YAMLError:
        return []
    attributes = ("value", "anchor", "ctag")
    return [(type(event).__name__, *(str(getattr(event, each, None)) for each in attributes)) for event in events]
