"""What is said of a blueprint as a whole, for programs: as JSON holds it."""

from collections.abc import Iterable
from datetime import date

from service_blueprint.blueprint import Blueprint, FlowMode, Outcome, Persona, Reference, State
from service_blueprint.pages.data import Data, Number, number
from service_blueprint.pages.further import further_data
from service_blueprint.pages.named_data import KeyedData, NamedData, named


class PersonaData(KeyedData):
    """Whom a service is for."""

    name: str
    """What they are called."""

    role: str | None
    """What they are."""

    summary: str | None
    """What matters about them, in Markdown."""

    prefers: NamedData | None
    """The channel that they like best."""


class ReferenceData(Data):
    """A source or a link."""

    title: str
    """What it is called, or its address."""

    link: str | None
    """Its address."""


class OutcomeData(Data):
    """What the customer is left with at the end."""

    words: str | None
    """In words."""

    feeling: Number | None
    """How the customer is to feel, from -2 to 2."""


class AboutData(KeyedData):
    """What is said of a blueprint as a whole."""

    summary: str | None
    """What it is about, in Markdown."""

    goal: str | None
    """What the customer wants to reach."""

    outcome: OutcomeData | None
    """How the customer should feel at the end."""

    starts_when: str | None
    """What it begins with."""

    ends_when: str | None
    """What it ends with."""

    state: State
    """Which reality it shows."""

    variant_of: str | None
    """The id of the blueprint that it is a variant of."""

    owner: NamedData | None
    """Who looks after it."""

    reviewed: date | None
    """When it was last looked through."""

    review_by: date | None
    """When it is to be looked through next."""

    flow: FlowMode
    """Which arrows follow from the order."""

    persona: list[PersonaData]
    """Whom the service is for."""

    expectations: list[str]
    """What the customer expects."""

    tags: list[str]
    """Its tags."""

    sources: list[ReferenceData]
    """What it rests on."""

    links: list[ReferenceData]
    """What belongs to it."""


def about(blueprint: Blueprint) -> AboutData:
    """All that is said of a blueprint beside its title, its customer, its language and its steps."""
    return AboutData(
        summary=blueprint.summary or None,
        goal=blueprint.goal or None,
        outcome=_outcome(blueprint.outcome) if blueprint.outcome else None,
        starts_when=blueprint.starts_when or None,
        ends_when=blueprint.ends_when or None,
        state=blueprint.state,
        variant_of=blueprint.variant_of or None,
        owner=named(blueprint.owner) if blueprint.owner else None,
        reviewed=blueprint.reviewed,
        review_by=blueprint.review_by,
        flow=blueprint.flow,
        persona=[_persona(persona) for persona in blueprint.personas],
        expectations=list(blueprint.expectations),
        tags=list(blueprint.tags),
        sources=_references(blueprint.sources),
        links=_references(blueprint.links),
        **further_data(blueprint),
    )


def _outcome(outcome: Outcome) -> OutcomeData:
    feeling = None if outcome.feeling is None else number(outcome.feeling)
    return OutcomeData(words=outcome.words or None, feeling=feeling)


def _persona(persona: Persona) -> PersonaData:
    return PersonaData(
        name=persona.name,
        role=persona.role or None,
        summary=persona.summary or None,
        prefers=named(persona.prefers) if persona.prefers else None,
        **further_data(persona),
    )


def _references(references: Iterable[Reference]) -> list[ReferenceData]:
    return [ReferenceData(title=each.title, link=each.link or None) for each in references]
