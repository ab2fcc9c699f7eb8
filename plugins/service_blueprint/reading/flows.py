"""The arrows to draw: those that authors name, and those that follow from the order of steps and stages."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from service_blueprint.blueprint import (
    NEXT,
    UNSEEN_CHANNELS,
    Action,
    Arrow,
    Cell,
    Duration,
    Flow,
    FlowMode,
    Listing,
    Order,
    Stage,
    Step,
)
from service_blueprint.reading.alternatives import Alternatives, Exit

_SAID = ""
"""Stands for the decision in an exit that nobody drew, only said: that of a step which says when it happens."""
_DOWNWARDS = (Stage.CUSTOMER, Stage.FRONTSTAGE, Stage.BACKSTAGE, Stage.SUPPORT)


def flows_of(steps: Sequence[Step], mode: FlowMode, names: Mapping[str, str]) -> tuple[Flow, ...]:
    """The flows between ``steps``, in the order of the actions that they leave.

    ``names`` maps every way to write an address onto the lasting one. An arrow that nobody wrote must be true, so few
    are implied: along the customer's lane, past what a decision of the company opens, and down the stages of a step,
    one for each pair of stages. With ``explicit`` flow none lead down, with ``written`` there are none but the named.
    Between two actions a named arrow takes the place of an implied one. What goes in turn was written so, and has its
    arrows in every mode.
    """
    named: list[Flow] = []
    going_next: set[str] = set()
    for step, following in zip(steps, _next_customers(steps), strict=True):
        for action in step.actions:
            for arrow in action.to or ():
                if arrow.elsewhere:
                    continue
                target = names.get(arrow.target, following)
                named.append(_named(arrow, action.address, target))
                if arrow.target == NEXT and NEXT not in names:
                    going_next.add(action.address)
    implied = [turn[-1] for step in steps for turn in _turns(step)]
    if mode is not FlowMode.WRITTEN:
        turns = [flow for step in steps for turn in _turns(step) for flow in turn]
        implied += _CustomersWay(steps, [*named, *turns]).flows()
    if mode is FlowMode.INFERRED:
        leaving: dict[str, list[Flow]] = defaultdict(list)
        for flow in named:
            leaving[flow.source].append(flow)
        customers = {action.address for step in steps for action in step.customer.actions}
        for step in steps:
            implied += _down(step, leaving, customers - going_next, customers)
    return _in_order(steps, _without_doubles(named, implied))


def _named(arrow: Arrow, source: str, target: str) -> Flow:
    return Flow(source, target, arrow.label, arrow.both, named=True, after=arrow.after, share=arrow.share, arrow=arrow)


def _next_customers(steps: Sequence[Step]) -> list[str]:
    """For each step the customer's first action in the next step that has one; "" where there is none."""
    found: list[str] = []
    following = ""
    for step in reversed(steps):
        found.append(following)
        if step.customer.actions:
            following = step.customer.actions[0].address
    return found[::-1]


def _turns(step: Step) -> Iterator[list[Flow]]:
    """What leads from each entry of a list that goes in turn to the next one; of several ways the last is drawn.

    A list inside that list is entered at its beginnings and left at its ends. What names its own arrows has no other.
    """
    for stage in _DOWNWARDS:
        cell = step.cell(stage)
        silent = {action.address for action in cell.actions if action.to is None}
        for listing in cell.order.lists if cell.order else ():
            for before, after in pairwise(listing.entries) if listing.order is Order.IN_TURN else ():
                ends = before.ends if isinstance(before, Listing) else (before,)
                beginnings = after.beginnings if isinstance(after, Listing) else (after,)
                sources = [address for address in ends if address in silent]
                if sources:
                    others = [Flow(source, target) for source, target in product(sources, beginnings)]
                    yield [*others, Flow(sources[-1], beginnings[0])]


class _CustomersWay:
    """How the customer goes on from step to step, where no arrow says so.

    What a decision of the company opens hangs on that decision's exit, and what a step says to happen at some time
    only, on that. The way of all passes over it; such actions go on among themselves, those of one exit or condition,
    until the next one that is for all.
    """

    def __init__(self, steps: Sequence[Step], named: Sequence[Flow]) -> None:
        self._columns = [step.customer for step in steps if step.customer.actions]
        self._whens = {action.address: step.when for step in steps for action in step.customer.actions if step.when}
        self._alternatives = Alternatives([action for step in steps for action in step.actions], named)
        self._said = _who_goes_on_as_named(steps, named)
        self._led_to = {(flow.source, flow.target) for flow in named}

    def flows(self) -> Iterator[Flow]:
        """An arrow from each column to the next that its customers come to; at most one for those of all, one else."""
        for number, column in enumerate(self._columns):
            going = [action for action in column.ends if action.address not in self._said]
            for opened in (False, True):
                source = next((each for each in reversed(going) if bool(self._exits(each)) is opened), None)
                target = self._after(number, source) if source else None
                if source and target:
                    yield Flow(source.address, target.address)

    def _after(self, number: int, source: Action) -> Action | None:
        """Where the customer goes on from an action of a column."""
        exits = self._exits(source)
        for later, column in enumerate(self._columns[number + 1 :], start=number + 1):
            of_all = self._of_all(column)
            if of_all:
                # A decision that can only be left by one of the alternatives before it leaves nobody to pass them.
                return of_all if self._alternatives.leave_no_other(self._before(later)) is bool(exits) else None
            for entry in self._entries(column):
                if exits & self._exits(entry):
                    return entry
        return None

    def _of_all(self, column: Cell) -> Action | None:
        """The first action of a column that is on everybody's way."""
        return next((each for each in self._entries(column) if not self._exits(each)), None)

    def _before(self, number: int) -> list[str]:
        """The alternatives between a column and the one before it that is on everybody's way."""
        found: list[str] = []
        for column in reversed(self._columns[:number]):
            found += [each.address for each in self._entries(column) if self._exits(each)]
            if self._of_all(column):
                break
        return found

    def _entries(self, column: Cell) -> list[Action]:
        """The actions with which a column may begin: all but those to which another one of it leads."""
        own = column.actions
        entries = [
            each
            for each in column.beginnings
            if not any((other.address, each.address) in self._led_to for other in own)
        ]
        return entries or list(column.beginnings)

    def _exits(self, action: Action) -> frozenset[Exit]:
        """What leads aside to an action: the exits that open it, and the condition that its step names."""
        exits = self._alternatives.exits_to(action.address)
        when = self._whens.get(action.address)
        return exits | {(_SAID, when)} if when else exits


def _who_goes_on_as_named(steps: Sequence[Step], named: Sequence[Flow]) -> set[str]:
    """The actions of the customer that say how the customer goes on: to another, elsewhere, or not at all."""
    customers = {action.address: action for step in steps for action in step.customer.actions}
    said = {
        address
        for address, action in customers.items()
        if action.to == () or any(arrow.elsewhere for arrow in action.to or ())
    }
    return said | {flow.source for flow in named if flow.source in customers and flow.target in customers}


def _down(
    step: Step, named: Mapping[str, Sequence[Flow]], keeping: Container[str], customers: Container[str]
) -> Iterator[Flow]:
    """The arrows down through a step: one between two stages, however many actions either has.

    ``named`` are the named arrows by the action that they leave, ``customers`` the actions of the customer; those that
    are ``keeping`` it have one down beside arrows that say how the customer goes on.
    """
    own = {action.address: action.stage for action in step.actions}
    within = [flow for address in own for flow in named.get(address, ()) if flow.target in own]
    upwards = {(own[flow.source], own[flow.target]) for flow in within}
    inside = {flow.target for flow in within if own[flow.source] is own[flow.target]}
    filled = [stage for stage in _DOWNWARDS if step.cell(stage).actions]
    for upper, lower in pairwise(filled):
        leading = [each for each in step.cell(upper).ends if _leads_down(each, own, named, keeping, customers)]
        below = step.cell(lower)
        entered = [each for each in below.beginnings if each.address not in inside]
        if below.order and not entered:  # a loop leads back to the first of them
            entered = list(below.beginnings)
        if leading and entered and (lower, upper) not in upwards and _meet(step, leading[-1], lower):
            yield Flow(leading[-1].address, entered[0].address)


def _leads_down(
    action: Action,
    own: Container[str],
    named: Mapping[str, Sequence[Flow]],
    keeping: Container[str],
    customers: Container[str],
) -> bool:
    """Whether an action's arrows leave the one down in place: it has none, or all say how the customer goes on."""
    if not action.to:
        return action.to is None
    return action.address in keeping and all(
        flow.target in customers and flow.target not in own for flow in named[action.address]
    )


def _meet(step: Step, source: Action, lower: Stage) -> bool:
    """Whether an action gets through to a stage: a customer past an empty front stage by some channels alone."""
    if source.stage is not Stage.CUSTOMER or lower is Stage.FRONTSTAGE:
        return True
    channels = source.channels or step.channels
    return bool(channels) and all(channel.id in UNSEEN_CHANNELS for channel in channels)


def _without_doubles(named: Iterable[Flow], implied: Iterable[Flow]) -> list[Flow]:
    kept: dict[tuple[str, str, str, Duration | None], Flow] = {}
    for flow in named:
        key = (flow.source, flow.target, flow.label, flow.after)
        if key not in kept or flow.both:
            kept[key] = flow
    joined = {(source, target) for source, target, *_ in kept}
    joined |= {(flow.target, flow.source) for flow in kept.values() if flow.both}
    for flow in implied:
        if (flow.source, flow.target) not in joined:
            kept.setdefault((flow.source, flow.target, "", None), flow)
    return list(kept.values())


def _in_order(steps: Iterable[Step], flows: Iterable[Flow]) -> tuple[Flow, ...]:
    positions = {action.address: index for index, action in enumerate(a for step in steps for a in step.actions)}
    return tuple(sorted(flows, key=lambda flow: positions[flow.source]))
