"""The lanes of the view of systems: the customer, and each system that acts or is used."""

from collections import deque
from collections.abc import Callable

from service_blueprint.blueprint import Actor, ActorKind, Blueprint, Flow, Stage
from service_blueprint.layout.lanes import Arrangement, Boundary, Entry, Lane, Link, spots_of, stage_lane
from service_blueprint.words import Words

MOST_LINKS = 6000
"""Arrows of the view of systems, which may be far more than the blueprint's: one for each path and each system."""
MOST_FOLLOWED = 100_000
"""Actions that are looked at on the paths between what the view of systems shows."""


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
            for actor in (*([action.by] if action.by else []), *action.uses):
                if actor.id not in lanes or (action.stage is Stage.CUSTOMER and actor is action.by):
                    continue
                key = action.address if action.address not in keys else f"{action.address}@{actor.id}"
                if key in keys.get(action.address, ()):
                    continue
                entries.append(Entry(key, action, column, lanes[actor.id]))
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
    return Arrangement(lanes_used, spots_of(entries, lanes_used), tuple(links), lines=(Boundary.INTERACTION,))


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
