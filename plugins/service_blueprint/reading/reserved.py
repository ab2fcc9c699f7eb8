"""Which addresses a page keeps below its own, so that no other page can stand there.

A page's files stand there too, but no id ends as theirs do: ``BLUEPRINT_ID`` sees to that.
"""

from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from service_blueprint.blueprint import View

_PAGES = frozenset({"embed", *(f"embed/{view}" for view in View)})


def keeper_of(id: str, ids: Container[str]) -> str:
    """Which of ``ids`` keeps its diagram alone where the page of ``id`` would stand; empty where none does."""
    path = PurePosixPath(id)
    above = (str(parent) for parent in path.parents)
    return next((each for each in above if each in ids and _is_kept(path.relative_to(each))), "")


def kept_by(id: str, ids: Container[str]) -> Iterator[str]:
    """Those of ``ids`` whose pages would stand where that of ``id`` keeps its diagram alone."""
    return (other for page in sorted(_PAGES) if (other := f"{id}/{page}") in ids)


def _is_kept(below: PurePosixPath) -> bool:
    return str(below) in _PAGES
