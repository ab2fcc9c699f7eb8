"""Cutting a long diagram between steps, so that it is read phase by phase and fits on paper."""

from dataclasses import dataclass

from service_blueprint.layout.geometry import Diagram

# From here on a diagram is long: on an A4 sheet across, some 1040 px wide, its text would be under 6.5 pt.
LONG = 1500.0
# The sides of a sheet across, A4 and A3 alike (ISO 216), with a little room for the page's heading.
SHEET = 1.35
# What is left before a card for the heads of the arrows that come from the part before, in px.
HEAD_ROOM = 14.0


@dataclass(frozen=True, slots=True)
class Part:
    """Some steps of a diagram, columns ``first`` to ``last`` from 0, and the px from ``start`` to ``end``."""

    title: str
    first: int
    last: int
    start: float
    end: float


def by_phase(diagram: Diagram) -> tuple[Part, ...]:
    """The phases of a long diagram; () where it is short or has less than two. Steps between phases are a part too."""
    if diagram.width <= LONG:
        return ()
    found: list[tuple[str, int, int]] = []
    for column, step in enumerate(diagram.blueprint.steps):
        if found and found[-1][0] == step.phase:
            found[-1] = (step.phase, found[-1][1], column)
        else:
            found.append((step.phase, column, column))
    return _parts(diagram, found) if len(found) > 1 else ()


def by_sheet(diagram: Diagram) -> tuple[Part, ...]:
    """A diagram in as many parts as it needs to fill sheets across; () where it fits on one.

    A diagram that is high takes wide parts, since its height sets the scale.
    """
    widest = max(LONG, diagram.height * SHEET)
    if diagram.width <= widest:
        return ()
    found = _packed(diagram, widest)
    while True:
        # As many sheets as there must be, the widest of them as narrow as can be.
        widest = max(part.end - part.start for part in found) - 1
        narrower = _packed(diagram, diagram.gutter + widest)
        if len(narrower) > len(found) or max(part.end - part.start for part in narrower) > widest:
            return found
        found = narrower


def _packed(diagram: Diagram, widest: float) -> tuple[Part, ...]:
    """Parts of as many steps as ``widest`` px hold beside the lane titles, at least one."""
    found: list[tuple[str, int, int]] = []
    for column in range(len(diagram.columns)):
        if found:
            title, first, _ = found[-1]
            if diagram.gutter + _cut(diagram, column + 1) - _cut(diagram, first) <= widest:
                found[-1] = (title, first, column)
                continue
        found.append(("", column, column))
    return _parts(diagram, found)


def _parts(diagram: Diagram, found: list[tuple[str, int, int]]) -> tuple[Part, ...]:
    return tuple(
        Part(title, first, last, _cut(diagram, first), _cut(diagram, last + 1)) for title, first, last in found
    )


def _cut(diagram: Diagram, column: int) -> float:
    """Where the diagram is cut before a column, in px.

    It is right before its cards, so that what a step has beside it, the labels of its flows and those that come back
    to it, stays with it.
    """
    if column == 0:
        return diagram.gutter
    if column == len(diagram.columns):
        return diagram.width
    return diagram.columns[column].x - HEAD_ROOM
