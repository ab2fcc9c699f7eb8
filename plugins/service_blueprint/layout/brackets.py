"""Brackets: what holds the cards of one lane and step together, and says how they go."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from service_blueprint.blueprint import Blueprint, Cell, Listing, Order, Stage, Step, addresses_in
from service_blueprint.layout.geometry import Bracket, Card, Point
from service_blueprint.layout.lanes import Arrangement

# All sizes in px.
REACH, NEST = 7.0, 5.0

Links = set[frozenset[str]]


def brackets(blueprint: Blueprint, arrangement: Arrangement, cards: tuple[Card, ...]) -> tuple[Bracket, ...]:
    """The brackets of all lanes, at the left of their cards.

    A list whose order is said has one around those of its cards that share a lane. Where nobody said an order, two
    neighbours of one stage have one that no flow puts into an order: they are alternatives, or go side by side.
    Evidence has no flows, so there only what is said is drawn.
    """
    links = {frozenset((link.source, link.target)) for link in arrangement.links}
    # An order is one, too, where the view leaves its arrows out.
    links |= {frozenset((flow.source, flow.target)) for flow in blueprint.flows}
    stacks: dict[tuple[int, int], list[Card]] = {}
    for spot, card in zip(arrangement.spots, cards, strict=True):
        stacks.setdefault((spot.lane, spot.column), []).append(card)
    return tuple(bracket for stack in stacks.values() if len(stack) > 1 for bracket in _of_stack(stack, links))


def _of_stack(stack: Sequence[Card], links: Links) -> Iterator[Bracket]:
    lists: list[Listing] = []
    for cell in dict.fromkeys(card.step.cell(card.action.stage) for card in stack):
        if cell.order:
            yield from _of_list(cell.order, stack, links)
            lists.append(cell.order)
    for above, below in pairwise(stack):
        together = any({above.action.address, below.action.address} <= {*each.addresses} for each in lists)
        listed = above.action.stage is below.action.stage and not together
        if listed and _loose([above], [below], links):
            yield _bracket([_tick(above), _tick(below)])


def _of_list(listing: Listing, stack: Sequence[Card], links: Links) -> list[Bracket]:
    """The brackets of a list in one stack of cards, then those of the lists inside it."""
    units: list[tuple[list[Card], Point]] = []
    within: list[Bracket] = []
    for entry in listing.entries:
        held = {*addresses_in(entry)}
        own = [card for card in stack if card.action.address in held]
        inner = _of_list(entry, own, links) if isinstance(entry, Listing) else []
        within += inner
        if inner:
            units.append((own, (inner[0].x, (inner[0].ticks[0][1] + inner[0].ticks[-1][1]) / 2)))
        elif own:
            units.append((own, _tick(own[0])))
    found: list[Bracket] = []
    if listing.order and len(units) > 1:
        found = [_bracket([tick for _, tick in units], bool(within), listing.order)]
    elif not listing.order:
        found = [
            _bracket([first, second], bool(within))
            for (above, first), (below, second) in pairwise(units)
            if _loose(above, below, links)
        ]
    return [*found, *within]


def _loose(above: Sequence[Card], below: Sequence[Card], links: Links) -> bool:
    """Whether no flow puts two entries into an order."""
    linked = any(frozenset((one.key, other.key)) in links for one in above for other in below)
    return above[0].lane.stage is not Stage.EVIDENCE and not linked


def _tick(card: Card) -> Point:
    return card.box.x, card.box.middle[1]


def _bracket(ticks: Sequence[Point], nested: bool = False, order: Order | None = None) -> Bracket:
    """A bracket at the left of cards; one around lists stands left of theirs."""
    x = max(x for x, _ in ticks) - REACH if not nested else min(x for x, _ in ticks) - NEST
    return Bracket(x, tuple(ticks), order)


def orders_apart(arrangement: Arrangement, steps: Sequence[Step]) -> dict[str, frozenset[Order]]:
    """For each action the orders of the lists that it is in and whose cards stand in several lanes of the view."""
    lanes: dict[str, set[int]] = {}
    for spot in arrangement.spots:
        lanes.setdefault(spot.action.address, set()).add(spot.lane)
    found: dict[str, frozenset[Order]] = {}
    for listing in (each for step in steps for stage in Stage for each in _lists(step.cell(stage))):
        several = len(set[int]().union(*(lanes.get(address, ()) for address in listing.addresses))) > 1
        if several and listing.order:
            for address in listing.addresses:
                found[address] = found.get(address, frozenset()) | {listing.order}
    return found


def _lists(cell: Cell) -> tuple[Listing, ...]:
    return cell.order.lists if cell.order else ()
