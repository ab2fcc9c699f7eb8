import os
import sys
from pathlib import Path

import pytest

from projects import BROKEN, SMALLEST, write
from service_blueprint.shelves import watched
from service_blueprint.shelves.walk import listed
from service_blueprint.shelves.watched import library_now


def test_a_folder_is_read_again_only_after_a_change(tmp_path: Path) -> None:
    write(tmp_path / "burger.yml", SMALLEST)
    first = library_now(tmp_path)
    assert library_now(tmp_path) is first

    write(tmp_path / "burger.yml", SMALLEST.replace("burger", "BURGER"))  # as long as before
    assert library_now(tmp_path).by_id["burger"].title == "Get a BURGER"

    write(tmp_path / "burger.yml", BROKEN)
    assert library_now(tmp_path).by_id["burger"].problems

    write(tmp_path / "drinks/tea.yml", SMALLEST)
    assert set(library_now(tmp_path).by_id) == {"burger", "drinks/tea"}

    write(tmp_path / "_catalog.yml", "actors:\n  counter: {title: The counter}\n")
    assert library_now(tmp_path).catalog.actors

    (tmp_path / "drinks/tea.yml").unlink()
    assert set(library_now(tmp_path).by_id) == {"burger"}


def test_a_folder_of_the_same_name_elsewhere_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, title in (("one", "Get a burger"), ("two", "Get a tea")):
        write(tmp_path / place / "blueprints/it.yml", SMALLEST.replace("Get a burger", title))
        monkeypatch.chdir(tmp_path / place)
        assert library_now(Path("blueprints")).by_id["it"].title == title


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_what_a_link_leads_to_is_watched_as_the_link_is(tmp_path: Path) -> None:
    folder = tmp_path / "blueprints"
    write(tmp_path / ".git", "")
    write(tmp_path / "shared/it.yml", SMALLEST)
    write(tmp_path / "shared/other.yml", SMALLEST.replace("burger", "TEAPOT"))
    write(folder / "burger.yml", SMALLEST)
    (folder / "it.yml").symlink_to("../shared/it.yml")
    (folder / "hr").symlink_to("/etc")
    assert library_now(folder) is library_now(folder)
    assert [problem.message for problem in library_now(folder).problems] == ["the link leads out of the project"]

    write(tmp_path / "shared/it.yml", SMALLEST.replace("burger", "BURGER"))
    assert library_now(folder).by_id["it"].title == "Get a BURGER"

    (folder / "it.yml").unlink()
    (folder / "it.yml").symlink_to("../shared/other.yml")
    assert library_now(folder).by_id["it"].title == "Get a TEAPOT"

    (folder / "hr").unlink()
    assert library_now(folder).problems == ()


def test_a_change_is_seen_though_the_clock_was_set_back(tmp_path: Path) -> None:
    file = tmp_path / "burger.yml"
    write(file, SMALLEST)
    os.utime(file, (1000, 1000))
    assert library_now(tmp_path).by_id["burger"].title == "Get a burger"
    write(file, SMALLEST.replace("burger", "BURGER"))  # as long as before
    os.utime(file, (1000, 1000))
    assert library_now(tmp_path).by_id["burger"].title == "Get a BURGER"


def test_a_file_that_goes_before_it_is_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "burger.yml", SMALLEST)
    known = listed(tmp_path)
    monkeypatch.setattr(watched, "listed", lambda _: known)
    (tmp_path / "burger.yml").unlink()
    assert [each.message for each in library_now(tmp_path).by_id["burger"].problems] == ["there is no such file"]
