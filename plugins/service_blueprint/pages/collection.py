"""What is published: a folder of blueprints, and the site that they become a part of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from service_blueprint.blueprint import Blueprint
from service_blueprint.drawing.formats import SLOW, PictureFormat, published
from service_blueprint.pages.addresses import INDEX, link
from service_blueprint.problem import Problem


@dataclass(frozen=True, slots=True)
class Site:
    """The site around the pages.

    ``url`` is where this version of it will stand, with a slash at its end, or empty where nobody has said; ``version``
    is what it is called, if anything. ``canonical`` is the address of the version that search engines are to find,
    written likewise, where that is another one. ``language`` is for blueprints that name none. With ``directory_urls``
    a page is linked to by its folder. With ``png`` each picture is there as PNG too, which takes far longer than all
    the rest. ``markdown_html`` says that HTML in authors' texts is HTML, ``indexed`` that the page of all blueprints is
    there.
    """

    language: str = "en"
    name: str = ""
    url: str = ""
    version: str = ""
    directory_urls: bool = True
    png: bool = False
    canonical: str = ""
    markdown_html: bool = False
    indexed: bool = True

    @property
    def canonical_url(self) -> str:
        """Where search engines are to find the site, with a slash at its end; empty where nobody has said."""
        return self.canonical or self.url

    @property
    def formats(self) -> tuple[PictureFormat, ...]:
        """The formats of its pictures; each slow one has a field of its name."""
        return published([format.id for format in SLOW if getattr(self, format.id)])

    def index_link(self, here: str) -> str:
        """The address of the page of all blueprints as seen from the page ``here``; "" where there is none."""
        return link(INDEX, here, directory_urls=self.directory_urls) if self.indexed else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the blueprints' folder: its blueprint, or, where that is None, the problems that it has.

    ``text`` is the file as it was written.
    """

    id: str
    path: Path
    title: str
    blueprint: Blueprint | None
    problems: tuple[Problem, ...] = ()
    text: bytes = field(default=b"", repr=False)

    @property
    def behind(self) -> tuple[Problem, ...]:
        """The faults of another file, the catalog, because of which this one cannot be read."""
        return tuple(problem for problem in self.problems if problem.place.path != str(self.path))


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder of blueprints holds.

    ``name`` is what its readers call it, ``problems`` are those of the catalog and between files, ``sources`` the texts
    of all files that have problems, by the path that the problems name. ``catalog`` is the catalog as it was written,
    empty where there is none.
    """

    name: str
    entries: Sequence[Entry]
    problems: Sequence[Problem] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    catalog: bytes = field(default=b"", repr=False)

    @property
    def texts(self) -> Mapping[str, bytes]:
        """What the blueprints' files hold, by the paths that problems name."""
        return {str(entry.path): entry.text for entry in self.entries}

    def without(self, hidden: frozenset[str]) -> "Collection":
        """The same without the blueprints that have these ids, and without these where others had them before."""
        left = tuple(entry for entry in self.entries if entry.id not in hidden)
        gone = {str(entry.path) for entry in self.entries if entry.id in hidden}
        problems = tuple(problem for problem in self.problems if problem.place.path not in gone)
        return replace(self, entries=tuple(_as_now(entry, hidden) for entry in left), problems=problems)


def moves(entries: Iterable[Entry]) -> dict[str, Blueprint]:
    """The blueprints by each id that they had before.

    An id that a file has now is that file's; of two blueprints that claim one, the first has it.
    """
    entries = tuple(entries)
    now = {entry.id for entry in entries}
    moved: dict[str, Blueprint] = {}
    for blueprint in (entry.blueprint for entry in entries if entry.blueprint):
        for former in blueprint.formerly:
            if former not in now:
                moved.setdefault(former, blueprint)
    return moved


def _as_now(entry: Entry, hidden: frozenset[str]) -> Entry:
    """An entry whose blueprint never had a hidden id."""
    blueprint = entry.blueprint
    if blueprint is None or hidden.isdisjoint(blueprint.formerly):
        return entry
    formerly = tuple(former for former in blueprint.formerly if former not in hidden)
    return replace(entry, blueprint=replace(blueprint, formerly=formerly))
