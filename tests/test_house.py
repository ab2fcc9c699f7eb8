"""The rules of the house that a machine can hold; docs/contributing/architecture.md tells why they are there."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plugins/service_blueprint"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists())

# A newcomer reads a module in one sitting; the ground floor is a list of plain values, read by searching.
LONGEST = 300
MAY_BE_LONGER = {"blueprint.py"}


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_can_be_read_in_one_sitting(module: Path) -> None:
    if name(module) not in MAY_BE_LONGER:
        assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_style_sheets_and_scripts_are_files_of_their_own(module: Path) -> None:
    assert not re.search(r"<(style|script)\b[^>]*>(\\n)?[^<{\\]", module.read_text(encoding="utf-8"))


def test_one_module_alone_makes_paths_relative_for_no_other_thinks_of_drives() -> None:
    sources = [*MODULES, *(ROOT / "tools").glob("*.py")]
    using = [path for path in sources if re.search(r"(?<!posix)path\.relpath", path.read_text(encoding="utf-8"))]
    assert [name(path) for path in using] == ["shelves/paths.py"]


@pytest.mark.parametrize("module", [each for each in MODULES if name(each).startswith("reading/")], ids=name)
def test_what_is_read_keeps_its_no_break_spaces(module: Path) -> None:
    # ``one_line`` of blanks.py keeps them; to split at every blank and join again does not.
    assert not re.search(r'" "\.join\(.*\.split\(\)\)', module.read_text(encoding="utf-8"))


def test_no_problem_is_made_of_a_finished_sentence() -> None:
    # Its kind says it, once and for translators too; the fields come apart from it.
    making = [(path, call) for path in MODULES for call in calls(path) if ast.unparse(call.func) == "Problem"]
    assert {name(path) for path, _ in making} == {"problem.py"}
    said = [(path, call) for path in MODULES for call in calls(path) if ast.unparse(call.func) in ("Kind", "Message")]
    made = [f"{name(path)}:{call.lineno}" for path, call in said for arg in ast.walk(call) if composed(arg)]
    assert made == []


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def composed(node: ast.AST) -> bool:
    """Whether this puts a text together, whose words no catalog could have."""
    return isinstance(node, ast.JoinedStr | ast.BinOp) or (
        isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".format", ".join"))
    )


@pytest.mark.parametrize("module", [each for each in MODULES if name(each).startswith("reading/")], ids=name)
def test_what_is_read_is_read_of_bytes_and_nothing_is_asked_of_the_disk(module: Path) -> None:
    asking = r"^import (os|stat|subprocess)|^from os |\.(open|read_bytes|read_text|exists|is_dir|is_file|iterdir)\("
    assert not re.search(asking, module.read_text(encoding="utf-8"), re.MULTILINE)


def test_one_module_alone_runs_git() -> None:
    running = [each for each in MODULES if "import subprocess" in each.read_text(encoding="utf-8")]
    assert [name(path) for path in running] == ["shelves/git/repository.py"]


def test_of_the_disk_the_shelves_alone_read() -> None:
    # MkDocs is given files of ours, and the package has its own.
    own = {"hosts/mkdocs/site_files.py", "pages/asset_files.py", "words.py"}
    asking = r"os\.read\(|\.read_bytes\(\)"
    reading = {name(each) for each in MODULES if re.search(asking, each.read_text(encoding="utf-8"))}
    assert reading - own == {"shelves/disk.py"}


def test_every_room_has_its_place_in_the_order() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = " ".join(settings["contracts"][0]["layers"])
    placed = {*re.findall(r"\w+", layers), "reading"}
    assert [room for room in ROOMS if room not in placed] == []


def test_the_tests_mirror_the_rooms() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert folders - set(ROOMS) <= {"site", "beside", "benchmarks", "fuzz", "hostile", "published"}


def test_the_architecture_page_names_every_room_and_the_ground_floor() -> None:
    page = (ROOT / "docs/contributing/architecture.md").read_text(encoding="utf-8")
    house = page.partition("```text")[2].partition("```")[0]
    missing = [room for room in ROOMS if f"{room}/" not in house]
    missing += [path.name for path in PACKAGE.glob("[a-z]*.py") if path.name not in house]
    assert missing == []


def test_no_dependency_is_unbounded() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert [line for line in everything if not (">=" in line and "<" in line)] == []


def test_the_two_commands_lead_the_readme() -> None:
    head = (ROOT / "README.md").read_text(encoding="utf-8")[:200]
    assert head.index("make serve") < head.index("make test")


def test_every_script_can_be_run_without_a_build() -> None:
    scripts = [path for path in PACKAGE.rglob("*.js") if "vendor" not in path.parts]
    assert [name(path) for path in scripts if re.search(r"\brequire\(|from [\"'][^.]", path.read_text("utf-8"))] == []


def test_the_wheel_carries_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    [wheel] = tmp_path.glob("*.whl")
    packed = {entry for entry in zipfile.ZipFile(wheel).namelist() if entry.startswith("service_blueprint/")}
    there = {f"service_blueprint/{name(path)}" for path in PACKAGE.rglob("*") if path.is_file()}
    assert packed == {path for path in there if "__pycache__" not in path}
