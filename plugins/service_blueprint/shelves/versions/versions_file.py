"""``versions.json``, in which mike (Jim Porter) lists the versions of a site; Material's version selector reads it."""

import json
from dataclasses import dataclass
from typing import Any

from service_blueprint.errors import ServiceBlueprintError

NAME = "versions.json"


class VersionsError(ServiceBlueprintError):
    """A text that is no list of versions; its own is one line for a user."""


@dataclass(frozen=True, slots=True)
class SiteVersion:
    """A published version: ``name`` is its folder, ``aliases`` are folders with a copy."""

    name: str
    aliases: tuple[str, ...] = ()


def read_versions(text: str) -> tuple[SiteVersion, ...]:
    """The versions in a ``versions.json``. Raises ``VersionsError`` for a text that is none."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise VersionsError(f"it is no JSON: {error}") from None
    if not isinstance(entries, list):
        raise VersionsError("it is no list of versions")
    return tuple(_version(number, entry) for number, entry in enumerate(entries, start=1))


def _version(number: int, entry: Any) -> SiteVersion:
    match entry:
        case {"version": str(name), "title": str(), "aliases": list(aliases)}:
            if all(isinstance(alias, str) for alias in aliases):
                return SiteVersion(name, tuple(aliases))
    raise VersionsError(f"its entry {number} is no version: it needs 'version', 'title' and a list 'aliases'")
