"""Small edits of a file, each told by three numbers, so that any fuzzer can choose and shrink them."""

import re
from collections.abc import Callable, Iterator, MutableMapping, MutableSequence, Sequence
from typing import Any, NamedTuple

import yaml

from service_blueprint.reading.shapes import Authored

KEYS = sorted({key for model in Authored.__subclasses__() for key in model.known_keys()} | {"titel", "<<", "", "a b"})
"""Every key of the format, and some that are none."""

SIGNS = (
    *(
        ": ",
        ", ",
        "- ",
        "? ",
        "  ",
        "&a ",
        "*a",
        "!t ",
        "!!python/object:os.system ",
        "\\x",
        "---\n",
        "...\n",
        "<<: *a\n",
    ),
    *('"', "'", "|\n", ">-\n", "{", "}", "[", "]", "#", "%", "@", "\t", "\r", "\r\n", "\n", "\n\n", "\u2028", "\x85"),
    *("\ufeff", "\x1b", "\0", "\u202e", "\u200b", "\U0001f469\u200d\U0001f467", "\ud7ff", "\ufffd", "ż", "א", "在"),
)
WORDS = (
    *("none", "yes", "no", "-1", "2.5", ".nan", ".inf", "1e999", "0x1f", "0o17", "1_000", "~", "null", "12:30:45"),
    *("2026-10-01", "2026-02-30", "s1", "s1.customer", "s2.frontstage.2", "a.backstage", "web", "to-be", "1 h 30 min"),
    *("in-turn", "together", "one-of", "all", "{in-turn: [a, b]}", "{one-of: [{together: [a]}]}"),
    *("99999999999999999999 wk", "0 s", "explicit", "as-is", "f", "javascript:alert(1)", "//example.org", "pl", "ar"),
    *("<script>alert(1)</script>", "]]>", "&amp;", "{{ x }}", "[x](javascript:y)", "`", "```", "=1+1", "::error::x"),
    *("", " ", "x" * 300, "a\u0301" * 40, "word " * 60, "{: onclick=x }", "--8<-- 'x'", "__proto__", "_diagram"),
)


class Edit(NamedTuple):
    """What is done, where, and with what; any numbers say something."""

    kind: int
    where: int
    what: int


def edited(text: str, edits: Sequence[Edit], words: Sequence[str] = WORDS) -> str:
    """The text after all edits, one after the other; ``words`` are what may be put into it."""
    for edit in edits:
        text = _EDITS[edit.kind % len(_EDITS)](text, edit.where, edit.what, words)
    return text


def _insert(text: str, where: int, what: int, words: Sequence[str]) -> str:
    at, choices = where % (len(text) + 1), (*SIGNS, *words)
    return text[:at] + choices[what % len(choices)] + text[at:]


def _cut(text: str, where: int, what: int, words: Sequence[str]) -> str:
    at = where % (len(text) + 1)
    return text[:at] + text[at + what % 24 :]


def _copy(text: str, where: int, what: int, words: Sequence[str]) -> str:
    lines = text.split("\n")
    at, to = where % len(lines), what % len(lines)
    return "\n".join([*lines[:to], lines[at], *lines[to:]])


def _indent(text: str, where: int, what: int, words: Sequence[str]) -> str:
    lines = text.split("\n")
    at = where % len(lines)
    lines[at] = " " * (what % 12) + lines[at].lstrip()
    return "\n".join(lines)


def _word(text: str, where: int, what: int, words: Sequence[str]) -> str:
    """Another value behind a key, or another key."""
    places = list(re.finditer(r"(?<=: )[^\n{}\[\]]+|[\w-]+(?=:)", text))
    if not places:
        return text
    place = places[where % len(places)]
    choices = (*words, *KEYS)
    return text[: place.start()] + choices[what % len(choices)] + text[place.end() :]


def _value(text: str, where: int, what: int, words: Sequence[str]) -> str:
    """Other values, written by YAML itself, so that the text stays readable."""
    try:
        values = yaml.load(text, Loader=yaml.CSafeLoader)
        holders = list(_holders(values))
        if not holders:
            return text
        holder, key = holders[where % len(holders)]
        _CHANGES[what % len(_CHANGES)](holder, key, what // len(_CHANGES), words)
        return str(yaml.dump(values, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=what % 7 == 0))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError):
        return text


def _holders(values: Any) -> Iterator[tuple[Any, Any]]:
    """Every value's list or mapping and its key there, each once, though aliases may repeat it."""
    seen: set[int] = set()
    left = [values]
    while left:
        holder = left.pop()
        if id(holder) in seen or not isinstance(holder, (dict, list)):
            continue
        seen.add(id(holder))
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            yield holder, key
            left.append(holder[key])


def _replace(holder: Any, key: Any, what: int, words: Sequence[str]) -> None:
    holder[key] = words[what % len(words)]


def _retype(holder: Any, key: Any, what: int, words: Sequence[str]) -> None:
    old = holder[key]
    holder[key] = [[old], [old, old], {"do": old}, {"text": old}, [], {}, None, True, what % 5 - 2, 0.5][what % 10]


def _delete(holder: Any, key: Any, what: int, words: Sequence[str]) -> None:
    del holder[key]


def _add(holder: Any, key: Any, what: int, words: Sequence[str]) -> None:
    if isinstance(holder, MutableMapping):
        holder[KEYS[what % len(KEYS)]] = words[what // len(KEYS) % len(words)]
    elif isinstance(holder, MutableSequence):
        holder.insert(what % (len(holder) + 1), holder[key])


_CHANGES: Sequence[Callable[[Any, Any, int, Sequence[str]], None]] = (_replace, _retype, _delete, _add, _replace)
_EDITS: Sequence[Callable[[str, int, int, Sequence[str]], str]] = (
    *(_insert, _cut, _copy, _indent, _word, _value, _value, _value),
)
