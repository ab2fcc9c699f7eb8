"""The bytes of a file -> the bytes of its normal form, or what prevents it."""

import re
from collections.abc import Collection

from service_blueprint.problem import Problem, Severity
from service_blueprint.reading.decoding import decode
from service_blueprint.reading.parsing import parse
from service_blueprint.writing.ids import with_ids
from service_blueprint.writing.in_turn import Turned, with_turns
from service_blueprint.writing.normal_form import normal_form
from service_blueprint.writing.short_durations import with_short_durations

_LINE_BREAK = re.compile("\r\n?|\n")


def formatted(
    data: bytes, path: str, *, ids: bool = False, turns: Collection[str] | None = None
) -> bytes | tuple[Problem, ...]:
    """A blueprint's or a catalog's file in normal form; ``ids`` writes the missing ids of steps.

    ``turns`` writes chains of ``id`` and ``to`` as lists that go in turn; it holds the ids that are named elsewhere and
    stay. None leaves them as they are.

    Line ends stay, ``\\r\\n`` where the first line ends so; a byte order mark goes. A file that cannot be read as YAML
    gives its problems, which call it ``path``; any other fault is no reason not to bring it into form.
    """
    text = decode(data, path)
    if not isinstance(text, str):
        return text
    source, problems = parse(text, path)
    if source is None:
        return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if source.root is None and not text.strip():
        return data
    first_break = _LINE_BREAK.search(text)
    whole = with_ids(text, source) if ids else text
    if turns is not None:
        whole = with_turns(_LINE_BREAK.sub("\n", whole), path, turns).text
    formed = normal_form(with_short_durations(whole, path))
    if first_break and first_break[0] == "\r\n":
        formed = _LINE_BREAK.sub("\r\n", formed)
    return formed.encode()


def chains(data: bytes, path: str, named: Collection[str] = ()) -> Turned:
    """The chains of a file that can be written as lists that go in turn; ids that are ``named`` elsewhere stay."""
    text = decode(data, path)
    return with_turns(_LINE_BREAK.sub("\n", text), path, named) if isinstance(text, str) else Turned("")
