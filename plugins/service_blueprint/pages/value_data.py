"""Values of a blueprint for programs: as JSON holds them."""

from dataclasses import is_dataclass
from datetime import date
from typing import Any

from service_blueprint.blueprint import Action, Actor, Blueprint, Channel, Cost, Duration, Flow, Listing, Share, Step
from service_blueprint.keys import keys_of
from service_blueprint.pages.data import number


def plain_value(value: object) -> Any:
    """A value as JSON holds it; of a step, an action or a flow what it takes to know which one it is."""
    match value:
        case Duration():
            return {
                "seconds": number(value.seconds),
                "text": value.text or None,
                "least": None if value.least is None else number(value.least),
                "most": None if value.most is None else number(value.most),
                "about": value.about,
            }
        case Share():
            return number(value.part)
        case Actor() | Channel():
            return {"id": value.id, "title": value.title}
        case Cost():
            return {"amount": value.amount, "currency": value.currency or None}
        case Listing():
            return {"order": value.order, "entries": [plain_value(each) for each in value.entries]}
        case date():
            return value.isoformat()
        case Blueprint():
            return {"id": value.id, "title": value.title}
        case Step():
            return {"id": value.id, "number": value.number, "heading": value.heading}
        case Action():
            by = plain_value(value.by) if value.by else None
            also_by = [plain_value(actor) for actor in value.actors[1:]]
            return {"address": value.address, "stage": value.stage, "do": value.do, "by": by, "also_by": also_by}
        case Flow():
            return {
                "from": value.source,
                "to": value.target,
                "label": value.label or None,
                "both": value.both,
                "after": plain_value(value.after),
                "share": plain_value(value.share),
            }
        case float():
            return number(value)
        case tuple():
            return [plain_value(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {key.name: plain_value(getattr(value, key.field)) for key in keys_of(type(value))}
    return value
