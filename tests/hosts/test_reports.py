"""Problems in each output format.

``reports/blueprints`` are checked, ``reports/expected.*`` is what the formats give; no code is needed for another file.
"""

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click import unstyle
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from golden import Golden
from service_blueprint import __version__
from service_blueprint.checking import RULES, RULES_BY_ID
from service_blueprint.hosts import cli
from service_blueprint.hosts.reports import FORMATS, Report, text
from service_blueprint.message import Message
from service_blueprint.problem import Place, Problem

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
def test_a_report_is_as_the_case_says(form: str, folder: Path, golden: Golden) -> None:
    golden.text(CASES / EXPECTED[form], report(form).replace(__version__, "VERSION"))


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
    return Problem(Place(path, line, column), Message(message))


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


def test_the_caret_stands_right_behind_what_a_build_would_obey() -> None:
    assert excerpt("a: ##[x] b", 1, 10) == ["    1 | a: ## [x] b", "      |           ^"]


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


@pytest.fixture
def subfolder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The blueprints in a subfolder of a repository, which is the working directory."""
    (folder / "sites/my docs").mkdir(parents=True)
    shutil.move(folder / "blueprints", folder / "sites/my docs")
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder / "sites/my docs")
    return folder


def artifacts(log: str) -> list[dict[str, str]]:
    results = json.loads(log)["runs"][0]["results"]
    return [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in results]


def files_in_annotations(made: str) -> set[str]:
    return set(re.findall("file=([^,]*)", made))


def test_other_tools_are_told_of_files_from_the_top_of_the_repository(subfolder: Path) -> None:
    names = {f"sites/my docs/blueprints/{name}.yml" for name in ("broken", "doubtful", "long")}
    assert files_in_annotations(report("github")) == names
    log = report("sarif")
    assert {each["uri"] for each in artifacts(log)} == {name.replace(" ", "%20") for name in names}
    assert {each["uriBaseId"] for each in artifacts(log)} == {"%SRCROOT%"}
    root = json.loads(log)["runs"][0]["originalUriBaseIds"]["%SRCROOT%"]["uri"]
    assert root == f"{subfolder.resolve().as_uri()}/"
    cases = list(ElementTree.fromstring(report("junit")).iter("testcase"))
    assert {case.attrib["file"] for case in cases} >= names
    assert {case.attrib["name"] for case in cases} == {case.attrib["file"][len("sites/my docs/") :] for case in cases}


def test_people_are_told_of_files_as_seen_from_here(subfolder: Path) -> None:
    assert report("text").startswith("blueprints/broken.yml:3:5: ")
    assert json.loads(report("json"))["problems"][0]["path"] == "blueprints/broken.yml"


def test_a_working_directory_behind_a_link_is_known(
    subfolder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(subfolder / "sites")
    monkeypatch.chdir(link / "my docs")
    assert "sites/my docs/blueprints/broken.yml" in files_in_annotations(report("github"))


def test_a_file_outside_the_repository_has_its_whole_path(
    subfolder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("out side") / "broken.yml"
    outside.write_text("title: T\nsteps: [{customr: a}]\n", "utf-8")
    made = CliRunner().invoke(cli.main, ["check", str(outside), "--format", "github"]).stdout
    assert files_in_annotations(made) == {outside.resolve().as_posix()}
    [artifact] = artifacts(CliRunner().invoke(cli.main, ["check", str(outside), "--format", "sarif"]).stdout)
    assert artifact == {"uri": outside.resolve().as_uri()}


def test_where_there_is_no_git_github_s_runner_says_what_the_repository_is(
    subfolder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (subfolder / ".git").rmdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(subfolder))
    assert "sites/my docs/blueprints/broken.yml" in files_in_annotations(report("github"))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(subfolder / "elsewhere"))
    assert "blueprints/broken.yml" in files_in_annotations(report("github"))


def test_a_worktree_of_git_is_a_repository_too(subfolder: Path) -> None:
    (subfolder / ".git").rmdir()
    (subfolder / "sites/.git").write_text("gitdir: /elsewhere\n", "utf-8")
    assert "my docs/blueprints/broken.yml" in files_in_annotations(report("github"))


def test_each_rule_says_in_sarif_what_it_is_about() -> None:
    rules = json.loads(FORMATS["sarif"](Report((), ())))["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == len(RULES)
    assert all(rule["help"]["markdown"] and "\n" not in rule["shortDescription"]["text"] for rule in rules)
