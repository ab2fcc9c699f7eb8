"""What is wrong or doubtful in what was named, by the settings of the project."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from service_blueprint.checking import Choice, check
from service_blueprint.hosts.check_settings import settings_for
from service_blueprint.problem import Problem, Severity
from service_blueprint.shelves.selection import Selection


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
                check(
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
