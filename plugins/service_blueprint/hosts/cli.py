"""The command line, without MkDocs; the commands are in ``commands/``, and each is loaded when it is called.

Exit status: 0 when all is well, 1 when a file has faults, 2 when the command was used wrongly or cannot write.
"""

import errno
import importlib
import io
import signal
import sys
import threading
from types import FrameType
from typing import Any

import click

from service_blueprint import __version__
from service_blueprint.hosts.commands.registry import COMMANDS
from service_blueprint.hosts.names import TOOL
from service_blueprint.hosts.output import printable_refusals
from service_blueprint.hosts.trouble import FileTroubleError

_GONE = {"publish": "There is no command 'publish' any more: publish with mike, as in 'mike deploy 1.2 latest'."}
"""What to use in the place of a command that there was."""


class Commands(click.Group):
    """The commands, each loaded by itself, ending without a traceback where the system refuses a file or the output."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, whose module is imported now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"service_blueprint.hosts.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading one."""
        limit = formatter.width - 6 - max(map(len, COMMANDS))  # as click has it
        listed = [click.Command(name, help=summary) for name, summary in sorted(COMMANDS.items())]
        with formatter.section("Commands"):
            formatter.write_dl([(str(command.name), command.get_short_help_str(limit)) for command in listed])

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words before the command."""
        with printable_refusals():
            return super().make_context(info_name, args, parent, **extra)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; for one that is gone, what to use now."""
        if args[0] in _GONE:
            ctx.fail(_GONE[args[0]])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        with printable_refusals():
            try:
                return super().invoke(ctx)
            except OSError as error:
                if error.errno == errno.EPIPE:
                    raise  # click ends quietly where nobody reads on
                what = f"'{error.filename}'" if error.filename else "the output"
                raise FileTroubleError(f"{what} cannot be read or written: {error.strerror or error}") from None


@click.group(
    cls=Commands,
    epilog="""\b
Examples:
  service-blueprint check blueprints
  service-blueprint draw blueprints --all-views --out pictures
  service-blueprint table blueprints/laptop-request.yml --format csv > touchpoints.csv""",
)
@click.version_option(__version__, prog_name=TOOL)
def main() -> None:
    """Draw, tabulate and check service blueprints written as YAML.

    Exit status: 0 when all is well, 1 when a file has faults, 2 when the command was used wrongly.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end)  # tidily, as for an interruption at the keyboard
    for stream in (sys.stdout, sys.stderr):
        # Not every terminal has every letter; a name that it lacks is spelt out rather than a reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
