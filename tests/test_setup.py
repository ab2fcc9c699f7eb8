"""Setting up on a machine that lacks something: said clearly, with a remedy, never a half-done environment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import browser

FIND_PYTHON = Path(__file__).parent.parent / "tools/find-python"


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def find_python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(FIND_PYTHON), *arguments]
    return subprocess.run(command, env={"PATH": str(folder)}, capture_output=True, text=True, check=False)


OLD = 'case "$2" in *print*) echo 3.9;; *version_info*) exit 1;; esac'
NEW = 'case "$2" in *print*) echo 3.12;; esac'
BARE = 'case "$2" in *print*) echo 3.11;; *ensurepip*) exit 1;; esac'


def test_the_first_python_that_serves_is_taken(tmp_path: Path) -> None:
    program(tmp_path, "python3", OLD)
    program(tmp_path, "python3.13", BARE)
    program(tmp_path, "python3.12", NEW)
    program(tmp_path, "python3.11", NEW)
    assert find_python(tmp_path).stdout == "python3.12\n"


def test_a_named_python_is_the_only_one_tried(tmp_path: Path) -> None:
    program(tmp_path, "python3", NEW)
    named = program(tmp_path, "my python", OLD)
    found = find_python(tmp_path, str(named))
    assert found.returncode == 1
    assert f"Too old: {named} (3.9)" in found.stderr


def test_a_machine_without_a_python_that_serves_is_told_what_to_do(tmp_path: Path) -> None:
    program(tmp_path, "python3", OLD)
    program(tmp_path, "python3.11", BARE)
    found = find_python(tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert "Too old: python3 (3.9)" in found.stderr
    assert "Without venv: python3.11 (3.11)" in found.stderr
    assert "python3-venv" in found.stderr
    assert "make PYTHON=" in found.stderr


def test_the_python_that_runs_this_serves() -> None:
    assert find_python(Path(os.defpath), sys.executable).stdout.strip() == sys.executable


def test_a_chromium_that_is_named_is_the_only_one_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path, "stub", "exit 10")))
    monkeypatch.setattr(browser, "_candidates", lambda: iter([str(program(tmp_path, "sound", "exit 0"))]))
    with pytest.raises(browser.NoBrowserError, match="stub, which does not start"):
        browser.find_chromium()


def test_a_chromium_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub, sound = program(tmp_path, "stub", "exit 10"), program(tmp_path, "sound", "exit 0")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "_candidates", lambda: iter([str(tmp_path / "gone"), str(stub), str(sound)]))
    assert browser.find_chromium() == str(sound)


def test_where_no_chromium_can_be_had_it_is_said_and_the_run_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    tried: list[list[str]] = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "_candidates", lambda: iter([]))
    monkeypatch.setattr(browser, "_privilege", lambda: None)
    monkeypatch.setattr(browser, "_run", tried.append)
    assert browser.main() == 1
    assert [command[-2:] for command in tried] == [["install", "chromium"]]
    said = capfd.readouterr()
    assert "neither root nor sudo" in said.out
    assert "BROWSER=no" in said.err


def test_the_systems_package_is_installed_where_playwrights_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "_candidates", lambda: iter(["/bin/true"] if "apt-get install" in tried else []))
    monkeypatch.setattr(browser, "_privilege", lambda: ["sudo", "-n"])
    monkeypatch.setattr(browser, "_run", lambda command: tried.append(" ".join(command[2:4])))
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    assert browser.install_chromium() == "/bin/true"
    assert tried[1:] == ["apt-get update", "apt-get install"]
