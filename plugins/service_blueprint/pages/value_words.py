"""Values of a blueprint in words, whatever key they stand under."""

from datetime import date

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import (
    Actor,
    ActorKind,
    Basis,
    Channel,
    Cost,
    Duration,
    Listing,
    Share,
    State,
    Touchpoint,
    WaitsFor,
)
from service_blueprint.turns import order_text
from service_blueprint.words import Words


def value_text(value: object, key: str, words: Words) -> str:
    """A value in words; nothing for none, and nothing for what its label says already."""
    if value is None or isinstance(value, bool):
        return ""
    match value:
        case Duration():
            return words.duration(value)
        case Share():
            return words.share(value)
        case Actor() | Channel():
            return words(value.title)
        case State():
            return state_title(value, words)
        case Listing():
            return "; ".join(dict.fromkeys(order_text(each.order, words) for each in value.lists if each.order))
        case Touchpoint() | Basis() | ActorKind() | WaitsFor():
            return _choice(value, words)
        case Cost():
            return words.money(value)
        case date():
            return words.date(value)
        case int() | float():
            sign = ("+" if value > 0 else "−" if value < 0 else "") if "feeling" in key else ""
            return f"{sign}{words.number(abs(value))}" if sign else words.number(value)
    text = one_line(str(value))
    return words("none") if text == "none" and "." not in key else text


def feeling_in_words(value: float, words: Words) -> str:
    """The scale from -2 to 2 in words; the halves belong to the side of the greater number."""
    if value == 0:
        return words("neutral")
    if value > 0:
        return words("very good") if value >= 1.5 else words("good")
    return words("very bad") if value <= -1.5 else words("bad")


def state_title(state: State, words: Words) -> str:
    """What readers call a state."""
    titles = {
        State.AS_IS: words("As is"),
        State.TO_BE: words("To be"),
        State.WHAT_IF: words("What if"),
        State.COMPETITOR: words("Competitor"),
    }
    return titles[state]


def _choice(value: Touchpoint | Basis | ActorKind | WaitsFor, words: Words) -> str:
    choices = {
        Touchpoint.WORKING: words("working"),
        Touchpoint.FAILING: words("failing"),
        Touchpoint.MISSING: words("missing"),
        Basis.OBSERVED: words("observed"),
        Basis.REPORTED: words("reported"),
        Basis.ASSUMED: words("assumed"),
        WaitsFor.ONE: words("the first that leads to it"),
        WaitsFor.ALL: words("all that lead to it"),
        ActorKind.TEAM: words("team"),
        ActorKind.SYSTEM: words("system"),
        ActorKind.PARTNER: words("partner"),
        ActorKind.PERSON: words("person"),
    }
    return choices[value]
