"""Symbolic links as git keeps them: a path, and the text of where it leads."""

import posixpath
from collections.abc import Mapping
from pathlib import PurePosixPath

_MOST = 40  # as many as Linux follows


def followed(path: str, links: Mapping[str, str]) -> str | None:
    """Where a path leads; both are from the top of the repository, and ``links`` are what its links say.

    None where a link leads out of the repository, to what is hidden there, or round in a circle.
    """
    here, hops = path, 0
    while link := _first_link(here, links):
        hops += 1
        beyond = posixpath.relpath(here, link) if here != link else ""
        target = posixpath.join(posixpath.dirname(link), links[link], beyond)
        here = posixpath.normpath(target)
        if hops > _MOST or here == ".." or here.startswith(("../", "/")):
            return None
    hidden = any(part.startswith(".") for part in PurePosixPath(here).parts)
    return None if hops and hidden else here


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
