"""Everything that a folder of blueprints puts on a site, for any site generator."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service_blueprint.insight.history import History
from service_blueprint.pages.collection import Collection, Site
from service_blueprint.pages.drawings import Drawings
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.kind import PlacedPage
from service_blueprint.pages.kinds import KINDS
from service_blueprint.pages.past import Past
from service_blueprint.pages.pictures import Progress
from service_blueprint.pages.taken import Taken


@dataclass(frozen=True, slots=True)
class Publication:
    """All pages, that of all blueprints first, and all other files by their address on the site.

    ``unpainted`` are the letters that are missing in picture files of a blueprint, by its file.
    """

    pages: tuple[PlacedPage, ...]
    files: Mapping[str, bytes]
    unpainted: Mapping[Path, str] = field(default_factory=dict)


class Publisher:
    """Makes publications one after the other, as a folder changes; only blueprints that changed are drawn again."""

    def __init__(self) -> None:
        self._drawings = Drawings()

    def publish(
        self,
        collection: Collection,
        site: Site,
        *,
        history: History = History(),  # noqa: B008 - frozen
        progress: Progress = lambda done, every: None,
    ) -> Publication:
        """All pages and files of a folder.

        ``history`` are the versions before this one; ``progress`` is told how far slow files have come.
        """
        edition = Edition(collection, site, Past.of(collection, site, history), self._drawings, progress)
        taken = Taken()
        pages: list[PlacedPage] = []
        files: dict[str, bytes] = {}
        for kind in KINDS:
            for placed in kind.placed(edition):
                if not taken.take(placed.file):
                    continue
                if isinstance(placed, PlacedPage):
                    pages.append(placed)
                else:
                    files[placed.file] = placed.content
        self._drawings.keep(edition.drawn.keys())
        return Publication(tuple(pages), files, _unpainted(edition))


def _unpainted(edition: Edition) -> dict[Path, str]:
    found: dict[Path, str] = {}
    for format in edition.site.formats:
        for drawn in edition.drawn.values() if format.lacking else ():
            letters = format.lacking("".join(picture.file for picture in drawn.pictures)) if format.lacking else ""
            if letters:
                found[drawn.entry.path] = letters
    return found
