"""Files written whole or not at all."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Write a file so that it holds all of ``data`` or what it held before, whatever happens meanwhile.

    The folders above it are made. A file that is there keeps its permissions, and a symbolic link leads to the same
    file as before. Raises ``OSError`` where the system refuses.
    """
    target = file.resolve()
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        unfinished.write_bytes(data)
        if target.exists():
            unfinished.chmod(target.stat().st_mode)
        unfinished.replace(target)
    except OSError as error:
        error.filename = str(file)  # not the name of the unfinished one, which nobody knows
        raise
    finally:
        unfinished.unlink(missing_ok=True)


class TakenError(Exception):
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
