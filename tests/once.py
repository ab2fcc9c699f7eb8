"""What several workers of one run need alike, made by the first of them that asks for it."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300.0  # seconds until what another worker makes is a failure


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of the worker's own with what ``make`` put into a folder of that name, once in the whole run.

    The first worker makes a folder that tells the others to wait, and a file that tells them how it ended.
    """
    own = factory.getbasetemp()
    around = own.parent if own.name.startswith("popen-") else own  # each worker of pytest-xdist has a folder there
    shared, ended = around / f"{name}-shared", around / f"{name}-ended"
    try:
        (around / f"{name}-begun").mkdir()
    except FileExistsError:
        _wait_for(ended)
    else:
        outcome = "failed"
        try:
            shared.mkdir()
            make(shared)
            outcome = "made"
        finally:
            ended.write_text(outcome, encoding="utf-8")
    assert ended.read_text(encoding="utf-8") == "made", f"another worker could not make the {name}"
    return Path(shutil.copytree(shared, factory.mktemp(name) / name))


def _wait_for(file: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text(encoding="utf-8")):
        assert time.monotonic() < end, f"{file} did not come"
        time.sleep(0.1)
