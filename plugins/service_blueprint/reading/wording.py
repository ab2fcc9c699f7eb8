"""How messages name what an author wrote."""

from typing import Any

from service_blueprint.blanks import one_line
from service_blueprint.faults.shapes import A_LIST, A_MAPPING, NOTHING, THE_TEXT
from service_blueprint.message import Message, Value

_LONGEST = 40


def quoted(text: str) -> str:
    """A text as a message quotes it: in apostrophes, in one line and shortened."""
    text = one_line(text[: 4 * _LONGEST])
    return f"'{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}'"


def shown(value: Any) -> Value:
    """A value as a message names it: a text is quoted, anything else named by its kind."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return Message(A_LIST)
    return Message(A_MAPPING if isinstance(value, dict) else NOTHING)


def form(value: Any) -> Value:
    """The same where a list or mapping is wanted, and a text must be called one."""
    return Message(THE_TEXT, (("text", quoted(value)),)) if isinstance(value, str) else shown(value)
