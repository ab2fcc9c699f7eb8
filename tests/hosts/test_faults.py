"""What a command does when the disk is full or closed, when it is killed, and when others are at the same files."""

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from daily import daily
from projects import PATIENCE, ROOT, SMALLEST, write
from service_blueprint.hosts import cli
from service_blueprint.hosts.files.alone import alone
from service_blueprint.hosts.files.whole_files import write_whole
from service_blueprint.writing import formatted as as_ever

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other limits and signals")

COMMAND = [sys.executable, "-c", "from service_blueprint.hosts.cli import main; main()"]
FORMED = "title: Get a burger\nsteps:\n  - customer: Orders\n"
ASKEW = "title: Get a burger\nsteps:\n      - customer: Orders\n"
EDITED = "title: Edited meanwhile\nsteps:\n  - customer: Orders\n"
WRITING = {
    "draw": ["draw", "blueprints", "--all-views", "--out", "made"],
    "build": ["build", "--into", "made", "--no-png"],
    "format": ["format", "blueprints"],
    "new": ["new", "tea", "--folder", "made/blueprints"],
    "diff": ["diff", "blueprints/burger.yml", "blueprints/tea.yml", "--format", "html", "--out", "made/x.html"],
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The working directory: a folder of blueprints."""
    monkeypatch.chdir(tmp_path)
    write(Path("blueprints/burger.yml"), ASKEW)
    write(Path("blueprints/tea.yml"), ASKEW.replace("burger", "tea").replace("Orders", "Asks"))


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def state(folder: str = ".") -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


# A file that others change


def meanwhile(monkeypatch: pytest.MonkeyPatch, file: str, change: Callable[[Path], object]) -> None:
    """Have somebody change a file after it was read, before it is written."""

    def formatted(data: bytes, path: str, **chosen: Any) -> object:
        if path == file:
            change(Path(file))
        return as_ever(data, path, **chosen)

    monkeypatch.setattr("service_blueprint.hosts.commands.format.formatted", formatted)


@pytest.mark.parametrize("by", ["the same file", "another file in its place", "its end"])
def test_an_edit_that_is_saved_meanwhile_is_left_alone_and_told(monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    def change(file: Path) -> None:
        if by == "its end":
            file.unlink()
        elif by == "the same file":
            file.write_text(EDITED)
        else:
            write(Path("saved"), EDITED)
            Path("saved").replace(file)

    meanwhile(monkeypatch, "blueprints/burger.yml", change)
    result = run("format", "blueprints")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "blueprints/burger.yml:1:1: the file was changed while it was being formatted, and is left alone; "
    )
    after = state("blueprints")
    assert after.get("blueprints/burger.yml", b"").decode() == ("" if by == "its end" else EDITED)
    assert after["blueprints/tea.yml"] == FORMED.replace("burger", "tea").replace("Orders", "Asks").encode()
    assert set(after) <= {"blueprints/burger.yml", "blueprints/tea.yml"}


def test_an_edit_of_a_file_whose_turn_is_yet_to_come_is_formatted(monkeypatch: pytest.MonkeyPatch) -> None:
    other = EDITED.replace("  - ", "      - ")
    meanwhile(monkeypatch, "blueprints/burger.yml", lambda _: Path("blueprints/tea.yml").write_text(other))
    assert run("format", "blueprints").exit_code == 0
    assert Path("blueprints/tea.yml").read_text() == EDITED


def test_a_file_that_goes_between_listing_and_reading_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    meanwhile(monkeypatch, "blueprints/burger.yml", lambda _: Path("blueprints/tea.yml").unlink())
    result = run("format", "blueprints")
    assert (result.exit_code, Path("blueprints/burger.yml").read_text()) == (1, FORMED)
    assert result.stderr.startswith("blueprints/tea.yml:1:1: there is no such file; ")


# Two at once


def test_two_builds_into_one_folder_do_not_meet() -> None:
    Path("made").mkdir()
    with alone(Path("made")):
        result = run(*WRITING["build"])
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "Error: another run is writing into 'made' just now; wait until it is done"
    )
    assert state("made") == {}
    assert run(*WRITING["build"]).exit_code == 0


@pytest.mark.parametrize("reason", [errno.ENOLCK, errno.ENOTSUP])
def test_a_disk_on_which_no_folder_can_be_held_is_written_all_the_same(
    monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert run(*WRITING["build"]).exit_code == 0


@pytest.mark.parametrize("name", ["draw", "build"])
def test_two_at_once_break_nothing(name: str) -> None:
    both = [subprocess.Popen([*COMMAND, *WRITING[name]], stdout=-1, stderr=-1, text=True) for _ in range(2)]
    said = [each.communicate(timeout=PATIENCE) for each in both]
    assert {each.returncode for each in both} <= {0, 2}
    assert 0 in {each.returncode for each in both}
    assert "Traceback" not in str(said)
    assert run(*WRITING[name]).exit_code == 0
    assert [path for path in state("made") if ".service-blueprint-" in path] == []


# No room, no permission


@contextmanager
def no_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk that is full, as far as a process can see: no file may have more than some bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def no_permission(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk on which nothing may be made or replaced; an administrator is not held by permissions alone."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        for name in ("write_bytes", "write_text", "mkdir", "replace", "rename"):
            patch.setattr(Path, name, refuse)
        yield


@pytest.mark.parametrize("disk", [no_room, no_permission])
@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("first", [True, False], ids=["first run", "later run"])
def test_where_nothing_can_be_written_all_stays_and_one_line_is_told(
    name: str, disk: Callable[..., object], first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not first and name not in ("format", "new"):
        run(*WRITING[name])
        write(Path("blueprints/burger.yml"), ASKEW.replace("Orders", "Changed"))
    before = state()
    with disk(monkeypatch):  # type: ignore[attr-defined]
        result = run(*WRITING[name])
    assert result.exit_code == 2
    assert len([line for line in result.stderr.splitlines() if line.startswith("Error: ")]) == 1
    assert "File too large" in result.stderr or "Read-only file system" in result.stderr
    assert state() == before


def test_what_is_printed_into_a_full_disk_is_told() -> None:
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*COMMAND, "table", "blueprints/tea.yml"], stdout=full, stderr=-1, text=True)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "No space left on device" in done.stderr


def test_nothing_unfinished_stays_of_a_file_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    before = state()
    with no_room(monkeypatch), pytest.raises(OSError, match="File too large"):
        write_whole(Path("blueprints/burger.yml"), b"x" * 100)
    assert state() == before


# Ended in the middle


@pytest.mark.parametrize(
    "ending", daily([signal.SIGKILL, signal.SIGTERM, signal.SIGINT], signal.SIGKILL), ids=lambda each: each.name
)
@pytest.mark.parametrize("name", ["draw", "build", "format"])
def test_a_run_that_is_ended_leaves_nothing_half_written(name: str, ending: signal.Signals) -> None:
    for number in range(30):
        write(Path(f"blueprints/b{number}.yml"), ASKEW)
    begun = subprocess.Popen(
        [*COMMAND, *WRITING[name]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    watched = Path("blueprints" if name == "format" else "made")
    before, end = state("blueprints"), time.monotonic() + PATIENCE
    while begun.poll() is None and time.monotonic() < end:
        if watched.exists() and (name != "format" or state("blueprints") != before):
            begun.send_signal(ending)
            break
        time.sleep(0.001)
    _, said = begun.communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    for path, data in state().items():
        if ".service-blueprint" in path:
            assert ending == signal.SIGKILL or Path(path).name == ".service-blueprint.txt"
        elif path.endswith(".svg"):
            ElementTree.fromstring(data)
        elif path.startswith("blueprints"):
            assert data.decode() in (ASKEW, FORMED) or "tea" in data.decode()
    assert run(*WRITING[name]).exit_code == 0
    assert [path for path in state("made") if ".service-blueprint-un" in path or ".part/" in path] == []


# Other surroundings


@pytest.mark.parametrize(
    "environment",
    daily(
        [
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LC_ALL": "tr_TR.UTF-8"},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "utf-16"},
            {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "0"},
        ],
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    ids=str,
)
def test_another_locale_and_clock_change_nothing_that_is_written(environment: dict[str, str]) -> None:
    write(Path("blueprints/zolw.yml"), SMALLEST.replace("Get a burger", "Żółw – İstanbul ıI"))
    run("build", "--into", "as-ever", "--no-png")
    around = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **environment}
    done = subprocess.run([*COMMAND, *WRITING["build"]], env=around, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    there = {path.removeprefix("made/"): data for path, data in state("made").items()}
    assert there == {path.removeprefix("as-ever/"): data for path, data in state("as-ever").items()}
