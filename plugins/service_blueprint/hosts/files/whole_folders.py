"""Several entries of a folder replaced together: all of them or none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service_blueprint.hosts.files.alone import alone
from service_blueprint.hosts.files.whole_files import refuse_links_out
from service_blueprint.reading.disk import is_folder, read_bytes

_ASIDE = ".service-blueprint-unfinished"
_DONE = ".service-blueprint-replaced"


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Gives an empty folder; each entry that it has in the end takes the place of that of its name in ``folder``.

    Until then ``folder`` is as it was, and it stays so where an error comes between. What a process left that was
    killed meanwhile is undone by the next. Folders are made where they are missing. Raises ``BusyError``, and
    ``OSError`` where the system refuses or a link leads out of the project.
    """
    refuse_links_out(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
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
    for made in (aside, folder / _DONE):
        if made.is_symlink() or (made.exists() and not is_folder(made)):
            made.unlink()  # none of ours
    for name in _names(aside / "names"):
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


def _names(file: Path) -> Iterator[str]:
    """The entries that were to be replaced; whatever is no plain name was not written by us."""
    held = read_bytes(file, str(file))
    for name in held.decode("utf-8", "replace").split("\n") if isinstance(held, bytes) else ():
        if name and name == Path(name).name and name not in (_ASIDE, _DONE, ".."):
            yield name
