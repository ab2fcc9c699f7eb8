"""Paths as readers and tools are told them."""

import os
from pathlib import Path


def seen(path: Path, start: Path | None = None) -> Path:
    """A path as seen from ``start``, or else from the working directory; the whole path where it lies on another drive.

    It is relative even where ``path`` is not, so that a terminal can open it and a log is the same on every machine.
    """
    try:
        return Path(os.path.relpath(path, start or Path()))
    except ValueError:
        return path.absolute()
