"""``service-blueprint format`` and ``schema``, run as a user runs them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service_blueprint.hosts.cli import main
from service_blueprint.reading.schema import catalog_schema_text, schema_text

SOUND = "title: Get a burger\nsteps:\n  - customer: Orders\n"
ASKEW = "title:   Get a burger\nsteps:\n- customer: Orders  # hungry\n"
FORMED = "title: Get a burger\nsteps:\n  - customer: Orders  # hungry\n"
BROKEN = "title: [Get a burger\nsteps:\n- customer: Orders\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    write("blueprints/sound.yml", SOUND)
    write("blueprints/food/askew.yml", ASKEW)

    def runs(*words: str) -> Result:
        result = CliRunner().invoke(main, words, prog_name="service-blueprint")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runs


def write(path: str, text: str | bytes) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def read(path: str) -> str:
    return Path(path).read_bytes().decode()


def files() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def test_files_are_brought_into_form_and_listed(run: Run) -> None:
    result = run("format", "blueprints")
    assert (result.exit_code, result.stdout) == (0, f"{Path('blueprints/food/askew.yml')}\n")
    assert result.stderr == "1 file formatted, 1 in normal form already\n"
    assert read("blueprints/food/askew.yml") == FORMED
    assert files() == ["blueprints/food/askew.yml", "blueprints/sound.yml"]


def test_formatting_again_changes_nothing(run: Run) -> None:
    run("format", "blueprints")
    result = run("format", "blueprints")
    assert (result.stdout, result.stderr) == ("", "0 files formatted, 2 in normal form already\n")


def test_a_file_in_normal_form_is_not_touched(run: Run) -> None:
    os.utime("blueprints/sound.yml", (1, 1))
    run("format", "blueprints")
    assert Path("blueprints/sound.yml").stat().st_mtime == 1


CHAIN = "title: A\nsteps:\n  - customer: [{do: Asks, to: b}, {id: b, do: Waits, to: c}, {id: c, do: Gets it}]\n"


def test_chains_are_told_of_and_written_as_lists_when_that_is_wanted(run: Run) -> None:
    write("blueprints/chain.yml", CHAIN)
    write("blueprints/sound.yml", SOUND.replace("burger", "burger, see chain#c"))
    result = run("format", "--check", "blueprints/chain.yml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "1 list can be written shorter: 'service-blueprint format --in-turn'\n"
        "0 files to be formatted, 1 in normal form already\n"
    )
    result = run("format", "--in-turn", "blueprints")
    assert result.stderr.startswith("blueprints/chain.yml: 1 list written 'in-turn'; no longer there: id b\n")
    assert "customer: {in-turn: [Asks, Waits, {id: c, do: Gets it}]}" in read("blueprints/chain.yml")


def test_check_writes_nothing_and_fails(run: Run) -> None:
    result = run("format", "--check", "blueprints")
    assert (result.exit_code, result.stdout) == (1, f"{Path('blueprints/food/askew.yml')}\n")
    assert result.stderr == "1 file to be formatted, 1 in normal form already\n"
    assert read("blueprints/food/askew.yml") == ASKEW


def test_check_is_content_with_normal_form(run: Run) -> None:
    assert run("format", "--check", "blueprints/sound.yml").exit_code == 0


def test_missing_ids_are_written_when_asked_for(run: Run) -> None:
    assert run("format", "--ids", "blueprints/sound.yml").exit_code == 0
    assert read("blueprints/sound.yml") == "title: Get a burger\nsteps:\n  - id: orders\n    customer: Orders\n"
    assert run("format", "--check", "--ids", "blueprints/sound.yml").exit_code == 0


def test_the_catalog_of_a_folder_is_formatted_too(run: Run) -> None:
    write("blueprints/_catalog.yml", "actors:\n    desk:   Service Desk\n")
    run("format", "blueprints")
    assert read("blueprints/_catalog.yml") == "actors:\n  desk: Service Desk\n"


def test_a_file_that_is_no_yaml_is_reported_and_left_alone_and_the_others_are_formatted(run: Run) -> None:
    write("blueprints/broken.yml", BROKEN)
    result = run("format", "blueprints")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{Path('blueprints/broken.yml')}:2:6: ")
    assert read("blueprints/broken.yml") == BROKEN
    assert read("blueprints/food/askew.yml") == FORMED


def test_other_faults_are_no_reason_not_to_format(run: Run) -> None:
    write("blueprints/faulty.yml", "title:   A\nsteps:\n  - custumer: x\n")
    assert run("format", "blueprints/faulty.yml").exit_code == 0
    assert read("blueprints/faulty.yml") == "title: A\nsteps:\n  - custumer: x\n"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00", b"\t- x", b"&a [*a]", b"a: 1\n---\nb: 2\n", b"# x"])
def test_whatever_a_file_holds_there_is_no_traceback(run: Run, content: bytes) -> None:
    write("blueprints/odd.yml", content)
    assert run("format", "--check", "blueprints/odd.yml").exit_code in (0, 1)
    assert Path("blueprints/odd.yml").read_bytes() == content


def test_line_ends_stay_and_a_byte_order_mark_goes(run: Run) -> None:
    write("blueprints/windows.yml", b"\xef\xbb\xbf" + ASKEW.replace("\n", "\r\n").encode())
    run("format", "blueprints/windows.yml")
    assert Path("blueprints/windows.yml").read_bytes() == FORMED.replace("\n", "\r\n").encode()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_permissions_and_links_stay(run: Run) -> None:
    Path("blueprints/food/askew.yml").chmod(0o640)
    Path("blueprints/link.yml").symlink_to("food/askew.yml")
    run("format", "blueprints/link.yml")
    assert Path("blueprints/link.yml").is_symlink()
    assert Path("blueprints/food/askew.yml").stat().st_mode & 0o777 == 0o640
    assert read("blueprints/food/askew.yml") == FORMED


def test_an_interruption_leaves_the_old_file_and_nothing_else(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    assert run("format", "blueprints").stderr.endswith("Aborted!\n")
    assert files() == ["blueprints/food/askew.yml", "blueprints/sound.yml"]
    assert read("blueprints/food/askew.yml") == ASKEW


def test_a_file_that_cannot_be_written_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "whatever")

    monkeypatch.setattr(Path, "write_bytes", refused)
    result = run("format", "blueprints")
    assert result.exit_code == 2
    file = Path("blueprints/food/askew.yml")
    assert result.stderr == f"Error: '{file}' cannot be read or written: Permission denied\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["format"], "Missing argument 'PATH...'"),
        (["format", "nowhere.yml"], "Path 'nowhere.yml' does not exist"),
        (["format", "empty"], "there is no blueprint in 'empty'"),
        (["format", "README.md"], "is no YAML file"),
        (["format", "README.md", "blueprints"], "is no YAML file"),
        (["schema", "blueprints"], "'blueprints' is not one of 'blueprint'"),
    ],
)
def test_wrong_use_is_told_with_status_2_and_writes_nothing(run: Run, words: list[str], says: str) -> None:
    Path("empty").mkdir()
    write("README.md", "# Read\n")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert read("blueprints/food/askew.yml") == ASKEW


def test_the_schemas_are_printed(run: Run) -> None:
    assert run("schema").stdout == schema_text()
    assert run("schema", "--catalog").stdout == catalog_schema_text()
    assert json.loads(schema_text())["required"] == ["title", "steps"]
