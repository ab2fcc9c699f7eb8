"""What of many values is tried in every run: ``make test-all`` tries all of them."""

from collections.abc import Iterable
from typing import Any

import pytest


def daily(values: Iterable[Any], *often: Any) -> list[Any]:
    """Values for ``parametrize``: those among ``often`` for every run, the others marked as slow.

    What is often must be one of the values, or nobody would notice that it is tried no more.
    """
    all_values = list(values)
    assert [value for value in often if value not in all_values] == []
    return [value if value in often else _slow(value) for value in all_values]


def _slow(value: Any) -> Any:
    several = value if isinstance(value, tuple) else (value,)
    return pytest.param(*several, marks=pytest.mark.slow)
