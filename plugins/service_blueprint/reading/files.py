"""What files of blueprints are called: their ids, their catalogs, and what is wrong with a name."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath

from service_blueprint.file_names import CATALOG, FILE_ENDINGS, FOLDER, MISNAMED_CATALOG
from service_blueprint.problem import Place, Problem, Severity
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID, blueprint_id_like, blueprint_id_rule


def id_of(file: Path, folder: Path | None) -> str:
    """A blueprint's id: its path below ``folder`` without the ending, or the file's name where it lies elsewhere."""
    path = PurePosixPath(file.name)
    if folder and file.absolute().is_relative_to(folder.absolute()):
        path = PurePosixPath(file.absolute().relative_to(folder.absolute()).as_posix())
    return _printable(path.parent / path.stem)


def name_problems(file: Path, id: str, path: str) -> Iterator[Problem]:
    """What is wrong with the name of ``file``, whose id would be ``id``: no address can be made of some."""
    if not BLUEPRINT_ID.fullmatch(id):
        message = f"the name '{id}' cannot be the address of a page"
        remedy = f"rename the file to '{blueprint_id_like(id)}.yml'; {blueprint_id_rule(id)}"
        yield Problem(Place(path), message, remedy, "file-name")
    elif file.suffix != FILE_ENDINGS[0]:
        message = f"the name '{_printable(PurePosixPath(file.name))}' does not end in '.yml'"
        remedy = f"rename the file to '{PurePosixPath(id).name}.yml'"
        yield Problem(Place(path), message, remedy, "file-name", Severity.WARNING)


def path_of(file: Path) -> str:
    """What problems call ``file``: its path as the caller gave it."""
    return _printable(file)


def catalog_name_problems(folder: Path) -> Iterator[Problem]:
    """What is wrong with the catalog's name in ``folder``."""
    file = folder / MISNAMED_CATALOG
    if os.path.lexists(file):
        message, remedy = f"the catalog is read from '{CATALOG}' alone", f"rename the file to '{CATALOG}'"
        yield Problem(Place(path_of(file)), message, remedy, "file-name", Severity.WARNING)


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
