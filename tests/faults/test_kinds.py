"""Every kind of fault: it has a lasting code, is said in one place and in every language, and some case shows it.

To add a kind, write it in a module of ``faults/`` or beside its rule, add its code to ``published-codes.txt``, and a
case to ``cases/`` or to those of reading or checking.
"""

import re
from pathlib import Path

import pytest
import yaml

import service_blueprint
from faults.produced import produced
from service_blueprint.checking import RULES_BY_ID
from service_blueprint.checking.registry import KINDS
from service_blueprint.faults.registry import FAULTS
from service_blueprint.message import Message
from service_blueprint.problem import Kind, Place
from service_blueprint.reading import read_text
from service_blueprint.words import words_for

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PACKAGE = Path(service_blueprint.__file__).parent
BY_CODE = {kind.code: kind for kind in KINDS}
PUBLISHED = (HERE / "published-codes.txt").read_text("utf-8").split()
WITHOUT_CASE: dict[str, str] = yaml.safe_load((HERE / "without_case.yml").read_text("utf-8"))
MADE_BESIDE_RULES = "history"  # what is past mending, and no rule can leave out


def test_a_published_code_stays() -> None:
    # Reports and filters name these: add a new one to the list, and rename or remove none.
    assert sorted(BY_CODE) == sorted(PUBLISHED)
    assert len(KINDS) == len(BY_CODE)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_code_begins_with_its_rule(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?", kind.code)
    assert kind.rule in {*RULES_BY_ID, MADE_BESIDE_RULES}


def test_a_rule_with_one_kind_of_finding_gives_it_its_own_id() -> None:
    for rule in RULES_BY_ID.values():
        codes = [kind.code for kind in rule.kinds]
        assert codes == [rule.id] if len(codes) == 1 else all(code.startswith(f"{rule.id}.") for code in codes)


def test_a_kind_is_said_somewhere() -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE / "faults"]
    code = "\n".join(path.read_text("utf-8") for path in modules)
    named = {
        name: kind
        for module in (PACKAGE / "faults").glob("*.py")
        for name, kind in vars(__import__(f"service_blueprint.faults.{module.stem}", fromlist=["*"])).items()
        if isinstance(kind, Kind)
    }
    assert len({kind.code for kind in named.values()}) == len(FAULTS)
    assert [kind.code for name, kind in named.items() if not re.search(rf"\b{name}\b", code)] == []


def test_every_problem_of_a_case_is_of_a_kind() -> None:
    for problem in produced():
        kind = BY_CODE[problem.code]
        assert problem.what.text == kind.message
        assert problem.advice.text in (kind.remedy, *kind.others)
        assert problem.rule == kind.rule


def test_every_kind_is_shown_by_a_case_or_says_why_not() -> None:
    shown = {problem.code for problem in produced()}
    assert sorted(set(BY_CODE) - shown - set(WITHOUT_CASE)) == []
    assert sorted(set(WITHOUT_CASE) & shown) == []


@pytest.mark.parametrize(("code", "why"), WITHOUT_CASE.items())
def test_a_kind_without_a_case_is_tried_elsewhere(code: str, why: str) -> None:
    if why.startswith("tests/"):
        fixed = max(re.split(r"\{\w+\}", BY_CODE[code].message), key=len).strip()
        assert fixed in " ".join((ROOT / why).read_text("utf-8").replace("''", "'").split())


def test_every_remedy_is_given_by_a_case() -> None:
    given = {(problem.code, problem.advice.text) for problem in produced()}
    never = [
        (kind.code, remedy)
        for kind in KINDS
        for remedy in (kind.remedy, *kind.others)
        if kind.code not in WITHOUT_CASE and (kind.code, remedy) not in given
    ]
    assert never == [("dangling-reference.blueprint", BY_CODE["dangling-reference.blueprint"].others[-1])]


@pytest.mark.parametrize("language", ["pl", "hu"])
def test_every_problem_of_a_case_can_be_said_in_another_language(language: str) -> None:
    words = words_for(language)
    for problem in produced():
        told = words.told(problem)
        assert told != problem.text
        assert "{" not in told or "{" in problem.text


def test_in_english_words_say_what_a_problem_says_by_itself() -> None:
    assert [words_for("en").told(problem) for problem in produced()] == [problem.text for problem in produced()]


def test_fields_are_said_by_the_language_and_braces_in_them_mean_nothing() -> None:
    kind = BY_CODE["format.too-long"]
    problem = kind(subject="'{most}'", count=12345, most=2000).at(Place("a.yml"))
    assert problem.message == "'{most}' has 12,345 characters, and 2,000 are the most"
    assert words_for("pl").said(problem.what) == (
        "'{most}': liczba znaków to 12\N{NO-BREAK SPACE}345, a może być najwyżej 2\N{NO-BREAK SPACE}000"
    )


@pytest.mark.parametrize(
    ("count", "polish"),
    [(1, "tylko 1 działanie klienta"), (3, "tylko 3 działania klienta"), (5, "tylko 5 działań klienta")],
)
def test_a_field_that_counts_has_the_form_of_its_number(count: int, polish: str) -> None:
    text = f"title: A\nsteps:\n  - {{id: a, customer: {['Asks'] * count}, frontstage: {{do: B, to: a.customer.9}}}}\n"
    [problem] = read_text(text.encode(), path="a.yml", id="a").problems
    held = dict(problem.what.fields)["held"]
    assert isinstance(held, Message)
    assert words_for("pl").said(held) == polish
    assert words_for("pl").told(problem) == (
        f"w kroku 'a': {polish}, więc 'a.customer.9' prowadzi donikąd; wskaż inne działanie"
    )
