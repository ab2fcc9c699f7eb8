"""The blueprints that somebody names on a command line, each with everything that is wrong with it.

A file is read as part of the folder that it belongs to, so that its id, its catalog and its faults are the same
whether the file is named, or a folder, or a site is built of them.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from service_blueprint.blueprint import Blueprint, Catalog
from service_blueprint.file_names import FOLDER
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import Library, Reading
from service_blueprint.reading.reading import read_held
from service_blueprint.shelves.disk import is_folder
from service_blueprint.shelves.folder import held_file, read_folder
from service_blueprint.shelves.icon_faults import icon_faults
from service_blueprint.shelves.paths import seen
from service_blueprint.shelves.walk import has_catalog


@dataclass(frozen=True)
class Selected:
    """One blueprint that was named; ``problems`` are its file's, its catalog's, and those between files.

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

    @property
    def behind_catalog(self) -> bool:
        """Whether the catalog has faults, so that the blueprint cannot be read."""
        paths = (each.place.path for each in self.reading.problems if each.severity is Severity.ERROR)
        return any(path != self.reading.path for path in paths)


@dataclass(frozen=True)
class Selection:
    """All that was named: each blueprint once, in the order of the command line, and each problem once.

    ``empty`` are the folders among it that hold nothing to read, ``texts`` what the files hold by their paths.
    """

    blueprints: tuple[Selected, ...]
    problems: tuple[Problem, ...]
    empty: tuple[Path, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def behind_catalogs(self) -> int:
        """How many blueprints cannot be read because their catalog has faults."""
        return sum(each.behind_catalog for each in self.blueprints)


def select(paths: Iterable[Path]) -> Selection:
    """Read the files and folders that were named, whatever is in them.

    A file whose name begins with ``_`` is no blueprint and is passed over, for a shell's ``*.yml`` names it too; but
    a catalog's problems are told.
    """
    selected: dict[str, Selected] = {}
    problems: set[Problem] = set()
    empty: list[Path] = []
    texts: dict[str, bytes] = {}
    read = cache(read_folder)
    for path in paths:
        folder = folder_of(path)
        library = read(folder) if folder else Library(path.parent, Catalog(), ())
        shared = _problems_of(library.shared.path, library)
        readings = _readings(path, library)
        loose = [*shared, *icon_faults(library), *_problems_below(path, library)]
        problems.update(loose)
        if is_folder(path) and not readings and not loose:
            empty.append(path)
        texts |= library.texts
        for reading in readings:
            own = (*shared, *reading.problems, *_problems_of(reading.path, library))
            # A link and what it leads to are two blueprints, each with an address.
            selected.setdefault(os.path.abspath(reading.path), Selected(reading, own, library.blueprints))  # noqa: PTH100
            problems.update(own)
            if reading.data:
                texts[reading.path] = reading.data
    return Selection(tuple(selected.values()), tuple(sorted(problems)), tuple(empty), texts)


def folder_of(path: Path) -> Path | None:
    """The folder of blueprints that a file or folder belongs to; None for a file that stands alone.

    It is the nearest one that holds a catalog or has the usual name, else the folder that was named itself. It is
    absolute only where ``path`` is, for its files' paths are shown to readers.
    """
    start = Path(os.path.abspath(path))  # noqa: PTH100 - a symbolic link belongs where it lies, not where it leads
    for folder in (start, *start.parents):
        if is_folder(folder) and (folder.name == FOLDER or has_catalog(folder)):
            return folder if path.is_absolute() else seen(folder)
    return path if is_folder(path) else None


def _readings(path: Path, library: Library) -> list[Reading]:
    """The blueprints of a library that a path names, or the one that only it names, being no part of the library."""
    found = [reading for reading in library.readings if _is_below(reading.path, path)]
    if found or is_folder(path) or path.name.startswith("_"):
        return found
    return [read_held(held_file(path, None), library.shared)]


def _problems_below(path: Path, library: Library) -> Iterator[Problem]:
    """What a library's problems say of what is below a path and no blueprint, as a folder that cannot be read."""
    known = {reading.path for reading in library.readings}
    for problem in library.problems:
        if problem.place.path not in known and _is_below(problem.place.path, path):
            yield problem


def _is_below(path: str, named: Path) -> bool:
    """Whether a path is the one that was named, or below it; as they are written, wherever links lead."""
    whole, around = os.path.abspath(path), os.path.abspath(named)  # noqa: PTH100 - asked very often
    return whole == around or whole.startswith(os.path.join(around, ""))  # noqa: PTH118


def _problems_of(path: str, library: Library) -> tuple[Problem, ...]:
    """What a library's problems say of one of its files."""
    return tuple(problem for problem in library.problems if problem.place.path == path)
