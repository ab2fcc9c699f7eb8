"""The blueprints' folder, read for the pages."""

from datetime import date
from pathlib import Path, PurePosixPath

from service_blueprint.checking import check
from service_blueprint.hosts.check_settings import Settings
from service_blueprint.pages.collection import Collection, Entry
from service_blueprint.pages.folders import folder_title
from service_blueprint.problem import Problem
from service_blueprint.reading import Library
from service_blueprint.reading.blueprint_ids import is_too_long
from service_blueprint.reading.decoding import shown_text
from service_blueprint.shelves.icon_faults import icon_faults
from service_blueprint.shelves.paths import seen
from service_blueprint.shelves.watched import library_now


def read_collection(folder: Path, settings: Settings) -> tuple[Collection, tuple[Problem, ...]]:
    """All blueprints of a folder with the texts of the files that have faults, and what the rules find in them.

    Problems name their files as seen from the working directory, so that a terminal can open them.
    """
    library = library_now(seen(folder))
    entries: dict[str, Entry] = {}
    without_page: list[Problem] = []
    for reading in library.readings:
        if is_too_long(reading.id):
            without_page += reading.problems
            continue
        # Of two files with one address the first has it; the library's problems name the second.
        title = reading.title or folder_title(PurePosixPath(reading.id).name)
        entries.setdefault(
            reading.id,
            Entry(reading.id, Path(reading.path), title, reading.blueprint, reading.problems, reading.data),
        )
    of_all = (*library.problems, *icon_faults(library), *without_page)
    problems = [*of_all, *(problem for entry in entries.values() for problem in entry.problems)]
    faulty = {problem.place.path for problem in problems}
    sources = {path: shown_text(data) for path, data in library.texts.items() if path in faulty}
    collection = Collection(folder.name, tuple(entries.values()), of_all, sources, library.shared.data)
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
