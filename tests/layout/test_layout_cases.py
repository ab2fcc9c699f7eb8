"""Golden layouts: each file in ``cases`` has a blueprint and what its drawing must look like, in words.

``lanes`` are the titles from top to bottom; ``lines`` the separators; ``flows`` the way of each flow as the directions
in which it runs, ``a -> b: right, down``. A case may name its ``view``; ``actors`` is meant where it does not.
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
from service_blueprint.layout.geometry import Point
from written import written

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def directions(points: tuple[Point, ...]) -> str:
    names = []
    for (x0, y0), (x1, y1) in pairwise(points):
        names.append("right" if x1 > x0 else "left" if x1 < x0 else "down" if y1 > y0 else "up")
    return ", ".join(names)


def told(diagram: Diagram) -> dict[str, Any]:
    return {
        "lanes": [band.lane.title for band in diagram.bands if band.lane],
        "lines": [line.boundary.value for line in diagram.separators],
        "flows": [f"{track.source} -> {track.target}: {directions(track.points)}" for track in diagram.tracks],
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
