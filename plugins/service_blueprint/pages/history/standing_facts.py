"""Since which version a blueprint stands as it does, among the facts of its page; and its steps that are gone."""

from dataclasses import dataclass

from service_blueprint.blueprint import Blueprint
from service_blueprint.insight.history import Standing
from service_blueprint.pages import addresses
from service_blueprint.pages.facts import Fact
from service_blueprint.pages.past import Past
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class GoneStep:
    """A step that is gone, as its page shows it: its id and heading, and the last version that has it.

    ``link`` leads to it there; ``now`` and ``now_id`` are the heading and the id of the step that it has become. Each
    is empty where there is none.
    """

    id: str
    heading: str
    last: str
    link: str = ""
    now: str = ""
    now_id: str = ""


def standing_fact(blueprint: Blueprint, past: Past, words: Words) -> Fact | None:
    """Since when a blueprint stands so, with the link to what changed then; None where this is the first version."""
    found = past.standings.get(blueprint.id)
    if found is None or past.newest is None:
        return None
    text = _text(found, past, past.newest.name, words)
    if found.comparison is None:
        return Fact(words("Version"), (text,))
    number = len(found.comparison.changes)
    detail = words.plural("{n} change from {version}", "{n} changes from {version}", number, version=found.before)
    link = past.link_here(addresses.changes_file(blueprint.id), addresses.page_file(blueprint.id))
    return Fact(words("Version"), (text,), detail, link)


def gone_steps(blueprint: Blueprint, past: Past) -> tuple[GoneStep, ...]:
    """The steps of a blueprint that are gone."""
    here = addresses.page_file(blueprint.id)
    steps = []
    for step in past.removed_steps(blueprint):
        page = past.link(step.last, addresses.page_file(step.blueprint), here)
        link = f"{page}#{step.id}" if page else ""
        now = blueprint.steps_by_id[step.successor].heading if step.successor else ""
        steps.append(GoneStep(step.id, step.heading, step.last, link, now, step.successor))
    return tuple(steps)


def _text(found: Standing, past: Past, newest: str, words: Words) -> str:
    if found.since != past.site.version:
        return words("Unchanged since {version}", version=found.since)
    if found.comparison is None:
        version = found.since
        return words("New in {version}", version=version) if version else words("New since {version}", version=newest)
    if found.since:
        return words("Changed in {version}", version=found.since)
    return words("Changed since {version}", version=found.before)
