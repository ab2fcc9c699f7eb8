"""What differs in the flows of two blueprints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_blueprint.blueprint import Action, Blueprint, Flow
from service_blueprint.insight.changes import Change, Kind, Pair
from service_blueprint.keys import Subject

Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FlowPair:
    """The same flow before and after; None on the side where there is none."""

    before: Flow | None
    after: Flow | None


def flow_changes(before: Blueprint, after: Blueprint, actions: Iterable[Pair[Action]]) -> Iterator[Change]:
    """Flows that are new, gone or labelled otherwise, where an author wants it so.

    That flows come and go with the actions at their ends goes without saying, and so it does for flows that merely
    follow from the order of steps and stages. So a flow is told of where its first action is there before and after,
    and either names the flow or has begun or ceased to name any.
    """
    known = [(pair.before, pair.after) for pair in actions if pair.before and pair.after]
    old, new = ({pair[side].address: pair for pair in known} for side in (0, 1))
    pairs = pair_flows(before, after, {action.address: other.address for action, other in known})
    named = _named_otherwise(pairs, old, new) if before.flow is after.flow else {*new}
    for pair in pairs:
        flow = pair.after or pair.before
        if flow is None:
            continue
        here, sides = (new if pair.after else old), (flow.source, flow.target)
        if sides[0] not in here:
            continue
        source = here[sides[0]][1]
        where = {"step": source.step, "action": source.address}
        if pair.before and pair.after:
            if pair.before.label != pair.after.label:
                labels = pair.before.label or None, pair.after.label or None
                kind = Kind.REWORDED if all(labels) else Kind.ADDED if labels[1] else Kind.REMOVED
                yield Change(Subject.FLOW, kind, "to.label", *labels, **where, item=flow.target)
            if pair.before.both != pair.after.both:
                kind = Kind.ADDED if pair.after.both else Kind.REMOVED
                yield Change(Subject.FLOW, kind, "to.both", pair.before, pair.after, **where, item=flow.target)
            for key, was, now in (
                ("to.after", pair.before.after, pair.after.after),
                ("to.share", pair.before.share, pair.after.share),
            ):
                if was != now:
                    kind = Kind.CHANGED if was and now else Kind.ADDED if now else Kind.REMOVED
                    yield Change(Subject.FLOW, kind, key, was, now, **where, item=flow.target)
        elif flow.named or (source.address in named and sides[1] in here):
            kind = Kind.ADDED if pair.after else Kind.REMOVED
            yield Change(Subject.FLOW, kind, "to", pair.before, pair.after, **where)


def pair_flows(before: Blueprint, after: Blueprint, addresses: dict[str, str]) -> list[FlowPair]:
    """All flows of both; ``addresses`` are the new ones of the actions that are still there, by their old ones.

    Of several flows between the same two actions, those with one label are the same, then the first and the first.
    """
    left: dict[Ends, list[Flow]] = {}
    for flow in before.flows:
        if flow.source in addresses and flow.target in addresses:
            left.setdefault((addresses[flow.source], addresses[flow.target]), []).append(flow)
    right: dict[Ends, list[Flow]] = {}
    for flow in after.flows:
        right.setdefault((flow.source, flow.target), []).append(flow)
    partners: dict[Flow, Flow] = {}
    for ends, flows in right.items():
        olds = left.get(ends, [])
        for same in (True, False):
            for flow in flows:
                found = next((old for old in olds if old.label == flow.label or not same), None)
                if flow not in partners and found:
                    partners[flow] = found
                    olds.remove(found)
    taken = {*partners.values()}
    return [
        *(FlowPair(partners.get(flow), flow) for flow in after.flows),
        *(FlowPair(flow, None) for flow in before.flows if flow not in taken),
    ]


def _named_otherwise(pairs: list[FlowPair], old: dict[str, tuple[Action, Action]], new: Iterable[str]) -> set[str]:
    """The new addresses of the actions that name flows where they did not, or no longer do."""
    found = {after.address for before, after in old.values() if (before.to is None) != (after.to is None)}
    for pair in pairs:
        if pair.before is None and pair.after and pair.after.named:
            found.add(pair.after.source)
        if pair.after is None and pair.before and pair.before.named and pair.before.source in old:
            found.add(old[pair.before.source][1].address)
    return found & {*new}
