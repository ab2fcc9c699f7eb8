"""Lists whose author says how their actions go, as in ``{in-turn: [A, B]}``, as plain values."""

from collections.abc import Iterator
from typing import Any

from service_blueprint.blueprint import Order

WORDS = tuple(order.value for order in Order)
"""The keys that make a mapping such a list."""


def word_of(value: Any) -> str | None:
    """The first key of a mapping that says how actions go; None for an action, and for all else."""
    return next((word for word in WORDS if word in value), None) if isinstance(value, dict) else None


def actions_in(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The actions of a cell in the order of the file, each with its path; ``path`` is that of the cell."""
    if word := word_of(value):
        inner = value[word]
        yield from actions_in(inner, (*path, word)) if inner is not None else ()
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from actions_in(each, (*path, index))
    else:
        yield path, value
