"""Ways through actions that a view does not show, each drawn as one arrow."""

from collections import deque
from collections.abc import Collection, Iterator

from service_blueprint.blueprint import Blueprint, Flow

MOST_LINKS = 6000
"""Arrows of a view that leaves out actions, which may be far more than the blueprint's: one for each way."""
MOST_FOLLOWED = 100_000
"""Actions that are looked at on the ways between what such a view shows."""


def every_way(blueprint: Blueprint, shown: Collection[str]) -> list[Flow]:
    """The flows between the actions at ``shown`` addresses, each way through others being one flow.

    It has the label and the deadline of the last decision on the way, or else those with which it begins; of two ways
    between the same actions there is the nearest. Where there are so many that none could be followed, there are the
    flows alone that lead from one shown action to another.
    """
    direct = _direct(blueprint, shown)
    return _and_hidden(blueprint, shown, direct) or direct


def further_ways(blueprint: Blueprint, shown: Collection[str]) -> list[Flow]:
    """The flows between shown actions, and a way through others where no shown one leads.

    So whoever follows what is shown comes wherever the process does, and no arrow passes by what lies between.
    """
    direct = _direct(blueprint, shown)
    every = _and_hidden(blueprint, shown, direct)
    if every is None:
        return direct
    leading: dict[str, list[str]] = {}
    for flow in direct:
        leading.setdefault(flow.source, []).append(flow.target)
    kept = list(direct)
    looked_at = 0
    for flow in every[len(direct) :]:
        reached = _reached(flow.source, leading)
        looked_at += len(reached)
        if looked_at > MOST_FOLLOWED:
            return direct
        if flow.target not in reached:
            kept.append(flow)
            leading.setdefault(flow.source, []).append(flow.target)
    return kept


def _direct(blueprint: Blueprint, shown: Collection[str]) -> list[Flow]:
    return [flow for flow in blueprint.flows if flow.source in shown and flow.target in shown]


def _and_hidden(blueprint: Blueprint, shown: Collection[str], direct: list[Flow]) -> list[Flow] | None:
    """The direct flows and the hidden ways, the nearest of each action first; None where there are too many."""
    leaving: dict[str, list[Flow]] = {}
    for flow in blueprint.flows:
        leaving.setdefault(flow.source, []).append(flow)
    found = list(direct)
    joined = {(flow.source, flow.target) for flow in direct}
    followed = 0
    for source in blueprint.actions:
        if source not in shown:
            continue
        for way, length in _hidden(source, blueprint, leaving, shown):
            followed += length
            if way and (way.source, way.target) not in joined and way.source != way.target:
                joined.add((way.source, way.target))
                found.append(way)
            if len(found) > MOST_LINKS or followed > MOST_FOLLOWED:
                return None
    return found


def _hidden(
    source: str, blueprint: Blueprint, leaving: dict[str, list[Flow]], shown: Collection[str]
) -> Iterator[tuple[Flow | None, int]]:
    """The ways from an action through hidden ones, with how many actions were looked at for each."""
    seen: set[str] = set()
    waiting = deque((flow, flow) for flow in leaving.get(source, ()) if flow.target not in shown)
    while waiting:
        before, telling = waiting.popleft()
        if before.target in seen:
            continue
        seen.add(before.target)
        yield None, 1
        decides = blueprint.actions[before.target].decision
        for flow in leaving.get(before.target, ()):
            said = flow if decides and (flow.label or flow.after) else telling
            if flow.target in shown:
                yield Flow(source, flow.target, said.label, after=said.after), 0
            else:
                waiting.append((flow, said))


def _reached(start: str, leading: dict[str, list[str]]) -> set[str]:
    """All that the shown arrows lead to from an action."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for target in leading.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
