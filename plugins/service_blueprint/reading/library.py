"""A folder of blueprints with its catalog, and what is wrong between its files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from service_blueprint.blueprint import Blueprint, Catalog
from service_blueprint.faults import blueprints as faults
from service_blueprint.faults.files import KEPT_ADDRESS, SAME_ADDRESS
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.former_ids import former_id_problems
from service_blueprint.reading.held import Contents
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.others import other_problems, with_titles
from service_blueprint.reading.reading import CatalogReading, Reading, errors_of, read_held, read_held_catalog
from service_blueprint.reading.reserved import keeper_of
from service_blueprint.reading.wording import quoted

_MOST_SHOWN = 8
"""Ids of a ring that a message names."""
_MOST_COMPARED = 200
"""Ids that are nowhere which are compared with all that there are."""


@dataclass(frozen=True)
class Library:
    """What came of reading a folder; ``problems`` are the catalog's and those between files, not those of one.

    ``shared`` is how the catalog was read, ``exists`` whether there is such a folder at all.
    """

    folder: Path
    catalog: Catalog
    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...] = ()
    shared: CatalogReading = field(default_factory=lambda: CatalogReading("", Catalog()), repr=False)
    exists: bool = True

    @cached_property
    def texts(self) -> Mapping[str, bytes]:
        """What the files hold by their paths, as far as they were read; whoever shows faults shows them in these."""
        texts = {self.shared.path: self.shared.data, **{each.path: each.data for each in self.readings}}
        return {path: data for path, data in texts.items() if data}

    @property
    def catalog_errors(self) -> tuple[Problem, ...]:
        """The errors of the catalog; with any, no blueprint of the folder can be read."""
        return errors_of(self.shared)

    @cached_property
    def blueprints(self) -> dict[str, Blueprint]:
        """The blueprints that could be read, by id."""
        return {reading.id: reading.blueprint for reading in self.readings if reading.blueprint}

    @cached_property
    def by_id(self) -> dict[str, Reading]:
        """What each id leads to: the file that has it, or else the blueprint that had it before."""
        found: dict[str, Reading] = {}
        for reading in self.readings:
            found.setdefault(reading.id, reading)
        for reading in self.readings:
            for former in reading.blueprint.formerly if reading.blueprint else ():
                found.setdefault(former, reading)
        return found


def library_of(contents: Contents) -> Library:
    """Every blueprint that a folder holds. Raises nothing."""
    shared = read_held_catalog(contents.catalog)
    readings = with_titles([read_held(file, shared) for file in contents.files])
    between = sorted(
        [
            *_shared_addresses(readings),
            *_kept_addresses(readings),
            *_variant_problems(readings),
            *other_problems(readings),
            *former_id_problems(readings),
        ]
    )
    problems = (*contents.problems, *shared.problems, *between)
    return Library(contents.folder, shared.catalog, readings, problems, shared, contents.exists)


def _shared_addresses(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Files that differ in nothing but their ending."""
    first: dict[str, Reading] = {}
    for reading in readings:
        other = first.setdefault(reading.id, reading)
        if other is not reading:
            yield SAME_ADDRESS(path=other.path).at(Place(reading.path))


def _kept_addresses(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Files whose page would stand where that of another keeps its diagram alone."""
    ids = {reading.id for reading in readings}
    for reading in readings:
        if owner := keeper_of(reading.id, ids):
            yield KEPT_ADDRESS(id=reading.id, owner=owner).at(Place(reading.path))


def _variant_problems(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Variants of blueprints that are not there, and variants of one another in a ring."""
    known = {reading.id for reading in readings}
    variant_of = {each.id: each.blueprint.variant_of for each in readings if each.blueprint}
    now = {former: each.id for each in readings if each.blueprint for former in each.blueprint.formerly}
    rings = _rings(variant_of)
    compared = 0
    for reading in readings:
        base = variant_of.get(reading.id)
        if not base:
            continue
        place = reading.place("variant-of")
        if base not in known:
            meant = nearest(base, known - {reading.id}) if compared < _MOST_COMPARED else None
            compared += 1
            remedy = faults.CALLED_NOW if base in now else DID_YOU_MEAN if meant else None
            fault = faults.NO_BASE(remedy, name=quoted(base), now=now.get(base, ""), meant=meant or "")
            yield fault.at(place)
        elif ring := rings.get(reading.id):
            yield faults.RING(ring=" → ".join(_round(reading.id, ring))).at(place)


def _rings(variant_of: dict[str, str]) -> dict[str, list[str]]:
    """The ids of each ring, by each id that stands in one."""
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for start in variant_of:
        way: dict[str, int] = {}
        at = start
        while at and at not in seen:
            seen.add(at)
            way[at] = len(way)
            at = variant_of.get(at, "")
        if at in way:
            ring = list(way)[way[at] :]
            found |= dict.fromkeys(ring, ring)
    return found


def _round(start: str, ring: list[str]) -> list[str]:
    """The ids of a ring from ``start`` round to itself, few of a long one."""
    at = ring.index(start)
    others = [*ring[at + 1 :], *ring[:at]]
    shown = others if len(others) < _MOST_SHOWN else [*others[: _MOST_SHOWN - 1], "…"]
    return [start, *shown, start]
