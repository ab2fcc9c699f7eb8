"""What a folder of blueprints holds, wherever it is kept: names and bytes, not yet read."""

from dataclasses import dataclass, field
from pathlib import Path, PurePath

from service_blueprint.problem import Problem


@dataclass(frozen=True, slots=True)
class Held:
    """A file of a folder.

    ``id`` is what its blueprint's would be, ``file`` what the file is called, ``path`` what problems call it. ``data``
    is what it holds, or why that is not to be had.
    """

    id: str
    file: PurePath
    path: str
    data: bytes | Problem = field(repr=False)


@dataclass(frozen=True, slots=True)
class Contents:
    """All that belongs to a folder, files in the order of their ids.

    ``folder`` is what readers call it, ``catalog`` is None where there is none, and ``problems`` say what keeps other
    files from being found. ``exists`` is whether there is such a folder at all.
    """

    folder: Path
    catalog: Held | None = None
    files: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()
    exists: bool = True
