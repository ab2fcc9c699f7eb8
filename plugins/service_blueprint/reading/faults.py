"""What pydantic says about a document -> problems with their places, in the author's words."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from pydantic import ValidationError

from service_blueprint.faults import shapes
from service_blueprint.faults.remedies import DID_YOU_MEAN, WRITE_MEANT
from service_blueprint.message import Message
from service_blueprint.problem import Fault, Problem
from service_blueprint.reading.action import ActionEntry, ArrowEntry, CostEntry, FailEntry, TimeEntry
from service_blueprint.reading.catalog import ActorEntry, CatalogEntry, ChannelEntry, PersonaEntry
from service_blueprint.reading.document import BlueprintEntry, ChecksEntry, OutcomeEntry, PhaseEntry, ReferenceEntry
from service_blueprint.reading.limits import PROBLEMS
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.orders import WORDS
from service_blueprint.reading.shapes import Authored
from service_blueprint.reading.step import FeelingEntry, MetricEntry, RemarkEntry, StepEntry
from service_blueprint.reading.synonyms import meant_by, meant_elsewhere
from service_blueprint.reading.tree import Keys, Source
from service_blueprint.reading.wording import form, quoted

_UNDER_KEY: Mapping[str, type[Authored]] = {
    "steps": StepEntry,
    **dict.fromkeys(("evidence", "customer", "frontstage", "backstage", "support"), ActionEntry),
    **dict.fromkeys(WORDS, ActionEntry),
    "to": ArrowEntry,
    "time": TimeEntry,
    "cost": CostEntry,
    "fails": FailEntry,
    **dict.fromkeys(("pain", "opportunity", "question"), RemarkEntry),
    "feeling": FeelingEntry,
    "persona": PersonaEntry,
    "outcome": OutcomeEntry,
    "price": CostEntry,
    "phases": PhaseEntry,
    "sources": ReferenceEntry,
    "links": ReferenceEntry,
    "checks": ChecksEntry,
}
_UNDER_NAMES: Mapping[str, type[Authored]] = {
    "metrics": MetricEntry,
    "personas": PersonaEntry,
    "actors": ActorEntry,
    "channels": ChannelEntry,
}
"""Keys below which each mapping stands under a name of the author's choice."""

_HOMES = (BlueprintEntry, StepEntry, ActionEntry, CatalogEntry, ActorEntry, PersonaEntry)

_FEW = 8
"""Keys that a message lists; more are looked up in the reference."""

_Loc = tuple[str | int, ...]


def problems_of(error: ValidationError, source: Source, root: type[Authored]) -> list[Problem]:
    """The faults that ``error`` tells of the document ``source``, whose outermost mapping is a ``root``."""
    details = error.errors(include_url=False)[: 2 * PROBLEMS.most]
    misspelt = {
        (*detail["loc"][:-1], _misspelt(str(detail["loc"][-1]), _mapping_at(detail["loc"][:-1], root)))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    misspelt |= {(*loc[:-1], ActionEntry.main_key) for loc in misspelt if loc[-1] in WORDS}
    return [
        _problem(dict(detail), source, root)
        for detail in details
        if not (detail["type"] == "missing" and detail["loc"] in misspelt)
    ]


def _problem(detail: dict[str, Any], source: Source, root: type[Authored]) -> Problem:
    loc: _Loc = detail["loc"]
    kind, value = detail["type"], detail["input"]
    around = _mapping_at(loc[:-1], root)
    match kind:
        case "format":
            fault: Fault = detail["ctx"]["fault"]
            subject = quoted(source.last_key(loc)) if source.last_key(loc) else Message(around.noun)
            return fault.of(subject=subject).at(source.place(loc))
        case "extra_forbidden":
            return _unknown_key(loc, value, source, around)
        case "missing":
            there = source.at(loc[:-1])
            if isinstance(there, Keys) and str(loc[-1]) in there.entries:
                return shapes.EMPTY_KEY(key=str(loc[-1])).at(source.place(loc))
            return shapes.MISSING_KEY(noun=Message(around.noun), key=str(loc[-1])).at(source.place(loc))
        case "too_short":
            return shapes.EMPTY_LIST(key=str(loc[-1])).at(source.place(loc))
        case "too_long":
            remedy = shapes.SPLIT if source.last_key(loc) == "steps" else None
            most: int = detail["ctx"]["max_length"]
            return shapes.TOO_MANY_ENTRIES(remedy, key=source.last_key(loc), most=most).at(source.place(loc))
        case "list_type":
            return shapes.NOT_A_LIST(key=str(loc[-1]), found=form(value)).at(source.place(loc))
    wanted = _mapping_at(loc, root)
    if kind == "dict_type":
        return shapes.NOT_NAMES(key=str(loc[-1]), found=form(value)).at(source.place(loc))
    noun = Message(wanted.noun)
    if value is None:
        return shapes.EMPTY_ENTRY(noun=noun).at(source.place(loc))
    return shapes.NOT_A_MAPPING(noun=noun, found=form(value), key=wanted.main_key).at(source.place(loc))


def _unknown_key(loc: _Loc, value: Any, source: Source, around: type[Authored]) -> Problem:
    key = str(loc[-1])
    place = source.place_of_key(loc)
    parent = source.at(loc[:-1])
    if value is None and isinstance(parent, Keys) and parent.in_braces:
        return shapes.TAKEN_FOR_KEY(key=quoted(key)).at(place)
    if key == "<<":
        return shapes.MERGE_KEY().at(place)
    return _stray_key(key, around).at(place)


def _stray_key(key: str, around: type[Authored]) -> Fault:
    known = around.known_keys()
    unknown = partial(shapes.UNKNOWN_KEY, key=quoted(key), noun=Message(around.noun))
    if meant := _misspelt(key, around):
        return unknown(WRITE_MEANT, meant=meant)
    homes = [Message(model.noun) for model in _HOMES if key.replace("_", "-") in model.known_keys()]
    if len(homes) > 1:
        return unknown(shapes.BELONGS_TO_EITHER, home=homes[0], other=homes[1])
    if homes:
        return unknown(shapes.BELONGS_TO, home=homes[0])
    if elsewhere := meant_elsewhere(key, _HOMES):
        return unknown(shapes.WRITE_ELSEWHERE, meant=elsewhere[0], home=Message(elsewhere[1].noun))
    if meant := nearest(key, known, likeness=0.5):
        return unknown(DID_YOU_MEAN, meant=meant)
    return unknown(shapes.ITS_KEYS, keys=_listed(known)) if len(known) <= _FEW else unknown()


def _misspelt(key: str, around: type[Authored]) -> str | None:
    """What ``key`` clearly means, as ``moment_of_truth`` means ``moment-of-truth``, and ``mood`` ``feeling``."""
    words = WORDS if around is ActionEntry else ()
    return meant_by(key, around) or nearest(key, (*around.known_keys(), *words), likeness=0.7)


def _mapping_at(loc: Iterable[str | int], root: type[Authored]) -> type[Authored]:
    """The kind of mapping that stands at ``loc``."""
    names = [part for part in loc if isinstance(part, str)]
    if not names:
        return root
    if len(names) > 1 and names[-2] in _UNDER_NAMES:
        return _UNDER_NAMES[names[-2]]
    return _UNDER_KEY.get(names[-1], root)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
