"""The one way out: whatever a command prints and a logger tells goes through here."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click

from service_blueprint.hosts.printable import encoded, printable, printable_json, printable_lines, printable_markup
from service_blueprint.problem import Problem, Severity

_FORMS: Mapping[str, Callable[[str], str]] = {
    "json": printable_json,
    "sarif": printable_json,
    "svg": printable_markup,
    "html": printable_markup,
    "junit": printable_markup,
    "github": lambda text: text,  # commands of our own, whose parts have been made printable
}


def say(line: object, *, err: bool = False) -> None:
    """Print one line for people; a line break in it is shown, not made."""
    click.echo(printable(str(line)), err=err)


def hand_over(text: str, form: str) -> None:
    """Print a text for other programs, as UTF-8 and with its own line ends.

    JSON and markup say the same as before, with escapes and references; in any other ``form`` what cannot be shown is
    replaced, and what a build would obey gets a blank. To have such a text unchanged, have it written into a file.
    """
    # As bytes, or Windows would change the line ends and the encoding.
    click.echo(encoded(_FORMS.get(form, printable_lines)(text)), nl=False)


def hand_over_made(text: str) -> None:
    """Print a text whose every part has been made printable already, with colours or commands of our own between."""
    click.echo(text, nl=False)


def tell(logger: logging.Logger, level: int, line: object, **extra: object) -> None:
    """Tell one line by a logger; ``extra`` goes along for whoever gathers."""
    logger.log(level, "%s", printable(str(line)), extra=extra)


def level_of(problem: Problem, otherwise: int = logging.INFO) -> int:
    """The level to tell a problem at: an error is a warning of the build, which ends a strict one."""
    return logging.WARNING if problem.severity is Severity.ERROR else otherwise


def guard(*names: str) -> None:
    """Have the loggers of these names, which are others', tell printable lines too: they name our files and links."""
    for name in names:
        logger = logging.getLogger(name)
        if not any(isinstance(each, _Printable) for each in logger.filters):
            logger.addFilter(_Printable())


class _Printable(logging.Filter):
    """Lets every record through, with what it says made printable, line by line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say the same so that it steers nothing."""
        record.msg, record.args = printable_lines(record.getMessage()), None
        return True


@contextmanager
def printable_refusals() -> Iterator[None]:
    """Have click, which prints by itself what it refuses, quote arguments and names of files printably."""
    try:
        yield
    except click.ClickException as error:
        if type(error).__name__ != "NoArgsIsHelpError":  # this has many lines, all our own; click has it since 8.2
            vars(error)["message"] = printable(error.message)  # the attribute is called final
        raise
