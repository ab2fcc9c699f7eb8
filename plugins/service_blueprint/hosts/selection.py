"""The blueprints that somebody names on a command line, each with everything that is wrong with it.

A file is read as part of the folder that it belongs to, so that its id, its catalog and its faults are the same
whether the file is named, or a folder, or a site is built of them.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from service_blueprint.blueprint import Blueprint, Catalog
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import Library, Reading, read_file, read_folder
from service_blueprint.reading.files import CATALOG, FOLDER


@dataclass(frozen=True)
class Selected:
    """One blueprint that was named; ``problems`` are its file's and its catalog's.

    ``library`` are the blueprints of its folder by id, itself among them where it is part of one.
    """

    reading: Reading
    problems: tuple[Problem, ...]
    library: Mapping[str, Blueprint]

    @property
    def blueprint(self) -> Blueprint | None:
        """The blueprint, or None where its file or its catalog has an error."""
        faulty = any(problem.severity is Severity.ERROR for problem in self.problems)
        return None if faulty else self.reading.blueprint


@dataclass(frozen=True)
class Selection:
    """All that was named: each blueprint once, in the order of the command line, and each problem once.

    ``empty`` are the folders among it that hold nothing to read.
    """

    blueprints: tuple[Selected, ...]
    problems: tuple[Problem, ...]
    empty: tuple[Path, ...] = ()


def select(paths: Iterable[Path]) -> Selection:
    """Read the files and folders that were named, whatever is in them.

    A file whose name begins with ``_`` is no blueprint and is passed over, for a shell's ``*.yml`` names it too; but
    a catalog's problems are told.
    """
    selected: dict[Path, Selected] = {}
    problems: set[Problem] = set()
    empty: list[Path] = []
    read = cache(read_folder)
    for path in paths:
        folder = _folder_of(path)
        library = read(folder) if folder else Library(path.parent, Catalog(), ())
        shared = _problems_of(str(library.folder / CATALOG), library)
        problems.update(shared)
        readings = _readings(path, library)
        if path.is_dir() and not readings and not shared:
            empty.append(path)
        for reading in readings:
            own = (*shared, *reading.problems, *_problems_of(reading.path, library))
            selected.setdefault(Path(reading.path).resolve(), Selected(reading, own, library.blueprints))
            problems.update(own)
    return Selection(tuple(selected.values()), tuple(sorted(problems)), tuple(empty))


def _folder_of(path: Path) -> Path | None:
    """The folder of blueprints that a file or folder belongs to; None for a file that stands alone.

    It is the nearest one that holds a catalog or has the usual name, else the folder that was named itself. It is
    absolute only where ``path`` is, for its files' paths are shown to readers.
    """
    start = Path(os.path.abspath(path))  # noqa: PTH100 - a symbolic link belongs where it lies, not where it leads
    for folder in (start, *start.parents):
        if folder.is_dir() and (folder.name == FOLDER or (folder / CATALOG).exists()):
            return folder if path.is_absolute() else Path(os.path.relpath(folder))
    return path if path.is_dir() else None


def _readings(path: Path, library: Library) -> list[Reading]:
    """The blueprints of a library that a path names, or the one that only it names, being no part of the library."""
    named = path.resolve()
    found = [reading for reading in library.readings if Path(reading.path).resolve().is_relative_to(named)]
    if found or path.is_dir() or path.name.startswith("_"):
        return found
    return [read_file(path, catalog=library.catalog)]


def _problems_of(path: str, library: Library) -> tuple[Problem, ...]:
    """What a library's problems say of one of its files."""
    return tuple(problem for problem in library.problems if problem.place.path == path)
