"""The blueprints' folder, read for the pages."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

from service_blueprint.checking import check
from service_blueprint.hosts.check_settings import Settings
from service_blueprint.hosts.shelf import library_of
from service_blueprint.pages.collection import Collection, Entry
from service_blueprint.pages.folders import folder_title
from service_blueprint.problem import Problem
from service_blueprint.reading import Library
from service_blueprint.reading.files import CATALOG


def read_collection(folder: Path, settings: Settings) -> tuple[Collection, tuple[Problem, ...]]:
    """All blueprints of a folder with the texts of the files that have faults, and what the rules find in them.

    Problems name their files as seen from the working directory, so that a terminal can open them.
    """
    library = library_of(Path(os.path.relpath(folder)))
    entries: dict[str, Entry] = {}
    for reading in library.readings:
        # Of two files with one address the first has it; the library's problems name the second.
        title = reading.title or folder_title(PurePosixPath(reading.id).name)
        entries.setdefault(
            reading.id,
            Entry(
                reading.id, Path(reading.path), title, reading.blueprint, reading.problems, _text(Path(reading.path))
            ),
        )
    problems = [*library.problems, *(problem for entry in entries.values() for problem in entry.problems)]
    catalog = _text(library.folder / CATALOG)
    collection = Collection(folder.name, tuple(entries.values()), library.problems, _sources(problems), catalog)
    return collection, _doubts(library, settings)


def _doubts(library: Library, settings: Settings) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for reading in library.readings:
        if reading.blueprint:
            found += check(
                reading.blueprint,
                today=date.today(),
                library=library.blueprints,
                select=settings.select,
                ignore=settings.ignore,
                locate=reading.place,
            )
    return tuple(found)


def _text(file: Path) -> bytes:
    """What a file holds; nothing where it cannot be read, which its reading's problems say."""
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return b""


def _sources(problems: Iterable[Problem]) -> dict[str, str]:
    texts = {}
    for path in {problem.place.path for problem in problems}:
        try:
            texts[path] = Path(path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            # The problem itself says that the file cannot be read.
            continue
    return texts
