"""A blueprint as plain data that a golden case can hold: whatever differs from a default, places left out."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from service_blueprint.blueprint import (
    Action,
    Actor,
    Arrow,
    Blueprint,
    Cell,
    Channel,
    Cost,
    Duration,
    Flow,
    Listing,
    Outcome,
    Phase,
    ServiceTime,
    Share,
    Step,
)


def dumped(value: Any) -> Any:
    match value:
        case Flow():
            heads = "<->" if value.both else "->"
            said = [value.label, dumped(value.share), dumped(value.after)]
            label = f" ({', '.join(filter(None, said))})" if any(said) else ""
            return f"{value.source} {heads} {value.target}{label}{', named' if value.named else ''}"
        case Arrow():
            return f"{value.target}{f' ({value.label})' if value.label else ''}{', both' if value.both else ''}"
        case Actor() | Channel():
            return value.id if value.declared else f"{value.id}, undeclared"
        case Duration():
            ends = "" if value.least is None else f" of {value.least:g} to {value.most:g}"
            return f"{value.text} = {'about ' if value.about else ''}{value.seconds:g}{ends} s"
        case ServiceTime():
            standard = [dumped(value.standard)] if value.standard else ["none"]
            return [*standard, *([dumped(value.acceptable)] if value.acceptable else [])]
        case Cost():
            return f"{value.amount} {value.currency}".strip()
        case Phase() if value == Phase(value.title):
            return value.title
        case Outcome() if value.feeling is None:
            return value.words
        case Cell():
            return "none" if value.nothing else _cell(value)
        case Share():
            return f"{value.part:.12g} of all"
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [dumped(each) for each in value]
    if is_dataclass(value):
        left_out = {"place", "step", "stage"} if isinstance(value, Action) else {"place"}
        telling = [each.name for each in fields(value) if each.name not in left_out and _says(each, value)]
        return dict(_told(name, getattr(value, name), value) for name in telling)
    return value


_MOSTLY_ONE = {(Action, "actors"): "by", (Action, "channels"): "channel", (Step, "channels"): "channel"} | {
    (Blueprint, "personas"): "persona"
}
"""Fields that hold one thing mostly, by what they are called then."""


def _told(name: str, held: Any, value: Any) -> tuple[str, Any]:
    if (type(value), name) in _MOSTLY_ONE and len(held) == 1:
        return _MOSTLY_ONE[type(value), name], dumped(held[0])
    return name, dumped(held)


def _cell(cell: Cell) -> Any:
    """The actions, below the words that say how they go."""
    actions = {action.address: dumped(action) for action in cell.actions}

    def listed(listing: Listing) -> Any:
        entries = [listed(each) if isinstance(each, Listing) else actions[each] for each in listing.entries]
        return {listing.order.value: entries} if listing.order else entries

    return listed(cell.order) if cell.order else [*actions.values()]


def _says(field: Any, value: Any) -> bool:
    """Whether the field differs from its default."""
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    return bool(default is MISSING or getattr(value, field.name) != default)
