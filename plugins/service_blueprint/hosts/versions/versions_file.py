"""``versions.json``, from which Material's version selector knows the versions of a site.

Its shape is that of mike (Jim Porter), which keeps such a file on a branch: each reads what the other writes.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service_blueprint.errors import ServiceBlueprintError

NAME = "versions.json"

LATEST = "latest"
"""The alias of the version that readers are to come to."""

_PREVIEWS = "pr"  # beside the versions, where a workflow puts previews of pull requests
_ADDRESS = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_NUMBER = re.compile(r"[Vv]?[0-9].*")
# Windows takes these for devices, with whatever ending: Microsoft, "Naming Files, Paths, and Namespaces".
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?", re.IGNORECASE)


class VersionsError(ServiceBlueprintError):
    """Versions that cannot be as they are asked for; its text is one line for a user."""


@dataclass(frozen=True, slots=True)
class SiteVersion:
    """A published version: ``name`` is its folder, ``title`` what readers see, ``aliases`` are folders with a copy.

    ``properties`` are whatever mike was told to note beside it.
    """

    name: str
    title: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Any] | None = None


def refuse_bad_name(name: str) -> None:
    """Raises ``VersionsError`` for a name of a version or an alias that cannot be a folder beside the others.

    It cannot where it needs another spelling in an address, where it looks like a file, as ``index.html`` does, where
    previews have that folder, and where Windows has no such folders.
    """
    if not _ADDRESS.fullmatch(name):
        rule = "letters, digits, dots and hyphens, as in '1.2' or 'latest'"
        raise VersionsError(f"'{name}' cannot be a part of an address; write it with {rule}")
    if _DEVICE.fullmatch(name):
        raise VersionsError(f"'{name}' is a device on Windows, where no folder can be called so; take another name")
    if name.lower() == _PREVIEWS:
        raise VersionsError(f"'{name}' is the folder of the previews of pull requests; take another name")
    if "." in name and not _NUMBER.fullmatch(name):
        raise VersionsError(
            f"'{name}' looks like a file; begin it with a digit, as in '1.2', or take a word without dots"
        )


def refuse_bad_version(name: str) -> None:
    """Raises ``VersionsError`` for a name that no version can have: ``latest``, and what no alias can have either."""
    refuse_bad_name(name)
    if name.lower() == LATEST:
        raise VersionsError(f"'{name}' is the alias of the newest version; call the version by its number, as in '1.2'")


def read_versions(text: str) -> tuple[SiteVersion, ...]:
    """The versions in a ``versions.json``. Raises ``VersionsError`` for a text that is none."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise VersionsError(f"it is no JSON: {error}") from None
    if not isinstance(entries, list):
        raise VersionsError("it is no list of versions")
    return tuple(_version(number, entry) for number, entry in enumerate(entries, start=1))


def versions_text(versions: Iterable[SiteVersion]) -> str:
    """The text of a ``versions.json``, newest first."""
    entries = [
        {"version": version.name, "title": version.title, "aliases": list(version.aliases)}
        | ({"properties": version.properties} if version.properties else {})
        for version in sorted(versions, key=lambda version: _age(version.name), reverse=True)
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def with_version(versions: Sequence[SiteVersion], name: str, aliases: Sequence[str]) -> tuple[SiteVersion, ...]:
    """The versions with one more, or with that version anew: it keeps its title and its aliases.

    ``aliases`` are taken from versions that have them now. Raises ``VersionsError`` for a name that cannot be a folder
    beside the others, or that is another version's name or alias already; a name is the same in upper and lower case,
    as a folder is on some systems.
    """
    refuse_bad_version(name)
    for alias in aliases:
        refuse_bad_name(alias)
    taken = {alias.lower(): version.name for version in versions for alias in version.aliases}
    if name.lower() in taken:
        raise VersionsError(f"'{name}' is an alias of version {taken[name.lower()]}; call the version something else")
    for other in versions:
        if other.name != name and other.name.lower() == name.lower():
            raise VersionsError(f"there is a version '{other.name}'; write it as that, or call this one something else")
    names = {version.name.lower() for version in versions} | {name.lower()}
    for alias in aliases:
        if alias.lower() in names:
            raise VersionsError(f"'{alias}' is the name of a version; call the alias something else")
    moved = {alias.lower() for alias in aliases}
    kept = [
        replace(version, aliases=tuple(alias for alias in version.aliases if alias.lower() not in moved))
        for version in versions
    ]
    known = {version.name: version for version in kept}
    own = known.get(name, SiteVersion(name, name))
    own = replace(own, aliases=tuple(sorted({*own.aliases, *aliases})))
    return (*(version for version in kept if version.name != name), own)


def _version(number: int, entry: Any) -> SiteVersion:
    match entry:
        case {"version": str(name), "title": str(title), "aliases": list(aliases)}:
            properties = entry.get("properties")
            if all(isinstance(alias, str) for alias in aliases) and isinstance(properties, dict | None):
                return SiteVersion(name, title, tuple(aliases), properties)
    raise VersionsError(f"its entry {number} is no version: it needs 'version', 'title' and a list 'aliases'")


def _age(name: str) -> tuple[bool, tuple[tuple[int, int, str], ...]]:
    """What versions are sorted by, as mike does it: names without a number in front are of what is to come.

    Parts are compared one by one; a word stands before the end, so that 1.2rc1 comes before 1.2, and a number after.
    Zeros at the end of numbers say nothing: 1.0 is as old as 1.
    """
    ranked: list[tuple[int, int, str]] = []
    # Numbers that Python would take long over are cut.
    for part in (*re.findall(r"[0-9]{1,18}|[a-z]+", name.lower().removeprefix("v")), ""):
        if part.isdigit():
            ranked.append((2, int(part), ""))
            continue
        while ranked and ranked[-1] == (2, 0, ""):
            ranked.pop()
        ranked.append((0, 0, part) if part else (1, 0, ""))
    return not re.match(r"v?\d", name), tuple(ranked)
