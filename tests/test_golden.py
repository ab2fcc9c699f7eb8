"""``pytest --update``: golden cases and soft figures are rewritten, and nothing else of their files."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from golden import Golden, with_value
from soft_figures import FILE, NAMES, Drawings, differences, told

HERE = Path(__file__).parent
CASE = """\
# What it shows.
text: |
  title:  Get a burger   # beside

# Of the key below.
problems:
- 1:1 one
- 2:1 two
# Of the last key.
more: {a: 1,  b: [2]}
"""


def test_one_key_is_rewritten_and_every_other_line_stays() -> None:
    assert with_value(CASE, "problems", ["3:1 other", "a: b"]) == CASE.replace(
        "- 1:1 one\n- 2:1 two\n", "  - 3:1 other\n  - 'a: b'\n"
    )
    assert with_value(CASE, "more", {"a": 2}) == CASE.replace("more: {a: 1,  b: [2]}", "more:\n  a: 2")


def test_a_text_of_several_lines_stays_one() -> None:
    made = with_value(CASE, "text", "title: Get a pizza\n\n  steps: []\n")
    assert made == CASE.replace("  title:  Get a burger   # beside\n", "  title: Get a pizza\n\n    steps: []\n")


def test_a_key_that_a_case_lacks_is_added() -> None:
    assert with_value("text: a\n", "problems", []) == "text: a\nproblems: []\n"
    assert with_value("", "problems", [1]) == "problems:\n  - 1\n"


@pytest.mark.parametrize(
    "value", [None, [], {}, "", "a\nb", "a\n", "- a", "1", 1, 1.5, True, {"a": ["b\nc\n"]}, "ż 'x'"]
)
def test_what_is_written_is_what_was_made(value: object) -> None:
    assert yaml.safe_load(with_value(CASE, "problems", value)) == {**yaml.safe_load(CASE), "problems": value}


def test_without_update_a_difference_fails_and_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "case.yml"
    file.write_text(CASE, "utf-8")
    golden = Golden(update=False)
    golden.value(file, "problems", ["1:1 one", "2:1 two"])
    golden.value(file, "warnings", [], without=[])
    for made in ([], ["1:1 one"]):
        with pytest.raises(AssertionError):
            golden.value(file, "problems", made)
    with pytest.raises(AssertionError):
        golden.text(file, "")
    assert (file.read_text("utf-8"), golden.updated) == (CASE, [])


def test_a_run_with_update_writes_what_differs_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "test_made.py").write_text(
        "from pathlib import Path\n\n"
        "def test_made(golden):\n"
        "    golden.value(Path('same.yml'), 'problems', ['1:1 one', '2:1 two'])\n"
        "    golden.value(Path('case.yml'), 'problems', [])\n"
        "    golden.text(Path('new.txt'), 'new')\n"
        "    golden.text(Path('gone.txt'), '')\n",
        "utf-8",
    )
    for name in ("same.yml", "case.yml", "gone.txt"):
        (tmp_path / name).write_text(CASE, "utf-8")
    words = ["-m", "pytest", "-p", "golden", "-p", "no:cacheprovider", "--numprocesses", "0"]
    done = [
        subprocess.run(
            [sys.executable, *words, *more],
            cwd=tmp_path,
            env={"PYTHONPATH": str(HERE)},
            capture_output=True,
            text=True,
            check=False,
        )
        for more in ([], ["--update"], [])
    ]
    assert [each.returncode for each in done] == [1, 0, 0], done[-1].stdout
    assert "golden cases rewritten" in done[1].stdout
    assert [name for name in ("same.yml", "case.yml", "new.txt", "gone.txt") if f"\n{name}\n" in done[1].stdout] == [
        "case.yml",
        "new.txt",
        "gone.txt",
    ]
    assert (tmp_path / "case.yml").read_text("utf-8") == CASE.replace(":\n- 1:1 one\n- 2:1 two\n", ": []\n")


BEFORE: Drawings = {"laptop/actors": {"crossings": 4, "bends": 3}, "laptop/stages": {"crossings": 0, "bends": 1}}


def test_a_difference_of_a_soft_figure_is_told_in_a_line() -> None:
    after: Drawings = {"laptop/actors": {"crossings": 6, "bends": 3}, "tea/actors": {"crossings": 1}}
    assert differences(BEFORE, after) == ["crossings of laptop/actors: 4 -> 6", "crossings of tea/actors: none -> 1"]
    assert differences(BEFORE, BEFORE) == []


def test_soft_figures_are_written_as_they_are_read() -> None:
    assert yaml.safe_load(told(BEFORE)) == BEFORE


def test_every_sample_has_its_soft_figures() -> None:
    samples = {path.stem for path in (HERE.parent / "blueprints").rglob("[!_]*.yml")}
    figures = yaml.safe_load(FILE.read_text("utf-8"))
    assert {drawing.rpartition("/")[0].rpartition("/")[2] for drawing in figures} == samples
    assert {tuple(each) for each in figures.values()} == {NAMES}
