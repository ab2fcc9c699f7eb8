"""Versions read one after the other, each text once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service_blueprint.faults.history import FAULTY_THEN
from service_blueprint.insight.history import Version
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import CatalogReading, Held, Reading
from service_blueprint.reading.reading import read_held, read_held_catalog
from service_blueprint.shelves.shelf import Shelf

_Data = bytes | Problem | None


@dataclass(frozen=True)
class VersionReader:
    """Reads versions one after the other; what was in an earlier one byte for byte is not read again."""

    _catalogs: dict[_Data, CatalogReading] = field(default_factory=dict)
    _readings: dict[tuple[str, _Data, _Data], Reading] = field(default_factory=dict)
    _told: dict[tuple[str, int, int, str], Problem] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why files cannot be read; each is past mending, and so no more than a warning."""
        return tuple(self._told.values())

    def read(self, name: str, shelf: Shelf, folder: str = "") -> Version:
        """The version with the blueprints of ``shelf``; the folder of its site is ``folder``, where it is known.

        A file that nobody can read is known by its id alone; the reason joins ``problems``. Of two with one id the
        first has it, as on the site.
        """
        contents = shelf.contents()
        catalog = contents.catalog.data if contents.catalog else None
        if catalog not in self._catalogs:
            self._catalogs[catalog] = read_held_catalog(contents.catalog)
            self._tell(self._catalogs[catalog].problems)
        found: dict[str, Reading] = {}
        for file in contents.files:
            found.setdefault(file.id, self._reading(file, catalog))
        blueprints = {id: each.blueprint for id, each in found.items() if each.blueprint}
        return Version(name, blueprints, frozenset(found.keys() - blueprints.keys()), folder)

    def _reading(self, file: Held, catalog: _Data) -> Reading:
        key = (file.id, file.data, catalog)
        if key not in self._readings:
            self._readings[key] = read_held(file, self._catalogs[catalog])
            self._tell(self._readings[key].problems)
        return self._readings[key]

    def _tell(self, problems: Iterable[Problem]) -> None:
        """Keep the first error of a file, once for all versions in which it is the same."""
        for problem in [each for each in problems if each.severity is Severity.ERROR][:1]:
            place = problem.place
            told = FAULTY_THEN(fault=problem.what).at(place)
            self._told.setdefault((place.path.partition(":")[2], place.line, place.column, problem.message), told)
