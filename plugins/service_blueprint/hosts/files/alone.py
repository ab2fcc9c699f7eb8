"""A folder held by one process at a time."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service_blueprint.errors import ServiceBlueprintError

_CANNOT_HOLD = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)  # as some disks of a network


class BusyError(ServiceBlueprintError):
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
        except OSError as error:
            if error.errno not in _CANNOT_HOLD:
                raise
        yield
    finally:
        os.close(handle)
