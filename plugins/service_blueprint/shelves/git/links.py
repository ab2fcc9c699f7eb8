"""Symbolic links as git keeps them: a path, and the text of where it leads."""

import posixpath
from collections.abc import Container, Mapping
from pathlib import PurePosixPath

from service_blueprint.faults import files as faults
from service_blueprint.file_names import FILE_ENDINGS
from service_blueprint.problem import Fault

_MOST = 40  # as many as Linux follows


def followed(path: str, links: Mapping[str, str]) -> str | None:
    """Where a path leads; both are from the top of the repository, and ``links`` are what its links say.

    None where a link leads out of the repository, to what is hidden there, or round in a circle.
    """
    end = way(path, links)
    return end if isinstance(end, str) else None


def led(path: str, links: Mapping[str, str], files: Container[str]) -> str | Fault:
    """The file that a path leads to, or why it leads to none and what to do; as on the disk.

    ``files`` are those that there are.
    """
    end = way(path, links)
    if not isinstance(end, str):
        return end
    if end == path:
        return end if end in files else faults.NO_FILE()
    return (other_kind(path, end) or end) if end in files else faults.LINK_NOWHERE()


def other_kind(link: str, end: str) -> Fault | None:
    """What is wrong with a link that leads to a file whose name is of another kind."""
    suffix, other = PurePosixPath(link).suffix, PurePosixPath(end).suffix
    same = other in FILE_ENDINGS if suffix in FILE_ENDINGS else other == suffix
    return None if same else faults.LINK_TO_OTHER(ending=suffix)


def way(path: str, links: Mapping[str, str]) -> str | Fault:
    """Where a path leads, be anything there or not; or why it is not followed, and what to do."""
    here, hops = path, 0
    while link := _first_link(here, links):
        hops += 1
        beyond = posixpath.relpath(here, link) if here != link else ""
        here = posixpath.normpath(posixpath.join(posixpath.dirname(link), links[link], beyond))
        if here == ".." or here.startswith(("../", "/")):
            return faults.LINK_OUT()
        if hops > _MOST:
            return faults.LINK_NOWHERE()
    hidden = any(part.startswith(".") for part in PurePosixPath(here).parts)
    return faults.LINK_TO_HIDDEN() if hops and hidden else here


def targets(links: Mapping[str, str]) -> dict[str, str]:
    """Where each link leads that is followed, by its path."""
    found = {link: followed(link, links) for link in links}
    return {link: target for link, target in found.items() if target is not None}


def also_at(path: str, targets: Mapping[str, str]) -> list[str]:
    """The other paths under which a file is reached, by a link to it or to a folder above it."""
    found = []
    for link, target in targets.items():
        if path == target or target == "." or path.startswith(f"{target}/"):
            found.append(posixpath.normpath(posixpath.join(link, posixpath.relpath(path, target))))
    return sorted(found)


def _first_link(path: str, links: Mapping[str, str]) -> str | None:
    """The link on the way to ``path`` that comes first, itself among them."""
    parts = PurePosixPath(path).parts
    ways = (str(PurePosixPath(*parts[:end])) for end in range(1, len(parts) + 1))
    return next((way for way in ways if way in links), None)
