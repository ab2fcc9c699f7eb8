"""A walk through a folder of blueprints on the disk: which files belong to it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service_blueprint.faults import files as faults
from service_blueprint.file_names import CATALOG, FILE_ENDINGS
from service_blueprint.problem import Fault, Place, Problem
from service_blueprint.reading.files import id_of, path_of
from service_blueprint.reading.listing import is_left_out
from service_blueprint.shelves.disk import is_folder, link_fault, real_path

MOST = 20_000
"""Files and folders that are looked at; links to folders could make endlessly many of few."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of blueprints in a folder and below, in the order of their ids, and what keeps others from being found.

    A folder that is named as a file is among the files, so that somebody says what is wrong with it. ``catalog`` is
    None where there is none.
    """

    catalog: Path | None = None
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def has_catalog(folder: Path) -> bool:
    """Whether a folder holds something that is called as a catalog is; a link that leads nowhere counts too."""
    return os.path.lexists(folder / CATALOG)


def listed(folder: Path) -> Listing:
    """What belongs to a folder of blueprints. Raises nothing; a folder that is not there has that as its problem.

    A link to a folder is followed where one to a file would be, and not back into a folder that it lies in.
    """
    if fault := link_fault(folder):
        return Listing(problems=(_problem(folder, fault),))
    if not is_folder(folder):
        return Listing(problems=(_problem(folder, faults.NO_FOLDER()),))
    files: list[Path] = []
    problems: list[Problem] = []
    for found in _found(folder):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(found)
    files.sort(key=lambda file: (id_of(file, folder), file.suffix))
    catalog = folder / CATALOG if has_catalog(folder) else None
    return Listing(catalog, tuple(files), tuple(sorted(problems)))


@dataclass(frozen=True, slots=True)
class _Entered:
    """A folder on the way down; ``real`` is where it is once all links are followed."""

    folder: Path
    real: Path
    above: "_Entered | None" = None

    def lies_in_itself(self) -> bool:
        above = self.above
        while above and above.real != self.real:
            above = above.above
        return above is not None


def _found(top: Path) -> Iterator[Path | Problem]:
    # A list of what is still to be entered, for folders may lie in each other deeper than calls can.
    ahead = [_Entered(top, real_path(top))]
    looked_at = 0
    while ahead:
        entered = ahead.pop()
        if entered.lies_in_itself():
            yield _problem(entered.folder, faults.FOLDER_IN_ITSELF())
            continue
        try:
            entries = sorted(entered.folder.iterdir())
        except OSError as error:
            yield _problem(entered.folder, faults.FOLDER_UNREADABLE(reason=error.strerror or str(error)))
            continue
        for entry in entries:
            if is_left_out(entry.name):
                continue
            looked_at += 1
            if looked_at > MOST:
                yield _problem(top, faults.TOO_MANY_FILES(most=MOST))
                return
            if entry.suffix in FILE_ENDINGS:
                yield entry
                continue
            is_link = entry.is_symlink()
            if is_link and (fault := _folder_fault(entry, top)):
                yield _problem(entry, fault)
            elif is_folder(entry):
                ahead.append(_Entered(entry, real_path(entry) if is_link else entered.real / entry.name, entered))


def _folder_fault(link: Path, top: Path) -> Fault | None:
    """What is wrong with a link that leads to a folder, or that may have been meant to, having no ending."""
    leads_somewhere = os.path.exists(link)  # noqa: PTH110 - a circle of links leads nowhere
    meant = is_folder(link) or not (leads_somewhere or link.suffix)
    return link_fault(link, top) if meant else None


def _problem(path: Path, fault: Fault) -> Problem:
    return fault.at(Place(path_of(path)))
