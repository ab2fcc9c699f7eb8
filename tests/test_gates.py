"""Every drawing passes the hard gates of the gauge: each view of each sample, and of blueprints that were made up."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from ruamel.yaml import YAML

from blueprints_made import random_blueprint
from gauge import Figures, measure
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw
from service_blueprint.reading import read_text
from service_blueprint.shelves import read_folder

FOLDER = Path(__file__).parent.parent / "blueprints"
SAMPLES = read_folder(FOLDER).blueprints

IN_EVERY_RUN = 60
ONCE_AT_FAULT = (107, 720)
IN_ALL = 2_000


def size_of(seed: int) -> tuple[int, int]:
    """Steps from 1 to 60 and lanes from 1 to 12, all of both within the first sixty seeds; every fourth one large."""
    steps = 1 + (seed * 37) % 60
    return (steps if seed % 4 == 0 else 1 + steps % 15), 1 + (seed * 7) % 12


def made_up(seed: int) -> Blueprint:
    text = BytesIO()
    YAML().dump(random_blueprint(seed, *size_of(seed)), text)
    reading = read_text(text.getvalue(), path=f"seed-{seed}.yml", id=f"seed-{seed}")
    assert reading.blueprint is not None, "\n".join(map(str, reading.problems))
    return reading.blueprint


def assert_sound(figures: Figures, view: View) -> None:
    assert figures.faults == {}
    assert figures.smallest_font >= 10
    assert figures.cards > 0 or view in (View.CUSTOMER, View.SYSTEMS)


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= len([path for path in FOLDER.rglob("*.yml") if not path.name.startswith("_")]) > 0


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_view_of_a_sample_passes_the_gates(
    name: str, view: View, canvas: Page, note_soft_figures: Callable[[str, Figures], None]
) -> None:
    figures = measure(canvas, draw(SAMPLES[name], view))
    note_soft_figures(f"{name}/{view}", figures)
    assert_sound(figures, view)


@pytest.mark.parametrize("seed", range(IN_EVERY_RUN))
def test_a_made_up_blueprint_passes_the_gates(seed: int, canvas: Page) -> None:
    view = View.ACTORS if seed % 2 else list(View)[(seed // 2 + seed // 8) % len(View)]
    assert_sound(measure(canvas, draw(made_up(seed), view)), view)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("seed", ONCE_AT_FAULT)
def test_a_blueprint_that_was_at_fault_once_passes_the_gates(seed: int, view: View, canvas: Page) -> None:
    assert_sound(measure(canvas, draw(made_up(seed), view)), view)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(IN_ALL))
def test_thousands_of_made_up_blueprints_pass_the_gates(seed: int, canvas: Page) -> None:
    blueprint = made_up(seed)
    for view in View if seed % 10 == 0 else (View.ACTORS,):
        assert_sound(measure(canvas, draw(blueprint, view)), view)
