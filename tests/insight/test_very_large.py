"""Two blueprints of more than anybody can read are compared in bounded time."""

from service_blueprint.insight.comparison import compare
from service_blueprint.insight.matching import MOST_COMPARED, best_pairs
from written import written


def compared(number: int) -> tuple[int, list[tuple[int, int]]]:
    """How many pairs of so many things are compared, and those that are found."""
    calls = 0

    def score(one: int, other: int) -> float:
        nonlocal calls
        calls += 1
        return float(one == other)

    found = best_pairs(range(number), range(number), score, 1.0)
    return calls, found


def test_all_of_two_hundred_are_compared_with_all() -> None:
    assert compared(200)[0] == 200 * 200


def test_of_very_many_those_in_like_places_are_compared() -> None:
    calls, found = compared(4000)
    assert calls < 2 * MOST_COMPARED
    assert found == [(each, each) for each in range(4000)]


def test_a_step_that_is_new_leaves_hundreds_of_others_as_they_are() -> None:
    before = "".join(f"- customer: Does number {n}\n" for n in range(300))
    one, other = written(f"title: T\nsteps:\n{before}"), written(f"title: T\nsteps:\n- customer: Begins\n{before}")
    changes = compare(one, other).changes
    assert [(change.subject, change.kind) for change in changes if change.subject == "step"] == [("step", "added")]
