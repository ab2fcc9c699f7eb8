"""What is wrong between the files of a folder."""

from pathlib import Path

import pytest

from service_blueprint.reading import Library
from service_blueprint.shelves import read_folder


def test_variants_of_one_another_are_told_for_each(tmp_path: Path) -> None:
    library = _folder(tmp_path, a="b", b="c", c="a", d="a")
    assert _told(library) == {
        "a.yml:2": "blueprints are variants of one another: a → b → c → a; let one of them stand alone",
        "b.yml:2": "blueprints are variants of one another: b → c → a → b; let one of them stand alone",
        "c.yml:2": "blueprints are variants of one another: c → a → b → c; let one of them stand alone",
    }
    assert library.blueprints.keys() == {"a", "b", "c", "d"}


def test_a_variant_of_itself_is_a_fault_of_its_file(tmp_path: Path) -> None:
    library = _folder(tmp_path, a="a")
    assert _told(library) == {}
    assert [problem.message for problem in library.readings[0].problems] == ["the blueprint is a variant of itself"]


@pytest.mark.parametrize(
    ("base", "remedy"),
    [("laptop-reqest", "did you mean 'laptop-request'?"), ("x", "name the id of a blueprint in this folder")],
)
def test_a_variant_of_an_unknown_blueprint_is_told_with_the_nearest(tmp_path: Path, base: str, remedy: str) -> None:
    library = _folder(tmp_path, **{"laptop-request": "", "to-be": base})
    assert _told(library) == {"to-be.yml:2": f"there is no blueprint '{base}' to be a variant of; {remedy}"}


def test_a_variant_of_a_broken_blueprint_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("titel: Broken\n")
    assert _told(_folder(tmp_path, a="broken")) == {}


def test_a_blueprint_knows_what_the_others_are_called_that_its_actions_name(tmp_path: Path) -> None:
    (tmp_path / "claim.yml").write_text("title: Claim\nsteps: [{customer: {do: Reports, calls: check, to: gone#a}}]\n")
    (tmp_path / "check.yml").write_text("title: By hand\nsteps: [{customer: Waits}]\n")
    claim = read_folder(tmp_path).blueprints["claim"]
    assert (claim.title_of("check"), claim.title_of("gone")) == ("By hand", "gone")


def test_readings_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    library = _folder(tmp_path, b="", a="", ab="")
    assert [reading.id for reading in library.readings] == ["a", "ab", "b"]


def _folder(folder: Path, **variant_of: str) -> Library:
    for name, base in variant_of.items():
        (folder / f"{name}.yml").write_text(f"title: {name}\nvariant-of: {base}\nsteps: [{{customer: Asks}}]\n")
    return read_folder(folder)


def _told(library: Library) -> dict[str, str]:
    return {f"{Path(each.place.path).name}:{each.place.line}": each.text for each in library.problems}
