"""Phases: whether steps name those that exist, stand side by side and keep their order."""

from collections.abc import Iterator, Sequence
from typing import Any

from service_blueprint.blanks import folded
from service_blueprint.faults import names as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Problem
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.outline import StepOutline
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted


def phase_problems(data: Any, steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """Phases that are unknown, listed twice, apart from their like, or out of the order of ``phases``."""
    listed = _listed(data)
    order: dict[str, int] = {}
    for index, title in listed:
        if title in order:
            yield faults.PHASE_TWICE(phase=quoted(title)).at(source.place(("phases", index)))
        order.setdefault(title, index)
    ended: set[str] = set()
    now = ""
    latest = ""  # of the listed phases so far, the one that comes last in the list
    for step in steps:
        title = folded(step.phase.text) if step.phase else ""
        if title == now:
            continue
        ended.add(now)
        now = title
        if not step.phase:
            continue
        place = source.place(step.phase.path)
        if listed and title not in order:
            meant = nearest(title, order)
            remedy = DID_YOU_MEAN if meant else None
            yield faults.NO_SUCH_PHASE(remedy, phase=quoted(title), meant=meant or "").at(place)
        elif title in ended:
            yield faults.PHASE_APART(phase=quoted(title)).at(place)
        elif title in order and latest and order[title] < order[latest]:
            yield faults.PHASE_OUT_OF_ORDER(phase=quoted(title), other=quoted(latest)).at(place)
        elif title in order:
            latest = title


def _listed(data: Any) -> list[tuple[int, str]]:
    """The titles in ``phases``, each with its place there."""
    phases = data.get("phases") if isinstance(data, dict) else None
    listed = phases if isinstance(phases, list) else [phases]
    titles = (entry.get("title") if isinstance(entry, dict) else entry for entry in listed)
    return [(index, folded(title)) for index, title in enumerate(titles) if isinstance(title, str)]
