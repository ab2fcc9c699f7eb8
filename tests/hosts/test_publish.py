"""``service-blueprint publish``, run as a user runs it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service_blueprint.hosts.cli import main
from service_blueprint.hosts.commands import publish as command
from service_blueprint.hosts.files import whole_folders
from service_blueprint.hosts.versions.site_folders import publish_version

Run = Callable[..., Result]
# The command on a machine that takes half a second for each file.
SLOWLY = """
import shutil, time
from service_blueprint.hosts.cli import main
copy = shutil.copyfile
shutil.copyfile = lambda source, target: (copy(source, target), time.sleep(0.5))
main()
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command beside a built site, ``site``."""
    monkeypatch.chdir(tmp_path)
    build("1.0")

    def runs(*words: str) -> Result:
        result = CliRunner().invoke(main, ["publish", *words], prog_name="service-blueprint")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runs


def build(version: str) -> None:
    shutil.rmtree("site", ignore_errors=True)
    Path("site/blueprints/laptop").mkdir(parents=True)
    Path("site/index.html").write_text(f"Home of {version}", "utf-8")
    Path("site/blueprints/laptop/actors.svg").write_text(f"<svg>{version}</svg>", "utf-8")
    Path("site/blueprints/index.json").write_text(json.dumps({"version": version}), "utf-8")


def files(folder: str = "public") -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()
    }


def versions() -> list[tuple[str, list[str]]]:
    entries = json.loads(Path("public/versions.json").read_text("utf-8"))
    return [(entry["version"], entry["aliases"]) for entry in entries]


def test_versions_stand_side_by_side_and_the_alias_is_the_newest(run: Run) -> None:
    assert run("site", "--into", "public", "--version", "1.0", "--alias", "latest").exit_code == 0
    build("1.1")
    done = run("site", "--into", "public", "--version", "1.1", "--alias", "latest")
    assert done.output.splitlines() == [str(Path("public/1.1")), str(Path("public/latest"))]
    there = files()
    assert there["1.0/index.html"] == b"Home of 1.0"
    assert there["1.1/index.html"] == there["latest/index.html"] == b"Home of 1.1"
    assert there["latest/blueprints/laptop/actors.svg"] == b"<svg>1.1</svg>"
    assert versions() == [("1.1", ["latest"]), ("1.0", [])]
    assert b'"latest/"' in there["index.html"]


def test_an_old_version_published_again_moves_no_alias(run: Run) -> None:
    run("site", "--into", "public", "--version", "1.0", "--alias", "latest")
    front = files()["index.html"]
    build("0.9")
    assert run("site", "--into", "public", "--version", "0.9").exit_code == 0
    assert files()["latest/index.html"] == b"Home of 1.0"
    assert files()["index.html"] == front
    assert versions() == [("1.0", ["latest"]), ("0.9", [])]


def test_a_version_published_again_takes_its_aliases_along_and_leaves_nothing_of_its_old_self(run: Run) -> None:
    Path("site/old.html").write_text("old", "utf-8")
    run("site", "--into", "public", "--version", "1.0", "--alias", "latest")
    Path("site/old.html").rename("site/new.html")
    run("site", "--into", "public", "--version", "1.0")
    assert {path for path in files() if path.endswith(("old.html", "new.html"))} == {"1.0/new.html", "latest/new.html"}


def test_without_an_alias_the_first_version_is_what_readers_come_to(run: Run) -> None:
    run("site", "--into", "public", "--version", "1.0")
    assert b'"1.0/"' in files()["index.html"]


def test_what_mike_published_goes_on(run: Run) -> None:
    Path("public/1.0").mkdir(parents=True)
    Path("public/latest").symlink_to("1.0")
    Path("public/versions.json").write_text('[{"version": "1.0", "title": "1.0", "aliases": ["latest"]}]', "utf-8")
    Path("public/index.html").write_text("leads to latest", "utf-8")
    build("1.1")
    assert run("site", "--into", "public", "--version", "1.1", "--alias", "latest").exit_code == 0
    assert not Path("public/latest").is_symlink()
    assert files()["latest/index.html"] == b"Home of 1.1"
    assert list(Path("public/1.0").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_a_folder_that_is_a_link_is_copied_as_a_server_would_show_it(run: Run) -> None:
    Path("pictures").mkdir()
    Path("pictures/logo.svg").write_text("<svg/>", "utf-8")
    Path("site/pictures").symlink_to(Path("pictures").resolve())
    run("site", "--into", "public", "--version", "1.0")
    assert not Path("public/1.0/pictures").is_symlink()
    assert files()["1.0/pictures/logo.svg"] == b"<svg/>"


def test_a_site_that_does_not_say_its_version_is_published_with_a_note(run: Run) -> None:
    Path("site/blueprints/index.json").unlink()
    done = run("site", "--into", "public", "--version", "1.0")
    assert done.exit_code == 0
    assert "build it with MIKE_DOCS_VERSION=1.0" in done.stderr


@pytest.mark.parametrize(
    ("words", "before", "said"),
    [
        (("--version", "1 2"), {}, "'1 2' cannot be a part of an address"),
        (("--version", "../x"), {}, "'../x' cannot be a part of an address"),
        (("--version", "latest"), {}, "'latest' is the alias of the newest version"),
        (("--version", "1.1"), {}, "was built as version 1.0, and its pages say so; build it anew as 1.1"),
        (("--version", "1.0", "--alias", "1.0"), {}, "'1.0' is the name of a version"),
        (("--version", "1.0"), {"versions.json": "{}"}, "it is no list of versions; mend it"),
        (("--version", "1.0"), {"versions.json": "[{"}, "it is no JSON"),
        (("--version", "1.0"), {"versions.json": b"\xff"}, "it is no text in UTF-8"),
        (("--version", "1.0"), {"versions.json": "[]", "1.0/mine": ""}, "is there, but versions.json knows nothing of"),
        (("--version", "1.0"), {"index.html": "mine"}, "holds a site without versions"),
    ],
)
def test_what_cannot_be_published_is_refused_and_all_stays(
    run: Run, words: tuple[str, ...], before: dict[str, str | bytes], said: str
) -> None:
    Path("public").mkdir()
    for path, content in before.items():
        Path("public", path).parent.mkdir(exist_ok=True)
        Path("public", path).write_bytes(content if isinstance(content, bytes) else content.encode())
    there = files()
    if "1 2" in words:
        Path("site/blueprints/index.json").unlink()
    done = run("site", "--into", "public", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files() == there


def test_a_folder_that_is_no_site_is_refused(run: Run) -> None:
    Path("site/index.html").unlink()
    done = run("site", "--into", "public", "--version", "1.0")
    assert (done.exit_code, "is no built site" in done.stderr) == (2, True)
    assert not Path("public").exists()


@pytest.mark.parametrize("into", ["site", "site/public", "."])
def test_folders_that_lie_in_each_other_are_refused(run: Run, into: str) -> None:
    before = files("site")
    done = run("site", "--into", into, "--version", "1.0")
    assert (done.exit_code, "lies in the other" in done.stderr) == (2, True)
    assert files("site") == before


def test_a_file_in_the_place_of_the_folder_is_refused(run: Run) -> None:
    Path("public").write_text("mine", "utf-8")
    done = run("site", "--into", "public", "--version", "1.0")
    assert (done.exit_code, done.stderr) == (2, "Error: 'public' is no folder\n")


def test_what_the_system_refuses_is_said_in_one_line_and_all_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("site", "--into", "public", "--version", "1.0", "--alias", "latest")
    there = files()

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("shutil.copyfile", full)
    done = run("site", "--into", "public", "--version", "1.0")
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: nothing was published: ")
    assert done.stderr.endswith("No space left on device\n")
    assert files() == there


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without telling it")
def test_a_run_that_is_told_to_end_leaves_all_as_it_was(run: Run) -> None:
    run("site", "--into", "public", "--version", "1.0", "--alias", "latest")
    there = files()
    going = subprocess.Popen([sys.executable, "-c", SLOWLY, "publish", "site", "--into", "public", "--version", "1.0"])
    while not list(Path("public").glob(".service-blueprint-unfinished/new/1.0/**/*.svg")):
        assert going.poll() is None
        time.sleep(0.02)
    going.send_signal(signal.SIGTERM)
    assert going.wait(timeout=30) == 128 + signal.SIGTERM
    assert files() == there


# Each rename of a run that publishes 1.1 as latest beside 1.0, which is latest now.
@pytest.mark.parametrize("step", range(1, 10))
def test_a_run_goes_on_from_what_was_there_before_one_that_was_killed(
    run: Run, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    run("site", "--into", "public", "--version", "1.0", "--alias", "latest")
    build("1.1")
    rename, steps = Path.rename, 0

    def killed(path: Path, target: Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == step:
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed)
        patch.setattr(whole_folders, "_undo", lambda folder: None)
        with pytest.raises(KeyboardInterrupt):
            publish_version(Path("site"), Path("public"), "1.1", ["latest"])
    build("1.2")
    assert run("site", "--into", "public", "--version", "1.2").exit_code == 0
    assert versions() == [("1.2", []), ("1.0", ["latest"])]
    assert sorted(path.name for path in Path("public").iterdir()) == [
        "1.0",
        "1.2",
        "index.html",
        "latest",
        "versions.json",
    ]


def test_a_run_knows_of_a_version_that_came_while_it_looked_for_its_files(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("site", "--into", "public", "--version", "1.0")
    shutil.copytree("site", "other")
    Path("other/blueprints/index.json").unlink()
    build("1.1")
    walk = os.walk

    def meanwhile(*words: Any, **more: Any) -> Any:
        monkeypatch.setattr("os.walk", walk)
        publish_version(Path("other"), Path("public"), "0.9")
        return walk(*words, **more)

    monkeypatch.setattr("os.walk", meanwhile)
    assert run("site", "--into", "public", "--version", "1.1").exit_code == 0
    assert [name for name, _ in versions()] == ["1.1", "1.0", "0.9"]


@pytest.mark.parametrize("words", [("--version", "1 2"), ("--version", "1.1"), ("--version", "1.0", "--alias", "1.0")])
def test_no_folder_is_made_for_what_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run("site", "--into", "public", *words).exit_code == 2
    assert not Path("public").exists()


def test_a_big_site_tells_how_far_it_has_come(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_MANY", 2)
    done = run("site", "--into", "public", "--version", "1.0")
    assert [line for line in done.stderr.splitlines() if "copied" in line] == [
        "copied 2 of 3 files",
        "copied 3 of 3 files",
    ]
