"""What Python programs may do: the functions that ``service_blueprint`` hands out.

They give the values of the house as they are, and answer as the commands of the same names do. Bad input raises
``ServiceBlueprintError``, whose ``problems`` have every fault with its place.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, overload

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.checking import check as run_rules
from service_blueprint.drawing.formats import FORMATS_BY_ID, make
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.hosts.checked import problems_of
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.comparison import compare as compared
from service_blueprint.insight.totals import Totals
from service_blueprint.insight.totals import totals as counted
from service_blueprint.message import All
from service_blueprint.pages.table_formats import TABLE_FORMATS
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import read_text as read_bytes
from service_blueprint.shelves.selection import Selection, select
from service_blueprint.words import words_for
from service_blueprint.writing import formatted

_Path = str | os.PathLike[str]


class FaultyError(ServiceBlueprintError):
    """A file or a text that has faults; the message tells the first one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        more = f", and {len(self.problems) - 1} more" if len(self.problems) > 1 else ""
        super().__init__(f"{self.problems[0]}{more}")


def read(path: _Path) -> Blueprint:
    """The blueprint of a file, its names resolved against the catalog of its folder.

    ``ServiceBlueprintError`` where the file or its catalog has an error, cannot be read, or is no blueprint's.

    >>> read("blueprints/laptop-request.yml").title
    'Request a new laptop'
    """
    if os.path.isdir(path):  # noqa: PTH112 - that of Path fails at names of any length
        raise ServiceBlueprintError(f"'{path}' is a folder; read_folder reads all that is in it")
    selection = _selected(path)
    if errors := _errors(selection.problems):
        raise FaultyError(errors)
    for selected in selection.blueprints:
        if selected.blueprint:
            return selected.blueprint
    raise ServiceBlueprintError(f"'{path}' is no blueprint, for its name begins with '_'")


def read_text(text: str, *, id: str = "blueprint") -> Blueprint:
    """The blueprint that a YAML text holds; ``id`` is what it is to be called. No catalog is read for it.

    ``ServiceBlueprintError`` where the text has an error.

    >>> blueprint = read_text("title: Get a burger\\nsteps: [{customer: Orders}, {customer: Eats}]")
    >>> [step.heading for step in blueprint.steps]
    ['Orders', 'Eats']
    """
    reading = read_bytes(_bytes(text), path=f"{id}.yml", id=id)
    if reading.blueprint is None:
        raise FaultyError(_errors(reading.problems))
    return reading.blueprint


def read_folder(path: _Path) -> Mapping[str, Blueprint]:
    """Every blueprint of a folder and the folders below it, by id.

    ``ServiceBlueprintError`` where one of its files has an error, or where there is no blueprint; to have those that
    have none, call ``read`` for each file.

    >>> sorted(read_folder("blueprints"))[:2]
    ['call-centre-ticket', 'e-signature']
    """
    if os.path.isfile(path):  # noqa: PTH113 - that of Path fails at names of any length
        raise ServiceBlueprintError(f"'{path}' is no folder; read reads a file")
    selection = _selected(path)
    if errors := _errors(selection.problems):
        raise FaultyError(errors)
    return {each.blueprint.id: each.blueprint for each in selection.blueprints if each.blueprint}


def check(what: Blueprint | _Path) -> tuple[Problem, ...]:
    """Everything that is wrong or doubtful: errors, warnings and hints, in the order of the files.

    For a path it is what ``service-blueprint check`` tells of the file or the folder, by the project's settings. For a
    blueprint it is what the rules find in it, variants and the catalog aside.

    >>> blueprint = read_text("title: Get a burger\\nsteps: [{customer: Orders}, {customer: Eats}]")
    >>> [problem.rule for problem in check(blueprint)]
    ['missing-owner', 'customer-touches-nothing', 'customer-touches-nothing']
    """
    if isinstance(what, Blueprint):
        return run_rules(what, today=date.today())
    return problems_of(_selected(what))


@overload
def draw(blueprint: Blueprint, view: View | str | None = None, *, format: Literal["svg", "dot"] = "svg") -> str: ...
@overload
def draw(blueprint: Blueprint, view: View | str | None = None, *, format: Literal["png"]) -> bytes: ...
def draw(blueprint: Blueprint, view: View | str | None = None, *, format: str = "svg") -> str | bytes:
    """A drawing in one of the formats of ``service-blueprint draw``: SVG and DOT as text, PNG as bytes.

    ``view`` is "actors", "stages", "customer", "systems", "functions" or "company"; None stands for the
    one that suits the blueprint. ``ValueError`` where there is no such view or format.

    >>> draw(read("blueprints/laptop-request.yml"), "customer")[:4]
    '<svg'
    """
    chosen = blueprint.first_view if view is None else View(view)
    _refuse_unknown(format, FORMATS_BY_ID)
    made = make(FORMATS_BY_ID[format], blueprint, chosen, words_for(blueprint.language)).content
    return made.decode() if FORMATS_BY_ID[format].is_text else made


def table(blueprint: Blueprint, *, format: Literal["markdown", "csv", "json"] = "markdown") -> str:
    """The steps as a table in Markdown, CSV or JSON, with what follows on each.

    ``ValueError`` where there is no such format.

    >>> table(read("blueprints/laptop-request.yml"), format="csv").count("Self-service portal") > 0
    True
    """
    _refuse_unknown(format, TABLE_FORMATS)
    return TABLE_FORMATS[format](blueprint, words_for(blueprint.language))


def compare(before: Blueprint, after: Blueprint) -> Comparison:
    """What has changed from one blueprint to another: ``changes``, each with its subject, kind, key and both values.

    >>> before = read_text("title: Get a burger\\nsteps: [{customer: Orders}]")
    >>> after = read_text("title: Get a burger\\nsteps: [{customer: Orders, wait: 5 min}]")
    >>> [(change.kind.value, change.key, str(change.after.text)) for change in compare(before, after).changes]
    [('added', 'wait', '5 min')]
    """
    return compared(before, after)


def format(text: str, *, ids: bool = False) -> str:
    """A blueprint's or a catalog's text in its normal form; ``ids`` writes the missing ids of steps.

    ``ServiceBlueprintError`` where the text cannot be read as YAML.

    >>> format('title:   "Get a burger"')
    "title: 'Get a burger'\\n"
    """
    made = formatted(_bytes(text), "blueprint.yml", ids=ids)
    if isinstance(made, tuple):
        raise FaultyError(made)
    return made.decode()


def totals(blueprint: Blueprint) -> Totals:
    """The figures of a blueprint: steps, touchpoints, moments of truth, fail points, what the customer waits.

    >>> totals(read("blueprints/laptop-request.yml")).steps > 5
    True
    """
    return counted(blueprint)


def _refuse_unknown(format: str, known: Iterable[str]) -> None:
    if format not in known:
        raise ValueError(f"there is no format '{format}'; there are {All(tuple(map(repr, known)))}")


def _bytes(text: str) -> bytes:
    """A text as a file holds it; half a surrogate pair is bytes that are no UTF-8, and reading says where."""
    return text.encode("utf-8", "surrogatepass")


def _selected(path: _Path) -> Selection:
    """What a path names; ``ServiceBlueprintError`` where nothing is there."""
    named = Path(path)
    if not os.path.lexists(named):
        raise ServiceBlueprintError(f"there is no file or folder '{named}'")
    selection = select([named])
    if selection.empty:
        raise ServiceBlueprintError(f"there is no blueprint in '{named}'")
    return selection


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
