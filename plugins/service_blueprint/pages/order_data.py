"""How the actions of a stage go, for programs: as JSON holds it."""

from collections.abc import Iterator

from service_blueprint.blueprint import Listing, Order, Stage, Step, addresses_in
from service_blueprint.pages.data import Data


class InnerOrderData(Data):
    """How the actions of a list inside a list go."""

    order: Order
    """One after another, at the same time, or one of them."""

    entries: list[int]
    """Its actions, by their places in the stage, from 1."""


class OrderData(Data):
    """How the actions of a stage go."""

    stage: Stage
    """Which of the five it is."""

    order: Order | None
    """One after another, at the same time, or one of them; null where only a list inside it says so."""

    entries: list[int | InnerOrderData]
    """Its actions, by their places in the stage, from 1, and the lists inside it."""


def orders_of(step: Step) -> Iterator[OrderData]:
    """How the actions of a step go, for each stage that says so."""
    for stage in Stage:
        cell = step.cell(stage)
        if cell.order:
            places = {action.address: place for place, action in enumerate(cell.actions, start=1)}
            entries = [_entry(entry, places) for entry in cell.order.entries]
            yield OrderData(stage=stage, order=cell.order.order, entries=entries)


def _entry(entry: str | Listing, places: dict[str, int]) -> int | InnerOrderData:
    if isinstance(entry, Listing) and entry.order:
        return InnerOrderData(order=entry.order, entries=[places[address] for address in addresses_in(entry)])
    return places[addresses_in(entry)[0]]
