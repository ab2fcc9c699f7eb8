"""Golden cases: what a text is read as, and which problems it has. A file in ``cases`` is a case; no code is needed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reading.dump import dumped
from service_blueprint.blueprint import Catalog
from service_blueprint.problem import Problem
from service_blueprint.reading import Reading, read_text
from service_blueprint.shelves import read_catalog, read_folder

CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    """The cases of one kind; a case's name is what it shows."""
    files = sorted((CASES / kind).glob("*.yml"))
    return [pytest.param(yaml.safe_load(file.read_text("utf-8")), id=file.stem) for file in files]


@pytest.mark.parametrize("case", cases("read"))
def test_a_text_is_read_as_the_blueprint_that_the_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    reading = read(case, tmp_path)
    assert [line(problem) for problem in reading.problems] == case.get("problems", [])
    assert reading.blueprint
    told = dumped(reading.blueprint)
    assert {key: told.get(key) for key in case["blueprint"]} == case["blueprint"]


@pytest.mark.parametrize("case", cases("problems"))
def test_a_text_has_exactly_the_problems_that_the_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    reading = read(case, tmp_path)
    assert [line(problem) for problem in reading.problems] == case["problems"]
    assert (reading.blueprint is None) == any(not each.startswith("warning") for each in case["problems"])


@pytest.mark.parametrize("case", cases("catalog"))
def test_a_catalog_has_exactly_the_problems_that_the_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "_catalog.yml"
    file.write_text(case["catalog"], "utf-8")
    assert [line(problem) for problem in read_catalog(file).problems] == case["problems"]


@pytest.mark.parametrize("case", cases("folders"))
def test_a_folder_has_exactly_the_problems_between_its_files_that_the_case_says(
    case: dict[str, Any], tmp_path: Path
) -> None:
    for name, text in case["files"].items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    told = [f"{each.place.path}:{line(each)}".replace(f"{tmp_path}/", "") for each in read_folder(tmp_path).problems]
    assert told == case["problems"]


def read(case: dict[str, Any], folder: Path) -> Reading:
    catalog = Catalog()
    if "catalog" in case:
        file = folder / "_catalog.yml"
        file.write_text(case["catalog"], "utf-8")
        found = read_catalog(file)
        assert not found.problems
        catalog = found.catalog
    return read_text(case["text"].encode(), path="made.yml", id=case.get("id", "made"), catalog=catalog)


def line(problem: Problem) -> str:
    """A problem as cases write it: its line and column, and what it says."""
    told = f"{problem.place.line}:{problem.place.column} {problem.text}"
    return told if problem.severity == "error" else f"{problem.severity} {told}"
