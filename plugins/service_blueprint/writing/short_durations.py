"""Lengths of time in their short form: ``2 hours`` and ``2 godziny`` become ``2 h``."""

import re
from collections.abc import Iterator

from service_blueprint.durations import short, written
from service_blueprint.reading.durations import DurationError, parse_duration
from service_blueprint.reading.orders import WORDS
from service_blueprint.reading.parsing import parse
from service_blueprint.reading.tree import Items, Keys, Node, Scalar

_STAGES = ("evidence", "customer", "frontstage", "backstage", "support")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_MARKED = re.compile(r"[&!]\S*[ \t]+$")


def with_short_durations(text: str, path: str) -> str:
    """The text of a blueprint, which can be read as YAML, with each duration in its short form.

    What is no duration stays as it is, and so does one with an anchor or a tag, which may stand elsewhere as a text.
    """
    source, _ = parse(text, path)
    if source is None:
        return text
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    found = {(scalar.line, scalar.column): scalar for scalar in _durations(source.root)}
    made = text
    for (line, column), scalar in sorted(found.items(), reverse=True):
        place = starts[line - 1] + column - 1 + scalar.quoted
        stands = made.startswith(scalar.text, place) and not _MARKED.search(text[starts[line - 1] : place])
        if stands and (better := _short(scalar.text)):
            made = made[:place] + better + made[place + len(scalar.text) :]
    again, _ = parse(made, path)
    # Where YAML was written in a way that a text cannot simply be put for another, all stays as it is.
    return made if again and _shortened(again.data(), source.data()) else text


def _short(text: str) -> str:
    """The short form of a duration; nothing for what is none."""
    try:
        parse_duration(text)
    except DurationError:
        return ""
    said = written(text)
    return short(said) if said else ""


def _durations(root: Node | None) -> Iterator[Scalar]:
    """The values of all keys that hold a duration."""
    for step in _each(_under(root, "steps")):
        yield from _lengths(step, "wait")
        for stage in _STAGES:
            for action in _actions(_under(step, stage)):
                yield from _lengths(action, "wait", "time")
                yield from _lengths(_under(action, "time"), "standard", "acceptable")
                for arrow in _each(_under(action, "to")):
                    yield from _lengths(arrow, "after")


def _lengths(node: Node | None, *keys: str) -> Iterator[Scalar]:
    return (value for key in keys if isinstance(value := _under(node, key), Scalar))


def _under(node: Node | None, key: str) -> Node | None:
    """The value of a key, None where there is none."""
    entry = node.entries.get(key) if isinstance(node, Keys) else None
    return entry.node if entry else None


def _each(node: Node | None) -> list[Node]:
    """The entries of a list; what stands without brackets is one of its own."""
    if isinstance(node, Items):
        return node.nodes
    return [node] if node else []


def _actions(cell: Node | None) -> Iterator[Node]:
    """The actions of a cell, those of lists inside lists too."""
    for node in _each(cell):
        lists = [listing for word in WORDS if (listing := _under(node, word))]
        yield from (action for listing in lists for action in _actions(listing))
        if not lists:
            yield node


def _shortened(made: object, before: object) -> bool:
    """Whether two documents say the same but for short forms of durations."""
    if isinstance(made, dict) and isinstance(before, dict):
        return list(made) == list(before) and all(_shortened(made[key], before[key]) for key in made)
    if isinstance(made, list) and isinstance(before, list):
        return len(made) == len(before) and all(map(_shortened, made, before))
    return made == before or (isinstance(before, str) and made == _short(before))
