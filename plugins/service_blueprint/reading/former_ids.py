"""The ids that blueprints had before, and what keeps an old address from leading to its blueprint."""

from collections.abc import Iterator, Mapping, Sequence

from service_blueprint.problem import Problem
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
                message, remedy = fault
                yield Problem(reading.place("formerly", number), message, remedy, "former-id")


def _fault(
    former: str, reading: Reading, files: Mapping[str, str], claims: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with a former id and what to do; ``files`` are the paths by id, ``claims`` those by former id."""
    if former == reading.id:
        return f"'{former}' is what this blueprint is called now", "name only ids that it had before"
    if former in files:
        message = f"'{former}' is what another blueprint is called now, which has the address"
        return message, f"leave it out, or rename '{files[former]}'"
    if claims.get(former) == reading.path:
        return f"'{former}' is given twice", "leave one of them out"
    if former in claims:
        message = f"'{former}' is claimed in '{claims[former]}' already, to which the address leads"
        return message, "leave it to one of the two"
    if owner := keeper_of(former, files):
        return f"the address of '{former}' is that of the diagram alone of '{owner}'", "leave it out"
    if other := next(kept_by(former, files), None):
        message = f"the page of '{other}' stands where '{former}' had its diagram alone"
        return message, f"leave '{former}' out, or rename '{files[other]}'"
    return None
