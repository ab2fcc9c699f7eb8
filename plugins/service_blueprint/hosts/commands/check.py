"""``service-blueprint check``: what is wrong or doubtful in blueprints."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import click

from service_blueprint.checking import RULES_BY_ID, Choice, no_such_rule
from service_blueprint.checking import check as run_rules
from service_blueprint.hosts.arguments import PATHS, FileTroubleError, count, selected, tell_what_is_behind_catalogs
from service_blueprint.hosts.check_settings import SettingsError, settings_for
from service_blueprint.hosts.languages import Languages, site_language
from service_blueprint.hosts.output import hand_over, hand_over_made, say
from service_blueprint.hosts.reports import FORMATS, Report, text
from service_blueprint.languages import LANGUAGES
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading.decoding import shown_text
from service_blueprint.shelves.checkout import Checkout
from service_blueprint.shelves.selection import Selection


class RuleIds(click.ParamType[tuple[str, ...]]):
    """Ids of rules, separated by commas."""

    name = "RULE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The ids; fails where there is no such rule."""
        ids = tuple(id.strip() for id in str(value).split(",") if id.strip())
        if not ids:
            self.fail("name at least one rule", param, ctx)
        for id in ids:
            if id not in RULES_BY_ID:
                self.fail(no_such_rule(id, RULES_BY_ID).text, param, ctx)
        return ids


@click.command(
    epilog="""\b
Examples:
  service-blueprint check blueprints
  service-blueprint check blueprints --ignore review-overdue,too-many-steps
  service-blueprint check blueprints/laptop-request.yml blueprints/_catalog.yml
  service-blueprint check blueprints --language pl
  service-blueprint check blueprints --format sarif > blueprints.sarif"""
)
@PATHS
@click.option("--select", type=RuleIds(), multiple=True, help="Apply these rules alone; several with commas.")
@click.option("--ignore", type=RuleIds(), multiple=True, help="Leave these rules out; several with commas.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language in which problems are told.  [default: that of each file, else of the site, else en]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    help="How problems are written: for people, as annotations of GitHub, or for other tools, as UTF-8.",
)
def check(
    paths: tuple[Path, ...],
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    language: str | None,
    form: str,
) -> None:
    """Say everything that is wrong or doubtful in blueprints.

    Each PATH is a blueprint's file, a catalog or a folder. Every problem of every file is told in one go, with its
    place, what to do, and in brackets the rule. Warnings and hints are told too, but the exit status is 1 for errors
    only.

    An option takes the place of the project's setting of that name, in pyproject.toml or mkdocs.yml; what a file
    itself ignores is left out in any case. A fault that leaves nothing to draw is told whatever is selected.
    """
    selection = selected(paths)
    try:
        problems = problems_of(selection, _joined(select) if select else None, _joined(ignore) if ignore else None)
    except SettingsError as error:
        raise FileTroubleError(str(error)) from None
    faulty = {problem.place.path for problem in problems}
    sources = {path: shown_text(data) for path, data in selection.texts.items() if path in faulty}
    checked = tuple(each.reading.path for each in selection.blueprints)
    languages = Languages(selection.texts, site_language(paths[0].parent), language or "")
    report = Report(checked, problems, sources, Checkout.around(Path()), languages)
    tell_what_is_behind_catalogs(selection)
    counts = Counter(problem.severity for problem in problems)
    found = ", ".join(count(counts[severity], severity) for severity in Severity if counts[severity])
    outcome = f"{count(len(selection.blueprints), 'blueprint')} checked: {found or 'no problems'}"
    if form == "text":
        hand_over_made(text(report, colour=_wants_colour()))
        say(outcome)
    else:
        hand_over(FORMATS[form](report), form)
        say(outcome, err=True)
    if counts[Severity.ERROR]:
        sys.exit(1)


def problems_of(
    selection: Selection, select: Sequence[str] | None = None, ignore: Sequence[str] | None = None
) -> tuple[Problem, ...]:
    """What reading and the rules find, without what the options, the settings and the files themselves leave out.

    ``SettingsError`` where a project's settings cannot be read.
    """

    @cache
    def choice_in(folder: Path) -> Choice:
        settings = settings_for(folder)
        return Choice.of(settings.select if select is None else select, settings.ignore if ignore is None else ignore)

    ignored: dict[str, tuple[str, ...]] = {}
    found: set[Problem] = set()
    for each in selection.blueprints:
        if blueprint := each.blueprint:
            choice = choice_in(Path(each.reading.path).parent)
            ignored[each.reading.path] = blueprint.ignored_checks
            found.update(
                run_rules(
                    blueprint,
                    today=date.today(),
                    library=each.library,
                    select=choice.select,
                    ignore=choice.ignore,
                    locate=each.reading.place,
                )
            )
    for problem in selection.problems:
        path = problem.place.path
        choice = choice_in(Path(path).parent).without(ignored.get(path, ()))
        if problem.severity is Severity.ERROR or choice.takes(problem.rule):
            found.add(problem)
    return tuple(sorted(found))


def _joined(ids: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(id for several in ids for id in several)


def _wants_colour() -> bool:
    """Whether somebody looks at the output in a terminal, and wants colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
