"""The disk as it is read: ordinary files, no more of one than is allowed, and links within the project alone.

Blueprints come in pull requests from people whom nobody knows, and links come with them: to files of whoever builds the
site, to devices and pipes, to themselves. Of what such a link leads to nothing is read, so nothing of it can be shown.
"""

import os
import stat
from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path

from service_blueprint.faults import files as faults
from service_blueprint.file_names import FILE_ENDINGS
from service_blueprint.problem import Fault, Place, Problem
from service_blueprint.reading.decoding import too_large
from service_blueprint.reading.limits import BYTES
from service_blueprint.shelves.projects import project_of

# A pipe is not waited for, and what became a link after it was judged is not followed.
_FLAGS = ("O_NONBLOCK", "O_NOFOLLOW", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
_HOW = reduce(or_, (getattr(os, name, 0) for name in _FLAGS))


def read_bytes(file: Path, path: str, *, folder: Path | None = None, most: int = BYTES.most) -> bytes | Problem:
    """What ``file`` holds, or why it is not read; ``path`` is what problems call it, ``most`` the bytes it may have.

    ``folder`` is what bounds links where there is no project around them.
    """
    try:
        if fault := link_fault(file, folder):
            return fault.at(Place(path))
        real = os.path.realpath(file)
        if is_folder(file):
            return faults.IS_FOLDER().at(Place(path))
        if not os.path.lexists(real):
            return faults.NO_FILE().at(Place(path))
        return _read(real, path, most)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return faults.UNREADABLE(reason=reason).at(Place(path))


def link_fault(path: Path, folder: Path | None = None) -> Fault | None:
    """Why a link on the way to ``path`` is not followed; None where all are, or there are none.

    A link leads to something in the project that it lies in, which is not hidden there and has the same kind of name.
    Outside of any project it leads to something in ``folder``, or else beside itself. Nothing is said of where it
    leads, nor whether anything is there.
    """
    whole = path.absolute()
    real = Path(os.path.realpath(whole))
    links = list(_links(whole))
    for link in links:
        here = Path(os.path.realpath(link.parent))
        bounds = project_of(here) or _folder_around(link, here, folder) or (here if link == whole else None)
        if bounds is None:
            continue  # far above, where whoever runs this has put it
        if not real.is_relative_to(bounds):
            return faults.LINK_OUT()
        if any(_hidden(part, here) for part in (real, *real.parents) if part != bounds and part.is_relative_to(bounds)):
            return faults.LINK_TO_HIDDEN()
    if not links:
        return None
    if not os.path.exists(links[-1]):  # noqa: PTH110 - nor does a path of Path bear every circle of links
        return faults.LINK_NOWHERE()
    if not is_folder(real) and not _of_one_kind(whole, real):
        return faults.LINK_TO_OTHER(ending=whole.suffix)
    return None


def real_path(path: Path) -> Path:
    """Where a path leads once all links are followed; unlike that of ``Path``, this bears circles of them."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether there is a folder, or a link to one; unlike that of ``Path``, this bears names of any length."""
    return os.path.isdir(path)  # noqa: PTH112


def _links(path: Path) -> Iterator[Path]:
    """The links on the way to ``path``, itself among them, from the top downwards."""
    return (part for part in (*reversed(path.parents), path) if os.path.islink(part))  # noqa: PTH114 - any name


def _folder_around(link: Path, here: Path, folder: Path | None) -> Path | None:
    if folder is None or link == folder.absolute():
        return None
    real = real_path(folder)
    return real if here.is_relative_to(real) else None


def _hidden(part: Path, here: Path) -> bool:
    """Whether a part of a link's way is hidden from ``here``, the folder that the link lies in."""
    return part.name.startswith(".") and not here.is_relative_to(part)


def _of_one_kind(path: Path, real: Path) -> bool:
    return real.suffix in FILE_ENDINGS if path.suffix in FILE_ENDINGS else real.suffix == path.suffix


def _read(real: str, path: str, most: int) -> bytes | Problem:
    """What an ordinary file holds that no link leads to any more."""
    other = faults.NO_ORDINARY_FILE().at(Place(path))
    # Some devices do something as soon as they are opened.
    if not stat.S_ISREG(os.lstat(real).st_mode):
        return other
    handle = os.open(real, os.O_RDONLY | _HOW)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return other
        data = b""
        # The size is what a system says, and of some files it says too little.
        while status.st_size <= most and len(data) <= most and (part := os.read(handle, most + 1 - len(data))):
            data += part
    finally:
        os.close(handle)
    size = max(status.st_size, len(data))
    return too_large(size, path, most) if size > most else data
