from pathlib import Path

import pytest

from projects import BROKEN, SMALLEST, write
from service_blueprint.hosts.shelf import library_of


def test_a_folder_is_read_again_only_after_a_change(tmp_path: Path) -> None:
    write(tmp_path / "burger.yml", SMALLEST)
    first = library_of(tmp_path)
    assert library_of(tmp_path) is first

    write(tmp_path / "burger.yml", SMALLEST.replace("burger", "BURGER"))  # as long as before
    assert library_of(tmp_path).by_id["burger"].title == "Get a BURGER"

    write(tmp_path / "burger.yml", BROKEN)
    assert library_of(tmp_path).by_id["burger"].problems

    write(tmp_path / "drinks/tea.yml", SMALLEST)
    assert set(library_of(tmp_path).by_id) == {"burger", "drinks/tea"}

    write(tmp_path / "_catalog.yml", "actors:\n  counter: {title: The counter}\n")
    assert library_of(tmp_path).catalog.actors

    (tmp_path / "drinks/tea.yml").unlink()
    assert set(library_of(tmp_path).by_id) == {"burger"}


def test_a_folder_of_the_same_name_elsewhere_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, title in (("one", "Get a burger"), ("two", "Get a tea")):
        write(tmp_path / place / "blueprints/it.yml", SMALLEST.replace("Get a burger", title))
        monkeypatch.chdir(tmp_path / place)
        assert library_of(Path("blueprints")).by_id["it"].title == title
