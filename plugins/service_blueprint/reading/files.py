"""Files and folders of blueprints: which are read, what their ids are, and what they hold."""

from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath

from service_blueprint.problem import Place, Problem, Severity
from service_blueprint.reading.decoding import too_large
from service_blueprint.reading.limits import BYTES
from service_blueprint.reading.words import BLUEPRINT_ID, BLUEPRINT_ID_RULE, FILE_ENDINGS, blueprint_id_like

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
        message = f"the name '{id}' cannot be the address of a page"
        remedy = f"rename the file to '{blueprint_id_like(id)}.yml'; {BLUEPRINT_ID_RULE}"
        yield Problem(Place(path), message, remedy, "file-name")
    elif file.suffix != ".yml":
        message = f"the name '{_printable(PurePosixPath(file.name))}' does not end in '.yml'"
        remedy = f"rename the file to '{PurePosixPath(id).name}.yml'"
        yield Problem(Place(path), message, remedy, "file-name", Severity.WARNING)


def read_bytes(file: Path, path: str) -> bytes | Problem:
    """What ``file`` holds, or why it cannot be read."""
    try:
        if file.is_dir():
            return Problem(Place(path), "this is a folder, not a file", "rename it; only files end in '.yml'", "file")
        if not file.exists():
            missing = "the file is a link that leads nowhere" if file.is_symlink() else "there is no such file"
            return Problem(Place(path), missing, "check its path", "file")
        if not file.is_file():
            return Problem(Place(path), "this is no ordinary file", "put a file in its place", "file")
        size = file.stat().st_size
        return too_large(size, path) if size > BYTES.most else file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Problem(Place(path), f"the file cannot be read: {reason}", "check its permissions", "file")


def path_of(file: Path) -> str:
    """What problems call ``file``: its path as the caller gave it."""
    return _printable(file)


def catalog_name_problems(folder: Path) -> Iterator[Problem]:
    """What is wrong with the catalog's name in ``folder``."""
    file = folder / _MISNAMED_CATALOG
    if file.exists():
        message, remedy = f"the catalog is read from '{CATALOG}' alone", f"rename the file to '{CATALOG}'"
        yield Problem(Place(path_of(file)), message, remedy, "file-name", Severity.WARNING)


def blueprint_files(folder: Path) -> list[Path]:
    """The files of blueprints in ``folder`` and below, in the order of their ids.

    Whatever begins with ``_`` or ``.`` is left out. A folder named as a file is returned as one, so that somebody says
    what is wrong with it. A folder that is reached twice by symbolic links is read once.
    """
    return sorted(_files(folder, set()), key=lambda file: (id_of(file, folder), file.suffix))


def _files(folder: Path, seen: set[Path]) -> Iterator[Path]:
    try:
        real = folder.resolve()
        names = sorted(folder.iterdir())
    except (OSError, RuntimeError):
        return
    if real in seen:
        return
    seen.add(real)
    for name in names:
        if name.name.startswith(("_", ".")):
            continue
        if name.suffix in FILE_ENDINGS:
            yield name
        elif name.is_dir():
            yield from _files(name, seen)


def catalog_near(file: Path, folder: Path | None) -> Path | None:
    """The catalog for ``file``: that of ``folder``, or else of the file's folder or the nearest one above it.

    Folders above one called ``blueprints`` are not searched.
    """
    if folder:
        return folder / CATALOG if (folder / CATALOG).exists() else None
    for parent in file.absolute().parents:
        if (parent / CATALOG).exists():
            return parent / CATALOG
        if parent.name == FOLDER:
            break
    return None


def _printable(path: PurePath) -> str:
    """The path with the bytes spelt out that are of no encoding and that no stream could print."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
