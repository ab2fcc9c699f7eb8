"""A folder of blueprints on the disk, and files of it."""

import os
from dataclasses import dataclass
from pathlib import Path

from service_blueprint.file_names import CATALOG, FOLDER, MISNAMED_CATALOG
from service_blueprint.reading import CatalogReading, Contents, Held, Library, Reading
from service_blueprint.reading.files import id_of, misnamed_catalog, path_of
from service_blueprint.reading.reading import read_held, read_held_catalog
from service_blueprint.shelves.disk import is_folder, read_bytes
from service_blueprint.shelves.shelf import library_on
from service_blueprint.shelves.walk import Listing, has_catalog, listed


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder on the disk; ``listing`` are its files, for whoever knows them already."""

    folder: Path
    listing: Listing | None = None

    def contents(self) -> Contents:
        """All that belongs to the folder; one that is not there has that as its problem."""
        listing = self.listing or listed(self.folder)
        catalog = held_file(listing.catalog, listing.catalog.parent) if listing.catalog else None
        files = tuple(held_file(file, self.folder) for file in listing.files)
        misnamed = self.folder / MISNAMED_CATALOG
        also = (misnamed_catalog(path_of(misnamed)),) if os.path.lexists(misnamed) else ()
        return Contents(self.folder, catalog, files, (*listing.problems, *also), is_folder(self.folder))


def held_file(file: Path, folder: Path | None) -> Held:
    """A file with what it holds; its id is its path below ``folder``, or its name where no folder is given."""
    path = path_of(file)
    return Held(id_of(file, folder), file, path, read_bytes(file, path, folder=folder))


def read_folder(folder: Path) -> Library:
    """Every blueprint in ``folder`` and below. Raises nothing; a folder that is not there has that as its problem."""
    return library_on(Disk(folder))


def read_file(path: Path, *, folder: Path | None = None) -> Reading:
    """The blueprint of a file. Raises nothing: a file that cannot be read has that as its problem.

    Its id is its path below ``folder``, or its name where no folder is given. The catalog is that of ``folder``, or the
    nearest one from the file's own folder upwards; the errors in it are the reading's too.
    """
    found = catalog_near(path, folder)
    return read_held(held_file(path, folder), read_catalog(found) if found else read_held_catalog(None))


def read_catalog(path: Path) -> CatalogReading:
    """The catalog of a file. Raises nothing; a file with nothing in it is an empty catalog."""
    return read_held_catalog(held_file(path, path.parent))


def catalog_near(file: Path, folder: Path | None) -> Path | None:
    """The catalog for ``file``: that of ``folder``, or else of the file's folder or the nearest one above it.

    Folders above one called ``blueprints`` are not searched.
    """
    if folder:
        return folder / CATALOG if has_catalog(folder) else None
    for parent in file.absolute().parents:
        if has_catalog(parent):
            return parent / CATALOG
        if parent.name == FOLDER:
            break
    return None
