"""A folder that holds files of ours among those of others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.hosts.files import written_files
from service_blueprint.hosts.files.written_files import LIST, renew

ONE = {"a.md": b"one", "below/b.svg": b"two"}


def held(folder: Path) -> dict[str, bytes]:
    """All files of a folder but our list."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_files_are_written_and_the_folder_is_made(tmp_path: Path) -> None:
    renewal = renew(tmp_path / "some/docs", ONE)
    assert held(tmp_path / "some/docs") == ONE
    assert (renewal.written, renewal.unchanged, renewal.removed, renewal.left_alone) == (tuple(ONE), (), (), ())


def test_a_second_run_writes_only_what_has_changed(tmp_path: Path) -> None:
    renew(tmp_path, ONE)
    os.utime(tmp_path / "a.md", (1, 1))
    renewal = renew(tmp_path, ONE | {"below/b.svg": b"three"})
    assert (renewal.written, renewal.unchanged) == (("below/b.svg",), ("a.md",))
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert held(tmp_path) == ONE | {"below/b.svg": b"three"}


def test_what_is_no_longer_wanted_goes_and_its_empty_folder_too(tmp_path: Path) -> None:
    renew(tmp_path, ONE)
    assert renew(tmp_path, {"a.md": b"one"}).removed == ("below/b.svg",)
    assert sorted(path.name for path in tmp_path.iterdir()) == [LIST, "a.md"]


def test_a_folder_with_files_of_others_stays(tmp_path: Path) -> None:
    renew(tmp_path, ONE)
    (tmp_path / "below/theirs").write_text("mine")
    renew(tmp_path, {})
    assert held(tmp_path) == {"below/theirs": b"mine"}


def test_a_file_of_others_is_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("theirs")
    for _ in range(2):
        renewal = renew(tmp_path, ONE)
        assert renewal.left_alone == ("a.md",)
        assert held(tmp_path) == ONE | {"a.md": b"theirs"}
    assert renew(tmp_path, {}).removed == ("below/b.svg",)
    assert held(tmp_path) == {"a.md": b"theirs"}


def test_a_file_of_ours_that_somebody_changed_is_no_longer_ours(tmp_path: Path) -> None:
    renew(tmp_path, ONE)
    (tmp_path / "a.md").write_text("changed by hand")
    assert renew(tmp_path, ONE | {"a.md": b"new"}).left_alone == ("a.md",)
    assert (tmp_path / "a.md").read_text() == "changed by hand"


def test_a_file_that_somebody_changed_is_named_when_it_is_no_longer_wanted(tmp_path: Path) -> None:
    renew(tmp_path, ONE)
    (tmp_path / "a.md").write_text("changed by hand")
    assert renew(tmp_path, {}).left_alone == ("a.md",)
    assert held(tmp_path) == {"a.md": b"changed by hand"}
    assert renew(tmp_path, {}).left_alone == ()


@pytest.mark.parametrize("list_of_ours", ["", "no list at all\n", "\ufffd", "0" * 64 + "  a.md\n"])
def test_files_that_hold_the_very_same_are_ours_whatever_the_list_says(tmp_path: Path, list_of_ours: str) -> None:
    renew(tmp_path, ONE)
    (tmp_path / LIST).write_text(list_of_ours, encoding="utf-8")
    assert renew(tmp_path, ONE).left_alone == ()
    assert len(renew(tmp_path, {}).removed) == 2


@pytest.mark.parametrize("path", ["../outside", "below/../../outside", "{}/outside"])
def test_a_list_cannot_lead_out_of_the_folder(tmp_path: Path, path: str) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"one")
    digest = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / LIST).write_text(f"{digest}  {path.format(tmp_path)}\n")
    assert renew(docs, {}).removed == ()
    assert outside.exists()


@pytest.mark.parametrize("link", ["a.md", "below", "below/b.svg"])
def test_nothing_is_written_or_removed_through_a_symbolic_link(tmp_path: Path, link: str) -> None:
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    for path, data in ONE.items():
        (elsewhere / path).parent.mkdir(parents=True, exist_ok=True)
        (elsewhere / path).write_bytes(data)
    (docs / link).parent.mkdir(parents=True)
    (docs / link).symlink_to(elsewhere / link)
    assert renew(docs, {path: data + b"!" for path, data in ONE.items()}).left_alone == (link,)
    assert renew(docs, ONE).left_alone == (link,)
    renew(docs, {})
    assert held(elsewhere) == ONE


def test_a_link_to_the_folder_itself_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "docs").symlink_to(tmp_path / "real")
    assert renew(tmp_path / "docs", ONE).left_alone == ()
    assert held(tmp_path / "real") == ONE


@pytest.mark.parametrize("make", [lambda path: path.write_text("x"), lambda path: path.mkdir()])
def test_a_file_in_the_place_of_a_folder_and_the_other_way_round(tmp_path: Path, make: Callable[[Path], None]) -> None:
    place = tmp_path / "below"
    make(place)
    if place.is_dir():
        (place / "b.svg").mkdir()
    renewal = renew(tmp_path, ONE)
    assert renewal.left_alone == ("below/b.svg" if place.is_dir() else "below",)
    assert renewal.written == ("a.md",)


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renew(tmp_path, ONE)
    before = held(tmp_path), (tmp_path / LIST).read_text()
    write = Path.write_bytes

    def full(file: Path, data: bytes) -> int:
        if data == b"last":
            raise OSError(28, "No space left on device")
        return write(file, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        renew(tmp_path, {"a.md": b"new", "c.md": b"last"})
    assert (held(tmp_path), (tmp_path / LIST).read_text()) == before


def test_after_an_interruption_the_next_run_knows_old_and_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renew(tmp_path, ONE | {"stale": b"s"})
    new = {path: data + b"!" for path, data in ONE.items()}
    replace = Path.replace

    def cut_off(file: Path, target: Path) -> Path:
        if target.name == "b.svg":
            raise KeyboardInterrupt
        return replace(file, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut_off)
        with pytest.raises(KeyboardInterrupt):
            renew(tmp_path, new)
    assert held(tmp_path) == {"a.md": b"one!", "below/b.svg": b"two", "stale": b"s"}
    newer = {path: data + b"?" for path, data in ONE.items()}
    assert renew(tmp_path, newer).left_alone == ()
    assert held(tmp_path) == newer


def test_what_a_killed_run_left_behind_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / written_files._ASIDE).mkdir()
    (tmp_path / written_files._ASIDE / "0").write_text("half")
    renew(tmp_path, ONE)
    assert held(tmp_path) == ONE


FILES = st.dictionaries(st.sampled_from(["a", "b", "c/d", "c/e"]), st.binary(max_size=2))


@given(theirs=FILES, first=FILES, second=FILES)
def test_files_of_others_stay_and_ours_are_those_of_the_last_run(
    tmp_path_factory: pytest.TempPathFactory,
    theirs: dict[str, bytes],
    first: dict[str, bytes],
    second: dict[str, bytes],
) -> None:
    folder = tmp_path_factory.mktemp("docs")
    kept = {path: data for path, data in theirs.items() if data not in (first.get(path), second.get(path))}
    for path, data in kept.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
    renew(folder, first)
    renew(folder, second)
    assert held(folder) == second | kept
