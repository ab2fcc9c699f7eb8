"""What files and folders do to reading: names, ids, catalogs nearby, and files that are none."""

import os
from pathlib import Path

import pytest

from service_blueprint.problem import Severity
from service_blueprint.shelves import read_catalog, read_file, read_folder

GOOD = b"title: Get a burger\nsteps:\n  - customer: Orders\n"


def test_an_id_is_the_path_below_the_folder(tmp_path: Path) -> None:
    file = _write(tmp_path / "blueprints/hr/laptop-request.yml")
    assert read_file(file, folder=tmp_path / "blueprints").id == "hr/laptop-request"
    assert read_file(file).id == "laptop-request"


def test_an_id_is_found_from_relative_and_absolute_paths_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _write(tmp_path / "blueprints/hr/laptop.yml")
    monkeypatch.chdir(tmp_path)
    assert read_file(file, folder=Path("blueprints")).id == "hr/laptop"
    assert read_file(Path("blueprints/hr/laptop.yml"), folder=tmp_path / "blueprints").id == "hr/laptop"


def test_paths_stay_as_the_caller_gave_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "blueprints/a.yml", b"titel: A\n")
    monkeypatch.chdir(tmp_path)
    (reading,) = read_folder(Path("blueprints")).readings
    assert str(reading.problems[0].place) == "blueprints/a.yml:1:1"


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Laptop Request.yml", "laptop-request.yml"),
        ("Żółty.yml", "zolty.yml"),
        ("-.yml", "blueprint.yml"),
        ("注文.yml", "blueprint.yml"),
        ("HR/laptop.yml", "hr/laptop.yml"),
        # a file of a page, and of the site, may stand where these would
        ("hr/touchpoints.csv.yml", "hr/touchpoints-csv.yml"),
        ("actors.svg/more.yml", "actors-svg/more.yml"),
        ("index.html.yml", "index-html.yml"),
        ("index.json.yml", "index-json.yml"),
        ("objects.inv.yml", "objects-inv.yml"),
        ("blueprint.yml.yml", "blueprint.yml"),
        # web servers and Windows take these for other names
        ("a..b.yml", "a-b.yml"),
        ("a../b.yml", "a/b.yml"),
        ("a..yml", "a.yml"),
    ],
)
def test_a_name_that_is_no_address_is_a_fault_with_a_better_one(tmp_path: Path, name: str, better: str) -> None:
    reading = read_file(_write(tmp_path / name), folder=tmp_path)
    assert reading.blueprint is None
    assert reading.title == "Get a burger"
    [problem] = reading.problems
    assert problem.remedy == (
        f"rename the file to '{better}'; names have lower-case letters a to z, digits, hyphens, underscores "
        "and single dots, and no second ending such as '.csv'"
    )


@pytest.mark.parametrize(
    "name", ["a.yml", "a-b_c.d.yml", "2026.yml", "a/b/c.yml", "v2.0/csv.yml", "index.yml", "readme.yml"]
)
def test_a_name_that_is_an_address_is_no_fault(tmp_path: Path, name: str) -> None:
    reading = read_file(_write(tmp_path / name), folder=tmp_path)
    assert (reading.id, reading.problems) == (name.removesuffix(".yml"), ())


def test_a_name_that_ends_in_yaml_is_read_with_a_warning(tmp_path: Path) -> None:
    _write(tmp_path / "burger.yaml")
    (reading,) = read_folder(tmp_path).readings
    assert reading.blueprint
    assert [problem.severity for problem in reading.problems] == [Severity.WARNING]
    assert reading.problems[0].remedy == "rename the file to 'burger.yml'"


def test_two_files_with_one_address_are_a_fault_of_the_folder(tmp_path: Path) -> None:
    _write(tmp_path / "burger.yaml")
    _write(tmp_path / "burger.yml")
    assert [problem.message for problem in read_folder(tmp_path).problems] == [
        f"the file has the same address as '{tmp_path / 'burger.yaml'}'"
    ]


def test_files_and_folders_that_begin_with_an_underscore_or_a_dot_are_no_blueprints(tmp_path: Path) -> None:
    for name in ("_draft.yml", "_drafts/a.yml", ".hidden.yml", ".git/a.yml", "notes.txt", "a/b.yml", "a.yml"):
        _write(tmp_path / name)
    assert [reading.id for reading in read_folder(tmp_path).readings] == ["a", "a/b"]


def test_a_folder_named_as_a_file_has_a_problem_and_is_not_entered(tmp_path: Path) -> None:
    _write(tmp_path / "x.yml/inside.yml")
    (reading,) = read_folder(tmp_path).readings
    assert reading.blueprint is None
    assert [problem.text for problem in reading.problems] == [
        "this is a folder, not a file; rename it; only files end in '.yml'"
    ]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert [problem.message for problem in read_file(tmp_path / "a.yml").problems] == ["there is no such file"]
    assert [problem.message for problem in read_folder(tmp_path / "a").problems] == ["there is no such folder"]
    assert [problem.message for problem in read_catalog(tmp_path / "a.yml").problems] == ["there is no such file"]


@pytest.mark.parametrize("name", ["", ".", "/", "a\0.yml", "a" * 5000 + ".yml", "\udcff.yml"])
def test_a_path_that_can_be_no_file_is_a_problem(name: str) -> None:
    reading = read_file(Path(name))
    assert reading.blueprint is None
    assert all(str(problem).encode("utf-8") for problem in reading.problems)


def test_links_that_lead_nowhere_or_in_circles_are_problems_or_are_left(tmp_path: Path) -> None:
    _write(tmp_path / "sub/a.yml")
    (tmp_path / "nowhere.yml").symlink_to("gone.yml")
    (tmp_path / "self.yml").symlink_to("self.yml")
    (tmp_path / "sub/up").symlink_to(tmp_path, target_is_directory=True)
    told = {reading.id: [problem.message for problem in reading.problems] for reading in read_folder(tmp_path).readings}
    assert told == {
        "nowhere": ["the file is a link that leads nowhere"],
        "self": ["the file is a link that leads nowhere"],
        "sub/a": [],
    }


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    assert [problem.message for problem in read_file(tmp_path / "pipe.yml").problems] == ["this is no ordinary file"]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    file = _write(tmp_path / "a.yml")
    monkeypatch.setattr(os, "open", refuse)
    reading = read_file(file)
    assert [problem.message for problem in reading.problems] == ["the file cannot be read: Permission denied"]


def test_the_catalog_is_looked_for_upwards_to_the_folder_of_blueprints(tmp_path: Path) -> None:
    file = _write(tmp_path / "blueprints/hr/it/laptop.yml", GOOD + b"    frontstage: {by: desk, do: Asks}\n")
    _write(tmp_path / "_catalog.yml", b"actors: {desk: Too far up}\n")
    assert _actor(file) == "desk"
    _write(tmp_path / "blueprints/_catalog.yml", b"actors: {desk: Service Desk}\n")
    assert _actor(file) == "Service Desk"
    _write(tmp_path / "blueprints/hr/_catalog.yml", b"actors: {desk: HR desk}\n")
    assert _actor(file) == "HR desk"
    reading = read_file(file, folder=tmp_path / "blueprints")
    assert reading.blueprint
    assert reading.blueprint.actors[0].title == "Service Desk"


def test_with_a_broken_catalog_no_blueprint_can_be_read_and_each_says_why(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.yml")
    _write(tmp_path / "_catalog.yml", b"actor: {}\n")
    library = read_folder(tmp_path)
    assert [problem.message for problem in library.problems] == ["'actor' is no key of a catalog"]
    assert library.blueprints == {}
    assert [problem.message for problem in library.readings[0].problems] == ["'actor' is no key of a catalog"]
    assert [problem.message for problem in read_file(file).problems] == ["'actor' is no key of a catalog"]
    assert read_file(file).blueprint is None


def test_a_misnamed_catalog_is_a_warning(tmp_path: Path) -> None:
    _write(tmp_path / "_catalog.yaml", b"actors: {}\n")
    (problem,) = read_folder(tmp_path).problems
    assert problem.place.path == str(tmp_path / "_catalog.yaml")
    assert problem.text == "the catalog is read from '_catalog.yml' alone; rename the file to '_catalog.yml'"


def _actor(file: Path) -> str:
    blueprint = read_file(file).blueprint
    assert blueprint
    return blueprint.actors[0].title


def _write(file: Path, content: bytes = GOOD) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file
