"""``make publish``: a project of a user's size, published from a clone by the tool that it runs."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from projects import ENVIRONMENT, SMALLEST, write
from publish import name_fault

# Each of them builds sites in clones and pushes them.
pytestmark = pytest.mark.slow

TOOL = Path(__file__).parent.parent / "tools/publish.py"
CONFIGURATION = """\
site_name: Test
site_url: https://example.org/
theme: {name: material, font: false}
plugins:
  - search
  - mike: {alias_type: copy, canonical_version: latest}
  - service-blueprint: {png: false}
extra:
  version: {provider: mike, default: latest}
"""


@dataclass
class Clone:
    """A clone in which versions are published; ``server`` is the repository that it came from."""

    folder: Path
    server: Path

    def git(self, *words: str, check: bool = True) -> str:
        done = self.run(["git", *words])
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout

    def publish(self, **wishes: str) -> subprocess.CompletedProcess[str]:
        return self.run([sys.executable, str(TOOL)], wishes)

    def change(self, path: str, text: str) -> None:
        write(self.folder / path, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", path)

    def published(self, path: str) -> str:
        return self.git("show", f"gh-pages:{path}")

    def versions(self) -> dict[str, list[str]]:
        return {entry["version"]: entry["aliases"] for entry in json.loads(self.published("versions.json"))}

    def run(self, words: list[str], wishes: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        settings = {name: value for name, value in ENVIRONMENT.items() if not name.startswith("GIT_")}
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **(wishes or {})}
        return subprocess.run(
            words, cwd=self.folder, env={**settings, **own}, capture_output=True, text=True, check=False
        )


def cloned(server: Path, folder: Path) -> Clone:
    subprocess.run(["git", "clone", "--quiet", str(server), str(folder)], check=True, capture_output=True)
    clone = Clone(folder, server)
    clone.git("config", "user.name", "Test")
    clone.git("config", "user.email", "test@example.org")
    return clone


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    server = tmp_path / "server"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", str(server)], check=True)
    made = cloned(server, tmp_path / "clone")
    made.git("checkout", "--quiet", "-B", "main")
    write(made.folder / "mkdocs.yml", CONFIGURATION)
    write(made.folder / ".gitignore", "/site/\n")
    write(made.folder / "blueprints/burger.yml", SMALLEST)
    made.change("docs/index.md", "# Home\n")
    made.git("push", "--quiet", "origin", "main")
    return made


def test_readers_come_to_the_newest_version_and_stay_there_when_an_old_one_is_published_again(clone: Clone) -> None:
    first = clone.publish(VERSION="1.0")
    assert first.returncode == 0, first.stderr
    assert "Version 1.0 stands under 1.0/ and latest/ on the branch gh-pages." in first.stdout
    assert "git push origin gh-pages" in first.stdout
    assert "git tag 1.0" in first.stdout
    assert '"latest/"' in clone.published("index.html")
    assert clone.git("ls-remote", "origin", "gh-pages") == ""

    clone.git("tag", "v1.0")
    clone.change("blueprints/burger.yml", SMALLEST.replace("Orders", "Asks for a burger"))
    clone.publish(VERSION="1.2")
    old = clone.publish(VERSION="1.0.1")
    assert "Version 1.0.1 stands under 1.0.1/ on" in old.stdout
    assert clone.versions() == {"1.2": ["latest"], "1.0.1": [], "1.0": []}
    for file in ("actors.svg", "index.html"):
        there = clone.published(f"latest/blueprints/burger/{file}")
        assert there == clone.published(f"1.2/blueprints/burger/{file}")
        assert there != clone.published(f"1.0/blueprints/burger/{file}")
    canonical = '<link rel="canonical" href="https://example.org/latest/blueprints/burger/">'
    assert all(canonical in clone.published(f"{version}/blueprints/burger/index.html") for version in ("1.0", "1.2"))


def test_readers_come_where_they_are_asked_to(clone: Clone) -> None:
    clone.publish(VERSION="next")
    assert (clone.versions(), '"next/"' in clone.published("index.html")) == ({"next": []}, True)
    clone.publish(VERSION="1.1")
    assert (clone.versions()["1.1"], '"latest/"' in clone.published("index.html")) == (["latest"], True)
    clone.publish(VERSION="1.2", LATEST="no")
    assert clone.versions() == {"next": [], "1.2": [], "1.1": ["latest"]}


def test_it_goes_on_from_what_others_have_published(clone: Clone, tmp_path: Path) -> None:
    other = cloned(clone.server, tmp_path / "other")
    assert other.publish(VERSION="1.0", PUSH="yes").returncode == 0
    done = clone.publish(VERSION="1.1", PUSH="yes")
    assert "and at its remote" in done.stdout
    assert clone.versions() == {"1.1": ["latest"], "1.0": []}
    assert clone.git("ls-remote", "origin", "gh-pages").split()[0] == clone.git("rev-parse", "gh-pages").strip()


def test_branches_that_went_different_ways_are_left_alone(clone: Clone, tmp_path: Path) -> None:
    clone.publish(VERSION="1.0")
    other = cloned(clone.server, tmp_path / "other")
    other.publish(VERSION="1.1", PUSH="yes")
    before = clone.git("rev-parse", "gh-pages")
    refused = clone.publish(VERSION="1.2", PUSH="yes")
    assert refused.returncode == 1
    assert "Nothing was published. gh-pages has diverged" in refused.stderr
    assert clone.git("rev-parse", "gh-pages") == before
    clone.git("branch", "--force", "gh-pages", "origin/gh-pages")  # what the message says
    assert clone.publish(VERSION="1.2", PUSH="yes").returncode == 0
    assert clone.versions() == {"1.2": ["latest"], "1.1": []}


def test_what_the_remote_does_not_take_is_not_there_here_either(clone: Clone) -> None:
    hook = clone.server / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho closed >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    refused = clone.publish(VERSION="1.0", PUSH="yes")
    assert refused.returncode == 1
    assert "'origin' did not take gh-pages" in refused.stderr
    assert "closed" in refused.stderr
    assert clone.git("branch", "--list", "gh-pages") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows interrupts whole consoles alone")
def test_a_run_that_is_interrupted_leaves_the_branch_as_it_was(clone: Clone, tmp_path: Path) -> None:
    clone.publish(VERSION="1.0")
    before = clone.git("rev-parse", "gh-pages")
    hook = clone.server / "hooks/pre-receive"
    hook.write_text(f"#!/bin/sh\nkill -INT $(cat '{tmp_path}/pid')\nsleep 2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    command = ["sh", "-c", 'echo $$ > "$0/pid"; exec "$@"', str(tmp_path), sys.executable, str(TOOL)]
    done = clone.run(command, {"VERSION": "1.1", "PUSH": "yes"})
    assert done.stderr.endswith("This was interrupted, and gh-pages is here as it was before.\n")
    assert done.returncode == 1
    assert clone.git("rev-parse", "gh-pages") == before


def test_a_site_with_a_fault_is_not_published(clone: Clone) -> None:
    clone.change("blueprints/burger.yml", SMALLEST.replace("customer: Orders", "custmer: Orders"))
    refused = clone.publish(VERSION="1.0")
    assert "blueprints/burger.yml:4" in refused.stderr
    assert "`mkdocs build --strict` failed" in refused.stderr
    assert clone.git("branch", "--list", "gh-pages") == ""


def test_a_remote_that_cannot_be_reached_stops_no_one_who_does_not_push(clone: Clone) -> None:
    clone.git("remote", "set-url", "origin", str(clone.server / "gone"))
    assert "'origin' cannot be reached" in clone.publish(VERSION="1.0", PUSH="yes").stderr
    assert clone.publish(VERSION="1.0").returncode == 0


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({}, "Which version is it? make publish VERSION=1.2"),
        ({"VERSION": "1 2"}, "'1 2' cannot be a part of an address"),
        ({"VERSION": "release/1.2"}, "'release/1.2' cannot be a part of an address"),
        ({"VERSION": "latest"}, "'latest' is the alias of the newest version"),
        ({"VERSION": "1.2", "PUSH": "true"}, "PUSH is yes or no, not 'true'"),
    ],
)
def test_wishes_that_cannot_be_met_are_refused(clone: Clone, wishes: dict[str, str], said: str) -> None:
    refused = clone.publish(**wishes)
    assert refused.returncode == 1
    assert refused.stderr.startswith("Nothing was published. ")
    assert said in refused.stderr


@pytest.mark.parametrize("name", ["", ".", "..", "1 2", "1/2", "-1", "1.2.", "ä", "a\nb", "?", "%20", ".hidden"])
def test_a_name_that_is_no_address_is_refused(name: str) -> None:
    assert "cannot be a part of an address" in name_fault(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("CON", "'CON' is a device on Windows"),
        ("nul", "'nul' is a device on Windows"),
        ("com1.2", "'com1.2' is a device on Windows"),
        ("pr", "'pr' is the folder of the previews"),
        ("PR", "'PR' is the folder of the previews"),
        ("index.html", "'index.html' looks like a file; begin it with a digit"),
        ("versions.json", "'versions.json' looks like a file"),
        ("latest", "'latest' is the alias of the newest version; call the version by its"),
        ("Latest", "'Latest' is the alias of the newest version; call the version by its"),
    ],
)
def test_a_name_that_no_folder_beside_the_versions_can_have_is_refused(name: str, said: str) -> None:
    assert name_fault(name).startswith(said)


@pytest.mark.parametrize(
    "name", ["1", "1.2.3", "v1.2", "1.2rc1", "2026-05", "main", "next", "beta-2", "console", "com10"]
)
def test_numbers_and_plain_words_are_names_of_versions(name: str) -> None:
    assert name_fault(name) == ""


def test_changes_in_no_commit_are_refused_by_name(clone: Clone) -> None:
    write(clone.folder / "docs/new.md", "# New\n")
    assert "These changes are in no commit" in clone.publish(VERSION="1.0").stderr
    assert "docs/new.md" in clone.publish(VERSION="1.0").stderr


def test_a_list_of_versions_that_is_broken_is_said_so(clone: Clone) -> None:
    clone.publish(VERSION="1.0")
    clone.git("checkout", "--quiet", "gh-pages")
    clone.change("versions.json", "{}")
    clone.git("checkout", "--quiet", "main")
    refused = clone.publish(VERSION="1.1")
    assert refused.returncode == 1
    assert "Nothing was published." in refused.stderr
    assert "Traceback" not in refused.stderr
