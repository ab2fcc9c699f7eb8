"""The lanes of the view of functions: the customer, and each actor once (Rummler and Brache, 1990)."""

from service_blueprint.blueprint import Action, Actor, ActorKind, Blueprint, Stage
from service_blueprint.layout.lanes import (
    Arrangement,
    Boundary,
    Entry,
    Lane,
    Link,
    missing_contacts,
    spots_of,
    stage_lane,
)
from service_blueprint.layout.ways import further_ways
from service_blueprint.words import Words, message

_KINDS = {
    ActorKind.TEAM: message("Team"),
    ActorKind.SYSTEM: message("System"),
    ActorKind.PARTNER: message("Partner"),
    ActorKind.PERSON: message("Person"),
}


def by_function(blueprint: Blueprint, words: Words) -> Arrangement:
    """The customer, then one lane for each actor, and at the end one for what nobody is named for.

    An actor's cards may be of several stages, so each card tells its own, and there is the first line only. Evidence
    is nobody's work and left out. Contact that is missing, with no action that says so, is nobody's either.
    """
    actors: tuple[Actor | None, ...] = (*blueprint.actors, None)
    customers = {_id(actor): stage_lane(blueprint, Stage.CUSTOMER, actor, words) for actor in actors}
    functions = {_id(actor): _lane(actor, words) for actor in actors}

    def lane_of(action: Action) -> Lane:
        return (customers if action.stage is Stage.CUSTOMER else functions)[_id(action.by)]

    entries = [
        Entry(action.address, action, column, lane_of(action))
        for column, step in enumerate(blueprint.steps)
        for action in step.actions
        if action.stage is not Stage.EVIDENCE
    ]
    missing = missing_contacts(blueprint)
    used = {entry.lane for entry in entries} | ({functions[_id(None)]} if missing else set())
    lanes = tuple(lane for lane in (*customers.values(), *functions.values()) if lane in used)
    gaps = tuple((len(lanes) - 1, column) for column in missing)
    spots = spots_of(entries, lanes, gaps)
    links = tuple(
        Link(flow.source, flow.target, flow) for flow in further_ways(blueprint, {spot.key for spot in spots})
    )
    return Arrangement(lanes, spots, links, gaps=gaps, lines=(Boundary.INTERACTION,))


def _id(actor: Actor | None) -> str:
    return actor.id if actor else ""


def _lane(actor: Actor | None, words: Words) -> Lane:
    if actor is None:
        return Lane("functions", None, words("Nobody is named"))
    return Lane(f"functions.{actor.id}", None, actor.title, words(_KINDS[actor.kind]) if actor.kind else "")
