"""What YAML's parser says -> what an author can do about it."""

import re
from dataclasses import dataclass

import yaml

from service_blueprint.problem import Place, Problem
from service_blueprint.reading.decoding import LINE_BREAK


@dataclass(frozen=True, slots=True)
class _Saying:
    """A saying of the parser by words of its context and its problem, and the same for authors.

    ``at_beginning`` points to where the broken value begins instead of where the parser gave up.
    """

    context: str
    problem: str
    message: str
    remedy: str
    at_beginning: bool = False


_MORE_TEXT = (
    "text goes on here after a closing quotation mark or bracket",
    "put quotes around the whole text; inside '...' write an apostrophe twice",
)
_SECOND_COLON = ("a second ': ' stands in this line", "put quotes around a text with ': ' in it")
_MISFIT = ("this line fits neither the lines above nor their indentation", "indent it as its neighbours are")
_GLUED = ("there is no blank after the ':' here", "write 'key: value'")
_TAB = ("a tab stands where YAML wants blanks", "indent with blanks")
_ELSE = ("this cannot be read as YAML", "check the indentation, and put quotes around texts with signs in them")

_SAYINGS = (
    _Saying("", "cannot start any token", "a text cannot begin with '{sign}'", "put quotes around it"),
    _Saying("alias", "", "a text cannot begin with '*'", "put quotes around it", at_beginning=True),
    _Saying("anchor", "", "a text cannot begin with '&'", "put quotes around it", at_beginning=True),
    _Saying("tag", "", "a text cannot begin with '!'", "put quotes around it", at_beginning=True),
    _Saying("", "tag handle", "a text cannot begin with '!'", "put quotes around it", at_beginning=True),
    _Saying("directive", "", "a line cannot begin with '%'", "put quotes around a text that does", at_beginning=True),
    _Saying("", "incompatible YAML", "the file says that it is of another version of YAML", "delete its '%YAML' line"),
    _Saying(
        "flow sequence",
        "",
        "the list that begins in line {begun} has no ',' or ']' here",
        "add it, or put quotes around a text with brackets in it",
    ),
    _Saying(
        "flow mapping",
        "",
        "the mapping that begins in line {begun} has no ',' or '}}' here",
        "add it, or put quotes around a text with ': ' or brackets in it",
    ),
    _Saying(
        "flow node",
        "",
        "something is missing between brackets here",
        "add it; to a text that begins with a bracket, add quotes",
    ),
    _Saying(
        "quoted scalar",
        "end of stream",
        "the quotation mark here has no closing one",
        "add it; inside '...' write an apostrophe twice",
        at_beginning=True,
    ),
    _Saying(
        "quoted scalar",
        "document indicator",
        "the quotation mark here has no closing one",
        "add it; inside '...' write an apostrophe twice",
        at_beginning=True,
    ),
    _Saying(
        "quoted scalar",
        "",
        "this begins no escape that YAML knows",
        "write '\\\\' for a backslash, or put the text between apostrophes",
    ),
    _Saying(
        "block scalar",
        "",
        "nothing can follow '|' or '>' on its line",
        "begin the text in the next line, indented; put quotes around a text that begins with such a sign",
        at_beginning=True,
    ),
    _Saying(
        "",
        "sequence entries are not allowed",
        "no list can begin in this line",
        "begin it in the next line, or put quotes around a text that begins with '- '",
    ),
    _Saying(
        "simple key",
        "",
        "this line is neither 'key: value' nor a list's '- '",
        "add the ':' and a blank, or indent the line under the text that it belongs to",
        at_beginning=True,
    ),
    _Saying("block", "", *_MISFIT),
    _Saying("", "document start", "the file goes on after its end", "delete the line '...' above"),
)
"""The first that fits is said."""

_GLUED_COLON = re.compile(r"[\s-]*[a-z-]+:(?=[^\s/:])")


def explain(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The parser's ``error`` about ``text`` as a fault with its place and a remedy."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(Place(path), *_ELSE)
    begun = getattr(error, "context_mark", None) or mark
    lines = LINE_BREAK.split(text)
    row, column = mark.line, mark.column
    if row >= len(lines):  # the parser sees a line break at the end of the file, even where there is none
        row, column = len(lines) - 1, len(lines[-1])
    line = lines[row]
    before, sign = line[:column], line[column : column + 1]
    place = Place(path, row + 1, column + 1)
    if "\t" in before + sign and not before.strip():
        return Problem(Place(path, row + 1, line.index("\t") + 1), *_TAB)
    context, said = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    if "expected key" in said and before.strip() not in ("", "-"):
        return Problem(place, *_MORE_TEXT)
    if "mapping values are not allowed" in said:
        return _misplaced_colon(place, lines, before)
    for saying in _SAYINGS:
        if saying.context in context and saying.problem in said:
            beginning = Place(path, begun.line + 1, begun.column + 1)
            message = saying.message.format(sign=sign, begun=begun.line + 1)
            return Problem(beginning if saying.at_beginning else place, message, saying.remedy)
    return Problem(place, *_ELSE)


def _misplaced_colon(place: Place, lines: list[str], before: str) -> Problem:
    """A value begins where none can: by a colon in a text, by indentation, or after a colon without its blank."""
    if ": " in before:
        return Problem(place, *_SECOND_COLON)
    for number in range(min(place.line, len(lines)), 0, -1):
        above = lines[number - 1]
        if glued := _GLUED_COLON.match(above):
            return Problem(Place(place.path, number, glued.end()), *_GLUED)
        if above.strip() and number < place.line:
            break
    indented = len(before) - len(before.lstrip()) + 1
    return Problem(Place(place.path, place.line, indented), *_MISFIT)
