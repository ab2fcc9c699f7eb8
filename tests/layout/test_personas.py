"""The curves of several customers: their points stand apart, and so do the names at their ends."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.blueprint import View
from service_blueprint.layout import Diagram, lay_out
from service_blueprint.layout.personas import NAME_LINE
from written import written

NAMES = ("Anna", "Marek", "Zsófia", "Mr. van der Waals of the second floor", "E", "Firma")
VALUES = st.sampled_from([-2, -1.5, -1, 0, 0.5, 1, 2])
STEPS = st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES), min_size=1, max_size=4)


def drawn(steps: list[dict[str, float]]) -> Diagram:
    lines = "".join(f"  - {{customer: Waits, feeling: {{words: So so, by: {by}}}}}\n" for by in steps)
    return lay_out(written(f"title: T\npersona: {list(NAMES)}\nsteps:\n{lines}"), View.STAGES)


@given(STEPS)
def test_points_of_one_step_stand_apart(steps: list[dict[str, float]]) -> None:
    for mood in drawn(steps).moods:
        for one, other in combinations(mood.by, 2):
            assert one.at != other.at


@given(STEPS)
def test_each_curve_has_its_name_at_its_end_and_no_two_are_upon_each_other(steps: list[dict[str, float]]) -> None:
    moods = drawn(steps).moods
    labels = [point.label for mood in moods for point in mood.by if point.label]
    assert len(labels) == len({point.felt.number for mood in moods for point in mood.by})
    for one, other in combinations(labels, 2):
        apart = one.x + one.line.width <= other.x or other.x + other.line.width <= one.x
        assert apart or abs(one.y - other.y) >= NAME_LINE


@given(STEPS)
def test_names_stay_in_the_band_and_in_the_drawing(steps: list[dict[str, float]]) -> None:
    diagram = drawn(steps)
    for band in (band for band in diagram.bands if band.name == "feelings"):
        for label in (point.label for mood in diagram.moods for point in mood.by):
            if label:
                assert band.box.y < label.y <= band.box.bottom
                assert label.x + label.line.width <= diagram.width
