"""The command line, run as a user runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from service_blueprint import __version__
from service_blueprint.blueprint import View
from service_blueprint.drawing.formats import FORMATS, PictureFormat
from service_blueprint.hosts import cli

COMMAND = [sys.executable, "-c", "from service_blueprint.hosts.cli import main; main()"]
LAPTOP = """\
title: Request a laptop
owner: desk
steps:
  - id: ask
    customer: Asks
    frontstage: {by: desk, do: Answers}
    feeling: 1
"""
BURGER = "title: Get a burger\nowner: desk\nlanguage: pl\nsteps:\n  - {customer: Zamawia, channel: phone}\n"
BROKEN = "title: Broken\nsteps:\n  - custumer: Asks\n    feeling: 7\n"
NEAR = "title: Near\nowner: desk\nsteps:\n  - {customer: Asks, frontstage: {by: dsk, do: Answers}}\n"
CATALOG = "actors:\n  desk: {title: Service Desk, kind: team}\n"
VIEWS = sorted(View)


@dataclass(frozen=True)
class Outcome:
    """What a user gets: the exit status, what was printed, and what went to stderr."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder with ``blueprints/laptop.yml`` and ``blueprints/food/burger.yml``."""
    monkeypatch.chdir(tmp_path)
    write("blueprints/_catalog.yml", CATALOG)
    write("blueprints/laptop.yml", LAPTOP)
    write("blueprints/food/burger.yml", BURGER)

    def runs(*words: str) -> Outcome:
        result = CliRunner().invoke(cli.main, words, prog_name="service-blueprint")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return runs


def write(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def files_in(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


# draw


def test_a_file_is_drawn_into_the_current_folder_in_the_view_that_suits_it(run: Run) -> None:
    outcome = run("draw", "blueprints/laptop.yml")
    assert outcome == Outcome(0, f"{Path('laptop/stages.svg')}\n", "1 drawing written\n")
    svg = ElementTree.parse("laptop/stages.svg").getroot()
    assert (svg.get("data-blueprint"), svg.get("data-view")) == ("laptop", "stages")


def test_another_view_and_another_folder_can_be_named(run: Run) -> None:
    assert run("draw", "blueprints/laptop.yml", "--view", "customer", "--out", "new/pictures").status == 0
    assert files_in("new") == ["pictures/laptop/customer.svg"]


def test_all_views_of_all_blueprints_in_a_folder_are_drawn_under_their_ids(run: Run) -> None:
    assert run("draw", "blueprints", "--all-views", "--out", "new").status == 0
    assert files_in("new") == [f"{id}/{view}.svg" for id in ("food/burger", "laptop") for view in VIEWS]


@pytest.mark.parametrize("path", ["blueprints/food/burger.yml", "blueprints/food", "blueprints/../blueprints/food"])
def test_the_id_is_the_same_however_the_blueprint_is_named(run: Run, path: str) -> None:
    assert run("draw", path, "--out", "new").status == 0
    assert files_in("new") == ["food/burger/stages.svg"]


def test_the_id_is_the_same_from_within_the_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("blueprints/food")
    assert run("draw", "burger.yml", "--out", "../../new").status == 0
    assert files_in("../../new") == ["food/burger/stages.svg"]


def test_a_drawing_is_written_as_png_where_that_is_asked_for(run: Run) -> None:
    outcome = run("draw", "blueprints/laptop.yml", "--format", "png")
    assert (outcome.status, outcome.out) == (0, f"{Path('laptop/stages.png')}\n")
    image = Path("laptop/stages.png").read_bytes()
    assert image.startswith(b"\x89PNG")
    assert b"Request a laptop" in image


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.id)
def test_a_drawing_is_written_in_every_format_beside_the_others(run: Run, format: PictureFormat) -> None:
    outcome = run("draw", "blueprints/laptop.yml", "--format", format.id)
    assert (outcome.status, outcome.out) == (0, f"{Path('laptop') / f'stages.{format.id}'}\n")
    assert Path(f"laptop/stages.{format.id}").stat().st_size > 100


def test_letters_that_a_png_lacks_are_told_once_for_each_file(run: Run) -> None:
    nowhere = "".join(map(chr, range(0x3FFE0, 0x3FFEA)))
    write("blueprints/laptop.yml", f"title: A\nsteps:\n  - {{customer: Pays {nowhere}, frontstage: Takes {nowhere}}}\n")
    outcome = run("draw", "blueprints/laptop.yml", "--format", "png", "--all-views")
    assert outcome.status == 0
    first, *others = outcome.err.splitlines()
    assert first.startswith(f"{Path('blueprints/laptop.yml')}: no font of this machine has \U0003ffe0 (U+3FFE0), ")
    assert first.endswith("(U+3FFE7) and 2 more, so the PNG lacks them; install a font that has them")
    assert others == [f"{len(View)} drawings written"]
    assert run("draw", "blueprints/laptop.yml", "--all-views").err == f"{len(View)} drawings written\n"


def test_a_file_that_stands_alone_is_drawn_under_its_name(run: Run) -> None:
    write("elsewhere/lone.yml", BURGER)
    assert run("draw", "elsewhere/lone.yml", "--out", "new").status == 0
    assert files_in("new") == ["lone/stages.svg"]


def test_a_file_with_faults_is_left_out_and_the_others_are_drawn(run: Run) -> None:
    write("blueprints/broken.yml", BROKEN)
    outcome = run("draw", "blueprints", "--out", "new")
    assert outcome.status == 1
    assert files_in("new") == ["food/burger/stages.svg", "laptop/stages.svg"]
    assert f"{Path('blueprints/broken.yml')}:3:5: " in outcome.err
    assert outcome.err.endswith("2 drawings written, 1 blueprint with faults left out\n")


def test_names_from_the_catalog_stand_in_the_drawing(run: Run) -> None:
    run("draw", "blueprints/laptop.yml")
    assert "Service Desk" in Path("laptop/stages.svg").read_text("utf-8")


def test_with_a_broken_catalog_nothing_is_drawn(run: Run) -> None:
    write("blueprints/_catalog.yml", "actors: [desk]\n")
    outcome = run("draw", "blueprints", "--out", "new")
    assert outcome.status == 1
    assert f"{Path('blueprints/_catalog.yml')}:1:" in outcome.err
    assert not Path("new").exists()


def test_what_the_shell_makes_of_a_star_may_hold_the_catalog(run: Run) -> None:
    assert run("draw", "blueprints/_catalog.yml", "blueprints/laptop.yml", "--out", "new").status == 0
    assert files_in("new") == ["laptop/stages.svg"]


def test_a_blueprint_that_is_named_twice_is_drawn_once(run: Run) -> None:
    assert run("draw", "blueprints/laptop.yml", "blueprints", "./blueprints/laptop.yml").out.count("laptop") == 1


def test_blueprints_with_one_id_do_not_replace_each_other(run: Run) -> None:
    write("other/blueprints/laptop.yml", LAPTOP)
    outcome = run("draw", "blueprints", "other/blueprints", "--out", "new")
    assert outcome.status == 2
    assert "have one id, 'laptop'" in outcome.err
    assert not Path("new").exists()


def test_drawing_again_replaces_the_drawing_by_the_same_bytes(run: Run) -> None:
    run("draw", "blueprints/laptop.yml")
    first = Path("laptop/stages.svg").read_bytes()
    Path("laptop/stages.svg").write_text("old")
    run("draw", "blueprints/laptop.yml")
    assert Path("laptop/stages.svg").read_bytes() == first


def test_an_interrupted_drawing_leaves_the_old_one_and_nothing_else(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("draw", "blueprints/laptop.yml")
    old = Path("laptop/stages.svg").read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    assert run("draw", "blueprints/laptop.yml").err.endswith("Aborted!\n")
    assert files_in("laptop") == ["stages.svg"]
    assert Path("laptop/stages.svg").read_bytes() == old


def test_a_folder_that_cannot_be_made_is_told_in_one_line(run: Run) -> None:
    write("new", "a file where the folder should be")
    outcome = run("draw", "blueprints/laptop.yml", "--out", "new/pictures")
    assert outcome.status == 2
    assert outcome.err.startswith(f"Error: '{Path('new/pictures/laptop/stages.svg')}' cannot be written: ")
    assert outcome.err.count("\n") == 1


# table


def test_a_table_is_markdown_in_the_blueprints_language(run: Run) -> None:
    outcome = run("table", "blueprints/food/burger.yml")
    assert outcome == Outcome(0, "| Nr | Klient | Kanał |\n| --- | --- | --- |\n| 1 | Zamawia | Telefon |\n", "")


def test_a_table_is_csv_byte_for_byte(run: Run) -> None:
    outcome = subprocess.run([*COMMAND, "table", "blueprints/laptop.yml", "--format", "csv"], capture_output=True)
    assert outcome.stdout.startswith(b"\xef\xbb\xbfStep,No.,Customer,Front stage,Feeling\r\nask,1,")
    assert outcome.stdout.count(b"\r\n") == outcome.stdout.count(b"\n") == 2


def test_a_table_is_json(run: Run) -> None:
    [touchpoint] = json.loads(run("table", "blueprints/laptop.yml", "--format", "json").out)["touchpoints"]
    [action] = touchpoint["frontstage"]
    assert (action["do"], action["by"]) == (
        "Answers",
        {"id": "desk", "title": "Service Desk", "owner": None, "link": None},
    )
    assert {value for key, value in action.items() if key in ("link", "time", "ends")} == {None}


def test_no_table_is_written_for_a_file_with_faults(run: Run) -> None:
    write("blueprints/broken.yml", BROKEN)
    outcome = run("table", "blueprints/broken.yml")
    assert (outcome.status, outcome.out) == (1, "")
    assert f"{Path('blueprints/broken.yml')}:3:5: " in outcome.err


# check


def test_all_is_well(run: Run) -> None:
    assert run("check", "blueprints") == Outcome(0, "2 blueprints checked: no problems\n", "")


def test_every_fault_is_told_with_its_place_and_counted(run: Run) -> None:
    write("blueprints/broken.yml", BROKEN)
    outcome = run("check", "blueprints")
    *problems, count = [line for line in outcome.out.splitlines() if not line.startswith(" ")]
    assert outcome.status == 1
    assert [problem.split(": ")[0] for problem in problems] == [
        f"{Path('blueprints/broken.yml')}:3:5",
        f"{Path('blueprints/broken.yml')}:4:14",
    ]
    assert "customer" in problems[0]
    assert count == "3 blueprints checked: 2 errors"


def test_only_what_was_named_is_told_of(run: Run) -> None:
    write("blueprints/broken.yml", BROKEN)
    assert run("check", "blueprints/laptop.yml", "blueprints/food").status == 0


def test_warnings_are_told_and_do_not_fail(run: Run) -> None:
    write("blueprints/near.yml", NEAR)
    outcome = run("check", "blueprints/near.yml")
    assert outcome.status == 0
    assert f"{Path('blueprints/near.yml')}:4:" in outcome.out
    assert ": warning: " in outcome.out
    assert outcome.out.endswith("1 blueprint checked: 1 warning\n")


def test_faults_between_files_are_told_when_one_is_named(run: Run) -> None:
    write("blueprints/variant.yml", f"variant-of: lap-top\n{LAPTOP}")
    outcome = run("check", "blueprints/variant.yml")
    assert outcome.status == 1
    assert f"{Path('blueprints/variant.yml')}:1:" in outcome.out
    assert "laptop" in outcome.out


def test_a_catalog_is_checked_by_itself(run: Run) -> None:
    assert run("check", "blueprints/_catalog.yml").status == 0
    write("blueprints/_catalog.yml", "actors: [desk]\n")
    outcome = run("check", "blueprints/_catalog.yml")
    assert outcome.status == 1
    assert outcome.out.count("_catalog.yml:1:") == 1


def test_the_faults_of_a_catalog_are_told_once_for_all_its_blueprints(run: Run) -> None:
    write("blueprints/_catalog.yml", "actors: [desk]\n")
    assert run("check", "blueprints").out.count("_catalog.yml:1:") == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"\t- x", b"- a\n- b\n", b"title: x", b"\x00", b"&a [*a]", b"!!python/object:os.system {}"],
)
def test_whatever_a_file_holds_gives_problems_and_no_traceback(run: Run, content: bytes) -> None:
    Path("blueprints/odd.yml").write_bytes(content)
    for command in (["check"], ["draw", "--out", "new"], ["table"]):
        outcome = run(*command, "blueprints/odd.yml")
        assert outcome.status == 1
        assert f"{Path('blueprints/odd.yml')}:" in outcome.out + outcome.err
    assert not Path("new").exists()


# wrong use


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["draw"], "Missing argument 'PATH...'"),
        (["draw", "nowhere.yml"], "Path 'nowhere.yml' does not exist"),
        (["draw", "blueprints/laptop.yml", "--view", "side"], "'side' is not one of"),
        (["draw", "blueprints/laptop.yml", "--view", "stages", "--all-views"], "leave one out"),
        (["draw", "blueprints/laptop.yml", "--out", "blueprints/laptop.yml"], "is a file"),
        (["draw", "empty"], "there is no blueprint in 'empty'"),
        (["table", "blueprints"], "is a directory"),
        (["table", "blueprints/_catalog.yml"], "is no blueprint"),
        (["table", "blueprints/laptop.yml", "--format", "html"], "'html' is not one of"),
        (["check"], "Missing argument 'PATH...'"),
        (["check", "blueprints", "empty"], "there is no blueprint in 'empty'"),
        (["paint"], "No such command 'paint'"),
    ],
)
def test_wrong_use_is_told_with_status_2_and_writes_nothing(run: Run, words: Sequence[str], says: str) -> None:
    Path("empty").mkdir()
    before = files_in(".")
    outcome = run(*words)
    assert (outcome.status, outcome.out) == (2, "")
    assert says in outcome.err
    assert files_in(".") == before


@pytest.mark.parametrize("command", ["draw", "table", "check"])
def test_help_has_examples(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.status == 0
    assert f"  service-blueprint {command} blueprints" in outcome.out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"service-blueprint, version {__version__}\n"


# the process


def test_the_installed_command_works(run: Run) -> None:
    command = Path(sys.executable).with_name("service-blueprint")
    outcome = subprocess.run([command, "check", "blueprints"], capture_output=True, text=True)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "2 blueprints checked: no problems\n", "")


def test_it_works_without_mkdocs(run: Run) -> None:
    code = "import sys; sys.modules['mkdocs'] = None; sys.modules['material'] = None\n" + COMMAND[2]
    outcome = subprocess.run([sys.executable, "-c", code, "draw", "blueprints", "--out", "new"], capture_output=True)
    assert (outcome.returncode, files_in("new")) == (0, ["food/burger/stages.svg", "laptop/stages.svg"])


def test_letters_that_a_terminal_lacks_are_spelt_out(run: Run) -> None:
    write("blueprints/broken.yml", "title: x\nsteps:\n  - {customer: A, zażółć: 1}\n")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    outcome = subprocess.run(
        [*COMMAND, "check", "blueprints"], capture_output=True, encoding="latin-1", env=environment
    )
    assert outcome.returncode == 1
    assert "za\\u017c" in outcome.stdout
    assert outcome.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_goes_away_is_no_traceback(run: Run) -> None:
    steps = "".join(f"  - {{customer: Step {number}, feeling: 9}}\n" for number in range(400))
    for number in range(10):
        write(f"blueprints/many-{number}.yml", f"title: Many\nsteps:\n{steps}")
    command = [*COMMAND, "check", "blueprints"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_a_full_disk_is_no_traceback(run: Run) -> None:
    with Path("/dev/full").open("w") as full:
        outcome = subprocess.run([*COMMAND, "check", "blueprints"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (outcome.returncode, outcome.stderr.count("\n")) == (2, 1)
    assert outcome.stderr.startswith("Error: the output cannot be read or written: ")


def test_a_command_that_is_gone_says_what_to_use_now() -> None:
    done = CliRunner().invoke(cli.main, ["publish", "site", "--into", "public", "--version", "1.0"])
    assert done.exit_code == 2
    assert "There is no command 'publish' any more: publish with mike" in done.stderr
