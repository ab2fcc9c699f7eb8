"""What every road to a folder of blueprints gives."""

from typing import Protocol

from service_blueprint.reading import Contents


class Shelf(Protocol):
    """A folder of blueprints at one moment, wherever it is kept."""

    def contents(self) -> Contents:
        """All that belongs to the folder. What cannot be had is among it as a problem."""
