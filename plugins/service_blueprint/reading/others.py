"""Other blueprints that actions name: those that they call, and those into which their arrows lead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from service_blueprint.blueprint import Blueprint
from service_blueprint.faults import blueprints as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Problem
from service_blueprint.reading.addresses import elsewhere
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.outline import Written, outline
from service_blueprint.reading.reading import Reading
from service_blueprint.reading.step_names import step_named
from service_blueprint.reading.wording import quoted

_MOST_COMPARED = 200
"""Ids that are nowhere which are compared with all that there are."""


def others_of(blueprint: Blueprint) -> tuple[str, ...]:
    """The ids of the blueprints that its actions name, each once, in the order of the file."""
    found = (
        id for action in blueprint.actions.values() for id in (action.calls, *(to.elsewhere for to in action.to or ()))
    )
    return tuple(dict.fromkeys(filter(None, found)))


def with_titles(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The same readings, whose blueprints know what the others that they name are called."""
    titles = {reading.id: reading.title or reading.id for reading in readings}
    return tuple(_with_titles(reading, titles) for reading in readings)


def _with_titles(reading: Reading, titles: Mapping[str, str]) -> Reading:
    if reading.blueprint is None or not (named := others_of(reading.blueprint)):
        return reading
    others = tuple((id, titles[id]) for id in named if id in titles)
    return replace(reading, blueprint=replace(reading.blueprint, others=others))


def other_problems(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Others that are not there, and steps that they do not have. Of one with faults no step is known."""
    by_id = {reading.id: reading for reading in readings}
    now = {former: each.id for each in readings if each.blueprint for former in each.blueprint.formerly}
    compared = 0
    for reading in readings:
        if reading.source is None or reading.blueprint is None or not others_of(reading.blueprint):
            continue
        for id, address, written in _named(reading):
            place = reading.source.place(written.path)
            if id == reading.id:
                yield faults.NAMES_ITSELF().at(place)
            elif id not in by_id:
                meant = nearest(id, by_id.keys() - {reading.id}) if compared < _MOST_COMPARED else None
                compared += 1
                remedy = faults.CALLED_NOW if id in now else DID_YOU_MEAN if meant else None
                fault = faults.NO_OTHER(remedy, name=quoted(id), now=now.get(id, ""), meant=meant or "")
                yield fault.at(place)
            elif address and (other := by_id[id].blueprint):
                found = step_named(address, other, place)
                if isinstance(found, Problem):
                    yield found


def _named(reading: Reading) -> Iterator[tuple[str, str, Written]]:
    """The id of each other, the address in it where one is named, and where that is written."""
    for step in outline(reading.source.data() if reading.source else None):
        for action in step.actions:
            if action.calls:
                yield action.calls.text, "", action.calls
            for target in action.targets:
                if there := elsewhere(target.text):
                    yield *there, target
