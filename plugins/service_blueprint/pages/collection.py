"""What is published: a folder of blueprints, and the site that they become a part of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service_blueprint.blueprint import Blueprint
from service_blueprint.problem import Problem


@dataclass(frozen=True, slots=True)
class Site:
    """The site around the pages.

    ``url`` is where this version of it will stand, with a slash at its end, or empty where nobody has said; ``version``
    is what it is called, if anything. ``canonical`` is the address of the version that search engines are to find,
    written likewise, where that is another one. ``language`` is for blueprints that name none. With ``directory_urls``
    a page is linked to by its folder. With ``png`` each picture is there as PNG too, which takes far longer than all
    the rest. ``markdown_html`` says that HTML in authors' texts is HTML.
    """

    language: str = "en"
    name: str = ""
    url: str = ""
    version: str = ""
    directory_urls: bool = True
    png: bool = False
    canonical: str = ""
    markdown_html: bool = False

    @property
    def canonical_url(self) -> str:
        """Where search engines are to find the site, with a slash at its end; empty where nobody has said."""
        return self.canonical or self.url


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
