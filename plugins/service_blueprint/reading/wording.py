"""How messages name what an author wrote."""

from typing import Any

from service_blueprint.blanks import one_line

_LONGEST = 40


def shown(value: Any) -> str:
    """A value as a message names it: a text in apostrophes and shortened, anything else by its kind."""
    if isinstance(value, str):
        text = one_line(value[: 4 * _LONGEST])
        return f"'{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}'"
    if isinstance(value, list):
        return "a list"
    return "a mapping" if isinstance(value, dict) else "nothing"
