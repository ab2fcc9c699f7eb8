import os
from pathlib import Path

import pytest

from repositories import Repository
from service_blueprint.shelves.git.last_changes import last_changes


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository in which three files were changed on three days."""
    made = Repository.made(tmp_path / "it")
    for day, path, text in (
        ("2021-03-04", "b/ą old.yml", "1"),
        ("2022-03-04", "b/deep/new.yml", "1"),
        ("2023-03-04", "b/ą old.yml", "2"),
        ("2024-03-04", "beside.yml", "1"),
    ):
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00Z")
        made.commit({path: text})
    return made


def test_each_file_has_the_day_of_its_last_change_the_latest_first(repository: Repository) -> None:
    folder = repository.folder.resolve()
    expected = {folder / "b/ą old.yml": "2023-03-04", folder / "b/deep/new.yml": "2022-03-04"}
    found = last_changes(repository.folder / "b")
    assert found == expected
    assert list(found) == list(expected)


def test_where_nobody_knows_nothing_is_said(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert last_changes(tmp_path / "bare") == {}
    Repository.made(tmp_path / "new")
    assert last_changes(tmp_path / "new") == {}
    shallow = Repository.made(tmp_path / "shallow")
    shallow.git("fetch", "--quiet", "--depth", "1", f"file://{os.fspath(repository.folder)}", "main")
    shallow.git("checkout", "--quiet", "FETCH_HEAD")
    assert (shallow.folder / "b/deep/new.yml").exists()
    assert last_changes(shallow.folder / "b") == {}


def test_names_of_any_kind_have_their_day(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["b/a\n2031-01-01\nc.yml", os.fsdecode(b"b/x\x01\xff.txt")]
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-03-04T12:00:00Z")
    repository.commit(dict.fromkeys(names, "1"))
    found = last_changes(repository.folder / "b")
    folder = repository.folder.resolve()
    assert [found.pop(folder / name) for name in names] == ["2025-03-04"] * 2
    assert sorted(found.values()) == ["2022-03-04", "2023-03-04"]
