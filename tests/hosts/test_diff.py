"""``service-blueprint diff``, run as a user runs it, in real git repositories."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

import reference
from service_blueprint.hosts import cli
from service_blueprint.insight.changes import Kind
from service_blueprint.keys import Subject

COMMAND = [sys.executable, "-c", "from service_blueprint.hosts.cli import main; main()", "diff"]
ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/how-to/review-a-change.md").read_text(encoding="utf-8")
KEYS = reference.with_tables((ROOT / "docs/reference/changes-as-json.md").read_text(encoding="utf-8"))
LAPTOP = """\
title: Request a laptop
steps:
  - id: ask
    customer: Asks
    frontstage: {by: desk, do: Answers}
    feeling: -1
  - {id: get, customer: Gets it}
"""
BURGER = "title: Get a burger\nlanguage: pl\nsteps:\n  - {id: order, customer: Zamawia, channel: phone}\n"
CATALOG = "actors:\n  desk: {title: Service Desk, kind: team}\n"
BROKEN = "title: Broken\nsteps:\n  - custumer: Asks\n"
BINARY = b"\x89PNG\r\n\0\0\0\rIHDR"
FORMATS = ["text", "markdown", "json", "svg", "html"]


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Project:
    """A folder with a git repository of its own, and the command run in it."""

    folder: Path

    def write(self, path: str, content: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.folder, env=ALONE, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str = "Change") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def diff(self, *words: str, within: str = ".", environment: dict[str, str] | None = None) -> Outcome:
        with chdir(self.folder / within):
            result = CliRunner().invoke(cli.main, ["diff", *words], env={**CALM, **(environment or {})})
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)


# No settings of the user or the machine reach these repositories.
CALM = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
ALONE = {**os.environ, **CALM}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A repository with two blueprints and a catalog, committed and tagged v1."""
    made = Project(tmp_path / "our services")
    made.folder.mkdir()
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("config", "user.name", "Test")
    made.git("config", "user.email", "test@example.org")
    made.write("blueprints/_catalog.yml", CATALOG)
    made.write("blueprints/laptop.yml", LAPTOP)
    made.write("blueprints/food/burger.yml", BURGER)
    made.write("mkdocs.yml", "site_name: Test\n")
    made.commit("First")
    made.git("tag", "v1")
    return made


@pytest.fixture(autouse=True)
def nothing_is_left_behind(tmp_path: Path) -> Iterator[None]:
    """No unfinished file stays, whatever happens."""
    yield
    assert [*tmp_path.rglob(".service-blueprint-*")] == []


# What is compared


def test_two_files_are_compared(project: Project) -> None:
    project.write("blueprints/to-be.yml", LAPTOP.replace("Answers", "Answers at once"))
    outcome = project.diff("blueprints/laptop.yml", "blueprints/to-be.yml")
    assert outcome.status == 1
    assert "Actions: 1 reworded" in outcome.out
    assert "~ Front stage, Service Desk: Answers → Answers at once" in outcome.out


def test_two_files_need_no_git(project: Project, tmp_path: Path) -> None:
    outcome = project.diff("laptop.yml", "laptop.yml", within="blueprints", environment={"PATH": str(tmp_path)})
    assert outcome == Outcome(0, "Nothing has changed in the service.\n", "")


def test_the_command_is_there_in_a_process_of_its_own(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    done = subprocess.run([*COMMAND, "HEAD"], cwd=project.folder, env=ALONE, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "~ Feeling: −1 → +1" in done.stdout.decode()


def test_a_revision_alone_is_compared_with_the_files_as_they_are(project: Project) -> None:
    assert project.diff("HEAD").status == 0
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    outcome = project.diff("HEAD")
    assert outcome.status == 1
    assert "~ Feeling: −1 → +1" in outcome.out
    assert "burger" not in outcome.out


def test_two_revisions_are_compared_whatever_lies_on_the_disk(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("Gets it", "Fetches it"))
    project.commit()
    project.write("blueprints/laptop.yml", BROKEN)
    outcome = project.diff("v1", "HEAD")
    assert outcome.status == 1
    assert "Gets it → Fetches it" in outcome.out
    assert "Fetches it → Gets it" in project.diff("main", "v1").out


def test_a_path_narrows_what_is_compared(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    project.write("blueprints/food/burger.yml", BURGER.replace("phone", "web"))
    assert "laptop" not in project.diff("HEAD", "blueprints/food").out
    assert "burger" not in project.diff("HEAD", "blueprints/laptop.yml").out
    assert "burger" not in project.diff("HEAD", "../laptop.yml", within="blueprints/food").out
    project.commit()
    assert "laptop" not in project.diff("v1", "main", "blueprints/food").out


def test_the_whole_repository_is_compared_from_any_folder_of_it(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    assert "blueprints/laptop.yml" in project.diff("HEAD", within="blueprints/food").out


def test_yaml_that_is_no_blueprint_is_left_alone(project: Project) -> None:
    project.write("mkdocs.yml", "site_name: Other\n")
    project.write("blueprints/_draft.yml", "no: blueprint\n")
    assert project.diff("HEAD").status == 0


def test_a_file_that_is_named_is_a_blueprint_wherever_it_lies(project: Project) -> None:
    project.write("services/call.yml", LAPTOP)
    project.commit()
    project.write("services/call.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    assert project.diff("HEAD").status == 0
    assert project.diff("HEAD", "services/call.yml").status == 1
    assert project.diff("HEAD", "services").status == 1


@pytest.mark.parametrize("added", [True, False], ids=["with git add", "without git add"])
def test_a_renamed_file_is_followed(project: Project, added: bool) -> None:
    (project.folder / "blueprints/laptop.yml").rename(project.folder / "blueprints/notebook.yml")
    project.write("blueprints/notebook.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    if added:
        project.git("add", "--all")
    before = project.git("status", "--porcelain")
    outcome = project.diff("HEAD")
    assert outcome.status == 1
    assert "Renamed from blueprints/laptop.yml" in outcome.out
    assert "~ Feeling: −1 → +1" in outcome.out
    assert "new" not in outcome.out and "gone" not in outcome.out
    assert project.git("status", "--porcelain") == before


def test_a_new_name_alone_is_told(project: Project) -> None:
    project.git("mv", "blueprints/laptop.yml", "blueprints/notebook.yml")
    outcome = project.diff("HEAD", "--format", "json")
    assert outcome.status == 1
    [entry] = json.loads(outcome.out)["blueprints"]
    assert (entry["status"], entry["old-path"], entry["changes"]) == ("renamed", "blueprints/laptop.yml", [])


def test_new_and_removed_blueprints_are_told(project: Project) -> None:
    (project.folder / "blueprints/laptop.yml").unlink()
    project.write("blueprints/phone.yml", "title: Request a phone\nsteps:\n  - {id: call, customer: Calls}\n")
    outcome = project.diff("HEAD")
    assert outcome.status == 1
    assert re.search(r"Request a laptop\nblueprints/laptop.yml\nThis blueprint is gone", outcome.out)
    assert re.search(r"Request a phone\nblueprints/phone.yml\nThis blueprint is new", outcome.out)
    assert "gone" in project.diff("HEAD", "blueprints/laptop.yml").out


def test_a_catalog_that_differs_changes_the_blueprints_beside_it(project: Project) -> None:
    project.write("blueprints/_catalog.yml", CATALOG.replace("Service Desk", "Help Desk"))
    outcome = project.diff("HEAD")
    assert outcome.status == 1
    assert "Service Desk → Help Desk" in outcome.out
    assert "burger" not in outcome.out


def test_comments_and_another_form_are_no_change(project: Project) -> None:
    project.write(
        "blueprints/laptop.yml",
        "# A comment\n"
        + LAPTOP.replace(
            "{id: get, customer: Gets it}",
            """\
id: get
    customer:
      do: "Gets it"
""",
        ),
    )
    outcome = project.diff("HEAD")
    assert outcome == Outcome(0, "Nothing has changed in the service.\n", "")


def test_windows_line_ends_are_no_change(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("\n", "\r\n"))
    assert project.diff("HEAD").status == 0


# How it is told


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("changed", [True, False], ids=["changed", "same"])
def test_every_format_can_be_had_on_the_output_and_in_a_file(project: Project, form: str, changed: bool) -> None:
    if changed:
        project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    shown = project.diff("HEAD", "--format", form)
    written = project.diff("HEAD", "--format", form, "--out", "new/folder/file")
    assert shown.status == written.status == int(changed)
    assert written.out == ""
    assert (project.folder / "new/folder/file").read_bytes().decode() == shown.out


def test_markdown_begins_with_the_counts(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1").replace("Gets it", "Fetches it"))
    out = project.diff("HEAD", "--format", "markdown").out
    assert out.startswith("**Actions:** 1 reworded · **Feelings:** 1 changed\n\n### Request a laptop\n")


def test_markdown_makes_no_markup_calls_nobody_and_links_no_issue(project: Project) -> None:
    evil = "'<b>@everyone</b> *see* #12 [x](javascript:1) `a`'"
    project.write("blueprints/laptop.yml", LAPTOP.replace("Gets it", evil))
    out = project.diff("HEAD", "--format", "markdown").out
    assert "&lt;b>@&#8203;everyone&lt;/b> \\*see\\* \\#&#8203;12 \\[x\\](javascript:1) \\`a\\`" in out


@pytest.mark.parametrize("form", ["text", "markdown", "html", "svg"])
def test_no_break_spaces_stay(project: Project, form: str) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("Gets it", "Pays 10\u00a0000\u202fzł"))
    assert "10\u00a0000\u202fzł" in project.diff("HEAD", "--format", form).out


def test_another_kind_of_blank_is_no_change(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("Gets it", "Gets\u00a0it"))
    assert project.diff("HEAD").out == "Nothing has changed in the service.\n"


def test_markdown_fits_into_a_comment(project: Project) -> None:
    steps = "".join(f"  - {{id: s{n}, customer: {'Waits ' * 30}{n}}}\n" for n in range(400))
    project.write("blueprints/laptop.yml", f"title: Request a laptop\nsteps:\n{steps}")
    out = project.diff("HEAD", "--format", "markdown").out
    assert len(out) < 65_536
    assert out.endswith("*There are more changes than a comment can hold.*\n")


def test_json_has_the_keys_that_are_documented(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    data = json.loads(project.diff("v1", "--format", "json").out)
    assert list(data) == ["before", "after", "differs", "counts", "blueprints"]
    assert (data["before"], data["after"], data["differs"]) == ("v1", "working tree", True)
    assert data["counts"] == {"feeling": {"changed": 1}}
    [entry] = data["blueprints"]
    keys = ["blueprint", "title", "path", "old-path", "status", "trouble", "counts", "changes"]
    assert list(entry) == keys
    [change] = entry["changes"]
    assert change == {
        "subject": "feeling",
        "kind": "changed",
        "key": "feeling",
        "step": "ask",
        "action": None,
        "item": None,
        "before": -1,
        "after": 1,
    }


def test_one_blueprint_is_one_drawing_and_several_are_a_sheet(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    one = ElementTree.fromstring(project.diff("HEAD", "--format", "svg").out)
    assert one.get("data-blueprint") == "laptop"
    project.write("blueprints/food/burger.yml", BURGER.replace("phone", "web"))
    two = ElementTree.fromstring(project.diff("HEAD", "--format", "svg").out)
    drawings = [svg.get("data-blueprint") for svg in two.iter("{http://www.w3.org/2000/svg}svg")]
    assert drawings == [None, "food/burger", "laptop"]
    ids = re.findall(r' id="([^"]+)"', ElementTree.tostring(two).decode())
    assert len(ids) == len(set(ids))


def test_the_page_needs_nothing_beside_it_and_runs_nothing(project: Project, page: Page) -> None:
    evil = "'<script>alert(1)</script>'"
    project.write("blueprints/laptop.yml", LAPTOP.replace("Gets it", evil).replace("feeling: -1", "feeling: 1"))
    project.diff("HEAD", "--format", "html", "--out", "changes.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((project.folder / "changes.html").as_uri())
    assert [url for url in asked if not url.endswith("changes.html")] == []
    assert page.locator("script").count() == 0
    assert page.locator("h2").inner_text() == "Request a laptop"
    assert page.locator(".sb-counts").inner_text().split() == ["Actions", "1", "reworded", "Feelings", "1", "changed"]
    assert page.locator("svg[data-blueprint] .badge-changed").count() > 0
    assert "<script>alert(1)</script>" in page.locator(".sb-changes").inner_text()


def test_the_drawing_of_the_page_is_right_where_its_style_is_refused(project: Project, page: Page) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    project.diff("HEAD", "--format", "html", "--out", "changes.html")
    looks = """() => [...document.querySelectorAll("svg rect, svg text")].map((shape) => {
      const { fill, stroke, fontSize } = getComputedStyle(shape);
      return [fill, stroke, fontSize];
    })"""
    html = (project.folder / "changes.html").read_text(encoding="utf-8")
    page.set_content(html)
    with_style = page.evaluate(looks)
    page.set_content(re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))
    assert page.evaluate(looks) == with_style
    assert len({tuple(each) for each in with_style}) > 5


def test_the_words_are_in_the_language_of_the_blueprint(project: Project) -> None:
    project.write("blueprints/food/burger.yml", BURGER.replace("phone", "web"))
    assert "zmieniono 1" in project.diff("HEAD").out
    project.write("blueprints/food/burger.yml", BURGER.replace("language: pl", "language: hu"))
    project.commit()
    project.write("blueprints/food/burger.yml", BURGER.replace("language: pl", "language: hu").replace("phone", "web"))
    assert "1 módosult" in project.diff("HEAD").out


# What goes wrong: one clear line, status 2, nothing written


def assert_trouble(outcome: Outcome, *parts: str) -> None:
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("Error: ") and outcome.err.count("\n") == 1
    for part in parts:
        assert part in outcome.err


@pytest.mark.parametrize("words", [["v9"], ["v1", "v9"], ["v9", "blueprints/laptop.yml"], ["--", "-v9"]])
def test_a_missing_revision(project: Project, words: list[str]) -> None:
    outcome = project.diff("--out", "out.txt", *words)
    assert_trouble(outcome, "there is no revision", "v9'", "git log")
    assert not (project.folder / "out.txt").exists()


def test_a_shallow_clone_that_lacks_the_revision(project: Project, tmp_path: Path) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    project.commit()
    project.git("clone", "--quiet", "--depth", "1", project.folder.as_uri(), str(tmp_path / "shallow"))
    shallow = Project(tmp_path / "shallow")
    assert_trouble(shallow.diff("HEAD~1"), "there is no revision 'HEAD~1'", "shallow", "git fetch --unshallow")
    assert shallow.diff("HEAD").status == 0


@pytest.mark.parametrize("path", ["../elsewhere.yml", "/elsewhere.yml"])
def test_a_path_outside_the_repository(project: Project, path: str) -> None:
    assert_trouble(project.diff("HEAD", "main", path), f"'{path}' lies outside the repository")
    (project.folder.parent / "elsewhere.yml").write_text(LAPTOP, "utf-8")
    assert_trouble(project.diff("HEAD", "../elsewhere.yml"), "'../elsewhere.yml' lies outside the repository")


def test_a_path_that_is_nowhere(project: Project) -> None:
    assert_trouble(project.diff("v1", "main", "blueprints/nowhere.yml"), "there is no 'blueprints/nowhere.yml'")


def test_a_name_that_is_a_revision_and_a_path(project: Project) -> None:
    project.git("branch", "blueprints")
    assert_trouble(project.diff("HEAD", "blueprints"), "is a revision and a path", "./blueprints")
    assert project.diff("HEAD", "./blueprints").status == 0


def test_a_file_that_was_broken_before_is_shown_as_it_is_now(project: Project) -> None:
    project.write("blueprints/laptop.yml", BROKEN)
    project.commit()
    project.write("blueprints/laptop.yml", LAPTOP)
    outcome = project.diff("HEAD")
    assert outcome.status == 1
    assert "The old file cannot be read" in outcome.out
    assert "HEAD:blueprints/laptop.yml:3:5: 'custumer' is no key of a step" in outcome.out
    drawing = ElementTree.fromstring(project.diff("HEAD", "--format", "svg").out)
    actions = [group.get("data-action") for group in drawing.iter() if group.get("data-action")]
    assert "ask.frontstage" in actions
    assert json.loads(project.diff("HEAD", "--format", "json").out)["blueprints"][0]["status"] == "unreadable-before"


def test_a_file_that_is_broken_now(project: Project) -> None:
    project.write("blueprints/laptop.yml", BROKEN)
    outcome = project.diff("HEAD", "--format", "html", "--out", "changes.html")
    assert_trouble(outcome, f"{Path('blueprints/laptop.yml')}:3:5: 'custumer' is no key of a step")
    assert not (project.folder / "changes.html").exists()


@pytest.mark.parametrize("words", [["HEAD"], ["blueprints/food/burger.yml", "blueprints/laptop.yml"]])
def test_a_binary_file(project: Project, words: list[str]) -> None:
    project.write("blueprints/laptop.yml", BINARY)
    assert_trouble(project.diff(*words), "laptop.yml:1:1: byte 0x89 is not UTF-8")


def test_a_broken_file_among_two(project: Project) -> None:
    project.write("blueprints/broken.yml", BROKEN)
    outcome = project.diff("blueprints/broken.yml", "blueprints/laptop.yml")
    assert_trouble(outcome, "broken.yml:3:5: 'custumer' is no key of a step")


def test_no_git_at_all(project: Project, tmp_path: Path) -> None:
    assert_trouble(project.diff("HEAD", environment={"PATH": str(tmp_path)}), "git is not installed")


def test_no_repository(tmp_path: Path) -> None:
    plain = Project(tmp_path)
    environment = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert_trouble(plain.diff("HEAD", environment=environment), "lies in no git repository")
    assert_trouble(plain.diff("a.yml", "b.yml", environment=environment), "there is no file 'a.yml'")


def test_a_file_that_cannot_be_written(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    project.write("taken", "")
    outcome = project.diff("HEAD", "--out", "taken/changes.txt")
    assert outcome.status == 2
    assert "cannot be read or written" in outcome.err


# The documentation


def test_the_guide_shows_what_is_printed(project: Project) -> None:
    sample = (ROOT / "blueprints/laptop-request.yml").read_text("utf-8")
    project.write("blueprints/_catalog.yml", (ROOT / "blueprints/_catalog.yml").read_text("utf-8"))
    project.write("blueprints/laptop-request.yml", sample)
    project.commit()
    changed = sample.replace("Answers the call", "Takes the call").replace("{customer: -2, ", "{customer: 0, ")
    project.write("blueprints/laptop-request.yml", changed)
    assert f"```text\n{project.diff('HEAD').out}```" in GUIDE


def test_the_reference_names_every_key_and_word_of_the_json(project: Project) -> None:
    project.write("blueprints/laptop.yml", LAPTOP.replace("feeling: -1", "feeling: 1"))
    data = json.loads(project.diff("HEAD", "--format", "json").out)
    [entry] = data["blueprints"]
    named = {*data, *entry, *entry["changes"][0], *Subject, *Kind}
    assert [name for name in named if f"`{name}`" not in KEYS] == []


# Links


def test_a_link_is_compared_by_what_it_leads_to(project: Project) -> None:
    project.write("shared/laptop.yml", LAPTOP)
    (project.folder / "blueprints/linked.yml").symlink_to("../shared/laptop.yml")
    (project.folder / "blueprints/folder").symlink_to("../shared")
    project.commit()
    project.write("shared/laptop.yml", LAPTOP.replace("Answers", "Answers at once"))
    for words in (["HEAD"], ["HEAD", "blueprints"]):
        outcome = project.diff(*words)
        assert outcome.status == 1, outcome.err
        assert outcome.out.count("Answers at once") == 2
        assert "blueprints/linked.yml" in outcome.out
        assert "blueprints/folder/laptop.yml" in outcome.out
    project.commit()
    assert "blueprints/linked.yml" in project.diff("HEAD~1", "HEAD").out


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("../../secret.yml", "the link leads out of the project"),
        ("/etc/passwd", "the link leads out of the project"),
        ("linked.yml", "the file is a link that leads nowhere"),
        ("gone.yml", "the file is a link that leads nowhere"),
        ("../notes.txt", "the link leads to a file that does not end in '.yml'"),
    ],
)
def test_a_link_that_is_not_followed_is_told_without_what_it_leads_to(project: Project, target: str, says: str) -> None:
    (project.folder.parent / "secret.yml").write_text("SECRET: x\n")
    project.write("notes.txt", "SECRET")
    (project.folder / "blueprints/linked.yml").symlink_to(target)
    outcome = project.diff("v1")
    assert (outcome.status, outcome.out) == (2, "")
    assert says in outcome.err
    assert "SECRET" not in outcome.err
    project.commit()
    for outcome in (project.diff("v1", "HEAD"), project.diff("blueprints/linked.yml", "blueprints/laptop.yml")):
        assert (outcome.status, outcome.out) == (2, "")
        assert "the file is a link that leads nowhere" in outcome.err or "the link leads" in outcome.err


def test_a_large_file_of_a_commit_is_not_read(project: Project) -> None:
    project.write("blueprints/laptop.yml", "#" * (1024 * 1024 + 1))
    project.commit()
    outcome = project.diff("v1", "HEAD")
    assert outcome.status == 2
    assert "at most 1 MiB is read" in outcome.err
