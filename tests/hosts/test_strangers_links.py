"""Links that a stranger's pull request brings: every command sees the same files, and nothing of the builder's own."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from projects import SMALLEST, build, make_project, write
from repositories import Repository
from service_blueprint.hosts import cli

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")

SECRET = "secret: SECRET\n"
SECRET_BLUEPRINT = SMALLEST.replace("Get a burger", "SECRET")
BAD = {
    "../../secret.yml": "the link leads out of the project",
    "../../blueprint.yml": "the link leads out of the project",
    "/etc/passwd": "the link leads out of the project",
    "/dev/zero": "the link leads out of the project",
    "../.git/token.yml": "the link leads to what is hidden",
    "../notes.txt": "the link leads to a file that does not end in '.yml'",
    "linked.yml": "the file is a link that leads nowhere",
    "gone.yml": "the file is a link that leads nowhere",
}
COMMANDS = {
    "check": ["check", "blueprints"],
    "check as a tool": ["check", "--format", "json", "blueprints"],
    "check of files": ["check", "blueprints/burger.yml", "blueprints/linked.yml"],
    "draw": ["draw", "blueprints", "--out", "pictures"],
    "draw of a file": ["draw", "blueprints/linked.yml", "--out", "pictures"],
    "table": ["table", "blueprints/linked.yml"],
    "format": ["format", "blueprints"],
    "format of a file": ["format", "blueprints/linked.yml"],
    "diff": ["diff", "HEAD"],
    "diff of files": ["diff", "blueprints/linked.yml", "blueprints/burger.yml"],
    "build": ["build", "--into", "docs", "--no-png"],
}
Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a blueprint and something shared, secrets around it; the working directory."""
    project = tmp_path / "project"
    repository = Repository.made(project)
    repository.commit({"blueprints/burger.yml": SMALLEST, "shared/tea.yml": SMALLEST, "notes.txt": SECRET})
    write(project / ".git/token.yml", SECRET)
    write(tmp_path / "secret.yml", SECRET)
    write(tmp_path / "blueprint.yml", SECRET_BLUEPRINT)
    write(tmp_path / "outside/blueprint.yml", SECRET_BLUEPRINT)
    monkeypatch.chdir(project)
    return project


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def shows_a_secret(result: Result, *folders: str) -> bool:
    written = [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
    said = (result.output, *(path.read_text("utf-8", "replace") for path in written))
    return any(word in text for text in said for word in ("SECRET", "root:"))


@pytest.mark.parametrize("target", BAD)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_link_is_told_with_its_place_and_nothing_of_what_it_leads_to(
    project: Path, command: str, target: str
) -> None:
    Path("blueprints/linked.yml").symlink_to(target)
    result = run(*COMMANDS[command])
    assert result.exit_code == (2 if command.startswith("diff") else 1)
    assert "blueprints/linked.yml" in result.output
    assert BAD[target] in result.output
    assert not shows_a_secret(result, "docs", "pictures")


@pytest.mark.parametrize("target", BAD)
@pytest.mark.parametrize("command", [name for name in COMMANDS if not name.startswith("diff")])
def test_a_catalog_is_read_no_further(project: Path, command: str, target: str) -> None:
    write(Path("blueprints/linked.yml"), SMALLEST)
    if target == "linked.yml":
        target = "_catalog.yml"
    Path("blueprints/_catalog.yml").symlink_to(target)
    result = run(*COMMANDS[command])
    assert result.exit_code == (0 if command == "format of a file" else 1)
    assert not shows_a_secret(result, "docs", "pictures")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_link_within_the_project_is_a_blueprint(project: Path, command: str) -> None:
    Path("blueprints/linked.yml").symlink_to("../shared/tea.yml")
    write(Path("shared/tea.yml"), SMALLEST.replace("customer: Orders", "customer: Asks for tea"))
    result = run(*COMMANDS[command])
    assert result.exit_code == (1 if command.startswith("diff") else 0), result.output
    if command.startswith("format"):
        assert Path("blueprints/linked.yml").is_symlink()
        assert "\n\n  - customer: Eats" in Path("shared/tea.yml").read_text()
    if command == "build":
        assert {"burger", "linked"} <= {path.name for path in Path("docs/blueprints").iterdir()}


def test_a_file_and_a_link_to_it_are_two_blueprints_and_formatted_once(project: Path) -> None:
    Path("blueprints/linked.yml").symlink_to("burger.yml")
    assert "2 blueprints checked" in run("check", "blueprints").output
    assert "2 blueprints checked" in run("check", "blueprints/linked.yml", "blueprints/burger.yml").output
    assert "2 drawings written" in run("draw", "blueprints", "--out", "pictures").output
    assert "1 file formatted, 0 in normal form already" in run("format", "blueprints").output


@pytest.mark.parametrize("command", ["check", "draw", "format", "build"])
def test_a_linked_folder_is_told_and_the_rest_is_there(project: Path, command: str) -> None:
    Path("blueprints/hr").symlink_to("../../outside")
    Path("blueprints/teas").symlink_to("../shared")
    result = run(*COMMANDS[command])
    assert result.exit_code == 1
    assert "blueprints/hr:1:1: " in result.output
    assert "the link leads out of the project" in result.output
    assert not shows_a_secret(result, "docs", "pictures")
    if command == "check":
        assert "2 blueprints checked" in result.output


def test_a_site_has_the_same_files_and_nothing_of_what_lies_outside(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {"blueprints/burger.yml": SMALLEST, "shared/tea.yml": SMALLEST})
    write(tmp_path / "blueprint.yml", SECRET_BLUEPRINT)
    write(tmp_path / "secret.yml", SECRET)
    blueprints = project / "blueprints"
    links = {"tea": "../shared/tea.yml", "a": "../../blueprint.yml", "b": "../../secret.yml", "c": "c.yml"}
    for name, target in links.items():
        (blueprints / f"{name}.yml").symlink_to(target)
    (blueprints / "_catalog.yml").symlink_to("../../secret.yml")
    write(project / "docs/index.md", "# Home\n\n```blueprint\na\n```\n\n```blueprint\ntea\n```\n")
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("the link leads out of the project") >= 3
    assert "Traceback" not in done.stderr
    made = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert (project / "site/blueprints/tea/index.html") in made
    assert [path for path in made if b"SECRET" in path.read_bytes()] == []


# What is written


@pytest.mark.parametrize(
    "words",
    [
        ["draw", "blueprints", "--out", "linked"],
        ["build", "--into", "linked", "--no-png"],
        ["new", "tea", "--folder", "linked/blueprints"],
        ["diff", "HEAD", "--out", "linked/file.txt"],
    ],
    ids=lambda words: words[0],
)
def test_nothing_is_written_through_a_link_out_of_the_project(project: Path, words: list[str]) -> None:
    outside = project.parent / "elsewhere"
    outside.mkdir()
    Path("linked").symlink_to(outside)
    result = run(*words)
    assert result.exit_code == 2
    assert "the link leads out of the project" in result.output
    assert [*outside.iterdir()] == []


def test_a_new_blueprint_makes_no_folder_beyond_a_link(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("linked").symlink_to(project.parent)
    monkeypatch.setattr(Path, "mkdir", lambda path, **_: pytest.fail(f"{path} was made"))
    assert run("new", "tea", "--folder", "linked/new/blueprints").exit_code == 2


@pytest.mark.parametrize("place", ["pictures/burger", "pictures/burger/stages.svg"])
@pytest.mark.parametrize("target", ["outside", "inside"])
def test_a_drawing_is_not_written_through_a_link_below_its_folder(project: Path, place: str, target: str) -> None:
    kept = Path("kept" if target == "inside" else "../kept").absolute()
    write(kept / "stages.svg", "kept")
    Path(place).parent.mkdir(parents=True)
    Path(place).symlink_to(kept / "stages.svg" if place.endswith("svg") else kept)
    result = run("draw", "blueprints", "--out", "pictures")
    assert result.exit_code == 2
    assert "a link stands in its place or on the way" in result.output
    assert (kept / "stages.svg").read_text() == "kept"


@pytest.mark.parametrize("name", [".service-blueprint.txt", ".service-blueprint.part"])
def test_the_builds_own_files_are_no_links(project: Path, name: str) -> None:
    write(Path("kept/0"), "kept")
    write(Path("kept/list.txt"), "kept")
    Path("docs").mkdir()
    Path("docs", name).symlink_to("../kept/list.txt" if name.endswith("txt") else "../kept")
    status = run("build", "--into", "docs", "--no-png").exit_code
    assert status == (2 if name.endswith("txt") else 0)  # of the part, the link alone is taken away
    assert {path.name: path.read_text() for path in Path("kept").iterdir()} == {"0": "kept", "list.txt": "kept"}
