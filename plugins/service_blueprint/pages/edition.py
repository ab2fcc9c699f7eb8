"""What all pages and files of one publication are made from."""

from dataclasses import dataclass, field
from functools import cached_property

from service_blueprint.blueprint import Blueprint
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.drawings import Drawings
from service_blueprint.pages.past import Past
from service_blueprint.pages.pictures import Picture, Progress, first_picture
from service_blueprint.pages.reader import Reader


@dataclass(frozen=True, slots=True)
class Drawn:
    """A blueprint as it is published: its file, its pictures, and the reader of its pages."""

    entry: Entry
    blueprint: Blueprint
    pictures: tuple[Picture, ...]
    reader: Reader

    @property
    def first_picture(self) -> Picture:
        """The picture that readers see first."""
        return first_picture(self.blueprint, self.pictures)


@dataclass(frozen=True)
class Edition:
    """A folder of blueprints, the site that it is published on, and the versions before.

    ``drawings`` are kept from one edition to the next; ``progress`` is told how far slow files have come.
    """

    collection: Collection
    site: Site
    past: Past
    drawings: Drawings = field(default_factory=Drawings)
    progress: Progress = lambda done, every: None

    @property
    def reader(self) -> Reader:
        """The reader of the pages that belong to no blueprint."""
        return Reader.of(self.site)

    @cached_property
    def drawn(self) -> dict[str, Drawn]:
        """The blueprints by id, without the files that have faults."""
        return {entry.id: self._drawn(entry, entry.blueprint) for entry in self.collection.entries if entry.blueprint}

    @cached_property
    def picture_files(self) -> dict[str, dict[str, bytes]]:
        """All pictures as files, by the id of the format and the text of the SVG file."""
        drawn = [picture for each in self.drawn.values() for picture in each.pictures]
        return {format.id: self.drawings.files(format, drawn, self.progress) for format in self.site.formats}

    def _drawn(self, entry: Entry, blueprint: Blueprint) -> Drawn:
        reader = Reader.of(self.site, blueprint.language)
        page = addresses.page_file(blueprint.id)
        address = addresses.on_site(self.site.url, page, directory_urls=self.site.directory_urls)
        return Drawn(entry, blueprint, self.drawings.pictures(blueprint, reader.language, address), reader)
