"""The benchmarks' own figures of routed flows: each counts what it says, and agrees with the gauge's of a picture."""

import pytest
from playwright.sync_api import Page

import gauge
from benchmarks.cases import graphs
from benchmarks.figures import Way, measure
from service_blueprint.blueprint import View
from service_blueprint.drawing import draw
from service_blueprint.layout import lay_out
from service_blueprint.layout.geometry import Box, Point

CARDS = {"one": Box(0, 0, 100, 40), "two": Box(200, 0, 100, 40), "three": Box(200, 100, 100, 40)}


def way(source: str, target: str, *points: Point) -> Way:
    return Way(source, target, points)


STRAIGHT = way("one", "two", (100, 20), (200, 20))


def test_a_straight_way_has_no_fault_and_no_bend() -> None:
    figures = measure([STRAIGHT], CARDS)
    assert (figures.bends, figures.length, figures.crossings) == (0, 100, 0)
    assert (figures.through_cards, figures.shared_lines, figures.crowded_lines) == (0, 0, 0)


def test_corners_on_a_straight_line_are_no_bends() -> None:
    figures = measure([way("one", "three", (100, 20), (130, 20), (150, 20), (150, 120), (150, 120), (200, 120))], CARDS)
    assert (figures.bends, figures.length) == (2, 200)


def test_ways_cross_once_where_one_passes_over_the_other() -> None:
    assert measure([STRAIGHT, way("three", "one", (150, 120), (150, -20))], CARDS).crossings == 1


def test_a_way_that_only_touches_another_does_not_cross_it() -> None:
    assert measure([STRAIGHT, way("three", "one", (150, 120), (150, 20))], CARDS).crossings == 0


def test_a_way_on_a_foreign_card_runs_through_it() -> None:
    assert measure([way("one", "three", (250, -20), (250, 100))], CARDS).through_cards == 1


def test_a_way_that_runs_on_inside_its_own_card_runs_through_it() -> None:
    assert measure([way("one", "two", (100, 20), (250, 20))], CARDS).through_cards == 1


@pytest.mark.parametrize(("distance", "shared", "crowded"), [(1, 1, 1), (5, 0, 1), (8, 0, 0)])
def test_foreign_ways_beside_each_other_are_told_by_their_distance(distance: float, shared: int, crowded: int) -> None:
    figures = measure([STRAIGHT, way("three", "one", (200, 20 + distance), (100, 20 + distance))], CARDS)
    assert (figures.shared_lines, figures.crowded_lines) == (shared, crowded)


def test_ways_from_one_card_may_run_together() -> None:
    figures = measure([STRAIGHT, way("one", "three", (100, 20), (150, 20), (150, 120), (200, 120))], CARDS)
    assert (figures.shared_lines, figures.crowded_lines) == (0, 0)


@pytest.mark.parametrize("name", graphs())
def test_the_gauge_counts_the_same_in_a_picture(name: str, canvas: Page) -> None:
    blueprint = graphs()[name]
    diagram = lay_out(blueprint, View.ACTORS)
    boxes = {card.key: card.box for card in diagram.cards}
    ours = measure([Way(track.source, track.target, track.points) for track in diagram.tracks], boxes)
    painted = gauge.measure(canvas, draw(blueprint, View.ACTORS))
    assert (ours.flows, ours.crossings, ours.bends) == (painted.flows, painted.crossings, painted.bends)
