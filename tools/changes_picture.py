"""A picture of what differs between two of the sample blueprints, for the documentation."""

from pathlib import Path

from service_blueprint.drawing.comparison import draw_comparison
from service_blueprint.insight.comparison import compare
from service_blueprint.shelves import read_file
from service_blueprint.words import words_for

FOLDER = Path(__file__).parent.parent / "blueprints"


def changes_picture(before: str, after: str) -> str:
    """The marked diagram as SVG text; ``before`` and ``after`` are ids. Raises ValueError for one with faults."""
    old, new = (read_file(FOLDER / f"{id}.yml", folder=FOLDER) for id in (before, after))
    for reading in (old, new):
        if reading.blueprint is None:
            raise ValueError("\n".join(map(str, reading.problems)))
    comparison = compare(old.blueprint, new.blueprint)
    return draw_comparison(comparison, words_for(new.blueprint.language if new.blueprint else ""))
