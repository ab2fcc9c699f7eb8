"""Hostile values, each written into every field that takes it, and beside it the same with harmless words.

Whatever a value does to a page can so be seen: all that differs between the two must be the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from service_blueprint.blanks import one_line
from service_blueprint.problem import Severity
from service_blueprint.reading import Reading, read_text
from service_blueprint.reading.reading import read_catalog_text

HERE = Path(__file__).parent
TITLE, UNTITLED, ID = "title: VALUE", "title: Without one", "    id: VALUE"
PLAIN, PLAIN_MARKDOWN = "plainwords", "Only text."


@dataclass(frozen=True)
class Value:
    """A value, its kind, and a name of its own."""

    kind: str
    text: str
    name: str

    @property
    def line(self) -> str:
        """The value as a text of one line."""
        return one_line(self.text)

    @property
    def twin(self) -> "Value":
        """Harmless words in place of the value, which nothing else has either."""
        return Value("", f"{PLAIN}{self.name}", f"{self.name}-twin")


@dataclass(frozen=True)
class Trial:
    """A value's blueprint, and its twin with harmless words in the same fields."""

    value: Value
    text: str
    twin: str

    @property
    def titled(self) -> bool:
        """Whether the value is the blueprint's title; a few cannot be."""
        return UNTITLED not in self.text

    @property
    def fields(self) -> str:
        """The twin without its name: which fields there are, and what is in those that cannot hold words."""
        return self.twin.replace(self.value.name, "")

    @property
    def before(self) -> str:
        """The twin with the value's id, as an earlier version of it."""
        return self.twin.replace(f'id: "{self.value.twin.text}"', f'id: "{self.value.text}"')


@cache
def every_value() -> tuple[Value, ...]:
    """All values, in the order of the file."""
    written = yaml.safe_load((HERE / "values.yml").read_text("utf-8"))
    pairs = [(each["kind"], text) for each in written for text in each["values"]]
    return tuple(Value(kind, text, f"v{number:03}") for number, (kind, text) in enumerate(pairs, 1))


@cache
def kinds() -> dict[str, list[Value]]:
    """The values of each kind."""
    found: dict[str, list[Value]] = {}
    for value in every_value():
        found.setdefault(value.kind, []).append(value)
    return found


@cache
def some_values() -> tuple[Value, ...]:
    """One value of each kind."""
    return tuple(values[0] for values in kinds().values())


@cache
def trial(value: Value) -> Trial:
    """The value in every field that takes it."""
    taken = _taken("blueprint", value)
    wordy = _wordy()
    twin = [
        _filled([line], value.twin, PLAIN_MARKDOWN) if line in wordy else _filled([line], value, value.text)
        for line in taken
    ]
    return Trial(value, f"{_filled(taken, value, value.text)}\n", "\n".join(twin) + "\n")


def catalog(values: Iterable[Value]) -> str:
    """The catalog of many values and their twins."""
    sections: dict[str, list[str]] = {}
    for value in values:
        section = ""
        for line in _taken("catalog", value):
            if not line.startswith(" "):
                section = line
            else:
                entries = sections.setdefault(section, [])
                for each, markdown in ((value, value.text), (value.twin, PLAIN_MARKDOWN)):
                    # Who acts is named in one line.
                    entries.append(_filled([line.replace("VALUE:", f"{_quoted(each.line)}:")], each, markdown))
    return (
        "\n".join(line for section, entries in sections.items() for line in [section, *dict.fromkeys(entries)]) + "\n"
    )


def broken(value: Value) -> str:
    """A file with faults that tell of the value."""
    return _filled(_lines("broken"), value, value.text) + "\n"


def _lines(name: str) -> list[str]:
    text = (HERE / f"{name}.yml").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _taken(name: str, value: Value) -> list[str]:
    """The lines of a file that can hold the value."""
    lines = _lines(name)
    while errors := _faulty_lines(name, _filled(lines, value, value.text)):
        held = {number for number in errors if "VALUE" in lines[number] or "MARKDOWN" in lines[number]}
        assert held, f"nothing can be left out for {value.text!r}"
        lines = [line for number, line in enumerate(lines) if number not in held]
        if name == "blueprint" and lines[0] != TITLE:
            lines = [UNTITLED, *(line for line in lines if line != UNTITLED)]
    if name == "blueprint" and ID not in lines:  # or one would be made of the words
        lines.insert(lines.index("  - touchpoint: failing") + 1, ID.replace("VALUE", "first"))
    return lines


@cache
def _wordy() -> frozenset[str]:
    """The lines of a blueprint that can hold words; those for dates, numbers and choices keep the value itself."""
    return frozenset([*_taken("blueprint", Value("", PLAIN, "plain")), UNTITLED, ID.replace("VALUE", "first")])


def _faulty_lines(name: str, text: str) -> set[int]:
    read = read_catalog_text if name == "catalog" else _read_blueprint
    problems = read(text.encode(), path=name).problems
    return {problem.place.line - 1 for problem in problems if problem.severity is Severity.ERROR}


def _read_blueprint(data: bytes, *, path: str) -> Reading:
    return read_text(data, path=path, id="made")


def _filled(lines: Iterable[str], value: Value, markdown: str) -> str:
    """Lines with a value in them, which they show between quotation marks, so that YAML leaves it as it is."""
    texts = {"VALUE": value.text, "MARKDOWN": markdown}
    made = []
    for line in lines:
        for word, text in texts.items():
            line = line.replace(f'"javascript:{word}"', _quoted(f"javascript:{text}"))
            line = line.replace(f"{word}-a", _quoted(f"{text}-a")).replace(word, _quoted(text))
        made.append(line.replace("NAME", value.name))
    return "\n".join(made)


def _quoted(text: str) -> str:
    """A text as YAML between quotation marks, on one line, whatever it holds."""
    shown = "".join(
        each if each.isprintable() or each == "\n" else _escape(each) for each in text.replace("\\", "\\\\")
    )
    return '"' + shown.replace('"', '\\"').replace("\n", "\\n") + '"'


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
