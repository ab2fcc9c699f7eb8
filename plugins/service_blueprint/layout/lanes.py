"""Which lanes a view has, and which card stands where in them."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from service_blueprint.blueprint import Action, Actor, ActorKind, Blueprint, Flow, Stage, Touchpoint, View
from service_blueprint.stages import lane_title
from service_blueprint.words import Words

MOST_LINKS = 6000
"""Arrows of the view of systems, which may be far more than the blueprint's: one for each path and each system."""
MOST_FOLLOWED = 100_000
"""Actions that are looked at on the paths between what the view of systems shows."""


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
    """One row of a diagram. ``id`` is unique in its view, such as ``frontstage.desk``."""

    id: str
    stage: Stage
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
    missing and no action says so.
    """

    view: View
    lanes: tuple[Lane, ...]
    spots: tuple[Spot, ...]
    links: tuple[Link, ...]
    dashes: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()

    def boundaries(self, above: Stage | None, below: Stage) -> tuple[Boundary, ...]:
        """The lines between two neighbouring lanes; one far below crosses all in between.

        Systems stand in front of the line of visibility and behind it, so their view knows the first line only.
        """
        if above is None:
            return ()
        order = list(Stage)
        crossed = (line for stage, line in _LINES if order.index(above) <= order.index(stage) < order.index(below))
        return tuple(line for line in crossed if self.view is not View.SYSTEMS or line is Boundary.INTERACTION)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A card before its lane has a number."""

    key: str
    action: Action
    column: int
    lane: Lane


def arrange(blueprint: Blueprint, view: View, words: Words) -> Arrangement:
    """Sort the actions of a blueprint into the lanes of a view; lane titles in the language of ``words``."""
    if view is View.SYSTEMS:
        return _systems(blueprint, words)
    stages = (Stage.EVIDENCE, Stage.CUSTOMER) if view is View.CUSTOMER else tuple(Stage)
    ranks = {actor.id: rank for rank, actor in enumerate(blueprint.actors)}
    entries = []
    for column, step in enumerate(blueprint.steps):
        for stage in stages:
            for action in step.cell(stage).actions:
                actor = action.by if view is View.ACTORS else None
                entries.append(_Entry(action.address, action, column, _stage_lane(blueprint, stage, actor, words)))
    order = list(Stage)

    def place(lane: Lane, actor: Actor | None) -> tuple[int, int]:
        return order.index(lane.stage), ranks.get(actor.id, len(ranks)) if actor else len(ranks) + 1

    places = {entry.lane: place(entry.lane, entry.action.by if view is View.ACTORS else None) for entry in entries}
    lanes = tuple(sorted(places, key=lambda lane: places[lane]))
    spots = _spots(entries, lanes)
    shown = {spot.key for spot in spots}
    links = tuple(
        Link(flow.source, flow.target, flow)
        for flow in blueprint.flows
        if flow.source in shown and flow.target in shown
    )
    first = {lane.stage: number for number, lane in reversed(list(enumerate(lanes)))}
    dashes = tuple(
        (first[stage], column)
        for column, step in enumerate(blueprint.steps)
        for stage in stages
        if step.cell(stage).nothing and stage in first
    )
    gaps = tuple(
        (first[Stage.FRONTSTAGE], column)
        for column, step in enumerate(blueprint.steps)
        if step.touchpoint is Touchpoint.MISSING and not step.frontstage.actions and Stage.FRONTSTAGE in first
    )
    return Arrangement(view, lanes, spots, links, tuple(dash for dash in dashes if dash not in gaps), gaps)


def _stage_lane(blueprint: Blueprint, stage: Stage, actor: Actor | None, words: Words) -> Lane:
    title = lane_title(stage, words)
    if stage is Stage.CUSTOMER and actor is None:
        return Lane("customer", stage, blueprint.customer or title, words("Customer actions"))
    if actor is None:
        return Lane(stage.value, stage, title)
    return Lane(f"{stage.value}.{actor.id}", stage, actor.title, title)


def _spots(entries: list[_Entry], lanes: tuple[Lane, ...]) -> tuple[Spot, ...]:
    numbers = {lane: number for number, lane in enumerate(lanes)}
    counts: dict[tuple[int, int], int] = {}
    spots = []
    for entry in entries:
        cell = (numbers[entry.lane], entry.column)
        row = counts.get(cell, 0)
        counts[cell] = row + 1
        spots.append(Spot(entry.key, entry.action, *cell, row))
    return tuple(spots)


def _systems(blueprint: Blueprint, words: Words) -> Arrangement:
    """The customer, then a lane for each system that acts or is used; what lies between them is drawn together."""
    systems = _systems_of(blueprint)
    customer = _stage_lane(blueprint, Stage.CUSTOMER, None, words)
    lanes = {actor.id: Lane(f"systems.{actor.id}", Stage.SUPPORT, actor.title, words("System")) for actor in systems}
    entries = []
    keys: dict[str, list[str]] = {}
    for column, step in enumerate(blueprint.steps):
        for action in step.actions:
            if action.stage is Stage.EVIDENCE:
                continue
            if action.stage is Stage.CUSTOMER:
                entries.append(_Entry(action.address, action, column, customer))
                keys.setdefault(action.address, []).append(action.address)
            for actor in (*([action.by] if action.by else []), *action.uses):
                if actor.id not in lanes or (action.stage is Stage.CUSTOMER and actor is action.by):
                    continue
                key = action.address if action.address not in keys else f"{action.address}@{actor.id}"
                if key in keys.get(action.address, ()):
                    continue
                entries.append(_Entry(key, action, column, lanes[actor.id]))
                keys.setdefault(action.address, []).append(key)
    order = (customer, *lanes.values())
    used = {entry.lane for entry in entries}
    flows = _shortened(blueprint, lambda address: address in keys)
    each = sum(len(keys[flow.target]) for flow in flows) <= MOST_LINKS
    links = [
        Link(keys[flow.source][0], target, flow)
        for flow in flows
        for target in (keys[flow.target] if each and flow.source != flow.target else keys[flow.target][:1])
    ]
    links += [
        Link(own[0], other, Flow(address, address))
        for address, own in keys.items()
        if blueprint.actions[address].stage is Stage.CUSTOMER
        for other in own[1:]
    ]
    lanes_used = tuple(lane for lane in order if lane in used)
    return Arrangement(View.SYSTEMS, lanes_used, _spots(entries, lanes_used), tuple(links))


def _systems_of(blueprint: Blueprint) -> tuple[Actor, ...]:
    """All systems: actors of that kind, and whatever an action leans on."""
    used = {actor.id for action in blueprint.actions.values() for actor in action.uses}
    return tuple(actor for actor in blueprint.actors if actor.kind is ActorKind.SYSTEM or actor.id in used)


def _shortened(blueprint: Blueprint, shown: Callable[[str], bool]) -> list[Flow]:
    """Flows between shown actions, where a path through actions that are not shown counts as one flow.

    Where there are so many paths that none could be followed, there are the flows alone that lead from one shown action
    to another.
    """
    leaving: dict[str, list[Flow]] = {}
    for flow in blueprint.flows:
        leaving.setdefault(flow.source, []).append(flow)
    found: dict[tuple[str, str, str], Flow] = {}
    followed = 0
    for source in blueprint.actions:
        if not shown(source):
            continue
        seen: set[str] = set()
        waiting = deque(leaving.get(source, ()))
        while waiting:
            flow = waiting.popleft()
            if shown(flow.target):
                label = flow.label if flow.source == source else ""
                if source != flow.target or flow.source == source:
                    found.setdefault((source, flow.target, label), Flow(source, flow.target, label, flow.both))
            elif flow.target not in seen:
                seen.add(flow.target)
                waiting.extend(leaving.get(flow.target, ()))
                followed += 1
        if len(found) > MOST_LINKS or followed > MOST_FOLLOWED:
            return [flow for flow in blueprint.flows if shown(flow.source) and shown(flow.target)]
    return list(found.values())
