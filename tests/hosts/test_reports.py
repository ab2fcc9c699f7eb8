"""Problems in each output format.

``reports/blueprints`` are checked, ``reports/expected.*`` is what the formats give; no code is needed for another file.
"""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click import unstyle
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from service_blueprint import __version__
from service_blueprint.checking import RULES, RULES_BY_ID
from service_blueprint.hosts import cli
from service_blueprint.hosts.reports import FORMATS, Report, text
from service_blueprint.problem import Place, Problem, Severity

CASES = Path(__file__).parent / "reports"
EXPECTED = {"text": "expected.txt", "github": "expected.github", "json": "expected.json", "junit": "expected.xml"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "blueprints", tmp_path / "blueprints")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(form: str) -> str:
    return CliRunner().invoke(cli.main, ["check", "blueprints", "--format", form]).stdout


@pytest.mark.parametrize("form", EXPECTED)
def test_a_report_is_as_the_case_says(form: str, folder: Path) -> None:
    expected = (CASES / EXPECTED[form]).read_text("utf-8").replace("VERSION", __version__)
    assert report(form) == expected


def test_sarif_has_the_shape_that_the_standard_asks_for(folder: Path) -> None:
    log = json.loads(report("sarif"))
    Draft202012Validator(json.loads((CASES / "sarif-shape.json").read_text("utf-8"))).validate(log)
    [run] = log["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == list(RULES_BY_ID)
    assert [ids[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]


def test_sarif_and_json_tell_of_the_same_problems(folder: Path) -> None:
    results = json.loads(report("sarif"))["runs"][0]["results"]
    problems = json.loads(report("json"))["problems"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert [(region["startLine"], region["startColumn"]) for region in regions] == [
        (problem["line"], problem["column"]) for problem in problems
    ]
    assert [result["ruleId"] for result in results] == [problem["rule"] for problem in problems]
    assert {result["level"] for result in results} == {"error", "warning", "note"}


def test_junit_counts_its_cases_and_failures(folder: Path) -> None:
    suites = ElementTree.fromstring(report("junit"))
    [suite] = suites
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase")) == 4
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_without_problems_a_report_is_whole(form: str) -> None:
    whole = FORMATS[form](Report(("a.yml",), ()))
    match form:
        case "github":
            assert whole == ""
        case "junit":
            assert ElementTree.fromstring(whole).find("testsuite/testcase/failure") is None
        case _:
            assert json.loads(whole)["version"]


def problem(message: str, *, path: str = "a.yml", line: int = 1, column: int = 1) -> Problem:
    return Problem(Place(path, line, column), message, "", "format", Severity.ERROR)


def excerpt(source: str, line: int, column: int) -> list[str]:
    told = text(Report((), (problem("wrong", line=line, column=column),), {"a.yml": source}))
    return told.splitlines()[1:]


@pytest.mark.parametrize(
    ("source", "line", "column", "shown"),
    [
        ("a\r\nbc\rd", 2, 2, ["    2 | bc", "      |  ^"]),
        ("a: \tb", 1, 5, ["    1 | a:  b", "      |     ^"]),
        ("北: b", 1, 4, ["    1 | 北: b", "      |     ^"]),
        ("e\u0301: b", 1, 5, ["    1 | e\u0301: b", "      |    ^"]),
        ("a", 1, 2, ["    1 | a", "      |  ^"]),
        ("", 1, 1, ["    1 |", "      | ^"]),
        ("a", 9, 1, []),
        ("x" * 300, 1, 201, ["    1 | …" + "x" * 120 + "…", "      |  " + " " * 60 + "^"]),
    ],
)
def test_the_caret_stands_under_the_column(source: str, line: int, column: int, shown: list[str]) -> None:
    assert excerpt(source, line, column) == shown


def test_nothing_in_a_file_can_command_the_terminal() -> None:
    told = text(Report((), (problem("no \x1b[2J"),), {"a.yml": "\x1b]0;title\x07 \u202eback"}))
    assert not any(letter in told for letter in "\x1b\x07\u202e")


def test_colour_adds_nothing_but_colour() -> None:
    plain = Report((), (problem("wrong"),), {"a.yml": "a: b"})
    coloured = text(plain, colour=True)
    assert "\x1b[31m" in coloured
    assert unstyle(coloured) == text(plain)


def test_what_github_takes_for_a_sign_of_its_own_is_escaped() -> None:
    made = FORMATS["github"](Report((), (problem("100 %\nof a, b: c", path="a,b:c.yml"),)))
    assert made == "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=format::100 %25%0Aof a, b: c\n"


def test_xml_stays_whole_whatever_a_message_holds() -> None:
    made = FORMATS["junit"](Report((), (problem("<&> \x00 \x1b ]]>"),)))
    failure = ElementTree.fromstring(made).find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.attrib["message"] == "<&> \ufffd \ufffd ]]>"


def test_an_address_in_sarif_is_a_uri(tmp_path: Path) -> None:
    problems = (problem("wrong", path="my blueprints/új.yml"), problem("wrong", path=str(tmp_path / "a b.yml")))
    results = json.loads(FORMATS["sarif"](Report((), problems)))["runs"][0]["results"]
    uris = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results]
    assert uris == ["my%20blueprints/%C3%BAj.yml", (tmp_path / "a b.yml").as_uri()]


def test_each_rule_says_in_sarif_what_it_is_about() -> None:
    rules = json.loads(FORMATS["sarif"](Report((), ())))["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == len(RULES)
    assert all(rule["help"]["markdown"] and "\n" not in rule["shortDescription"]["text"] for rule in rules)
