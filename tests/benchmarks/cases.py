"""What is measured: ten graphs made for comparison, the sample blueprints, and blueprints made up at random."""

from io import BytesIO
from pathlib import Path

from ruamel.yaml import YAML

from blueprints_made import random_blueprint
from service_blueprint.blueprint import Blueprint
from service_blueprint.reading import read_text
from service_blueprint.shelves import read_folder

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def graphs() -> dict[str, Blueprint]:
    """The ten graphs by id: cards, lanes and flows alone, so that other tools can be given the same."""
    return _read(HERE / "graphs")


def samples() -> dict[str, Blueprint]:
    """The sample blueprints by id."""
    return _read(ROOT / "blueprints")


def _read(folder: Path) -> dict[str, Blueprint]:
    library = read_folder(folder)
    unread = [reading.path for reading in library.readings if reading.blueprint is None]
    if unread or not library.readings:
        raise SystemExit(f"{folder} has blueprints that cannot be read: {', '.join(unread) or 'it is empty'}")
    return library.blueprints


def generated() -> dict[str, Blueprint]:
    """Sixty made-up blueprints, denser than any that people write: 1 to 30 steps, 1 to 12 lanes, flows anywhere."""
    found = {}
    for seed in range(60):
        text = BytesIO()
        YAML().dump(random_blueprint(seed, steps=1 + seed % 30, lanes=1 + seed % 12), text)
        reading = read_text(text.getvalue(), path=f"generated-{seed}.yml", id=f"generated-{seed}")
        assert reading.blueprint is not None, "\n".join(map(str, reading.problems))
        found[reading.id] = reading.blueprint
    return found
