"""The ids that blueprints had before, and what keeps an old address from leading to its blueprint."""

from collections.abc import Iterator, Mapping, Sequence

from service_blueprint.problem import Problem
from service_blueprint.reading.reading import Reading
from service_blueprint.reading.reserved import keeper, kept_by


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
        return f"'{former}' is what the blueprint is called now", "name only ids that it had before"
    if former in files:
        message = f"'{former}' is what the blueprint of '{files[former]}' is called now, which keeps the address"
        return message, "leave it out here, or rename that file"
    if claims.get(former) == reading.path:
        return f"'{former}' is given twice", "leave one of them out"
    if former in claims:
        return f"'{former}' is claimed by '{claims[former]}' already, to which the address leads", "take it from one"
    owner = keeper(former, files)
    if owner is not None:
        keeps = f"'{owner}'" if owner else "the page of all blueprints"
        return f"the address of '{former}' is kept for the diagram or a file of {keeps}", "leave it out"
    if other := next(kept_by(former, files), None):
        message = f"'{other}' has an address that '{former}' kept for its diagram or a file"
        return message, f"leave '{former}' out here, or rename '{files[other]}'"
    return None
