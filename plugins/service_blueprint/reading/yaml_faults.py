"""What YAML's parser says -> what an author can do about it."""

import re
from dataclasses import dataclass

import yaml

from service_blueprint.faults import notation
from service_blueprint.problem import Kind, Place, Problem
from service_blueprint.reading.decoding import LINE_BREAK


@dataclass(frozen=True, slots=True)
class _Saying:
    """A saying of the parser by words of its context and its problem, and the same for authors.

    ``at_beginning`` points to where the broken value begins instead of where the parser gave up; ``sign`` is what it
    begins with, where that is known.
    """

    context: str
    problem: str
    kind: Kind
    at_beginning: bool = False
    sign: str = ""


_SAYINGS = (
    _Saying("", "cannot start any token", notation.SIGN_FIRST),
    _Saying("alias", "", notation.SIGN_FIRST, at_beginning=True, sign="*"),
    _Saying("anchor", "", notation.SIGN_FIRST, at_beginning=True, sign="&"),
    _Saying("tag", "", notation.SIGN_FIRST, at_beginning=True, sign="!"),
    _Saying("", "tag handle", notation.SIGN_FIRST, at_beginning=True, sign="!"),
    _Saying("directive", "", notation.PERCENT_FIRST, at_beginning=True),
    _Saying("", "incompatible YAML", notation.OTHER_YAML),
    _Saying("flow sequence", "", notation.OPEN_LIST),
    _Saying("flow mapping", "", notation.OPEN_MAPPING),
    _Saying("flow node", "", notation.GAP),
    _Saying("quoted scalar", "end of stream", notation.OPEN_QUOTATION, at_beginning=True),
    _Saying("quoted scalar", "document indicator", notation.OPEN_QUOTATION, at_beginning=True),
    _Saying("quoted scalar", "", notation.UNKNOWN_ESCAPE),
    _Saying("block scalar", "", notation.TEXT_AFTER_BAR, at_beginning=True),
    _Saying("", "sequence entries are not allowed", notation.LIST_IN_LINE),
    _Saying("simple key", "", notation.NEITHER_KEY_NOR_ENTRY, at_beginning=True),
    _Saying("block", "", notation.MISFIT),
    _Saying("", "document start", notation.AFTER_THE_END),
)
"""The first that fits is said."""

_GLUED_COLON = re.compile(r"[\s-]*[a-z-]+:(?=[^\s/:])")


def explain(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The parser's ``error`` about ``text`` as a fault with its place and a remedy."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return notation.NO_YAML().at(Place(path))
    begun = getattr(error, "context_mark", None) or mark
    lines = LINE_BREAK.split(text)
    row, column = mark.line, mark.column
    if row >= len(lines):  # the parser sees a line break at the end of the file, even where there is none
        row, column = len(lines) - 1, len(lines[-1])
    line = lines[row]
    before, sign = line[:column], line[column : column + 1]
    place = Place(path, row + 1, column + 1)
    if "\t" in before + sign and not before.strip():
        return notation.TAB().at(Place(path, row + 1, line.index("\t") + 1))
    context, said = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    if "expected key" in said and before.strip() not in ("", "-"):
        return notation.TEXT_AFTER_QUOTATION().at(place)
    if "mapping values are not allowed" in said:
        return _misplaced_colon(place, lines, before)
    for saying in _SAYINGS:
        if saying.context in context and saying.problem in said:
            beginning = Place(path, begun.line + 1, begun.column + 1)
            fault = saying.kind(sign=saying.sign or sign, line=str(begun.line + 1))
            return fault.at(beginning if saying.at_beginning else place)
    return notation.NO_YAML().at(place)


def _misplaced_colon(place: Place, lines: list[str], before: str) -> Problem:
    """A value begins where none can: by a colon in a text, by indentation, or after a colon without its blank."""
    if ": " in before:
        return notation.SECOND_COLON().at(place)
    for number in range(min(place.line, len(lines)), 0, -1):
        above = lines[number - 1]
        if glued := _GLUED_COLON.match(above):
            return notation.GLUED_COLON().at(Place(place.path, number, glued.end()))
        if above.strip() and number < place.line:
            break
    indented = len(before) - len(before.lstrip()) + 1
    return notation.MISFIT().at(Place(place.path, place.line, indented))
