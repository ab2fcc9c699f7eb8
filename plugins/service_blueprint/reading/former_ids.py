"""The ids that blueprints had before, and what keeps an old address from leading to its blueprint."""

from collections.abc import Iterator, Mapping, Sequence

from service_blueprint.faults import blueprints as faults
from service_blueprint.problem import Fault, Problem
from service_blueprint.reading.reading import Reading
from service_blueprint.reading.reserved import keeper_of, kept_by


def former_id_problems(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Former ids that a blueprint has now, that two claim, or whose address is kept for something else."""
    files = {reading.id: reading.path for reading in readings}
    claims: dict[str, str] = {}
    for reading in readings:
        for number, former in enumerate(reading.blueprint.formerly if reading.blueprint else ()):
            fault = _fault(former, reading, files, claims)
            claims.setdefault(former, reading.path)
            if fault:
                yield fault.at(reading.place("formerly", number))


def _fault(former: str, reading: Reading, files: Mapping[str, str], claims: Mapping[str, str]) -> Fault | None:
    """What is wrong with a former id; ``files`` are the paths by id, ``claims`` those by former id."""
    if former == reading.id:
        return faults.FORMER_IS_OWN(former=former)
    if former in files:
        return faults.FORMER_IS_ANOTHERS(former=former, path=files[former])
    if claims.get(former) == reading.path:
        return faults.FORMER_TWICE(former=former)
    if former in claims:
        return faults.FORMER_CLAIMED(former=former, path=claims[former])
    if owner := keeper_of(former, files):
        return faults.FORMER_KEPT(former=former, owner=owner)
    if other := next(kept_by(former, files), None):
        return faults.FORMER_KEEPS(former=former, other=other, path=files[other])
    return None
