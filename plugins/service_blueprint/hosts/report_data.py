"""Problems for programs: the JSON that ``check`` reports, in no particular language but the problems' own."""

from collections.abc import Sequence

from service_blueprint import __version__
from service_blueprint.hosts.languages import Languages
from service_blueprint.pages.data import Data, json_schema_text, json_text
from service_blueprint.problem import Problem, Severity
from service_blueprint.words import Words


class ProblemData(Data):
    """One problem."""

    path: str
    """The file, as seen from the working directory."""

    line: int
    """Where in it, counted from 1."""

    column: int
    """The same within the line."""

    rule: str
    """The id under which it can be selected and ignored."""

    code: str
    """The code of its kind, which does not change."""

    severity: Severity
    """How bad it is; an error leaves nothing to draw or fails a strict build."""

    message: str
    """What is wrong."""

    remedy: str
    """What to do; empty where that goes without saying."""


class ReportData(Data):
    """All that came of checking."""

    version: str
    """The version of the tool."""

    checked: list[str]
    """The files of the blueprints that were checked."""

    problems: list[ProblemData]
    """Every problem, in the order of the files."""


def report_json(checked: Sequence[str], problems: Sequence[Problem], languages: Languages) -> str:
    """The files that were checked, and the problems, each in the language of its file, as JSON."""
    told = [_problem(each, languages.words(each.place.path)) for each in problems]
    return json_text(ReportData(version=__version__, checked=list(checked), problems=told))


def report_schema_text() -> str:
    """The JSON Schema of a report, as the text of a file."""
    return json_schema_text(ReportData, "Problems of service blueprints")


def _problem(problem: Problem, words: Words) -> ProblemData:
    return ProblemData(
        path=problem.place.path,
        line=problem.place.line,
        column=problem.place.column,
        rule=problem.rule,
        code=problem.code,
        severity=problem.severity,
        message=words.said(problem.what),
        remedy=words.said(problem.advice),
    )
