"""A folder of blueprints that is read again only when one of its files has changed."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from service_blueprint.reading import Library
from service_blueprint.shelves.folder import Disk
from service_blueprint.shelves.shelf import library_on
from service_blueprint.shelves.walk import Listing, listed

_Stamp = tuple[int, ...]


def library_now(folder: Path) -> Library:
    """The blueprints of a folder as they are now."""
    listing = listed(folder)
    return _read(folder, Path.cwd(), listing, tuple(_stamps(listing)))


def _stamps(listing: Listing) -> Iterator[_Stamp]:
    """The times and sizes of files, and of links to them; by these a change is seen, whatever the clock says."""
    for file in [*listing.files, *filter(None, [listing.catalog])]:
        for follow in (False, True):
            try:
                status = file.stat(follow_symlinks=follow)
            except (OSError, ValueError):
                yield ()
            else:
                yield status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size


@lru_cache(maxsize=4)
def _read(folder: Path, beside: Path, listing: Listing, stamps: tuple[_Stamp, ...]) -> Library:
    """What the folder holds; ``beside`` is the working directory, from which it is named."""
    return library_on(Disk(folder, listing))
