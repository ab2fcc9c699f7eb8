"""Files written whole or not at all."""

import os
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
