"""Versions as files: which names are versions, their order, and the blueprints that their files hold."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service_blueprint.blueprint import Blueprint
from service_blueprint.faults.history import FAULTY_THEN
from service_blueprint.insight.history import Version
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import read_text
from service_blueprint.reading.files import name_problems
from service_blueprint.reading.reading import CatalogReading, read_catalog_text

# Numbers that Python would take long over are none.
_VERSION = re.compile(r"v?([0-9]{1,18}(?:\.[0-9]{1,18})*)")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of an earlier version: what problems call it, and what it holds; None where it cannot be had."""

    shown: str
    data: bytes | None = field(repr=False)


def number_of(name: str) -> tuple[int, ...]:
    """The number of a version such as ``1.2`` or ``v1.2``, by which it has its place; () where that is no version."""
    found = _VERSION.fullmatch(name)
    if not found:
        return ()
    numbers = [int(part) for part in found[1].split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def earlier(names: Iterable[str], version: str) -> list[str]:
    """The names of versions before ``version``, the oldest first; before one that is no number, all of them are.

    Of two names for one number, such as ``1.2`` and ``v1.2``, the first has it.
    """
    this = number_of(version)
    by_number: dict[tuple[int, ...], str] = {}
    for name in sorted(names):
        if number_of(name):
            by_number.setdefault(number_of(name), name)
    return [by_number[number] for number in sorted(by_number) if not this or number < this]


@dataclass(frozen=True)
class VersionReader:
    """Reads versions one after the other; what was in an earlier one byte for byte is not read again."""

    _catalogs: dict[bytes, CatalogReading] = field(default_factory=dict)
    _blueprints: dict[tuple[str, bytes, bytes], Blueprint | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, name: str, files: Mapping[str, Stored], catalog: Stored, folder: str = "") -> Version:
        """The version with the given files, by the ids of their blueprints.

        A file that nobody can read is known by its id alone; the reason joins ``problems``, once for each text.
        """
        blueprints, unread = {}, set()
        shared = self._catalog(catalog)
        for id, file in files.items():
            blueprint = self._blueprint(id, file, catalog, shared)
            if blueprint:
                blueprints[id] = blueprint
            else:
                unread.add(id)
        return Version(name, blueprints, frozenset(unread), folder)

    def _catalog(self, file: Stored) -> CatalogReading:
        data = file.data or b""
        if data not in self._catalogs:
            self._catalogs[data] = read_catalog_text(data, path=file.shown)
            self._note(self._catalogs[data].problems)
        return self._catalogs[data]

    def _blueprint(self, id: str, file: Stored, catalog: Stored, shared: CatalogReading) -> Blueprint | None:
        if file.data is None or catalog.data is None:
            return None
        key = (id, file.data, catalog.data)
        if key not in self._blueprints:
            reading = read_text(file.data, path=file.shown, id=id, catalog=shared.catalog)
            self._note(reading.problems)
            # With a catalog that nobody can read, names would seem to have changed.
            self._blueprints[key] = None if _grave(shared.problems) else reading.blueprint
        return self._blueprints[key]

    def _note(self, problems: Iterable[Problem]) -> None:
        """Keep the first error of a file. It is past mending, and so no more than a warning."""
        for problem in _grave(problems)[:1]:
            self.problems.append(FAULTY_THEN(fault=problem.what).at(problem.place))


def has_address(id: str, file: str) -> bool:
    """Whether a blueprint with this id, from a file with this path, could have a page."""
    return not _grave(name_problems(Path(file), id, file))


def _grave(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]
