"""``service-blueprint new``, run as a user runs it; what it makes is built, checked and formatted."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from markdown import markdown

from projects import ROOT, build
from service_blueprint.hosts.cli import main
from service_blueprint.hosts.commands import new as command
from service_blueprint.languages import LANGUAGES
from service_blueprint.shelves import read_file

COMMANDS = Path(sys.executable).parent

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def runs(*words: str, answers: str | None = None) -> Result:
        monkeypatch.setattr(command, "_at_a_terminal", lambda: answers is not None)
        result = CliRunner().invoke(main, ["new", *words], input=answers, prog_name="service-blueprint")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runs


def files(folder: str = ".") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def title(path: str) -> str:
    return read_file(Path(path)).title


# a blueprint


SETTINGS = Path(".vscode/settings.json")


def test_a_blueprint_is_made_with_the_schema_beside_it_and_settings_for_vs_code(run: Run) -> None:
    result = run("laptop-request", "--title", "Request a laptop")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        str(Path(name))
        for name in ("blueprints/laptop-request.yml", "blueprints/_schema.json", ".vscode/settings.json")
    ]
    assert files() == [".vscode/settings.json", "blueprints/_schema.json", "blueprints/laptop-request.yml"]
    reading = read_file(Path("blueprints/laptop-request.yml"))
    assert (reading.problems, reading.title) == ((), "Request a laptop")
    assert reading.blueprint
    assert reading.blueprint.reviewed == date.today()


def test_another_one_leaves_the_schema_alone(run: Run) -> None:
    run("one")
    Path("blueprints/_schema.json").write_text("{}")
    assert run("hr/two", "--language", "pl", "--template", "journey").exit_code == 0
    assert files("blueprints") == ["_schema.json", "hr/two.yml", "one.yml"]
    assert Path("blueprints/_schema.json").read_text() == "{}"
    text = Path("blueprints/hr/two.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../_schema.json\n")
    assert "language: pl\n" in text
    assert "# 10. " in text


@pytest.mark.parametrize(
    ("folder", "settings", "schema"),
    [
        ("blueprints", ".vscode/settings.json", "./blueprints/_schema.json"),
        ("our/services", "our/.vscode/settings.json", "./services/_schema.json"),
        (".", "../.vscode/settings.json", "./{here}/_schema.json"),
    ],
)
def test_the_settings_lie_beside_the_folder_and_name_its_schema(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: str, settings: str, schema: str
) -> None:
    Path("here").mkdir()
    monkeypatch.chdir("here")
    assert run("laptop", "--folder", folder).exit_code == 0
    file = Path(settings)
    schema = schema.format(here="here")
    assert json.loads(file.read_text("utf-8")) == {
        "yaml.schemas": {schema: f"{Path(schema).parent.as_posix()}/**/[!_]*.yml"}
    }
    assert (file.parent.parent / schema).exists()


def test_settings_that_are_there_are_left_alone_and_one_line_says_what_to_add(run: Run) -> None:
    SETTINGS.parent.mkdir()
    mine = '{\n  // mine\n  "files.eol": "\\n",\n}\n'
    SETTINGS.write_text(mine)
    result = run("laptop")
    assert result.exit_code == 0
    assert SETTINGS.read_text() == mine
    [line] = [line for line in result.stderr.splitlines() if "settings.json" in line]
    assert "is left alone" in line
    assert line.endswith(': "yaml.schemas": {"./blueprints/_schema.json": "blueprints/**/[!_]*.yml"}')


@pytest.mark.parametrize("first", [["one"], ["--site"]])
def test_settings_that_name_the_schema_are_not_spoken_of(run: Run, first: list[str]) -> None:
    run(*first)
    result = run("another")
    assert result.exit_code == 0
    assert "settings" not in result.output


def test_an_id_is_made_of_the_title(run: Run) -> None:
    assert run("--title", "Nowy laptop dla każdego", "--folder", "services").exit_code == 0
    assert title("services/nowy-laptop-dla-kazdego.yml") == "Nowy laptop dla każdego"


def test_on_a_terminal_it_asks_for_what_is_not_given(run: Run) -> None:
    result = run(answers="Új laptop\n\njourney\nhu\n")
    assert result.exit_code == 0, result.output
    assert [word in result.stdout for word in ("Title", "ID", "[uj-laptop]", "Template", "Language")] == [True] * 5
    assert title("blueprints/uj-laptop.yml") == "Új laptop"
    assert "language: hu\n" in Path("blueprints/uj-laptop.yml").read_text("utf-8")


def test_it_does_not_ask_for_what_is_given(run: Run) -> None:
    result = run("laptop", "--title", "A", "--template", "blueprint", "--language", "en", answers="")
    assert result.exit_code == 0, result.output


def test_answering_nothing_writes_nothing(run: Run) -> None:
    assert run(answers="Laptop\n").exit_code == 1
    assert files() == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "say what to make"),
        (["Laptop Request"], "write 'laptop-request'"),
        (["../laptop"], "cannot be the address"),
        (["/laptop"], "is no id"),
        (["a//b"], "is no id"),
        (["_laptop"], "cannot be the address"),
        (["laptop.yml/"], "is no id"),
        (["laptop", "--title", "a\x07b"], "cannot be printed"),
        (["laptop", "--language", "de"], "'de' is not one of"),
        (["laptop", "--template", "big"], "'big' is not one of"),
        (["there"], "is there already"),
        (["file.txt/laptop"], "is there already"),
        (["laptop", "--folder", "file.txt"], "is a file"),
        (["--site", "full"], "is there already"),
        (["--site", "file.txt"], "is there already"),
    ],
)
def test_wrong_use_is_told_with_status_2_and_writes_nothing(run: Run, words: list[str], says: str) -> None:
    for path in ("blueprints/there.yml", "full/README.md", "file.txt", "blueprints/file.txt"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text("mine")
    before = files()
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert files() == before


def test_an_interruption_leaves_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, count = Path.replace, iter(range(100))

    def interrupted(self: Path, target: Path) -> Path:
        if next(count) == 5:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    assert run("--site", "our/services").exit_code == 1
    assert list(Path().iterdir()) == []


# a repository


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_repository_checks_clean_and_builds_without_a_warning(run: Run, language: str) -> None:
    assert run("--site", "services", "--language", language, "--template", "journey").exit_code == 0
    assert {*files("services")} >= {"mkdocs.yml", "blueprints/_catalog.yml", "docs/index.md", ".vscode/settings.json"}
    os.chdir("services")
    runner = CliRunner()
    checked = runner.invoke(main, ["check", "blueprints"])
    assert (checked.exit_code, checked.stdout) == (0, "1 blueprint checked: no problems\n")
    assert runner.invoke(main, ["format", "--check", "--ids", "blueprints"]).exit_code == 0
    built = build(Path(), "--strict")
    assert built.returncode == 0, built.stderr
    [blueprint] = [path.stem for path in Path("blueprints").glob("[!_]*.yml")]
    page = Path(f"site/blueprints/{blueprint}/index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in page
    assert 'data-action="' in page


def test_a_repository_is_made_in_a_folder_that_is_there_beside_other_files(run: Run) -> None:
    Path("LICENSE").write_text("mine")
    assert run("--site", "--title", "Usługi: wszystkie").exit_code == 0
    assert Path("LICENSE").read_text() == "mine"
    assert yaml.safe_load(Path("mkdocs.yml").read_text("utf-8"))["site_name"] == "Usługi: wszystkie"
    assert Path("README.md").read_text("utf-8").startswith("# Usługi: wszystkie\n")


TITLES = yaml.safe_load((Path(__file__).parent / "hostile/titles.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", TITLES)
def test_a_title_stays_a_text_wherever_it_is_put(run: Run, name: str) -> None:
    assert run("made", "--title", name).exit_code == 0
    assert title("blueprints/made.yml") == name
    assert run("--site", "here", "--title", name).exit_code == 0
    assert yaml.safe_load(Path("here/mkdocs.yml").read_text("utf-8"))["site_name"] == name
    for page in ("here/README.md", "here/docs/index.md"):
        heading = Path(page).read_text("utf-8").split("\n")[0]
        html = markdown(heading, extensions=["attr_list"])
        assert unescape(html) == f"<h1>{name}</h1>"
        assert not re.search(r"<(?!/?h1>)|\{\{|\{%", heading + html)
    workflows = [path for path in Path("here").rglob("*.yml") if path.name in ("blueprints.yml", ".gitlab-ci.yml")]
    assert workflows
    assert not any(name in path.read_text("utf-8") for path in workflows if len(name) > 8 and "token" not in name)


def test_the_workflows_run_what_the_command_line_has(run: Run) -> None:
    run("--site")
    github = yaml.safe_load(Path(".github/workflows/blueprints.yml").read_text("utf-8"))
    gitlab = yaml.safe_load(Path(".gitlab-ci.yml").read_text("utf-8"))
    # Steps with a name and GitLab's other jobs are run, with all that they need, where the workflows are tested.
    each = [step for job in github["jobs"].values() for step in job["steps"]]
    steps = [step["run"] for step in each if "run" in step and "name" not in step]
    steps += [*gitlab["check"]["script"], *gitlab["check"]["after_script"]]
    ours = sorted({step for step in steps if step.startswith("service-blueprint ")})
    assert len(ours) >= 4
    for step in ours:
        done = subprocess.run(f"{shlex.quote(str(COMMANDS))}/{step}", shell=True, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert {step for step in steps if step not in ours} == {
        "pip install -r requirements.txt",
        "pip install --quiet -r requirements.txt",
        "mkdocs build --strict",
    }


def test_the_hooks_of_pre_commit_take_the_blueprints_and_the_catalog(run: Run) -> None:
    run("--site")
    own = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [local] = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [hook["id"] for hook in own] == [hook["id"] for hook in local["hooks"]]
    for hook in (*own, *local["hooks"]):
        taken = [path for path in files() if re.search(hook["files"], path)]
        assert taken == ["blueprints/_catalog.yml", "blueprints/get-a-residents-parking-permit.yml"]
        done = subprocess.run([COMMANDS / hook["entry"].split()[0], *hook["entry"].split()[1:], *taken], check=False)
        assert done.returncode == 0


def test_the_settings_of_vs_code_name_schemas_that_are_there(run: Run) -> None:
    run("--site")
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    assert all(Path(schema).exists() for schema in settings["yaml.schemas"])
    for path in ("blueprints/_catalog.yml", "blueprints/get-a-residents-parking-permit.yml"):
        schema = Path(path).read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
        assert Path("blueprints", schema).exists()


def test_a_folder_that_is_a_link_out_of_the_project_is_not_written_into(run: Run, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside" / "bp"
    outside.mkdir(parents=True)
    Path("mkdocs.yml").touch()
    Path("blueprints").symlink_to(outside, target_is_directory=True)
    result = run("zed", "--title", "Z")
    assert result.exit_code == 2
    assert "leads out of the project" in result.output
    assert files(str(outside.parent)) == []
