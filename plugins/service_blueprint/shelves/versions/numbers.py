"""Which names are versions, and their order."""

import re
from collections.abc import Iterable

# Numbers that Python would take long over are none.
_VERSION = re.compile(r"v?([0-9]{1,18}(?:\.[0-9]{1,18})*)")


def number_of(name: str) -> tuple[int, ...]:
    """The number of a version such as ``1.2`` or ``v1.2``, by which it has its place; () where that is no version."""
    found = _VERSION.fullmatch(name)
    if not found:
        return ()
    numbers = [int(part) for part in found[1].split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def earlier(names: Iterable[str], version: str) -> list[str]:
    """The names of versions before ``version``, the oldest first; before one that is no number, all of them are.

    Of two names for one number, such as ``1.2`` and ``v1.2``, the first has it.
    """
    this = number_of(version)
    by_number: dict[tuple[int, ...], str] = {}
    for name in sorted(names):
        if number_of(name):
            by_number.setdefault(number_of(name), name)
    return [by_number[number] for number in sorted(by_number) if not this or number < this]
