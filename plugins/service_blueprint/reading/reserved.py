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


def kept_for(id: str, ids: Container[str]) -> str:
    """What already stands where the page of ``id`` would, among what the pages of ``ids`` keep; empty where nothing."""
    path = PurePosixPath(id)
    if path.parts[0] in _FILES_OF_ALL:
        return "a file of the page of all blueprints"
    above = (str(parent) for parent in path.parents)
    owner = next((each for each in above if each in ids and _is_kept(path.relative_to(each))), "")
    return f"the diagram or a file of '{owner}'" if owner else ""


def kept_by(id: str, ids: Iterable[str]) -> Iterator[str]:
    """Those of ``ids`` whose pages would stand where the page of ``id`` keeps something."""
    return (other for other in ids if other.startswith(f"{id}/") and _is_kept(PurePosixPath(other).relative_to(id)))


def _is_kept(below: PurePosixPath) -> bool:
    # Where a file stands there can be no folder.
    return str(below) in _PAGES or any(str(each) in _FILES for each in (below, *below.parents))
