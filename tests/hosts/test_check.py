"""``service-blueprint check``, run as a user runs it: what is selected, ignored and set, and how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from service_blueprint.drawing import icons
from service_blueprint.hosts import cli

COMMAND = [sys.executable, "-c", "from service_blueprint.hosts.cli import main; main()"]
DOUBTFUL = """\
title: Request a laptop
review-by: 2020-01-01
steps:
  - {customer: Asks, evidence: Form, feeling: -1}
"""
IN_DOUBT = ["low-feeling", "missing-owner", "review-overdue"]
BROKEN = "title: Broken\nsteps:\n  - custumer: Asks\n"
PROJECT = "[tool.service-blueprint]\n"
SITE = "plugins:\n  - search\n  - service-blueprint:\n      checks:\n"


@dataclass(frozen=True)
class Outcome:
    """What a user gets; ``rules`` are those of the problems that were printed, sorted."""

    status: int
    out: str
    err: str

    @property
    def rules(self) -> list[str]:
        heads = [line for line in self.out.splitlines() if line.endswith("]")]
        return sorted(line.rpartition("[")[2][:-1] for line in heads)


Check = Callable[..., Outcome]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs the command in a folder with ``blueprints/laptop.yml``, which has three warnings."""
    monkeypatch.chdir(tmp_path)
    write("blueprints/laptop.yml", DOUBTFUL)

    def checks(*words: str) -> Outcome:
        result = CliRunner().invoke(cli.main, ["check", *words], prog_name="service-blueprint")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return checks


def write(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_doubts_are_told_and_do_not_fail(check: Check) -> None:
    outcome = check("blueprints")
    assert (outcome.status, outcome.rules) == (0, IN_DOUBT)
    assert outcome.out.endswith("1 blueprint checked: 3 warnings\n")


def test_an_error_of_a_rule_fails(check: Check) -> None:
    write("blueprints/laptop.yml", DOUBTFUL.replace("customer: Asks", "customer: {do: Asks, decision: true}"))
    outcome = check("blueprints", "--select", "decision-exits")
    assert (outcome.status, outcome.rules) == (1, ["decision-exits"])


# options


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (["--select", "low-feeling"], ["low-feeling"]),
        (["--select", "low-feeling,missing-owner"], ["low-feeling", "missing-owner"]),
        (["--select", "low-feeling", "--select", " missing-owner "], ["low-feeling", "missing-owner"]),
        (["--ignore", "low-feeling"], ["missing-owner", "review-overdue"]),
        (["--select", "low-feeling,missing-owner", "--ignore", "missing-owner"], ["low-feeling"]),
    ],
)
def test_rules_can_be_selected_and_ignored(check: Check, words: list[str], rules: list[str]) -> None:
    assert check("blueprints", *words).rules == rules


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_id_of_no_rule_is_wrong_use_and_the_nearest_is_named(check: Check, option: str) -> None:
    outcome = check("blueprints", option, "low-feeling,Missing_Owners")
    assert (outcome.status, outcome.out) == (2, "")
    assert "there is no rule 'Missing_Owners'; did you mean 'missing-owner'?" in outcome.err
    assert check("blueprints", option, ",").status == 2


def test_a_fault_that_leaves_nothing_to_draw_is_told_whatever_is_selected(check: Check) -> None:
    write("blueprints/broken.yml", BROKEN)
    for words in (["--select", "low-feeling"], ["--ignore", "format,low-feeling"]):
        outcome = check("blueprints", *words)
        assert outcome.status == 1
        assert "format" in outcome.rules


def test_a_doubt_found_while_reading_can_be_ignored(check: Check) -> None:
    write("blueprints/_catalog.yml", "actors:\n  desk: {title: Service Desk}\n")
    write("blueprints/laptop.yml", f"owner: dsk\n{DOUBTFUL}")
    assert "near-name" in check("blueprints").rules
    assert "near-name" not in check("blueprints", "--ignore", "near-name").rules
    assert "near-name" not in check("blueprints", "--select", "low-feeling").rules


def test_a_file_ignores_for_itself_alone(check: Check) -> None:
    write("blueprints/other.yaml", f"checks: {{ignore: [low-feeling, missing-owner, file-name]}}\n{DOUBTFUL}")
    assert check("blueprints").rules == sorted([*IN_DOUBT, "review-overdue"])
    assert check("blueprints/other.yaml", "--select", "low-feeling").rules == []


# what cannot be a file


LONG = "b" * 300


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("formerly: [{}]", "a name has at most 200 characters, and a whole path 500"),
        ("variant-of: {}", "there is no blueprint '"),
    ],
)
@pytest.mark.parametrize("id", ["b" * 201, LONG, "/".join(["c" * 100] * 6)], ids=["201", "300", "606"])
def test_an_id_that_no_system_has_a_file_for_is_a_fault_with_its_place(
    check: Check, key: str, says: str, id: str
) -> None:
    write("blueprints/laptop.yml", f"{key.format(id)}\n{DOUBTFUL}")
    outcome = check("blueprints")
    assert outcome.status == 1
    assert "blueprints/laptop.yml:1:" in outcome.out
    assert says in outcome.out
    write("blueprints/laptop.yml", f"formerly: [{'b' * 200}]\n{DOUBTFUL}")
    assert check("blueprints").status == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a" * 251, "/".join(["c" * 100] * 6)])
def test_a_name_that_is_too_long_is_a_fault_and_no_crash(check: Check, name: str) -> None:
    write(f"blueprints/{name}.yml", DOUBTFUL)
    outcome = check("blueprints", "--select", "low-feeling")
    assert (outcome.status, outcome.rules) == (1, ["file-name", "low-feeling"])
    result = CliRunner().invoke(cli.main, ["build", "--into", "docs", "--no-png"])
    assert result.exit_code == 1
    assert "a name has at most 200 characters" in result.stderr
    assert {path.name for path in Path("docs/blueprints").iterdir() if path.is_dir()} == {"laptop"}


@pytest.mark.parametrize(
    "icon", [LONG, "material/" + "x/" * 900 + "x", "material/no-such", "../../x", "Material/web", "a b"]
)
def test_an_icon_that_nobody_can_draw_is_a_fault_with_its_place(check: Check, icon: str) -> None:
    write("blueprints/_catalog.yml", f"channels:\n  desk: {{title: Desk, icon: {icon}}}\n")
    write("blueprints/laptop.yml", DOUBTFUL.replace("feeling: -1", "channel: desk"))
    for path in ("blueprints", "blueprints/_catalog.yml", "blueprints/laptop.yml"):
        outcome = check(path)
        assert outcome.status == 1
        assert "blueprints/_catalog.yml:2:29: error: there is no icon " in outcome.out
    for words in (["build", "--into", "docs", "--no-png"], ["draw", "blueprints", "--out", "pictures"]):
        result = CliRunner().invoke(cli.main, words)
        assert result.exit_code == 1
        assert "there is no icon" in result.stderr
    assert Path("pictures/laptop/stages.svg").exists()  # drawn, though without the icon


@pytest.mark.parametrize("icon", ["material/tablet", "simple/github", "clock", '""'])
def test_an_icon_that_is_there_is_no_fault(check: Check, icon: str) -> None:
    write("blueprints/_catalog.yml", f"channels:\n  desk: {{title: Desk, icon: {icon}}}\n")
    assert "there is no icon" not in check("blueprints").out


def test_without_the_theme_its_icons_may_be_there(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "_theme_icons", lambda: None)
    icons.icon.cache_clear()
    write(
        "blueprints/_catalog.yml", f"channels:\n  a: {{title: A, icon: material/x}}\n  b: {{title: B, icon: {LONG}}}\n"
    )
    assert check("blueprints").out.count("there is no icon") == 1
    icons.icon.cache_clear()


def test_settings_of_any_kind_of_file_are_not_read(check: Check) -> None:
    write("pyproject.toml", "#" * (1024 * 1024 + 1))
    outcome = check("blueprints")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert "at most 1 MiB is read" in outcome.err
    write("pyproject.toml", "x = " + "[" * 100_000)
    assert check("blueprints").status == 2


# settings


@pytest.mark.parametrize(
    ("file", "text", "rules"),
    [
        ("pyproject.toml", PROJECT + 'select = ["low-feeling"]', ["low-feeling"]),
        ("pyproject.toml", PROJECT + 'ignore = ["low-feeling"]', ["missing-owner", "review-overdue"]),
        ("pyproject.toml", PROJECT + "select = []", []),
        ("pyproject.toml", "[tool.other]\nselect = 1", IN_DOUBT),
        ("mkdocs.yml", SITE + "        ignore: [low-feeling, missing-owner]", ["review-overdue"]),
        ("mkdocs.yml", SITE + "        select: [low-feeling]", ["low-feeling"]),
        ("mkdocs.yml", SITE.replace("  - ", "  ").replace("search", "search: {}") + "        select: []", []),
        ("mkdocs.yml", "plugins: [search, service-blueprint]", IN_DOUBT),
        ("mkdocs.yml", "site_name: !ENV [NAME, x]\nx: !!python/name:a.b\n" + SITE + "        select: []", []),
        ("pyproject.toml", "[[tool]]", IN_DOUBT),
        ("mkdocs.yml", "- no site", IN_DOUBT),
    ],
)
def test_a_project_sets_which_rules_apply(check: Check, file: str, text: str, rules: list[str]) -> None:
    write(file, text)
    assert check("blueprints").rules == rules


def test_an_option_takes_the_place_of_the_setting_of_its_name(check: Check) -> None:
    write("pyproject.toml", PROJECT + 'select = ["low-feeling", "missing-owner"]\nignore = ["missing-owner"]')
    assert check("blueprints").rules == ["low-feeling"]
    assert check("blueprints", "--ignore", "low-feeling").rules == ["missing-owner"]
    assert check("blueprints", "--select", "review-overdue").rules == ["review-overdue"]


def test_the_nearest_settings_count_and_a_repository_ends_the_search(check: Check) -> None:
    write("pyproject.toml", PROJECT + "select = []")
    write("inner/mkdocs.yml", SITE + "        select: [low-feeling]")
    write("inner/blueprints/laptop.yml", DOUBTFUL)
    write("repository/.git", "")
    write("repository/blueprints/laptop.yml", DOUBTFUL)
    assert check("blueprints").rules == []
    assert check("inner/blueprints").rules == ["low-feeling"]
    assert check("repository/blueprints").rules == IN_DOUBT
    assert check("blueprints", "inner/blueprints").rules == ["low-feeling"]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("pyproject.toml", PROJECT + 'ignore = ["low_feeling"]', "there is no rule 'low_feeling'; did you mean"),
        ("pyproject.toml", PROJECT + 'ignore = "low-feeling"', "'ignore' must be a list of rules"),
        ("pyproject.toml", PROJECT + "ignored = []", "has no setting 'ignored'"),
        ("pyproject.toml", "[tool]\nservice-blueprint = 1", "must have the keys"),
        ("pyproject.toml", "[tool", "cannot be read as TOML"),
        ("mkdocs.yml", SITE + "        select: [lowfeeling]", "there is no rule 'lowfeeling'; did you mean"),
        ("mkdocs.yml", SITE + "        - low-feeling", "must have the keys"),
        ("mkdocs.yml", "plugins: [", "mkdocs.yml:1:11: "),
    ],
)
def test_settings_that_cannot_be_followed_are_told_in_one_line(check: Check, file: str, text: str, says: str) -> None:
    write(file, text)
    outcome = check("blueprints")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert file in outcome.err
    assert says in outcome.err


def test_settings_in_both_files_are_refused(check: Check) -> None:
    write("pyproject.toml", PROJECT + "select = []")
    write("mkdocs.yml", SITE + "        select: []")
    outcome = check("blueprints")
    assert outcome.status == 2
    assert "keep one of the two" in outcome.err


# the output


@pytest.mark.parametrize("form", ["github", "sarif", "json", "junit"])
def test_other_tools_get_their_format_alone_and_people_the_counts(check: Check, form: str) -> None:
    outcome = check("blueprints", "--format", form)
    assert outcome.status == 0
    assert outcome.err == "1 blueprint checked: 3 warnings\n"
    assert "checked:" not in outcome.out


def test_a_variant_is_compared_however_it_is_named(check: Check) -> None:
    write("blueprints/copy.yml", f"state: to-be\nvariant-of: laptop\n{DOUBTFUL}")
    assert "unchanged-to-be" in check("blueprints/copy.yml").rules


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(("no_colour", "coloured"), [(None, True), ("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_it_is_not_wanted(check: Check, no_colour: str | None, coloured: bool) -> None:
    import pty

    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    if no_colour is not None:
        environment["NO_COLOR"] = no_colour
    here, there = pty.openpty()
    subprocess.run([*COMMAND, "check", "blueprints"], stdout=there, env=environment, check=True)
    os.close(there)
    with os.fdopen(here, "rb") as terminal:
        shown = terminal.read1(65536)
    assert b"laptop.yml" in shown
    assert (b"\x1b[" in shown) == coloured
