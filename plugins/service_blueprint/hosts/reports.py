"""Problems as text for people, and in the formats that other tools read."""

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import click

from service_blueprint import __version__
from service_blueprint.checking import RULES, Rule
from service_blueprint.hosts.languages import Languages
from service_blueprint.hosts.names import TOOL
from service_blueprint.hosts.printable import printable, printable_part, visible
from service_blueprint.hosts.report_data import report_json
from service_blueprint.problem import Problem, Severity
from service_blueprint.shelves.checkout import Checkout

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

_BESIDE = 4
WIDEST = 120
"""Characters of a source line that are shown; of a longer one, those around the problem."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"  # what others call the top folder, too
_WITHOUT_LINE = ("file", "file-name")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Report:
    """What came of checking: the paths of the blueprints, the problems in order, and the texts of the faulty files.

    Paths are as seen from the working directory. Formats that other tools show beside the lines of a repository name
    files from its top folder, as ``checkout`` knows them; without one, they too name files as seen from here.
    ``languages`` say in which language each problem is told.
    """

    checked: tuple[str, ...]
    problems: tuple[Problem, ...]
    sources: Mapping[str, str] = field(default_factory=dict, repr=False)
    checkout: Checkout | None = None
    languages: Languages = field(default_factory=Languages, repr=False)

    def file_of(self, path: str) -> Path:
        """A path as other tools know it: from the top of the repository, or whole for a file outside."""
        return self.checkout.path_of(path) if self.checkout else Path(path)


def text(report: Report, *, colour: bool = False) -> str:
    """Each problem in a line, and below it the line of the file with a caret; nothing where there is no problem."""
    lines = {path: re.split("\r\n|[\n\r]", source) for path, source in report.sources.items()}
    shown = []
    for problem in report.problems:
        shown.append(_headline(problem, report, colour))
        source = lines.get(problem.place.path, [])
        if problem.rule not in _WITHOUT_LINE and problem.place.line <= len(source):
            shown += _excerpt(problem, source[problem.place.line - 1], colour)
    return "".join(f"{line}\n" for line in shown)


def _headline(problem: Problem, report: Report, colour: bool) -> str:
    place, message = printable(str(problem.place)), printable_part(report.languages.told(problem))
    severity, rule = str(problem.severity), f"[{problem.rule}]"
    if colour:
        place = click.style(place, bold=True)
        severity = click.style(severity, fg=_COLOURS[problem.severity], bold=True)
        rule = click.style(rule, dim=True)
    return f"{place}: {severity}: {message} {rule}"


def _excerpt(problem: Problem, line: str, colour: bool) -> Iterator[str]:
    """The line of the file, cut where it is very long, and the caret under the column."""
    column = problem.place.column - 1
    start = 0 if column < WIDEST - 20 else column - WIDEST // 2
    # What is shown for a letter may depend on those beside it; a line may be as long as a file.
    low = max(start - _BESIDE, 0)
    shown = visible(line[low : start + WIDEST + _BESIDE].replace("\t", " "))[start - low :]
    part, before = shown[:WIDEST], shown[: column - start]
    if start:
        part, before = f"…{part}", f"…{before}"
    if start + WIDEST < len(line):
        part = f"{part}…"
    gutter = f"{problem.place.line:5} | "
    caret = click.style("^", fg=_COLOURS[problem.severity], bold=True) if colour else "^"
    told, until = (printable(f"{gutter}{text}") for text in (part, before))
    yield told.rstrip()
    yield f"{'|':>7} {' ' * _width(until[len(gutter) :])}{caret}"


def _width(words: str) -> int:
    """The columns of a terminal that a text takes; letters of East Asia take two, accents by themselves none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in words
    )


def github(report: Report) -> str:
    """Workflow commands, which GitHub shows as annotations of the changed lines; none is a stranger's."""
    return "".join(_annotation(problem, report) for problem in report.problems)


def _annotation(problem: Problem, report: Report) -> str:
    file, told = report.file_of(problem.place.path), report.languages.told(problem)
    where = f"file={_property(file.as_posix())},line={problem.place.line},col={problem.place.column}"
    return f"::{_GITHUB[problem.severity]} {where},title={_property(problem.code)}::{_data(told)}\n"


def _data(value: str) -> str:
    """A text of a command; line breaks, which GitHub puts back, are part of it."""
    lines = re.split("([\r\n])", value.replace("%", "%25"))
    return "".join({"\r": "%0D", "\n": "%0A"}.get(line) or printable_part(line) for line in lines)


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_json(report: Report) -> str:
    """The paths that were checked, and the problems as plain values."""
    return report_json(report.checked, report.problems, report.languages)


def sarif(report: Report) -> str:
    """SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show as results of an analysis."""
    positions = {rule.id: index for index, rule in enumerate(RULES)}
    results = [
        {
            "ruleId": problem.rule,
            "ruleIndex": positions[problem.rule],
            "level": _SARIF[problem.severity],
            "message": {"text": report.languages.told(problem)},
            "properties": {"code": problem.code},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _location(report, problem.place.path),
                        "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
                    }
                }
            ],
        }
        for problem in report.problems
    ]
    driver = {"name": TOOL, "semanticVersion": __version__, "rules": [_descriptor(rule) for rule in RULES]}
    run: dict[str, object] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if report.checkout:
        root = {"uri": f"{report.checkout.root.as_uri().rstrip('/')}/", "description": {"text": "The repository"}}
        run["originalUriBaseIds"] = {_ROOT: root}
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _descriptor(rule: Rule) -> dict[str, object]:
    advice = f"{rule.why}\n{rule.mend}".strip()
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.what.strip()},
        "help": {"text": advice, "markdown": advice},
        "defaultConfiguration": {"level": _SARIF[rule.severity]},
    }


def _location(report: Report, path: str) -> dict[str, str]:
    """The address of a file: from the top of the repository where it lies in one, else by itself."""
    file = report.file_of(path)
    if file.is_absolute():
        return {"uri": file.as_uri()}
    uri = quote(os.fsencode(file.as_posix()))
    return {"uri": uri, "uriBaseId": _ROOT} if report.checkout else {"uri": uri}


def junit(report: Report) -> str:
    """JUnit's XML: a test case for each file, which fails by errors; what else is found stands in its output.

    A failure's type is the code of the first error.

    ``name`` is the file as seen from the working directory, ``file`` as the repository knows it.
    """
    by_path: dict[str, list[Problem]] = {path: [] for path in report.checked}
    for problem in report.problems:
        by_path.setdefault(problem.place.path, []).append(problem)
    suite = ElementTree.Element("testsuite", name=TOOL, tests=str(len(by_path)), errors="0", skipped="0")
    failures = 0
    for path, problems in by_path.items():
        name, file = printable(Path(path).as_posix()), printable(report.file_of(path).as_posix())
        case = ElementTree.SubElement(suite, "testcase", classname=TOOL, name=_xml(name), file=_xml(file))
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        others = [problem for problem in problems if problem.severity is not Severity.ERROR]
        if errors:
            failures += 1
            first = _xml(printable_part(report.languages.told(errors[0])))
            failure = ElementTree.SubElement(case, "failure", type=errors[0].code, message=first)
            failure.text = _xml("\n".join(_headline(problem, report, colour=False) for problem in errors))
        if others:
            output = ElementTree.SubElement(case, "system-out")
            output.text = _xml("\n".join(_headline(problem, report, colour=False) for problem in others))
    suite.set("failures", str(failures))
    suites = ElementTree.Element("testsuites")
    suites.append(suite)
    ElementTree.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(suites, encoding="unicode")}\n'


def _xml(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)


def _dumped(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Report], str]] = {"github": github, "sarif": sarif, "json": as_json, "junit": junit}
"""The formats for other tools, by the names that the command line gives them."""
