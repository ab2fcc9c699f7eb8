"""The list of commands, and that to say what there is loads nothing of what it is made with."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

import service_blueprint.hosts.commands
from benchmarks.starting import WITHIN, starting_times
from service_blueprint.hosts.cli import main
from service_blueprint.hosts.commands.registry import COMMANDS

FOLDER = Path(service_blueprint.hosts.commands.__file__).parent
HEAVY = ("babel", "jinja2", "markdown", "mkdocs", "nh3", "pydantic", "resvg_py", "ruamel", "yaml")
LOADED = """\
import sys
from service_blueprint.hosts.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def loaded_by(*words: str) -> set[str]:
    """The modules that a run of the command line has loaded when it ends."""
    command = [sys.executable, "-c", LOADED, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout
    return set(done.stderr.split())


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found
    return found


def test_every_module_of_the_commands_is_listed() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "registry"}
    assert modules == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_by_its_name_with_the_first_sentence_of_its_help(name: str) -> None:
    assert command(name).name == name
    assert COMMANDS[name] == (command(name).help or "").partition("\n")[0]


@pytest.mark.parametrize("words", [("--version",), ("--help",)], ids=" ".join)
def test_what_commands_are_made_with_is_not_loaded_to_say_which_there_are(words: tuple[str, ...]) -> None:
    loaded = loaded_by(*words)
    assert [module for module in HEAVY if module in loaded] == []
    assert [name for name in COMMANDS if f"service_blueprint.hosts.commands.{name}" in loaded] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_loads_no_other_and_not_mkdocs(name: str) -> None:
    loaded = loaded_by(name, "--help")
    assert [each for each in COMMANDS if f"service_blueprint.hosts.commands.{each}" in loaded] == [name]
    assert "mkdocs" not in loaded


def test_the_version_is_said_in_little_more_than_the_time_that_click_takes_to_load() -> None:
    times = starting_times(runs=10)
    assert times["--version"] <= WITHIN * times["import click"], times
