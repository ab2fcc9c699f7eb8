"""A folder held by one process at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(Exception):
    """Another process is writing into the same folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder; the system lets go of it when the process ends, however that comes.

    Raises ``BusyError`` where another process holds it.
    """
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
