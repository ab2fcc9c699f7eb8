"""Expectations: whether what a step answers is one that the customer has."""

from collections.abc import Iterator
from typing import Any

from service_blueprint.blanks import folded
from service_blueprint.faults import names as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Problem
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted

_MOST_COMPARED = 200
"""Answers to nothing which are compared with all expectations."""


def answer_problems(data: Any, source: Source) -> Iterator[Problem]:
    """Steps that answer what is not among the blueprint's ``expectations``."""
    values = data if isinstance(data, dict) else {}
    known = {folded(text): text for _, text in _texts(values.get("expectations"))}
    steps = values.get("steps")
    compared = 0
    for index, step in enumerate(steps if isinstance(steps, list) else []):
        for keys, text in _texts(step.get("answers") if isinstance(step, dict) else None):
            if folded(text) in known:
                continue
            meant = nearest(text, known.values()) if compared < _MOST_COMPARED else None
            compared += 1
            fault = faults.NO_SUCH_EXPECTATION(DID_YOU_MEAN if meant else None, text=quoted(text), meant=meant or "")
            yield fault.at(source.place(("steps", index, "answers", *keys)))


def _texts(value: Any) -> Iterator[tuple[tuple[int, ...], str]]:
    """The texts of a list, or the one that stands for a list, each with the keys that lead to it."""
    for index, text in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(text, str) and text.strip():
            yield (index,) if isinstance(value, list) else (), text
