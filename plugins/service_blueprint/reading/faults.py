"""What pydantic says about a document -> problems with their places, in the author's words."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from service_blueprint.problem import Problem
from service_blueprint.reading.action import ActionEntry, ArrowEntry, CostEntry, FailEntry, TimeEntry
from service_blueprint.reading.catalog import ActorEntry, CatalogEntry, ChannelEntry, PersonaEntry
from service_blueprint.reading.document import BlueprintEntry, ChecksEntry, ReferenceEntry
from service_blueprint.reading.limits import PROBLEMS
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.shapes import Authored
from service_blueprint.reading.step import FeelingEntry, MetricEntry, RemarkEntry, StepEntry
from service_blueprint.reading.tree import Keys, Source
from service_blueprint.reading.wording import shown

_UNDER_KEY: Mapping[str, type[Authored]] = {
    "steps": StepEntry,
    **dict.fromkeys(("evidence", "customer", "frontstage", "backstage", "support"), ActionEntry),
    "to": ArrowEntry,
    "time": TimeEntry,
    "cost": CostEntry,
    "fails": FailEntry,
    **dict.fromkeys(("pain", "opportunity", "question"), RemarkEntry),
    "feeling": FeelingEntry,
    "persona": PersonaEntry,
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
            subject = shown(source.last_key(loc)) if source.last_key(loc) else around.noun
            return Problem(source.place(loc), f"{subject} {detail['ctx']['message']}", detail["ctx"]["remedy"])
        case "extra_forbidden":
            return _unknown_key(loc, value, source, around)
        case "missing":
            there = source.at(loc[:-1])
            if isinstance(there, Keys) and str(loc[-1]) in there.entries:
                return Problem(source.place(loc), f"'{loc[-1]}' is empty", "write something after it")
            remedy = f"add '{loc[-1]}: ...'"
            return Problem(source.place(loc), f"{around.noun} needs '{loc[-1]}'", remedy)
        case "too_short":
            return Problem(source.place(loc), f"'{loc[-1]}' is an empty list", "write at least one")
        case "too_long":
            most = detail["ctx"]["max_length"]
            remedy = "split the blueprint" if source.last_key(loc) == "steps" else "keep those that matter"
            return Problem(source.place(loc), f"'{source.last_key(loc)}' has more than {most} entries", remedy)
        case "list_type":
            remedy = "begin each entry with a hyphen and a blank"
            return Problem(source.place(loc), f"'{loc[-1]}' must be a list, not {_form(value)}", remedy)
    wanted = _mapping_at(loc, root)
    if kind == "dict_type":
        message = f"'{loc[-1]}' must be a mapping, not {_form(value)}"
        return Problem(source.place(loc), message, "write 'name: ...' below it for each")
    if value is None:
        return Problem(source.place(loc), f"{wanted.noun} is empty here", "fill it in, or delete it")
    message = f"{wanted.noun} must be a mapping, not {_form(value)}"
    return Problem(source.place(loc), message, f"write keys such as '{wanted.main_key}: ...'")


def _unknown_key(loc: _Loc, value: Any, source: Source, around: type[Authored]) -> Problem:
    key = str(loc[-1])
    place = source.place_of_key(loc)
    known = around.known_keys()
    message = f"{shown(key)} is no key of {around.noun}"
    parent = source.at(loc[:-1])
    if value is None and isinstance(parent, Keys) and parent.in_braces:
        remedy = "put quotes around a text with a comma between { and }"
        return Problem(place, f"{shown(key)} is taken for a key", remedy)
    if key == "<<":
        return Problem(place, "'<<' does not merge mappings here", "write the keys out")
    if meant := _misspelt(key, around):
        return Problem(place, message, f"write '{meant}'")
    if homes := [model.noun for model in _HOMES if key.replace("_", "-") in model.known_keys()]:
        return Problem(place, message, f"it belongs to {' or '.join(homes[:2])}")
    if meant := nearest(key, known, likeness=0.5):
        return Problem(place, message, f"did you mean '{meant}'?")
    remedy = f"its keys are {_listed(known)}" if len(known) <= _FEW else "delete it, or check its spelling"
    return Problem(place, message, remedy)


def _misspelt(key: str, around: type[Authored]) -> str | None:
    """The key that is clearly meant by ``key``, as ``moment-of-truth`` is by ``moment_of_truth``."""
    return nearest(key, around.known_keys(), likeness=0.7)


def _mapping_at(loc: Iterable[str | int], root: type[Authored]) -> type[Authored]:
    """The kind of mapping that stands at ``loc``."""
    names = [part for part in loc if isinstance(part, str)]
    if not names:
        return root
    if len(names) > 1 and names[-2] in _UNDER_NAMES:
        return _UNDER_NAMES[names[-2]]
    return _UNDER_KEY.get(names[-1], root)


def _form(value: Any) -> str:
    return "nothing" if value is None else f"the text {shown(value)}" if isinstance(value, str) else shown(value)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
