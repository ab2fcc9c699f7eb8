"""Which addresses a page keeps below its own, so that no other page can stand there."""

from collections.abc import Container, Iterable, Iterator
from pathlib import PurePosixPath

from service_blueprint.blueprint import View

_PAGES = frozenset({"embed", *(f"embed/{view}" for view in View)})
_FILES = frozenset(
    {"index.html", "blueprint.yml", "touchpoints.csv", "oembed.json"}
    | {f"{view}.{ending}" for view in View for ending in ("svg", "png")}
    | {f"{page}/index.html" for page in _PAGES}
)
_FILES_OF_ALL = frozenset({"index.html", "index.json"})


def keeper(id: str, ids: Container[str]) -> str | None:
    """Which of ``ids`` keeps the address of ``id`` for its diagram alone or for a file of its own.

    Empty where the page of all blueprints does, None where the address is free.
    """
    path = PurePosixPath(id)
    if path.parts[0] in _FILES_OF_ALL:
        return ""
    above = (str(parent) for parent in reversed(path.parents))
    return next((each for each in above if each in ids and _kept(path.relative_to(each))), None)


def kept_by(id: str, ids: Iterable[str]) -> Iterator[str]:
    """Those of ``ids`` whose address a blueprint ``id`` keeps, or would keep."""
    return (other for other in ids if keeper(other, (id,)) == id)


def _kept(below: PurePosixPath) -> bool:
    # Where a file stands there can be no folder.
    return str(below) in _PAGES or any(str(each) in _FILES for each in (below, *below.parents))
