"""Golden cases: what a text is read as, and which problems it has. A file in ``cases`` is a case; no code is needed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from golden import Golden
from reading.dump import dumped
from service_blueprint.blueprint import Catalog
from service_blueprint.problem import Problem
from service_blueprint.reading import Reading, read_text
from service_blueprint.shelves import read_catalog, read_folder

CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    """The files of the cases of one kind; a case's name is what it shows."""
    return [pytest.param(file, id=file.stem) for file in sorted((CASES / kind).glob("*.yml"))]


def said(file: Path) -> dict[str, Any]:
    """What a case says."""
    case: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return case


@pytest.mark.parametrize("file", cases("read"))
def test_a_text_is_read_as_the_blueprint_that_the_case_says(file: Path, tmp_path: Path, golden: Golden) -> None:
    case = said(file)
    reading = read(case, tmp_path)
    golden.value(file, "problems", [line(problem) for problem in reading.problems], without=[])
    assert reading.blueprint
    told = dumped(reading.blueprint)
    golden.value(file, "blueprint", {key: told.get(key) for key in case["blueprint"]})


@pytest.mark.parametrize("file", cases("problems"))
def test_a_text_has_exactly_the_problems_that_the_case_says(file: Path, tmp_path: Path, golden: Golden) -> None:
    reading = read(said(file), tmp_path)
    told = [line(problem) for problem in reading.problems]
    golden.value(file, "problems", told)
    assert (reading.blueprint is None) == any(not each.startswith("warning") for each in told)


@pytest.mark.parametrize("file", cases("catalog"))
def test_a_catalog_has_exactly_the_problems_that_the_case_says(file: Path, tmp_path: Path, golden: Golden) -> None:
    catalog = tmp_path / "_catalog.yml"
    catalog.write_text(said(file)["catalog"], "utf-8")
    golden.value(file, "problems", [line(problem) for problem in read_catalog(catalog).problems])


@pytest.mark.parametrize("file", cases("folders"))
def test_a_folder_has_exactly_the_problems_between_its_files_that_the_case_says(
    file: Path, tmp_path: Path, golden: Golden
) -> None:
    for name, text in said(file)["files"].items():
        written = tmp_path / name
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, "utf-8")
    told = [f"{each.place.path}:{line(each)}".replace(f"{tmp_path}/", "") for each in read_folder(tmp_path).problems]
    golden.value(file, "problems", told)


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
