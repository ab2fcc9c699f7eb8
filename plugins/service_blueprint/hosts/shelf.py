"""A folder of blueprints that is read again only when one of its files has changed."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from service_blueprint.reading import Library, read_folder
from service_blueprint.reading.files import CATALOG, blueprint_files

_Stamp = tuple[str, int, int]


def library_of(folder: Path) -> Library:
    """The blueprints of a folder as they are now."""
    return _read(folder, Path.cwd(), tuple(_stamps(folder)))


def _stamps(folder: Path) -> Iterator[_Stamp]:
    """The files of a folder with their times and sizes; by these a change is seen."""
    for file in [*blueprint_files(folder), folder / CATALOG]:
        try:
            status = file.stat()
        except (OSError, ValueError):
            yield str(file), 0, 0
        else:
            yield str(file), status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _read(folder: Path, beside: Path, stamps: tuple[_Stamp, ...]) -> Library:
    """What the folder holds; ``beside`` is the working directory, from which it is named."""
    return read_folder(folder)
