"""Phases for programs: as JSON holds them."""

from service_blueprint.blueprint import Phase
from service_blueprint.pages.data import Data
from service_blueprint.pages.duration_data import WaitData
from service_blueprint.pages.named_data import NamedData, named
from service_blueprint.pages.value_data import plain_value


class PhaseData(Data):
    """A phase: steps that belong together."""

    title: str
    """What it is called."""

    time: WaitData | None
    """How long it takes as a whole."""

    goal: str | None
    """What the company wants in it."""

    owner: NamedData | None
    """Who looks after it."""


def phase_data(phase: Phase) -> PhaseData:
    """What is said of a phase."""
    return PhaseData(
        title=phase.title,
        time=WaitData(**plain_value(phase.time)) if phase.time else None,
        goal=phase.goal or None,
        owner=named(phase.owner) if phase.owner else None,
    )
