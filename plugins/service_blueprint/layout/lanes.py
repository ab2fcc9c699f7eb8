"""Lanes, and which card stands where in them; which lanes a view has stands in ``views.py``."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from service_blueprint.blueprint import Action, Actor, Blueprint, Flow, Stage, Touchpoint
from service_blueprint.layout.ways import further_ways
from service_blueprint.stages import lane_title
from service_blueprint.words import Words


class Boundary(StrEnum):
    """The lines between stages (Bitner, Ostrom and Morgan, 2008)."""

    INTERACTION = "interaction"
    VISIBILITY = "visibility"
    INTERNAL = "internal"


_LINES = (
    (Stage.CUSTOMER, Boundary.INTERACTION),
    (Stage.FRONTSTAGE, Boundary.VISIBILITY),
    (Stage.BACKSTAGE, Boundary.INTERNAL),
)


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a diagram. ``id`` is unique in its view, such as ``frontstage.desk``.

    ``stage`` is None where its cards are of several stages of the company; then each card tells its own.
    """

    id: str
    stage: Stage | None
    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one card stands: lane and column by their index from 0, ``row`` its place among those that share both.

    ``key`` is unique in the view: the action's address, with the system behind ``@`` where a card stands in a lane
    because its action uses that system.
    """

    key: str
    action: Action
    lane: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Link:
    """A flow between two spots of the view, by their keys."""

    source: str
    target: str
    flow: Flow


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A view before it has any size.

    ``dashes`` are the cells (lane, column) where nothing happens on purpose; ``gaps`` those where contact is
    missing and no action says so. ``lines`` are those of the three that the view knows.
    """

    lanes: tuple[Lane, ...]
    spots: tuple[Spot, ...]
    links: tuple[Link, ...]
    dashes: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()
    lines: tuple[Boundary, ...] = tuple(Boundary)

    def boundaries(self, above: Stage | None, below: Stage | None) -> tuple[Boundary, ...]:
        """The lines between two neighbouring lanes; one far below crosses all in between.

        A lane of several stages begins with the first of the company's.
        """
        if above is None:
            return ()
        order = list(Stage)
        end = order.index(below or Stage.FRONTSTAGE)
        crossed = (line for stage, line in _LINES if order.index(above) <= order.index(stage) < end)
        return tuple(line for line in crossed if line in self.lines)


@dataclass(frozen=True, slots=True)
class Entry:
    """A card before its lane has a number."""

    key: str
    action: Action
    column: int
    lane: Lane


def by_stage(
    blueprint: Blueprint, words: Words, *, stages: Sequence[Stage] = tuple(Stage), by_actor: bool = False
) -> Arrangement:
    """A lane for each of the ``stages``, or for each actor of each; titles in the language of ``words``."""
    ranks = {actor.id: rank for rank, actor in enumerate(blueprint.actors)}
    entries = []
    for column, step in enumerate(blueprint.steps):
        for stage in stages:
            for action in step.cell(stage).actions:
                actor = action.by if by_actor else None
                entries.append(Entry(action.address, action, column, stage_lane(blueprint, stage, actor, words)))
    order: list[Stage | None] = list(Stage)

    def place(lane: Lane, actor: Actor | None) -> tuple[int, int]:
        return order.index(lane.stage), ranks.get(actor.id, len(ranks)) if actor else len(ranks) + 1

    places = {entry.lane: place(entry.lane, entry.action.by if by_actor else None) for entry in entries}
    lanes = tuple(sorted(places, key=lambda lane: places[lane]))
    spots = spots_of(entries, lanes)
    shown = {spot.key for spot in spots}
    links = tuple(Link(flow.source, flow.target, flow) for flow in further_ways(blueprint, shown))
    first = {lane.stage: number for number, lane in reversed(list(enumerate(lanes)))}
    dashes = tuple(
        (first[stage], column)
        for column, step in enumerate(blueprint.steps)
        for stage in stages
        if step.cell(stage).nothing and stage in first
    )
    gaps = tuple(
        (first[Stage.FRONTSTAGE], column) for column in missing_contacts(blueprint) if Stage.FRONTSTAGE in first
    )
    return Arrangement(lanes, spots, links, tuple(dash for dash in dashes if dash not in gaps), gaps)


def missing_contacts(blueprint: Blueprint) -> tuple[int, ...]:
    """The columns, from 0, where contact is missing and no action says so."""
    return tuple(
        column
        for column, step in enumerate(blueprint.steps)
        if step.touchpoint is Touchpoint.MISSING and not step.frontstage.actions
    )


def stage_lane(blueprint: Blueprint, stage: Stage, actor: Actor | None, words: Words) -> Lane:
    """The lane of a stage, or of one of its actors."""
    title = lane_title(stage, words)
    if stage is Stage.CUSTOMER and actor is None:
        return Lane("customer", stage, blueprint.customer or title, words("Customer actions"))
    if actor is None:
        return Lane(stage.value, stage, title)
    return Lane(f"{stage.value}.{actor.id}", stage, actor.title, title)


def spots_of(entries: list[Entry], lanes: tuple[Lane, ...], gaps: tuple[tuple[int, int], ...] = ()) -> tuple[Spot, ...]:
    """The places of cards, those that share a cell below each other in the order of the entries.

    In a cell that is one of the ``gaps`` these begin below the empty card.
    """
    numbers = {lane: number for number, lane in enumerate(lanes)}
    counts = dict.fromkeys(gaps, 1)
    spots = []
    for entry in entries:
        cell = (numbers[entry.lane], entry.column)
        row = counts.get(cell, 0)
        counts[cell] = row + 1
        spots.append(Spot(entry.key, entry.action, *cell, row))
    return tuple(spots)
