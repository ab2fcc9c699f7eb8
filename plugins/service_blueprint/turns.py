"""How actions of a list go, in the words of readers."""

from service_blueprint.blueprint import Cell, Order, Turn
from service_blueprint.words import Words


def turn_text(turn: Turn, words: Words) -> str:
    """The place of an action in its list, as in "2 of 3, one after another"."""
    match turn.order:
        case Order.IN_TURN:
            return words("{number} of {count}, one after another", number=turn.number, count=turn.count)
        case Order.TOGETHER:
            return words("{number} of {count}, at the same time", number=turn.number, count=turn.count)
        case Order.ONE_OF:
            return words("one of {count}", count=turn.count)


def turn_texts(cell: Cell, address: str, words: Words) -> tuple[str, ...]:
    """The places of an action in the lists that it is in, from the outermost."""
    return tuple(turn_text(turn, words) for turn in cell.turns(address))


def order_text(order: Order, words: Words) -> str:
    """How a list goes."""
    texts = {
        Order.IN_TURN: words("One after another"),
        Order.TOGETHER: words("At the same time"),
        Order.ONE_OF: words("One of them"),
    }
    return texts[order]
