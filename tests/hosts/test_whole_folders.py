"""Entries of a folder replaced together, whatever comes between."""

import shutil
from pathlib import Path

import pytest

from service_blueprint.hosts.files import whole_folders
from service_blueprint.hosts.files.alone import BusyError
from service_blueprint.hosts.files.whole_folders import replacing

BEFORE = {"1.2/index.html": "old", "latest/index.html": "old", "latest/gone.html": "old", "other.txt": "stays"}
AFTER = {"1.2/index.html": "new", "1.3/index.html": "new", "latest/index.html": "new", "other.txt": "stays"}


class CutShort(BaseException):
    """A process that ends: no ``except Exception`` sees it."""


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def replace(folder: Path) -> None:
    with replacing(folder) as aside:
        write(aside, {path: text for path, text in AFTER.items() if text == "new"})


def test_entries_are_replaced_whole_and_others_stay(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    replace(tmp_path)
    assert files(tmp_path) == AFTER
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.2", "1.3", "latest", "other.txt"]


def test_an_error_meanwhile_leaves_all_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    with pytest.raises(CutShort), replacing(tmp_path) as aside:
        write(aside, AFTER)
        raise CutShort
    assert files(tmp_path) == BEFORE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.2", "latest", "other.txt"]


# Seven renames make a replacement of three entries, two of which are there before.
@pytest.mark.parametrize("step", range(1, 8))
@pytest.mark.parametrize("killed", [False, True], ids=["interrupted", "killed"])
def test_it_can_be_cut_short_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, killed: bool
) -> None:
    write(tmp_path, BEFORE)
    steps = 0
    rename = Path.rename

    def cut_short(path: Path, target: Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == step:
            raise CutShort
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut_short)
        if killed:
            patch.setattr(whole_folders, "_undo", lambda folder: None)
        with pytest.raises(CutShort):
            replace(tmp_path)
    if killed:
        whole_folders._undo(tmp_path)  # as the next run begins
    assert files(tmp_path) == BEFORE
    replace(tmp_path)
    assert files(tmp_path) == AFTER


def test_a_run_that_was_killed_while_it_tidied_up_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, BEFORE)
    rmtree = shutil.rmtree

    def half(folder: Path, **_: object) -> None:
        if folder.exists():
            for path in (folder / "new").iterdir():
                rmtree(path)
            raise CutShort

    def full(path: Path, target: Path) -> Path:
        if target == tmp_path / "latest" and path.parent.name == "new":
            raise OSError("No space left on device")
        return rename(path, target)

    rename = Path.rename
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", full)
        patch.setattr("shutil.rmtree", half)
        with pytest.raises(CutShort):
            replace(tmp_path)
    whole_folders._undo(tmp_path)  # as the next run begins
    assert files(tmp_path) == BEFORE


def test_two_at_a_time_are_kept_apart(tmp_path: Path) -> None:
    write(tmp_path, BEFORE)
    with replacing(tmp_path) as aside:
        write(aside, {"1.2/index.html": "first"})
        with pytest.raises(BusyError):
            replace(tmp_path)
    assert files(tmp_path) == BEFORE | {"1.2/index.html": "first"}
