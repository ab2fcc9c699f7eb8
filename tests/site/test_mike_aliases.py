"""How mike is told to make aliases: what leaves pictures without an address there is a warning of the build."""

from pathlib import Path

import pytest

from projects import SMALLEST, build, make_project

MIKE = "  - mike: {alias_type: TYPE, canonical_version: latest}\n"


def project_with(folder: Path, alias_type: str) -> Path:
    project = make_project(folder, {"blueprints/burger.yml": SMALLEST})
    configuration = project / "mkdocs.yml"
    with_mike = configuration.read_text("utf-8").replace("  - search\n", "  - search\n" + MIKE)
    configuration.write_text(with_mike.replace("TYPE", alias_type), "utf-8")
    return project


def test_redirects_fail_a_strict_build_for_pictures_have_no_address_there(tmp_path: Path) -> None:
    built = build(project_with(tmp_path, "redirect"), "--strict")
    assert built.returncode == 1
    assert "mkdocs.yml: with mike's 'alias_type: redirect' an alias such as latest has pages alone" in built.stderr
    assert "write 'alias_type: copy'" in built.stderr


@pytest.mark.parametrize("alias_type", ["copy", "symlink"])
def test_what_serves_files_too_is_right(tmp_path: Path, alias_type: str) -> None:
    built = build(project_with(tmp_path, alias_type), "--strict")
    assert built.returncode == 0, built.stderr
