"""What a stranger writes, as the name of a file or as a text, harms neither a terminal nor a build.

``hostile/values.yml`` holds what is tried in all places and in every command and format; no code is needed for more.
"""

import ast
import csv
import io
import json
import os
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner

from projects import build, make_project
from repositories import Repository
from service_blueprint.hosts import cli
from service_blueprint.hosts.printable import printable
from service_blueprint.reading.decoding import UNPRINTABLE
from service_blueprint.reading.limits import PHASES

CASES = Path(__file__).parent / "hostile"
PACKAGE = Path(cli.__file__).parent.parent
VALUES: list[str] = yaml.safe_load((CASES / "values.yml").read_text("utf-8"))
PRINTABLE = yaml.safe_load((CASES / "printable.yml").read_text("utf-8"))
NOT_UTF_8 = os.fsdecode(b"caf\xe9 \xff")
NAMES = [value.replace("/", "-") for value in (*VALUES, NOT_UTF_8)]
TEXTS = [value for value in VALUES if not UNPRINTABLE.search(value)]
FOLDER = "\n::error::x ##[group]\x1b[2J\u202e"

OWN = re.compile(r"::(error|warning|notice) file=[^:]+,line=\d+,col=\d+,title=[a-z0-9.-]+::")
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000\ufdd0\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U0001d173\U000e0000-\U000e01ef]"
)


def harms(out: str, *, annotations: bool = False) -> list[str]:
    """The lines that a build would obey, or with what a terminal would obey or not show."""
    return [line for line in out.replace("\r\n", "\n").split("\n") if _harms(line, annotations)]


def _harms(line: str, annotations: bool) -> bool:
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") and letter != "\t" for letter in line):
        return True
    bare = UNSEEN.sub("", line)
    obeyed = bare.lstrip().startswith("::") and not (annotations and OWN.match(line))
    return obeyed or bool(re.search(r"##\w*\[", bare)) or bool(UNSEEN.search(line))


STEP = """\
  - id: s{number}
    title: {value}
    phase: {phase}
    channel: {value}
    evidence: {value}
    customer: {{do: {value}, by: {value}, policy: [{value}], to: []}}
    frontstage:
      do: {value}
      by: {value}
      uses: [{value}]
      decision: yes
      to: [{{target: s{number}, label: {value}}}]
    feeling: {{customer: {feeling}, words: {value}, quote: {value}}}
    pain: {{text: {value}, severity: 3}}
    question: {value}
    note: {value}
    metrics: {{{value}: 1}}
"""


def quoted(text: str) -> str:
    return '"' + "".join(letter if letter.isalnum() else f"\\U{ord(letter):08x}" for letter in text) + '"'


PARTS = [TEXTS[start : start + PHASES.most] for start in range(0, len(TEXTS), PHASES.most)]
TEXTS_FILES = [f"blueprints/texts-{number}.yml" for number in range(len(PARTS))]
"""A blueprint for each of them, for every step has a phase of its own."""


def texts(values: list[str], end: str) -> str:
    """A blueprint with the values in all its fields; ``end`` makes it differ."""
    steps = "".join(
        STEP.format(number=number, value=value, feeling=end, phase=quoted(f"{number}")[:-1] + value[1:])
        for number, value in enumerate(map(quoted, values))
        if number % 2 or end != "1"
    )
    return f"title: {quoted('##[error]::error::x')}\nowner: {quoted(TEXTS[0])}\nsteps:\n{steps}"


BROKEN = "title: T\nsteps:\n" + "".join(f"  - {quoted(value)}: {quoted(value)}\n" for value in VALUES)


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a repository with strange names and texts, some of them changed since the commit."""
    repository = Repository.made(tmp_path_factory.mktemp("strange"))
    sound = "title: T\nsteps: [{customer: Asks}, {title: Later}]\n"
    names = {f"blueprints/{name}.yml": "title: T\nsteps: [{customr: a}]\n" for name in NAMES}
    before = {file: texts(values, "1") for file, values in zip(TEXTS_FILES, PARTS, strict=True)}
    repository.commit({**before, **names})
    repository.git("tag", "v1")
    for file, values in zip(TEXTS_FILES, PARTS, strict=True):
        repository.write(file, texts(values, "-1"))
    repository.write("blueprints/broken.yml", BROKEN)
    repository.write(f"{FOLDER}/blueprints/sound.yml", sound)
    repository.write(f"{FOLDER}/blueprints/older.yml", sound.replace("Asks", "Waits"))
    repository.write(f"{FOLDER}/blueprints/broken.yml", BROKEN)
    repository.write(f"{FOLDER}/blueprints/odd/ format.yml", "title:   T\nsteps: [{customer: Asks}]\n")
    repository.write(f"{FOLDER}/site/index.html", "<html></html>")
    return repository.folder


STRANGE_FILE = f"{FOLDER}/blueprints/sound.yml"
COMPARISONS = ("text", "markdown", "json", "svg", "html")
REPORTS = ("text", "github", "json", "sarif", "junit")
RUNS: list[tuple[str, ...]] = [
    *(("check", path, "--format", form) for form in REPORTS for path in (".", FOLDER)),
    ("draw", *TEXTS_FILES, "--out", "drawn"),
    ("draw", "blueprints", "--out", "drawn"),
    ("draw", STRANGE_FILE, "--out", f"{FOLDER}/drawn"),
    *(("table", file, "--format", form) for file in TEXTS_FILES for form in ("markdown", "csv", "json")),
    ("table", "blueprints/broken.yml"),
    *(("diff", "v1", file, "--format", form) for file in TEXTS_FILES for form in COMPARISONS),
    *(("diff", f"{FOLDER}/blueprints/older.yml", STRANGE_FILE, "--format", form) for form in COMPARISONS),
    ("diff", FOLDER),
    ("diff", "v1", FOLDER + "x"),
    ("diff", FOLDER, "blueprints/broken.yml"),
    ("diff", "blueprints/broken.yml", "blueprints/broken.yml"),
    ("format", "--check", "."),
    ("format", "--check", "blueprints", FOLDER),
    ("format", FOLDER + "/site/index.html"),
    ("build", "--into", f"{FOLDER}/docs", "--blueprints", f"{FOLDER}/blueprints", "--no-png"),
    ("build", "--into", "docs", "--no-png"),
    ("build", "--into", "docs", "--site-url", FOLDER),
    *(("new", "made", "--title", value, "--folder", f"{FOLDER}/made{n}") for n, value in enumerate(VALUES[::3])),
    *(("new", value) for value in VALUES[::5]),
    *((word, value) for word in ("check", "table", "draw", "diff", "format") for value in VALUES[::11]),
    *(("check", "blueprints", "--ignore", value) for value in VALUES[::11]),
    *(("check", "blueprints", f"--{value}") for value in VALUES[::11]),
    *(("schema", value) for value in VALUES[::5]),
    *((value,) for value in VALUES[::5]),
    *(("draw", TEXTS_FILES[0], "--view", value) for value in VALUES[::11]),
]  # fmt: skip


@pytest.mark.parametrize("words", RUNS, ids=lambda words: ascii(" ".join(words))[:80])
def test_nothing_printed_commands_a_build_or_a_terminal(
    words: tuple[str, ...], strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(strange)
    done = CliRunner().invoke(cli.main, words, prog_name="service-blueprint")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert harms(done.stdout.removeprefix("\ufeff"), annotations="github" in words) == []
    assert harms(done.stderr) == []


def test_an_annotation_has_a_line_for_each_problem_and_names_the_file_as_it_is(
    strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(strange)
    lines = checked("github").splitlines()
    assert [line for line in lines if not OWN.match(line)] == []
    assert len(lines) == len(json.loads(checked("json"))["problems"])
    assert any("file=blueprints/a%0A%3A%3Aerror%3A%3Ax.yml," in line for line in lines)
    assert any("file=blueprints/%250A%3A%3Aerror%3A%3Ax.yml," in line for line in lines)


def test_reports_for_other_tools_are_whole_and_say_what_was_written(
    strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(strange)
    paths = {problem["path"] for problem in json.loads(checked("json"))["problems"]}
    named = {f"blueprints/{name}.yml" for name in NAMES if "caf" not in name}
    assert named <= paths
    assert r"blueprints/caf\udce9 \udcff.yml" in paths  # as reading spells what no encoding has
    results = json.loads(checked("sarif"))["runs"][0]["results"]
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results}
    assert "blueprints/a%0A%3A%3Aerror%3A%3Ax.yml" in uris
    assert all(re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII) for uri in uris)
    suite = ElementTree.fromstring(checked("junit"))
    assert len(list(suite.iter("testcase"))) == len(paths | {*TEXTS_FILES})


def checked(form: str) -> str:
    return CliRunner().invoke(cli.main, ["check", "blueprints", "--format", form]).stdout


def test_tables_and_comparisons_as_json_say_what_was_written(strange: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(strange)
    told = [CliRunner().invoke(cli.main, ["table", file, "--format", "json"]).stdout for file in TEXTS_FILES]
    said = {point["customer"][0]["do"] for each in told for point in json.loads(each)["touchpoints"]}
    assert {text.strip() for text in ("a\u202eb", "##[error]x", "a\U000e0041\U000e0042\U000e007fb")} <= said


def test_a_file_that_is_written_keeps_the_texts(strange: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(strange)
    pages = [Path(f"changes-{number}.html") for number in range(len(PARTS))]
    for file, page in zip(TEXTS_FILES, pages, strict=True):
        CliRunner().invoke(cli.main, ["diff", "v1", file, "--format", "html", "--out", str(page)])
    assert "a\u202eb" in "".join(page.read_text("utf-8") for page in pages)


def test_no_cell_of_a_table_is_a_formula(strange: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(strange)
    told = [CliRunner().invoke(cli.main, ["table", file, "--format", "csv"]).stdout for file in TEXTS_FILES]
    tables = [csv.reader(io.StringIO(each.removeprefix("\ufeff"), newline="")) for each in told]
    cells = [cell for table in tables for row in table for cell in row]
    assert len(cells) > len(TEXTS)
    parts = [part for cell in cells for line in cell.split("\n") for part in line.split(";")]
    assert [part for part in parts if re.match(r"\s*[=+@-]", part) and not re.fullmatch(r"-?\d+", part)] == []


def test_the_log_of_mkdocs_commands_nothing(tmp_path: Path) -> None:
    files = {f"blueprints/{name}.yml": "title: T\nsteps: [{customr: a}]\n" for name in NAMES if name.isprintable()}
    files |= {f"blueprints/{name}.yml": "title: T\n" for name in NAMES if not name.isprintable()}
    page = "".join(f"```blueprint\n{name}\n```\n\n[x](<blueprint:{name}>)\n\n" for name in TEXTS if "\n" not in name)
    files |= {"blueprints/broken.yml": BROKEN, "docs/index.md": f"# Home\n\n{page}"}
    done = build(make_project(tmp_path, files))
    ours = [line for line in done.stderr.split("\n") if "blueprint" in line or "::" in line or "##" in line]
    assert len(ours) > len(NAMES)
    assert harms("\n".join(re.sub(r"^\S+\s+-\s+", "", line) for line in ours)) == []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in PRINTABLE])
def test_a_line_shows_what_readers_can_read(case: dict[str, str]) -> None:
    assert printable(case["text"]) == (case["text"] if case["shown"] == "same" else case["shown"])


@pytest.mark.parametrize("value", VALUES, ids=ascii)
def test_each_value_is_harmful_by_itself_or_in_a_table(value: str) -> None:
    assert harms(value) or re.search(r"^[=%]|section_|--", value)


def test_there_is_one_way_out() -> None:
    """No module but one prints, or tells by a logger."""
    ways = {"click.echo", "click.secho", "print", "sys.stdout.write", "sys.stderr.write", "warnings.warn"}
    loggers = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    found = []
    errors = []
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                logs = "log" in called.rpartition(".")[0].lower() and called.rpartition(".")[2] in loggers
                if called in ways or logs:
                    found.append((module.name, called))
                if called == "PluginError" and not ast.unparse(node.args[0]).startswith("printable("):
                    errors.append((module.name, node.lineno))  # MkDocs prints its text
    assert {name for name, _ in found} == {"output.py"}
    assert errors == []


def test_links_of_a_summary_command_nothing_in_what_mkdocs_itself_tells(tmp_path: Path) -> None:
    links = "[a](./%0a::error::x.md) [b](./%1b[2J%07.md) [c](n.md###vso[task.x]1) [d](./%0d##[error]x.md)"
    links += " ![e](./%0a::notice::x.png)"
    text = f"title: T\nsummary: {json.dumps(links)}\nsteps: [{{customer: Asks}}]\n"
    done = build(make_project(tmp_path, {"blueprints/x.yml": text}))
    told = [re.sub(r"^\S+\s+-\s+", "", line) for line in done.stderr.split("\n")]
    assert sum("contains a" in line for line in told) == 5
    assert harms("\n".join(told)) == []
