"""The workflows for GitHub and GitLab: their steps, taken out of the YAML, do here what they would do there."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from service_blueprint.writing import Template, new_site

# Each of them builds sites, as the workflows do.
pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
WORKFLOW = ROOT / ".github/workflows/blueprints.yml"
PAGE = (ROOT / "docs/how-to/continuous-integration.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NEW_SITE = new_site("", Template.BLUEPRINT, "en", today=date.today())
NEW_WORKFLOW = NEW_SITE[".github/workflows/blueprints.yml"]
MARK = "<!-- service-blueprint diff -->"
CONFIGURATION = """\
site_name: Test
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, service-blueprint]
"""
BLUEPRINT = "title: Request a laptop\nsteps:\n  - {id: ask, customer: Asks, frontstage: Desk answers, feeling: -1}\n"
# A program that stands for one that talks to a server: it notes how it was called, and answers from a file.
STAND_IN = """\
#!{python}
import json, pathlib, sys
folder = pathlib.Path({folder!r})
calls = folder / "{name}.calls"
words = [pathlib.Path(word.partition("@")[2]).read_text("utf-8") if "body@" in word or "body=@" in word else word
         for word in sys.argv[1:]]
calls.open("a").write(json.dumps(words) + "\\n")
answer = folder / "{name}.answer"
print(answer.read_text("utf-8") if answer.exists() else "", end="")
"""


@dataclass
class Clone:
    """A clone in which a step is run, with stand-ins for what cannot be had here."""

    folder: Path
    tools: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a step as the runner would: with bash, ending at the first command that fails."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PATH": os.pathsep.join([str(self.tools), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "NO_MKDOCS_2_WARNING": "1",
            **self.settings,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def does(self, script: str) -> str:
        """The same for a step that must not fail; what it printed."""
        done = self.run(script)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def stand_in(self, name: str, answer: str = "") -> None:
        program = self.tools / name
        program.write_text(STAND_IN.format(python=sys.executable, folder=str(self.tools), name=name), "utf-8")
        program.chmod(0o755)
        (self.tools / f"{name}.answer").write_text(answer, "utf-8")

    def calls(self, name: str) -> list[list[str]]:
        lines = (self.tools / f"{name}.calls").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A clone of a repository with a branch that changes a feeling; its base and head are in its settings."""
    server, folder, tools = (tmp_path / name for name in ("server", "clone", "tools"))
    tools.mkdir()
    made = Clone(tmp_path, tools)
    made.does(f"git init --quiet --bare --initial-branch main {server}; git clone --quiet {server} {folder}")
    made.folder = folder
    for path, text in {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": "# Home\n",
        "blueprints/laptop.yml": BLUEPRINT,
    }.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    made.does(
        "git config user.name Test; git config user.email test@example.org; git checkout --quiet -b main; "
        "git add --all; git commit --quiet -m First; git push --quiet origin main; git checkout --quiet -b topic; "
        "sed -i.bak 's/feeling: -1/feeling: 1/' blueprints/laptop.yml; rm blueprints/laptop.yml.bak; "
        "git commit --quiet --all -m Change"
    )
    made.settings = {
        "BASE": made.does("git rev-parse main").strip(),
        "HEAD": made.does("git rev-parse topic").strip(),
        "NUMBER": "12",
        "PREVIEW": "https://owner.example.org/name/pr/12",
        "REPOSITORY": "owner/name",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    return made


def github() -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    return workflow


def step(job: str, name: str, workflow: dict[str, Any] | None = None) -> str:
    """The shell of a step of the GitHub workflow; of our own, if no other is given."""
    [found] = [each["run"] for each in (workflow or github())["jobs"][job]["steps"] if each.get("name") == name]
    return str(found)


def gitlab() -> dict[str, Any]:
    [text] = [fence for fence in FENCES if "CI_MERGE_REQUEST_DIFF_BASE_SHA" in fence]
    jobs: dict[str, Any] = yaml.safe_load(text)
    return jobs


def gitlab_script(job: str) -> str:
    return "\n".join(gitlab()[job]["script"])


# GitHub


def test_the_documented_workflow_is_the_one_in_use_but_for_how_it_installs() -> None:
    [shown] = [fence for fence in FENCES if fence.startswith("name: Blueprints")]
    ours = WORKFLOW.read_text(encoding="utf-8")
    assert ours[ours.index("name: ") :] == shown.replace("'mkdocs-service-blueprint[versions]'", "'.[versions]'")


@pytest.mark.parametrize("text", [WORKFLOW.read_text(encoding="utf-8"), NEW_WORKFLOW], ids=["ours", "a new site's"])
def test_nothing_that_somebody_wrote_reaches_the_shell(text: str) -> None:
    runs = [each["run"] for job in yaml.safe_load(text)["jobs"].values() for each in job["steps"] if "run" in each]
    assert [run for run in runs if "${{" in run] == []
    used = set(re.findall(r"\$\{\{ (.*?) \}\}", text))
    assert not any(word in each for each in used for word in ("title", "body", "head.ref", "head_ref", "label"))


@pytest.mark.parametrize("text", [WORKFLOW.read_text(encoding="utf-8"), NEW_WORKFLOW], ids=["ours", "a new site's"])
def test_a_preview_is_not_published_after_it_was_removed(text: str) -> None:
    # Runs wait for each other whatever the pull request's event is.
    assert yaml.safe_load(text)["concurrency"].startswith("blueprints-${{ github.event.number ")


def test_no_job_may_write_more_than_it_says() -> None:
    workflow = github()
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["check"]


def test_problems_are_annotated_on_their_lines(clone: Clone) -> None:
    (clone.folder / "blueprints/laptop.yml").write_text(BLUEPRINT.replace("customer", "custumer"), "utf-8")
    done = clone.run(step("check", "Check, and annotate the lines"))
    assert done.returncode == 1
    assert re.search(r"^::error file=blueprints/laptop.yml,line=3\b", done.stdout, re.MULTILINE)


def test_sound_blueprints_pass(clone: Clone) -> None:
    clone.does(step("check", "Check, and annotate the lines"))
    clone.does(step("check", "Check the form"))


def test_what_has_changed_is_told_drawn_and_summed_up(clone: Clone) -> None:
    clone.does(step("review", "Tell what has changed"))
    summary = Path(clone.settings["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    assert summary.startswith("**Feelings:** 1 changed")
    assert (clone.folder / "review/changes.svg").read_text("utf-8").startswith("<svg")
    assert (clone.folder / "review/changes.html").read_text("utf-8").startswith("<!doctype html>")


def test_trouble_ends_the_step(clone: Clone) -> None:
    clone.settings["HEAD"] = "0" * 40
    assert clone.run(step("review", "Tell what has changed")).returncode != 0


def comes_between(clone: Clone, number: int) -> None:
    """Have somebody else publish a preview in the moment before the first push."""
    clone.does("git clone --quiet -b gh-pages ../server ../other")
    hook = clone.folder / ".git/hooks/pre-push"
    hook.write_text(
        f"#!/bin/sh\ncd {clone.folder.parent}/other && [ ! -e pr/{number} ] || exit 0\n"
        f"unset $(git rev-parse --local-env-vars)\nmkdir -p pr/{number}; touch pr/{number}/index.html; git add --all\n"
        "git -c user.name=Test -c user.email=test@example.org commit --quiet -m Between; git push --quiet\n"
    )
    hook.chmod(0o755)


def published(clone: Clone) -> set[str]:
    return set(clone.does("git -C ../server ls-tree -r --name-only gh-pages").splitlines())


def test_the_preview_is_published_beside_others_and_removed_again(clone: Clone, tmp_path: Path) -> None:
    clone.does(step("review", "Tell what has changed"))
    clone.does(step("review", "Build the preview"))
    clone.does(step("review", "Publish the preview"))
    there = published(clone)
    assert {"pr/12/index.html", "pr/12/changes.svg", "pr/12/changes.html", ".nojekyll"} <= there
    assert all(path == ".nojekyll" or path.startswith("pr/12/") for path in there)
    clone.does("git worktree remove --force pages")
    clone.settings["NUMBER"] = "13"
    comes_between(clone, 14)
    clone.does(step("review", "Publish the preview"))
    assert {"pr/12/index.html", "pr/13/index.html", "pr/14/index.html"} <= published(clone)
    clone.does("git worktree remove --force pages; git fetch --quiet origin gh-pages; git checkout --quiet FETCH_HEAD")
    clone.does(step("tidy", "Remove the preview"))
    assert "pr/12/index.html" in published(clone)
    assert not any(path.startswith("pr/13/") for path in published(clone))


@pytest.mark.parametrize("old", ["", "77\n"], ids=["the first time", "once more"])
def test_one_comment_is_kept_up_to_date(clone: Clone, old: str) -> None:
    clone.stand_in("gh", old)
    clone.does(step("review", "Tell what has changed"))
    clone.does(step("review", "Comment what has changed"))
    asked, written = clone.calls("gh")
    assert f'contains("{MARK}")' in asked[-1]
    where = "repos/owner/name/issues/comments/77" if old else "repos/owner/name/issues/12/comments"
    assert written[:5] == ["api", "--silent", "--method", "PATCH" if old else "POST", where]
    comment = written[-1]
    assert comment.startswith("**Feelings:** 1 changed")
    assert f"![]({clone.settings['PREVIEW']}/changes.svg?{clone.settings['HEAD']})" in comment
    assert comment.endswith(f"{MARK}\n")


# GitLab


@pytest.fixture
def gitlab_clone(clone: Clone) -> Clone:
    clone.settings |= {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": clone.settings["BASE"],
        "CI_MERGE_REQUEST_IID": "12",
        "CI_API_V4_URL": "https://git.example.org/api/v4",
        "CI_PROJECT_ID": "5",
        "CI_PROJECT_ROOT_NAMESPACE": "owner",
        "CI_PROJECT_NAME": "name",
        "CI_PAGES_DOMAIN": "pages.example.org",
        "CI_JOB_ID": "9",
    }
    return clone


def test_gitlab_gets_a_test_report(gitlab_clone: Clone) -> None:
    gitlab_clone.does(gitlab_script("check"))
    assert "<testsuite" in (gitlab_clone.folder / "blueprints.xml").read_text("utf-8")


NEW_REVIEW = "\n".join(yaml.safe_load(NEW_SITE[".gitlab-ci.yml"])["review"]["script"])


@pytest.mark.parametrize("script", [gitlab_script("review"), NEW_REVIEW], ids=["documented", "a new site's"])
@pytest.mark.parametrize("old", [None, 77], ids=["the first time", "once more"])
def test_gitlab_gets_one_comment_and_a_preview(gitlab_clone: Clone, script: str, old: int | None) -> None:
    notes = [{"id": 1, "body": "Good"}, *([{"id": old, "body": f"Old\n{MARK}"}] if old else [])]
    gitlab_clone.stand_in("curl", json.dumps(notes))
    gitlab_clone.settings["REVIEW_TOKEN"] = "made-up"
    gitlab_clone.does(script)
    _, written = gitlab_clone.calls("curl")
    address = "https://git.example.org/api/v4/projects/5/merge_requests/12/notes"
    assert written[-1] == (f"{address}/77" if old else address)
    assert ("PUT" if old else "POST") in written
    assert written[-2].startswith("**Feelings:** 1 changed")
    assert (gitlab_clone.folder / "preview/changes.svg").exists()
    assert (gitlab_clone.folder / "preview/index.html").exists()


def test_gitlab_without_a_token_has_the_preview_all_the_same(gitlab_clone: Clone) -> None:
    assert "nothing is commented" in gitlab_clone.does(gitlab_script("review"))
    assert (gitlab_clone.folder / "preview/changes.html").exists()


# The repository that `new --site` makes


@pytest.fixture
def new_clone(clone: Clone) -> Clone:
    """A clone with the configuration of a new site, in which the main branch is checked out."""
    clone.does("git checkout --quiet main")
    (clone.folder / "mkdocs.yml").write_text(NEW_SITE["mkdocs.yml"], "utf-8")
    (clone.folder / ".gitignore").write_text(NEW_SITE[".gitignore"], "utf-8")
    clone.does("git add --all; git commit --quiet -m Configuration; git push --quiet origin main")
    return clone


def versions(clone: Clone) -> dict[str, list[str]]:
    entries = json.loads(clone.does("git -C ../server show gh-pages:versions.json"))
    return {entry["version"]: entry["aliases"] for entry in entries}


def test_a_new_site_publishes_its_main_branch_and_each_tag(new_clone: Clone) -> None:
    publish = step("publish", "Publish", yaml.safe_load(NEW_WORKFLOW))
    new_clone.settings["NAME"] = "main"
    new_clone.does(publish)
    assert versions(new_clone) == {"main": ["latest"]}
    assert '"latest/"' in new_clone.does("git -C ../server show gh-pages:index.html")
    for name in ("v1.0", "v1.2"):
        new_clone.settings["NAME"] = name
        new_clone.does(f"git tag {name}")
        new_clone.does(publish)
    assert versions(new_clone) == {"main": [], "v1.2": ["latest"], "v1.0": []}
    for name in ("v1.0.1", "main"):
        new_clone.settings["NAME"] = name
        new_clone.does(f"git tag {name}" if name != "main" else "true")
        new_clone.does(publish)
    assert versions(new_clone) == {"main": [], "v1.2": ["latest"], "v1.0.1": [], "v1.0": []}
    there = published(new_clone)
    assert {f"{folder}/blueprints/laptop/actors.svg" for folder in ("main", "v1.2", "latest")} <= there


def test_a_new_site_s_versions_and_previews_stand_side_by_side_whoever_comes_between(new_clone: Clone) -> None:
    workflow = yaml.safe_load(NEW_WORKFLOW)
    build, publish = workflow["jobs"]["check"]["steps"][-3], step("publish", "Publish", workflow)
    assert build["run"] == "mkdocs build --strict"
    preview = step("preview", "Publish the preview", workflow)
    new_clone.does(f"export MIKE_DOCS_VERSION=pr/12; {build['run']}")
    new_clone.does(step("check", "Tell what has changed", workflow))
    new_clone.does(preview)
    assert {"pr/12/index.html", "pr/12/changes.svg", "pr/12/changes.html"} <= published(new_clone)
    assert "This is a preview" in new_clone.does("git -C ../server show gh-pages:pr/12/index.html")

    new_clone.settings["NAME"] = "main"
    new_clone.does("git worktree remove --force pages; rm -r site")
    comes_between(new_clone, 13)
    new_clone.does(publish)
    assert {"index.html", "main/index.html", "pr/12/index.html", "pr/13/index.html"} <= published(new_clone)

    new_clone.settings["NUMBER"] = "15"
    new_clone.does("rm -rf ../other")
    comes_between(new_clone, 14)
    new_clone.does(preview)
    there = published(new_clone)
    assert {"main/index.html", "pr/12/index.html", "pr/14/index.html", "pr/15/index.html"} <= there

    new_clone.settings["NUMBER"] = "12"
    new_clone.does("git worktree remove --force pages; git fetch --quiet origin gh-pages")
    new_clone.does("git checkout --quiet FETCH_HEAD")
    new_clone.does(step("tidy", "Remove the preview", workflow))
    there = published(new_clone)
    assert {path for path in there if path.startswith("pr/")} >= {"pr/13/index.html", "pr/14/index.html"}
    assert not any(path.startswith("pr/12/") for path in there)


def test_gitlab_serves_the_main_branch_until_there_are_versions(new_clone: Clone) -> None:
    pages = "\n".join(yaml.safe_load(NEW_SITE[".gitlab-ci.yml"])["pages"]["script"])
    new_clone.does(pages)
    assert (new_clone.folder / "public/blueprints/laptop/index.html").exists()
    new_clone.does("rm -r public; mike deploy --push 1.0 latest")
    new_clone.does(pages)
    assert (new_clone.folder / "public/latest/blueprints/laptop/index.html").exists()
    assert (new_clone.folder / "public/versions.json").exists()


def test_a_new_site_comments_as_ours_does(clone: Clone) -> None:
    workflow = yaml.safe_load(NEW_WORKFLOW)
    clone.stand_in("gh")
    clone.does(step("check", "Tell what has changed", workflow))
    clone.does(step("preview", "Comment what has changed", workflow))
    _, new = clone.calls("gh")
    clone.does(step("review", "Tell what has changed"))
    clone.does(step("review", "Comment what has changed"))
    assert new == clone.calls("gh")[-1]
