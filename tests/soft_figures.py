"""The soft figures of the samples' drawings, and a file that says what they were: less is better, and more is no fault.

Each is measured by the gauge beside the hard gates. A run says at its end which differ from ``soft_figures.yml``;
``pytest --update`` has the file say what they are now.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from gauge import Figures

FILE = Path(__file__).with_suffix(".yml")
NAMES = ("crossings", "bends", "length", "area", "smallest-text")
_PROPERTY = "soft-figures"
_HEAD = "# Measured from the samples' drawings, in px; `pytest --update` writes it.\n"

Drawings = dict[str, dict[str, float]]
"""The figures by the drawing, as in "laptop-request/actors"."""


def soft(figures: Figures) -> dict[str, float]:
    """The figures that are lower the better, but for the smallest text: lengths in px, rounded."""
    values = (figures.crossings, figures.bends, round(figures.flow_length), round(figures.area))
    return dict(zip(NAMES, (*values, round(figures.smallest_font, 1)), strict=True))


def differences(before: Drawings, after: Drawings) -> list[str]:
    """What differs in the drawings that were measured: "crossings of laptop-request/actors: 4 -> 6"."""
    return [
        f"{name} of {drawing}: {before.get(drawing, {}).get(name, 'none')} -> {value}"
        for drawing, figures in after.items()
        for name, value in figures.items()
        if before.get(drawing, {}).get(name) != value
    ]


def told(before: Drawings) -> str:
    """The text of the file, a line for each drawing."""
    lines = [
        f"{drawing}: {{{', '.join(f'{n}: {v}' for n, v in before[drawing].items())}}}\n" for drawing in sorted(before)
    ]
    return _HEAD + "".join(lines)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what differs from the file, or write it anew."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    measured: Drawings = {}
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == _PROPERTY:
                measured |= value
    before: Drawings = yaml.safe_load(FILE.read_text("utf-8")) if FILE.exists() else {}
    if changed := differences(before, dict(sorted(measured.items()))):
        update = config.getoption("--update")
        terminalreporter.section("soft figures" + (" rewritten" if update else " that differ; --update rewrites them"))
        for line in changed:
            terminalreporter.write_line(line)
        if update:
            FILE.write_text(told({**before, **measured}), "utf-8")


@pytest.fixture
def note_soft_figures(record_property: Any) -> Any:
    """Takes down the figures of a drawing, for the end of the run."""

    def note(drawing: str, figures: Figures) -> None:
        record_property(_PROPERTY, {drawing: soft(figures)})

    return note
