"""Paths as they are told, where the working directory lies on another drive too."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from projects import BROKEN, SMALLEST, make_project, write
from service_blueprint.hosts import cli
from service_blueprint.hosts.check_settings import Settings
from service_blueprint.hosts.library import read_collection
from service_blueprint.shelves import paths
from service_blueprint.shelves.paths import seen


@pytest.fixture
def another_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be seen from the working directory, as where that lies on another drive of Windows."""

    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(paths, "os", SimpleNamespace(path=SimpleNamespace(relpath=refuse)))


def test_a_path_is_told_as_it_is_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert seen(tmp_path / "blueprints") == Path("blueprints")
    assert seen(tmp_path / "blueprints", tmp_path / "docs") == Path("../blueprints")


@pytest.mark.usefixtures("another_drive")
def test_on_another_drive_the_whole_path_is_told(tmp_path: Path) -> None:
    assert seen(tmp_path / "blueprints") == tmp_path / "blueprints"
    write(tmp_path / "blueprints/broken.yml", BROKEN)
    collection, _ = read_collection(tmp_path / "blueprints", Settings())
    [problem] = collection.entries[0].problems
    assert problem.place.path == str(tmp_path / "blueprints/broken.yml")
    assert "custmer" in collection.sources[problem.place.path]


@pytest.mark.usefixtures("another_drive")
def test_commands_work_from_another_drive(tmp_path: Path) -> None:
    folder = tmp_path / "blueprints"
    write(folder / "burger.yml", SMALLEST + "summary: See [it](blueprint:burger).\n")
    for words in (
        ["check", "."],
        ["draw", ".", "--out", "o"],
        ["build", "--blueprints", ".", "--into", "d", "--no-png"],
    ):
        words = [str(tmp_path / word) if word in ("o", "d") else str(folder) if word == "." else word for word in words]
        result = CliRunner().invoke(cli.main, words)
        assert result.exit_code == 0, (result.output, result.exception)


@pytest.mark.usefixtures("another_drive")
def test_a_site_is_built_from_another_drive_and_lacks_links_to_edit(tmp_path: Path) -> None:
    make_project(tmp_path, {"blueprints/burger.yml": SMALLEST})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    page = files.get_file_from_path("blueprints/burger.md")
    assert page
    assert not page.edit_uri
