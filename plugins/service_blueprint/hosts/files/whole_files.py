"""Files written whole or not at all."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.shelves.disk import link_fault, read_bytes, real_path


class ChangedError(ServiceBlueprintError):
    """A file that somebody has changed since it was read; it was left alone."""


def write_whole(file: Path, data: bytes, *, before: bytes | None = None) -> None:
    """Write a file so that it holds all of ``data`` or what it held before, whatever happens meanwhile.

    The folders above it are made. A file that is there keeps its permissions, and a symbolic link leads to the same
    file as before. Raises ``OSError`` where the system refuses or a link leads out of the project, and
    ``ChangedError`` where the file no longer holds ``before``.
    """
    refuse_links_out(file)
    target = real_path(file)
    # Nobody knows this name beforehand, so nobody can have put a link there.
    unfinished = target.with_name(f".service-blueprint-{token_hex(8)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        if target.exists():
            unfinished.chmod(target.stat().st_mode)
        if before is not None and read_bytes(target, str(file)) != before:
            raise ChangedError(str(file))
        unfinished.replace(target)
    except OSError as error:
        error.filename = str(file)  # not the name of the unfinished one, which nobody knows
        raise
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def refuse_links_out(path: Path) -> None:
    """Raises ``OSError`` where a link on the way to what is to be written leads where none is followed."""
    if fault := link_fault(path):
        raise OSError(errno.EPERM, fault.message, str(path))


def refuse_links_below(folder: Path, file: Path) -> None:
    """Raises ``OSError`` where ``file``, or a folder between it and ``folder``, is a link: nothing of ours is one."""
    for part in (file, *file.parents):
        if part == folder:
            break
        if os.path.islink(part):  # noqa: PTH114 - a name of any length
            raise OSError(errno.EPERM, "a link stands in its place or on the way", str(part))


class TakenError(ServiceBlueprintError):
    """A file that was to be made is there already; nothing was written."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by their paths below ``folder``, none of which is there yet: all of them or none.

    Folders are made where they are missing. Raises ``TakenError`` where one of the files is there, or a file stands
    where a folder should be, and ``OSError`` where the system refuses.
    """
    for path in files:
        refuse_links_out(folder / path)
        for part in (folder / path, *(folder / path).parents):
            if os.path.lexists(part) and (part == folder / path or not part.is_dir()):
                raise TakenError(part)
    made: list[Path] = []
    try:
        for path, data in files.items():
            file = folder / path
            made += [parent for parent in reversed(file.parents) if not parent.exists()]
            file.parent.mkdir(parents=True, exist_ok=True)
            made.append(file)
            write_whole(file, data)
    except BaseException:
        for path_made in reversed(made):
            _remove(path_made)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.rmdir() if path.is_dir() else path.unlink()
