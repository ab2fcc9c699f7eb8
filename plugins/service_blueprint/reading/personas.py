"""Personas: whom the names in a feeling's ``by`` mean, and which of them mean nobody."""

from collections.abc import Iterator
from typing import Any

from service_blueprint.blanks import folded, one_line
from service_blueprint.blueprint import Catalog
from service_blueprint.faults import names as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Problem
from service_blueprint.reading.names import persona_named
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.slugs import slug
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted


def persona_id(name: str) -> str:
    """The id of a persona that the blueprint itself describes."""
    return slug(name) or name


def persona_problems(data: Any, catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Names in ``feeling: {by: ...}`` that are none of the blueprint's personas, or one of them for the second time."""
    listed = dict(_names(data, catalog))
    steps = data.get("steps") if isinstance(data, dict) else None
    for index, step in enumerate(steps if isinstance(steps, list) else []):
        feeling = step.get("feeling") if isinstance(step, dict) else None
        by = feeling.get("by") if isinstance(feeling, dict) else None
        seen: set[str] = set()
        for name in by if isinstance(by, dict) else ():
            place = source.place_of_key(("steps", index, "feeling", "by", name))
            id = listed.get(folded(name))
            if id is None:
                meant = nearest(name, listed)
                yield faults.NO_SUCH_PERSONA(DID_YOU_MEAN if meant else None, name=quoted(name), meant=meant or "").at(
                    place
                )
            elif id in seen:
                yield faults.PERSONA_TWICE(name=quoted(name)).at(place)
            seen.add(id or "")


def _names(data: Any, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each name that a persona of the blueprint goes by, with the persona's id."""
    there = data.get("persona") if isinstance(data, dict) else None
    for entry in there if isinstance(there, list) else [there]:
        if isinstance(entry, str):
            persona = persona_named(one_line(entry), catalog)
            yield from ((folded(name), persona.id) for name in (persona.id, persona.name, entry))
        elif isinstance(entry, dict) and isinstance(entry.get("name"), str):
            id = persona_id(one_line(entry["name"]))
            yield from ((folded(name), id) for name in (id, entry["name"]))
