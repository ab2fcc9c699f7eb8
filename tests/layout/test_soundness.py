"""The laws of a layout hold for any blueprint."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from ruamel.yaml import YAML

from blueprints_made import authored
from layout.sound import crossings, faults
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.layout import lay_out, tracks
from service_blueprint.reading import read_text
from written import written


def read(document: dict[str, Any]) -> Blueprint:
    text = BytesIO()
    YAML().dump(document, text)
    reading = read_text(text.getvalue(), path="made.yml", id="made")
    assert reading.blueprint, reading.problems
    return reading.blueprint


@given(authored(max_steps=16, max_lanes=8))
@settings(max_examples=60, deadline=None)
def test_any_blueprint_is_laid_out_without_a_fault(document: dict[str, Any]) -> None:
    blueprint = read(document)
    for view in View:
        assert faults(lay_out(blueprint, view)) == []


@given(authored(max_steps=60, max_lanes=12))
@settings(max_examples=6, deadline=None)
def test_large_blueprints_are_laid_out_without_a_fault(document: dict[str, Any]) -> None:
    assert faults(lay_out(read(document), View.ACTORS)) == []


def test_every_flow_of_the_blueprint_is_drawn() -> None:
    blueprint = written(
        "title: Burger\nsteps:\n"
        "  - {id: a, customer: Orders, frontstage: Takes the order, backstage: Cooks}\n"
        "  - {id: b, customer: Eats}\n"
    )
    drawn = [(track.source, track.target) for track in lay_out(blueprint, View.ACTORS).tracks]
    assert drawn == [(flow.source, flow.target) for flow in blueprint.flows]


def test_a_lone_flow_docks_in_the_middle_of_a_side() -> None:
    blueprint = written("title: Burger\nsteps:\n  - {id: a, customer: Orders, frontstage: Takes the order}\n")
    diagram = lay_out(blueprint, View.ACTORS)
    order, taken = diagram.cards
    assert diagram.tracks[0].points == (
        (order.box.middle[0], order.box.bottom),
        (taken.box.middle[0], taken.box.y),
    )


def test_a_longer_text_moves_nothing_elsewhere_but_by_the_height_it_needs() -> None:
    text = "title: T\nsteps:\n  - {id: a, customer: Asks, frontstage: Answers}\n  - {id: b, customer: DO}\n"
    short, long = (
        lay_out(written(text.replace("DO", do)), View.ACTORS) for do in ("Goes", "Goes a long way home at night")
    )
    for before, after in zip(short.cards[:2], long.cards[:2], strict=True):
        assert (after.box.x, after.box.width, after.box.height) == (before.box.x, before.box.width, before.box.height)
    assert long.cards[1].box.y - short.cards[1].box.y == long.height - short.height


def test_tracks_are_ordered_so_that_few_flows_cross(monkeypatch: pytest.MonkeyPatch) -> None:
    graphs = sorted((Path(__file__).parent.parent / "benchmarks" / "graphs").glob("*.yml"))
    blueprints = [written(graph.read_text("utf-8")) for graph in graphs]

    def count() -> int:
        return sum(crossings(lay_out(blueprint, View.ACTORS)) for blueprint in blueprints)

    ordered = count()
    monkeypatch.setattr(tracks, "_cost", lambda a, b: 0)
    assert ordered < count()
