"""What every road to a folder of blueprints gives."""

from typing import Protocol

from service_blueprint.reading import Contents, Library, library_of


class Shelf(Protocol):
    """A folder of blueprints at one moment, wherever it is kept."""

    def contents(self) -> Contents:
        """All that belongs to the folder. What cannot be had is among it as a problem."""


def library_on(shelf: Shelf) -> Library:
    """Every blueprint on a shelf, and what is wrong with each and between them. Raises nothing."""
    return library_of(shelf.contents())
