"""Drawings of more than anybody can read are drawn in bounded time, and without a fault."""

from collections.abc import Callable
from typing import Any

import pytest

from blueprints_made import random_blueprint
from large import dense, honest
from layout.sound import faults
from layout.test_soundness import read
from service_blueprint.blueprint import View
from service_blueprint.layout import lay_out, routing, tracks, ways
from service_blueprint.layout.grid import Tile, build_grid
from service_blueprint.layout.views import arrange
from service_blueprint.words import words_for
from written import written


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each way was found by looking (true) or taken as it comes."""
    found: list[bool] = []
    plain, trace = routing._plain, routing._trace

    def told(result: Callable[..., list[Tile]], sought: bool) -> Callable[..., list[Tile]]:
        def work(*arguments: Any) -> list[Tile]:
            found.append(sought)
            return result(*arguments)

        return work

    monkeypatch.setattr(routing, "_plain", told(plain, False))
    monkeypatch.setattr(routing, "_trace", told(trace, True))
    return found


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("limit", [0, 3000])
def test_ways_that_are_not_searched_for_have_no_fault(seed: int, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing, "SEARCH_LIMIT", limit)
    blueprint = read(random_blueprint(seed, steps=1 + seed, lanes=1 + seed % 12))
    for view in View:
        assert faults(lay_out(blueprint, view)) == []


@pytest.mark.parametrize("seed", range(24))
def test_tracks_that_are_not_weighed_have_no_fault(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracks, "MOST_PAIRS", -1)
    monkeypatch.setattr(routing, "SEARCH_LIMIT", 3000)
    blueprint = read(random_blueprint(seed, steps=1 + seed, lanes=1 + seed % 12))
    for view in View:
        assert faults(lay_out(blueprint, view)) == []


def test_the_search_for_ways_ends_with_what_may_be_looked_at(searched: list[bool]) -> None:
    blueprint = written(dense(1, 24))
    lay_out(blueprint, View.STAGES)
    assert 0 < sum(searched) < len(blueprint.flows)
    assert searched == sorted(searched, reverse=True)


def test_every_way_of_two_hundred_full_steps_is_searched_for(searched: list[bool]) -> None:
    lay_out(written(honest(200)), View.ACTORS)
    assert all(searched)


def test_the_tracks_of_two_hundred_full_steps_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracks, "_assign_unweighed", lambda *_: pytest.fail("they are taken as they come"))
    lay_out(written(honest(200)), View.ACTORS)


HUB = "title: Hub\nsteps:\n- {{id: hub, backstage: {{do: h, to: [{targets}]}}}}\n{steps}"


def hub(number: int) -> str:
    """So many customer's actions that lead to one action out of sight, which leads to them all again."""
    return HUB.format(
        targets=", ".join(f"s{n}" for n in range(number)),
        steps="".join(f"- {{id: s{n}, customer: {{do: a, to: hub.backstage}}}}\n" for n in range(number)),
    )


def test_the_view_of_systems_joins_what_leads_on_out_of_sight() -> None:
    links = arrange(written(hub(20)), View.SYSTEMS, words_for("en")).links
    assert len(links) == 20 * 19


def test_the_view_of_systems_joins_nothing_where_the_paths_are_beyond_counting() -> None:
    links = arrange(written(hub(100)), View.SYSTEMS, words_for("en")).links
    assert len(links) <= ways.MOST_LINKS


def test_an_arrow_leads_to_one_card_where_there_would_be_too_many_to_systems() -> None:
    systems = ", ".join(f"x{n}" for n in range(50))
    step = "- {{id: s{n}, customer: {{do: a, uses: [{systems}], to: [{targets}]}}}}\n"
    text = "title: T\nflow: explicit\nsteps:\n" + "".join(
        step.format(n=n, systems=systems, targets=", ".join(f"s{(n + k) % 40}" for k in range(1, 40)))
        for n in range(40)
    )
    arrangement = arrange(written(text), View.SYSTEMS, words_for("en"))
    assert len(arrangement.links) == 40 * 39 + 40 * 50
    assert build_grid(arrangement, 40)
