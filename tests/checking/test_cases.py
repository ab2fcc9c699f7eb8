"""Golden cases: ``cases/<name>.yml`` is a blueprint, ``cases/<name>.txt`` what is found in it; no code is needed.

A case without a text file has no problem. The cases stand beside each other as in a folder of blueprints, so that one
may be a variant of another.
"""

from datetime import date
from pathlib import Path

import pytest

from golden import Golden
from service_blueprint.checking import check
from service_blueprint.problem import Problem
from service_blueprint.reading import Reading
from service_blueprint.shelves import read_folder

CASES = Path(__file__).parent / "cases"
LIBRARY = read_folder(CASES)
TODAY = date(2026, 11, 1)


@pytest.mark.parametrize("reading", LIBRARY.readings, ids=lambda reading: reading.id)
def test_a_blueprint_has_exactly_the_problems_that_the_case_says(reading: Reading, golden: Golden) -> None:
    assert reading.problems == ()
    assert reading.blueprint
    found = check(reading.blueprint, today=TODAY, library=LIBRARY.blueprints, locate=reading.place)
    golden.text(CASES / f"{reading.id}.txt", "".join(f"{line(problem)}\n" for problem in found))


def test_every_expectation_has_its_case() -> None:
    assert {file.stem for file in CASES.glob("*.txt")} <= set(LIBRARY.blueprints)


def line(problem: Problem) -> str:
    """A problem as cases write it."""
    place = f"{problem.place.line}:{problem.place.column}"
    return f"{place} {problem.severity}: {problem.text} [{problem.rule}]"
