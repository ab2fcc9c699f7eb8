"""What files of blueprints are called: their ids, their catalogs, and what is wrong with a name."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath

from service_blueprint.faults import files as faults
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.blueprint_ids import (
    BLUEPRINT_ID,
    LONGEST_ID,
    LONGEST_NAME,
    blueprint_id_like,
    is_too_long,
)

CATALOG = "_catalog.yml"
"""The name of the file that holds what the blueprints of a folder share."""

FOLDER = "blueprints"
"""The name of the folder that blueprints are kept in unless somebody says otherwise."""

_MISNAMED_CATALOG = "_catalog.yaml"


def id_of(file: Path, folder: Path | None) -> str:
    """A blueprint's id: its path below ``folder`` without the ending, or the file's name where it lies elsewhere."""
    path = PurePosixPath(file.name)
    if folder and file.absolute().is_relative_to(folder.absolute()):
        path = PurePosixPath(file.absolute().relative_to(folder.absolute()).as_posix())
    return _printable(path.parent / path.stem)


def name_problems(file: Path, id: str, path: str) -> Iterator[Problem]:
    """What is wrong with the name of ``file``, whose id would be ``id``: no address can be made of some."""
    if not BLUEPRINT_ID.fullmatch(id):
        fields = {"id": id, "name": f"{blueprint_id_like(id)}.yml"}
        if is_too_long(id):
            longest = {"longest": LONGEST_NAME, "path": LONGEST_ID}
            yield faults.NO_ADDRESS_NAME(faults.RENAME_SHORTER, **fields, **longest).at(Place(path))
        else:
            yield faults.NO_ADDRESS_NAME(**fields).at(Place(path))
    elif file.suffix != ".yml":
        named = _printable(PurePosixPath(file.name))
        yield faults.OTHER_ENDING(file=named, name=f"{PurePosixPath(id).name}.yml").at(Place(path))


def path_of(file: Path) -> str:
    """What problems call ``file``: its path as the caller gave it."""
    return _printable(file)


def catalog_name_problems(folder: Path) -> Iterator[Problem]:
    """What is wrong with the catalog's name in ``folder``."""
    file = folder / _MISNAMED_CATALOG
    if os.path.lexists(file):
        yield faults.CATALOG_NAME(name=CATALOG).at(Place(path_of(file)))


def has_catalog(folder: Path) -> bool:
    """Whether a folder holds something that is called as a catalog is; a link that leads nowhere counts too."""
    return os.path.lexists(folder / CATALOG)


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


def _printable(path: PurePath) -> str:
    """The path with the bytes spelt out that are of no encoding and that no stream could print."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
