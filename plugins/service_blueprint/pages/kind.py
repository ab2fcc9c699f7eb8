"""What a kind of page or of file is. Each kind stands in a module of its own, and all are listed in ``kinds.py``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from service_blueprint.pages import addresses
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.page import Page

ID, FORMER_ID = "<id>", "<old-id>"
"""What stands in the addresses of a kind for the id of a blueprint, and for one that it had before."""


class InNavigation(Enum):
    """Where the section of the blueprints in a site's navigation has a page."""

    FIRST = "at the beginning of the section"
    FOLDER = "in the folder of its blueprint"
    NONE = "not in it"


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page and its place: ``file`` is its address on the site.

    ``blueprint`` is the id where this is a blueprint's own page; ``origin`` the file that an author edits to change the
    page, where there is one. ``former`` is the id that a blueprint had before, where this is the page that leads on to
    it. The kind says where the ``navigation`` has the page.
    """

    page: Page
    file: str
    blueprint: str = ""
    origin: Path | None = None
    former: str = ""
    navigation: InNavigation = InNavigation.NONE

    @property
    def source(self) -> str:
        """The path of its Markdown file."""
        return addresses.markdown_file(self.file)


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """Any other file and its address on the site."""

    file: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page.

    ``addresses`` are where its pages stand, with ``ID`` or ``FORMER_ID`` for an id; ``make`` gives the pages of an
    edition in order. ``navigation`` says where the navigation has them, ``searched`` whether a search finds them.
    """

    name: str
    addresses: tuple[str, ...]
    make: Callable[[Edition], Iterable[PlacedPage]]
    navigation: InNavigation
    searched: bool

    def placed(self, edition: Edition) -> Iterator[PlacedPage]:
        """The pages of an edition, which know what their kind says of them."""
        for made in self.make(edition):
            yield replace(made, navigation=self.navigation, page=replace(made.page, searched=self.searched))


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is no page of the site: no navigation has it, and no search. The rest is as for a page."""

    name: str
    addresses: tuple[str, ...]
    make: Callable[[Edition], Iterable[PlacedFile]]

    def placed(self, edition: Edition) -> Iterator[PlacedFile]:
        """The files of an edition."""
        yield from self.make(edition)


Kind = PageKind | FileKind
