"""Golden layouts: each file in ``cases`` has a blueprint and what its drawing must look like, in words.

``lanes`` are the titles from top to bottom; ``lines`` the separators; ``flows`` the way of each flow as the directions
in which it runs, ``a -> b: right, down``; ``brackets`` how their lists go and how many entries they hold, ``bars`` the
sides of cards at which flows wait for each other. A case may name its ``view``; ``actors`` is meant where it does not.
"""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from golden import Golden
from layout.sound import crossings, faults
from service_blueprint.blueprint import View
from service_blueprint.layout import Diagram, lay_out
from service_blueprint.layout.geometry import Card, Point
from written import written

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def directions(points: tuple[Point, ...]) -> str:
    names = []
    for (x0, y0), (x1, y1) in pairwise(points):
        names.append("right" if x1 > x0 else "left" if x1 < x0 else "down" if y1 > y0 else "up")
    return ", ".join(names)


def sides(card: Card) -> list[str]:
    """The sides of a card along which bars stand."""
    (x, y), names = card.box.middle, []
    for bar in card.bars:
        right, down = bar.middle[0] - x, bar.middle[1] - y
        level = "right" if right > 0 else "left"
        names.append(level if abs(right) > 1 else "bottom" if down > 0 else "top")
    return names


def told(diagram: Diagram) -> dict[str, Any]:
    return {
        "lanes": [band.lane.title for band in diagram.bands if band.lane],
        "lines": [line.boundary.value for line in diagram.separators],
        "flows": [f"{track.source} -> {track.target}: {directions(track.points)}" for track in diagram.tracks],
        "brackets": [f"{bracket.order or 'unsaid'} of {len(bracket.ticks)}" for bracket in diagram.brackets],
        "bars": [f"{card.key}: {', '.join(sides(card))}" for card in diagram.cards if card.bars],
        "legend": [entry.sign for entry in diagram.legend],
        "crossings": crossings(diagram),
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_blueprint_is_laid_out_as_its_case_says(path: Path, golden: Golden) -> None:
    case = YAML(typ="safe").load(path)
    diagram = lay_out(written(case["blueprint"], catalog=case.get("catalog", "")), View(case.get("view", "actors")))
    assert faults(diagram) == []
    for key, made in told(diagram).items():
        if key in case:
            golden.value(path, key, made)
