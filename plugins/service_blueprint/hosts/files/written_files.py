"""A folder that we write some files into, among those of others: ours are renewed, theirs are left alone.

A list in the folder says what we wrote, with the digest of each file's content. So a file is known to be ours for as
long as nobody changes it, and is removed when it is no longer wanted.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from service_blueprint.hosts.files.alone import alone
from service_blueprint.hosts.files.whole_files import refuse_links_below, refuse_links_out, write_whole
from service_blueprint.reading.limits import MADE_BYTES
from service_blueprint.shelves.disk import is_folder, read_bytes

LIST = ".service-blueprint.txt"
"""The list; site generators pass over a file whose name begins with a dot."""

_ASIDE = ".service-blueprint.part"
_HEAD = "# What service-blueprint wrote here, as `sha256sum --check` reads it. Change none of these files by hand.\n"
_ENTRY = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of a folder's files, by their paths in it.

    ``left_alone`` are files, folders and links of others that stand where ours should be, or in whose place one of ours
    was until somebody changed it.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    left_alone: tuple[str, ...]


def renew(folder: Path, files: Mapping[str, bytes]) -> Renewal:
    """Have a folder hold these files, by their paths in it, and no others of an earlier run.

    All are written aside first, and only then put in their places; so what cannot be written leaves the folder as it
    was. Where a run is interrupted while it does that, each file is still the old or the new one, and the next run
    knows both. Raises ``BusyError`` where another run is at it, and ``OSError`` where the system refuses or ``folder``
    is a link out of the project.
    """
    refuse_links_out(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        return _renewed(folder, files)


def _renewed(folder: Path, files: Mapping[str, bytes]) -> Renewal:
    refuse_links_below(folder, folder / LIST)
    known = _read(folder / LIST)
    obstacles = {path: _obstacle(folder, path, data, known) for path, data in files.items()}
    ours = {path: data for path, data in files.items() if obstacles[path] is None}
    changed = {path: data for path, data in ours.items() if not _holds(folder / path, data)}
    wanted = {(path, _digest(data)) for path, data in ours.items()}
    unwanted = sorted({path for path, _ in known} - files.keys())
    stale = [path for path in unwanted if _is_ours(folder, path, known)]
    changed_by_others = {path for path in unwanted if path not in stale and os.path.lexists(folder / path)}

    aside = folder / _ASIDE
    _remove_tree(aside)  # of a run that was cut off
    try:
        if changed:
            aside.mkdir()
        for number, data in enumerate(changed.values()):
            (aside / str(number)).write_bytes(data)
        if changed or stale:
            _write(folder / LIST, known | wanted)
        for number, path in enumerate(changed):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / str(number)).replace(folder / path)
    finally:
        _remove_tree(aside)
    for path in stale:
        (folder / path).unlink()
        _remove_empty(folder, PurePosixPath(path).parents)
    if known != wanted:
        _write(folder / LIST, wanted)
    unchanged = tuple(path for path in ours if path not in changed)
    in_the_way = {obstacle for obstacle in obstacles.values() if obstacle is not None}
    return Renewal(tuple(changed), unchanged, tuple(stale), tuple(sorted(in_the_way | changed_by_others)))


def _obstacle(folder: Path, path: str, data: bytes, known: set[tuple[str, str]]) -> str | None:
    """What keeps us from writing at ``path``: itself or a folder above it; None where nothing does."""
    for part in reversed(PurePosixPath(path).parents[:-1]):
        above = folder / part
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            return str(part)
    file = folder / path
    if not os.path.lexists(file) or _is_ours(folder, path, known):
        return None
    return None if not file.is_symlink() and _holds(file, data) else path


def _is_ours(folder: Path, path: str, known: set[tuple[str, str]]) -> bool:
    """Whether a file is there that holds what we wrote, and is no link nor reached by one."""
    file = folder / path
    if any((folder / part).is_symlink() for part in (PurePosixPath(path), *PurePosixPath(path).parents[:-1])):
        return False
    held = _held(file)
    return held is not None and (path, _digest(held)) in known


def _holds(file: Path, data: bytes) -> bool:
    return _held(file) == data


def _held(file: Path) -> bytes | None:
    """What an ordinary file holds; one that is larger than all of ours is none of them."""
    held = read_bytes(file, str(file), most=MADE_BYTES)
    return held if isinstance(held, bytes) else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(file: Path) -> set[tuple[str, str]]:
    """The paths of the list, each with its digest; a line that is none of ours is passed over."""
    lines = (_held(file) or b"").decode("utf-8", "replace").splitlines()
    entries = (_ENTRY.fullmatch(line) for line in lines)
    return {(entry[2], entry[1]) for entry in entries if entry and _is_inside(entry[2])}


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(path).is_absolute() and not Path(path).drive


def _write(file: Path, entries: set[tuple[str, str]]) -> None:
    write_whole(file, (_HEAD + "".join(f"{digest}  {path}\n" for path, digest in sorted(entries))).encode())


def _remove_tree(folder: Path) -> None:
    """Remove a folder, or whatever else has its name; of a link, the link alone."""
    if is_folder(folder) and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


def _remove_empty(folder: Path, parents: Iterable[PurePosixPath]) -> None:
    """Remove the folders that nothing is left in, from the innermost outwards."""
    with suppress(OSError):
        for parent in parents:
            if parent.parts:
                (folder / parent).rmdir()
