"""Several entries of a folder replaced together: all of them or none."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ASIDE = ".service-blueprint-unfinished"
_DONE = ".service-blueprint-replaced"


class BusyError(Exception):
    """Another process is replacing entries of the same folder."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Gives an empty folder; each entry that it has in the end takes the place of that of its name in ``folder``.

    Until then ``folder`` is as it was, and it stays so where an error comes between. What a process left that was
    killed meanwhile is undone by the next. Folders are made where they are missing. Raises ``BusyError``, and
    ``OSError`` where the system refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        _undo(folder)
        new, old = folder / _ASIDE / "new", folder / _ASIDE / "old"
        try:
            new.mkdir(parents=True)
            old.mkdir()
            yield new
            names = sorted(path.name for path in new.iterdir())
            (folder / _ASIDE / "unfinished").write_text("\n".join(names), encoding="utf-8")
            (folder / _ASIDE / "unfinished").rename(folder / _ASIDE / "names")
            for name in names:
                if os.path.lexists(folder / name):
                    (folder / name).rename(old / name)
                (new / name).rename(folder / name)
            (folder / _ASIDE).rename(folder / _DONE)
        finally:
            _undo(folder)


def _undo(folder: Path) -> None:
    """Put back what was there before a replacement that was not finished, and remove what is left of one."""
    aside = folder / _ASIDE
    names = (aside / "names").read_text(encoding="utf-8").split("\n") if (aside / "names").exists() else []
    for name in filter(None, names):
        # Whatever was cut short is done in two steps, each of which may have been reached.
        if not os.path.lexists(aside / "new" / name) and os.path.lexists(folder / name):
            (folder / name).rename(aside / "new" / name)
        if os.path.lexists(aside / "old" / name):
            (aside / "old" / name).rename(folder / name)
    # First of all, for what stands in a folder half removed would be taken for moved away.
    (aside / "names").unlink(missing_ok=True)
    if aside.exists():
        shutil.rmtree(aside)
    shutil.rmtree(folder / _DONE, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a folder; the system lets go of it when the process ends, however that comes."""
    if sys.platform == "win32":  # no folder can be held there
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(str(folder)) from None
        yield
    finally:
        os.close(handle)
