"""Every rule: its example is true, its page is whole, and its id keeps."""

import pkgutil
import re
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from blueprints_made import random_blueprint
from service_blueprint.checking import RULES, RULES_BY_ID, Rule, check, rules
from service_blueprint.checking.rule import Files
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import read_text
from service_blueprint.shelves import read_folder
from written import written

SAMPLES = read_folder(Path(__file__).parent.parent.parent / "blueprints")
WITHOUT_EXAMPLE = {"file"}  # a file that is not there cannot be shown
PUBLISHED = (Path(__file__).parent / "published-rules.txt").read_text("utf-8").split()
EXAMPLES = [pytest.param(rule, id=rule.id) for rule in RULES if rule.id not in WITHOUT_EXAMPLE]


def found_in(files: Files, folder: Path) -> list[Problem]:
    """All that is found in the first of the files, with the others beside it."""
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    library = read_folder(folder)
    checked = next(reading for reading in library.readings if Path(reading.path).name == next(iter(files)))
    problems = [*library.problems, *checked.problems]
    if checked.blueprint:
        problems += check(checked.blueprint, today=date(2026, 11, 1), library=library.blueprints)
    return problems


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_bad_example_has_exactly_this_fault(rule: Rule, tmp_path: Path) -> None:
    [problem] = found_in(rule.bad, tmp_path)
    assert (problem.rule, problem.severity) == (rule.id, rule.severity)
    assert problem.remedy


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_good_example_has_no_fault(rule: Rule, tmp_path: Path) -> None:
    assert found_in(rule.good, tmp_path) == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_a_rule_says_what_it_finds_why_and_how_to_mend_it(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert all(text.strip().endswith(".") for text in (rule.summary, rule.what, rule.why, rule.mend))
    assert bool(rule.bad) == bool(rule.good) == (rule.id not in WITHOUT_EXAMPLE)


def test_a_published_id_stays() -> None:
    # Files and settings name these ids: add a new one to the list, and rename or remove none.
    assert sorted(RULES_BY_ID) == sorted(PUBLISHED)
    assert len(RULES) == len(RULES_BY_ID)


@pytest.mark.parametrize("name", SAMPLES.blueprints)
def test_the_samples_have_no_errors(name: str) -> None:
    found = check(SAMPLES.blueprints[name], today=date(2026, 11, 1), library=SAMPLES.blueprints)
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


DRAFT = written("title: Draft\nsteps:\n  - {customer: Waits, feeling: -1}\n  - {customer: Eats, evidence: Food}")
FOUND = ["customer-touches-nothing", "low-feeling", "missing-owner", "wait-without-duration"]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (None, (), FOUND),
        (None, ("missing-owner", "low-feeling"), ["customer-touches-nothing", "wait-without-duration"]),
        (("low-feeling", "review-overdue"), (), ["low-feeling"]),
        (("low-feeling", "missing-owner"), ("low-feeling",), ["missing-owner"]),
        ((), (), []),
        (("no-such-rule",), (), []),
    ],
)
def test_rules_can_be_selected_and_ignored(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    found = check(DRAFT, today=date(2026, 11, 1), select=select, ignore=ignore)
    assert sorted(problem.rule for problem in found) == expected


def test_without_a_way_to_locate_values_a_problem_has_the_place_of_its_step_or_action() -> None:
    places = {problem.rule: problem.place for problem in check(DRAFT, today=date(2026, 11, 1))}
    assert (places["low-feeling"].line, places["low-feeling"].column) == (3, 5)
    assert (places["wait-without-duration"].line, places["wait-without-duration"].column) == (3, 16)
    assert places["missing-owner"] == DRAFT.place


@pytest.mark.parametrize("seed", range(40))
def test_whatever_a_blueprint_holds_each_problem_has_its_place_in_the_file(seed: int) -> None:
    text = BytesIO()
    YAML().dump(random_blueprint(seed, steps=1 + seed % 20, lanes=1 + seed % 7), text)
    reading = read_text(text.getvalue(), path="made.yml", id="made")
    assert reading.blueprint
    found = check(reading.blueprint, today=date(2026, 11, 1), locate=reading.place)
    lines = text.getvalue().decode().splitlines()
    assert list(found) == sorted(found)
    for problem in found:
        assert RULES_BY_ID[problem.rule].severity is problem.severity
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1])


@pytest.mark.parametrize("case", sorted((Path(__file__).parent.parent / "reading/cases/problems").glob("*.yml")))
def test_every_fault_that_reading_finds_belongs_to_a_rule(case: Path) -> None:
    text = YAML(typ="safe").load(case)["text"]
    assert {problem.rule for problem in read_text(text.encode(), path="a.yml", id="a").problems} <= set(RULES_BY_ID)


def test_phases_that_are_listed_twice_or_not_at_all_have_the_rules_of_ids_and_references() -> None:
    text = "title: A\nphases: [One, One]\nsteps:\n  - {customer: Asks, phase: Two}\n"
    found = read_text(text.encode(), path="a.yml", id="a").problems
    assert [(problem.place.line, problem.rule) for problem in found] == [(2, "duplicate-id"), (4, "dangling-reference")]


def test_every_rule_that_is_written_is_listed() -> None:
    modules = [import_module(each.name) for each in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}.")]
    written = {each.id for module in modules for each in vars(module).values() if isinstance(each, Rule)}
    assert written == set(RULES_BY_ID)
