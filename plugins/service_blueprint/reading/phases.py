"""Phases: whether steps name those that exist, stand side by side and keep their order."""

from collections.abc import Iterator, Sequence
from typing import Any

from service_blueprint.blanks import folded
from service_blueprint.problem import Problem
from service_blueprint.reading.addresses import DANGLING_REFERENCE, DUPLICATE_ID
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.outline import StepOutline
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import shown


def phase_problems(data: Any, steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """Phases that are unknown, listed twice, apart from their like, or out of the order of ``phases``."""
    listed = _listed(data)
    order: dict[str, int] = {}
    for index, title in enumerate(listed):
        if title in order:
            message = f"the phase {shown(title)} is listed twice"
            yield Problem(source.place(("phases", index)), message, "keep one of the two", DUPLICATE_ID)
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
            remedy = f"did you mean '{meant}'?" if meant else "add it to 'phases', or name one of them"
            message = f"the phase {shown(title)} is not in 'phases'"
            yield Problem(place, message, remedy, DANGLING_REFERENCE)
        elif title in ended:
            message = f"the phase {shown(title)} begins again here, after another"
            yield Problem(place, message, "put the steps of a phase side by side, or give this one a name of its own")
        elif title in order and latest and order[title] < order[latest]:
            message = f"the phase {shown(title)} comes before {shown(latest)} in 'phases', and after it here"
            yield Problem(place, message, "change the order of the steps or of 'phases'")
        elif title in order:
            latest = title


def _listed(data: Any) -> list[str]:
    phases = data.get("phases") if isinstance(data, dict) else None
    listed = phases if isinstance(phases, list) else [phases]
    return [folded(title) for title in listed if isinstance(title, str)]
