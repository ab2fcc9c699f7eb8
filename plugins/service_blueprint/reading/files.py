"""What files of blueprints are called: their ids, their catalogs, and what is wrong with a name."""

from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath

from service_blueprint.faults import files as faults
from service_blueprint.file_names import CATALOG, FILE_ENDINGS
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID, blueprint_id_like, is_too_long
from service_blueprint.reading.limits import ID, ID_NAME


def id_of(file: Path, folder: Path | None) -> str:
    """A blueprint's id: its path below ``folder`` without the ending, or the file's name where it lies elsewhere."""
    path = PurePosixPath(file.name)
    if folder and file.absolute().is_relative_to(folder.absolute()):
        path = PurePosixPath(file.absolute().relative_to(folder.absolute()).as_posix())
    return printable(path.parent / path.stem)


def name_problems(file: PurePath, id: str, path: str) -> Iterator[Problem]:
    """What is wrong with the name of ``file``, whose id would be ``id``: no address can be made of some."""
    if not BLUEPRINT_ID.fullmatch(id):
        fields = {"id": id, "name": f"{blueprint_id_like(id)}.yml"}
        if is_too_long(id):
            longest = {"longest": ID_NAME.most, "path": ID.most}
            yield faults.NO_ADDRESS_NAME(faults.RENAME_SHORTER, **fields, **longest).at(Place(path))
        else:
            yield faults.NO_ADDRESS_NAME(**fields).at(Place(path))
    elif file.suffix != FILE_ENDINGS[0]:
        named = printable(PurePosixPath(file.name))
        yield faults.OTHER_ENDING(file=named, name=f"{PurePosixPath(id).name}.yml").at(Place(path))


def path_of(file: PurePath) -> str:
    """What problems call ``file``: its path as the caller gave it."""
    return printable(file)


def misnamed_catalog(path: str) -> Problem:
    """That a file is called nearly as a catalog is; ``path`` is what problems call it."""
    return faults.CATALOG_NAME(name=CATALOG).at(Place(path))


def printable(path: PurePath | str) -> str:
    """The path with the bytes spelt out that are of no encoding and that no stream could print."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
