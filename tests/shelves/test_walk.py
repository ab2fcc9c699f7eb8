"""Which files belong to a folder of blueprints."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service_blueprint.shelves import walk
from service_blueprint.shelves.walk import listed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")


def write(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("title: A\nsteps: [{customer: Asks}]\n", encoding="utf-8")
    return file


def found(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in listed(folder).files]


def told(folder: Path) -> dict[str, str]:
    return {Path(each.place.path).relative_to(folder).as_posix(): each.message for each in listed(folder).problems}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of blueprints in a project, with a folder ``shared`` beside it and a repository around that."""
    write(tmp_path / "project/.git/HEAD")
    write(tmp_path / "project/shared/a.yml")
    write(tmp_path / "outside/secret.yml")
    write(tmp_path / "project/blueprints/hr/b.yml")
    return tmp_path / "project/blueprints"


def test_a_linked_folder_is_entered_within_the_project_alone(folder: Path) -> None:
    (folder / "in").symlink_to("../shared")
    (folder / "out").symlink_to("../../outside")
    (folder / "git").symlink_to("../.git")
    (folder / "gone").symlink_to("../nowhere")
    (folder / "round").symlink_to("round")
    (folder / "gone.png").symlink_to("nowhere")  # no folder, by its name
    assert found(folder) == ["hr/b.yml", "in/a.yml"]
    assert told(folder) == {
        "git": "the link leads to what is hidden",
        "gone": "the file is a link that leads nowhere",
        "out": "the link leads out of the project",
        "round": "the file is a link that leads nowhere",
    }


def test_a_linked_folder_and_itself_are_both_there(folder: Path) -> None:
    (folder / "a").symlink_to("hr")
    assert found(folder) == ["a/b.yml", "hr/b.yml"]


@pytest.mark.parametrize("target", [".", "..", "../blueprints", "../../project"])
def test_a_link_back_into_a_folder_around_it_is_told_and_left(folder: Path, target: str) -> None:
    (folder / "hr/back").symlink_to(Path("..", target), target_is_directory=True)
    assert "hr/b.yml" in found(folder)
    assert "the link leads back into a folder that it lies in" in told(folder).values()


def test_folders_that_lie_in_each_other_deeply_are_no_trouble(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1900
    monkeypatch.chdir(folder)
    for _ in range(depth):
        os.mkdir("d")  # noqa: PTH102 - a path as long as this has no name
        os.chdir("d")
    Path("x.yml").write_text("title: A\n")
    monkeypatch.chdir(folder)
    found = listed(Path())
    deep = [file for file in found.files if file.name == "x.yml"]
    subprocess.run(["rm", "-r", "d"], check=True)  # Python's own way of removing it calls itself too often
    assert len(deep) + len(found.problems) == 1


def test_links_that_make_endlessly_many_of_few_end_soon(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST", 500)
    for number in range(30):
        (folder / f"f{number}").mkdir()
        for name in ("one", "two"):
            (folder / f"f{number}" / name).symlink_to(f"../f{number + 1}")
    (folder / "f30").mkdir()
    assert told(folder)["."] == "there are more than 500 files and folders, and no more are looked at"


def test_a_folder_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    iterdir = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "hr":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert told(folder) == {"hr": "the folder cannot be read: Permission denied"}
