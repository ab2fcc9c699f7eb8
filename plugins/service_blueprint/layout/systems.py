"""The lanes of the view of systems: the customer, and each system that acts or is used."""

from service_blueprint.blueprint import Actor, ActorKind, Blueprint, Flow, Stage
from service_blueprint.layout.lanes import Arrangement, Boundary, Entry, Lane, Link, spots_of, stage_lane
from service_blueprint.layout.ways import MOST_LINKS, every_way
from service_blueprint.words import Words


def by_system(blueprint: Blueprint, words: Words) -> Arrangement:
    """The customer, then a lane for each system that acts or is used; what lies between them is drawn together.

    Systems stand in front of the line of visibility and behind it, so there is the first line only.
    """
    systems = _systems_of(blueprint)
    customer = stage_lane(blueprint, Stage.CUSTOMER, None, words)
    lanes = {actor.id: Lane(f"systems.{actor.id}", Stage.SUPPORT, actor.title, words("System")) for actor in systems}
    entries = []
    keys: dict[str, list[str]] = {}
    for column, step in enumerate(blueprint.steps):
        for action in step.actions:
            if action.stage is Stage.EVIDENCE:
                continue
            if action.stage is Stage.CUSTOMER:
                entries.append(Entry(action.address, action, column, customer))
                keys.setdefault(action.address, []).append(action.address)
            for actor in (*action.actors, *action.uses):
                if actor.id not in lanes or (action.stage is Stage.CUSTOMER and actor in action.actors):
                    continue
                key = action.address if action.address not in keys else f"{action.address}@{actor.id}"
                if key in keys.get(action.address, ()):
                    continue
                entries.append(Entry(key, action, column, lanes[actor.id]))
                keys.setdefault(action.address, []).append(key)
    order = (customer, *lanes.values())
    used = {entry.lane for entry in entries}
    flows = every_way(blueprint, keys)
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
    return Arrangement(lanes_used, spots_of(entries, lanes_used), tuple(links), lines=(Boundary.INTERACTION,))


def _systems_of(blueprint: Blueprint) -> tuple[Actor, ...]:
    """All systems: actors of that kind, and whatever an action leans on."""
    used = {actor.id for action in blueprint.actions.values() for actor in action.uses}
    return tuple(actor for actor in blueprint.actors if actor.kind is ActorKind.SYSTEM or actor.id in used)
