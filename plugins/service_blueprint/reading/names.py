"""Names of actors, channels and personas: what each means, and which was probably meant by a near miss."""

from collections.abc import Iterator, Mapping
from typing import Any

from service_blueprint.blanks import folded, one_line
from service_blueprint.blueprint import Action, Actor, Blueprint, Catalog, Channel, FailPoint, Persona, Remark, Step
from service_blueprint.faults.names import NEAR_ACTOR, NEAR_CHANNEL, NEAR_PERSONA
from service_blueprint.keys import keys_of
from service_blueprint.problem import Problem
from service_blueprint.reading.channels import WELL_KNOWN
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted

NEAR_NAME = NEAR_ACTOR.rule
"""The rule under which a near miss is reported."""

_NEAR = {"actor": NEAR_ACTOR, "channel": NEAR_CHANNEL, "persona": NEAR_PERSONA}

_LIKENESS = 0.82
_MOST_COMPARED = 200
"""Names of one file that are no entries and are compared with those; each is held against a thousand."""

_KEYS = [key for kind in (Blueprint, Step, Action, Remark, FailPoint, Persona) for key in keys_of(kind)]
ACTOR_KEYS = frozenset(key.name for key in _KEYS if key.holds is Actor)
"""The keys under which an actor is named."""
CHANNEL_KEYS = frozenset(key.name for key in _KEYS if key.holds is Channel)
"""The keys under which a channel is named."""

_WELL_KNOWN_BY_TITLE = {channel.title: channel for channel in reversed(WELL_KNOWN.values())}

_Path = tuple[str | int, ...]


def actor_named(text: str, catalog: Catalog) -> Actor:
    """The catalog's actor whose id or title ``text`` is, else one that nobody declared."""
    return _actor(text, catalog) or Actor(folded(text), text, declared=False)


def channel_named(text: str, catalog: Catalog) -> Channel:
    """The channel of the catalog or the well-known one whose id or title ``text`` is, else one nobody declared."""
    return _channel(text, catalog) or Channel(folded(text), text, declared=False)


def persona_named(text: str, catalog: Catalog) -> Persona:
    """The catalog's persona whose id or name ``text`` is, else one of that name."""
    return _persona(text, catalog) or Persona(folded(text), text)


def near_names(data: Any, catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Warnings of names that are close to an entry of the catalog, or a well-known channel, but are none."""
    meant_by: dict[tuple[str, str], str | None] = {}
    compared = 0
    for kind, text, path in _names(data, ()):
        if (kind, text) not in meant_by:
            unknown = compared < _MOST_COMPARED and _named(kind, text, catalog) is None
            compared += unknown
            meant_by[kind, text] = _meant(text, _entries(kind, catalog)) if unknown else None
        if meant := meant_by.get((kind, text)):
            yield _NEAR[kind](name=quoted(text), meant=meant).at(source.place(path))


def _entries(kind: str, catalog: Catalog) -> Mapping[str, Actor | Channel | Persona]:
    """What a name of a kind may mean, by id."""
    match kind:
        case "actor":
            return catalog.actors
        case "channel":
            return {**WELL_KNOWN, **catalog.channels}
        case _:
            return catalog.personas


def _meant(text: str, entries: Mapping[str, Actor | Channel | Persona]) -> str | None:
    """The id of the entry that is probably meant by ``text``, which is none; None where it is like none."""
    spelt = {_title(entry): id for id, entry in entries.items()} | {id: id for id in entries}
    near = nearest(text, spelt, _LIKENESS)
    return spelt[near] if near else None


def _title(entry: Actor | Channel | Persona) -> str:
    return entry.name if isinstance(entry, Persona) else entry.title


def _named(kind: str, text: str, catalog: Catalog) -> Actor | Channel | Persona | None:
    """The entry of the catalog, or the well-known channel, that a name of a kind means; None where there is none."""
    match kind:
        case "actor":
            return _actor(text, catalog)
        case "channel":
            return _channel(text, catalog)
        case _:
            return _persona(text, catalog)


def _actor(text: str, catalog: Catalog) -> Actor | None:
    name = folded(text)
    return catalog.actors.get(text) or catalog.actors.get(name) or catalog.actors_by_title.get(name)


def _channel(text: str, catalog: Catalog) -> Channel | None:
    name = folded(text)
    if text in catalog.channels:
        return catalog.channels[text]
    ways = (catalog.channels, catalog.channels_by_title, WELL_KNOWN, _WELL_KNOWN_BY_TITLE)
    return next((way[name] for way in ways if name in way), None)


def _persona(text: str, catalog: Catalog) -> Persona | None:
    name = folded(text)
    return catalog.personas.get(text) or catalog.personas.get(name) or catalog.personas_by_name.get(name)


def _names(data: Any, path: _Path) -> Iterator[tuple[str, str, _Path]]:
    """Every name in the plain values: its kind, the text and the path to it."""
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from _names(each, (*path, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            here = (*path, key)
            if key in ACTOR_KEYS:
                yield from _texts("actor", value, here)
            elif key in CHANNEL_KEYS:
                yield from _texts("channel", value, here)
            elif key == "persona":
                yield from _texts("persona", value, here)
                yield from _names(value, here)
            elif key != "metrics":
                yield from _names(value, here)


def _texts(kind: str, value: Any, path: _Path) -> Iterator[tuple[str, str, _Path]]:
    if isinstance(value, str) and value.strip():
        yield kind, one_line(value), path
    elif isinstance(value, list):
        for index, each in enumerate(value):
            if isinstance(each, str) and each.strip():
                yield kind, one_line(each), (*path, index)
