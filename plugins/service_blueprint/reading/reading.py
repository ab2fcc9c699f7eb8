"""One file -> a blueprint or a catalog, or everything that is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import Blueprint, Catalog
from service_blueprint.faults.blueprints import VARIANT_OF_ITSELF
from service_blueprint.faults.notation import EMPTY_FILE, MORE_PROBLEMS
from service_blueprint.problem import Place, Problem, Severity
from service_blueprint.reading.addresses import arrow_problems, cause_problems, id_problems
from service_blueprint.reading.building import build_blueprint, build_catalog
from service_blueprint.reading.catalog import CatalogEntry
from service_blueprint.reading.decoding import decode
from service_blueprint.reading.document import BlueprintEntry
from service_blueprint.reading.expectations import answer_problems
from service_blueprint.reading.faults import problems_of
from service_blueprint.reading.files import name_problems
from service_blueprint.reading.held import Held
from service_blueprint.reading.kinds import kind_problems
from service_blueprint.reading.limits import PROBLEMS
from service_blueprint.reading.names import NEAR_NAME, near_names
from service_blueprint.reading.outline import outline
from service_blueprint.reading.parsing import parse
from service_blueprint.reading.personas import persona_problems
from service_blueprint.reading.phases import phase_problems
from service_blueprint.reading.shapes import Authored
from service_blueprint.reading.totals import arrow_total_problems, total_problems
from service_blueprint.reading.tree import Source

_E = TypeVar("_E", bound=Authored)


@dataclass(frozen=True)
class Reading:
    """What came of reading a blueprint.

    ``blueprint`` is None where ``problems``, in the order of the file, have an error: nothing is half read. ``title``
    is there even so, where it could be read. ``path`` is the file's as the caller gave it, ``data`` what it holds, as
    far as that was read.
    """

    id: str
    path: str
    blueprint: Blueprint | None
    problems: tuple[Problem, ...] = ()
    title: str = ""
    source: Source | None = field(default=None, repr=False, compare=False)
    data: bytes = field(default=b"", repr=False, compare=False)

    def place(self, *keys: str | int) -> Place:
        """Where the value of ``keys`` stands, as in ``place("steps", 0, "feeling")``; else the beginning."""
        return self.source.place(keys) if self.source else Place(self.path)


@dataclass(frozen=True)
class CatalogReading:
    """What came of reading a catalog; ``catalog`` is empty where ``problems`` have an error.

    ``data`` is what the file holds, as far as that was read.
    """

    path: str
    catalog: Catalog
    problems: tuple[Problem, ...] = ()
    source: Source | None = field(default=None, repr=False, compare=False)
    data: bytes = field(default=b"", repr=False, compare=False)


def read_text(data: bytes, *, path: str, id: str, catalog: Catalog = Catalog()) -> Reading:  # noqa: B008 - frozen
    """The blueprint that the bytes of a file hold. ``path`` is what problems call the file. Raises nothing."""
    source, problems = parsed(data, path)
    if source is None:
        return Reading(id, path, None, _in_order(problems), data=data)
    return replace(read_tree(source, problems, id=id, catalog=catalog), data=data)


def read_tree(source: Source, notation: Iterable[Problem], *, id: str, catalog: Catalog) -> Reading:
    """The blueprint that a tree of values says; ``notation`` are the faults of its YAML. Raises nothing."""
    path = source.path
    problems = list(notation)
    values = source.data()
    if source.root is None or values is None:
        return Reading(id, path, None, _in_order([*problems, EMPTY_FILE().at(Place(path))]), source=source)
    steps = outline(values)
    entry, faults = _validated(BlueprintEntry, values, source)
    problems += faults
    for found in (
        id_problems(steps, source),
        arrow_problems(steps, source),
        cause_problems(steps, source),
        phase_problems(values, steps, source),
        answer_problems(values, source),
        persona_problems(values, catalog, source),
        kind_problems(steps, catalog, source),
        total_problems(values, steps, source),
    ):
        problems += islice(found, PROBLEMS.most)
    if _text_at(values, "variant-of") == id:
        problems.append(VARIANT_OF_ITSELF().at(source.place(("variant-of",))))
    ignored = _ignored(values)
    problems += [problem for problem in near_names(values, catalog, source) if problem.rule not in ignored]
    title = _text_at(values, "title")
    if entry is None or any(problem.severity is Severity.ERROR for problem in problems):
        return Reading(id, path, None, _in_order(problems), title, source)
    blueprint = build_blueprint(id, entry, steps, source, catalog)
    if too_many := tuple(arrow_total_problems(blueprint.steps, blueprint.flows, blueprint.place)):
        return Reading(id, path, None, _in_order([*problems, *too_many]), title, source)
    return Reading(id, path, blueprint, _in_order(problems), title, source)


def read_held(file: Held, shared: CatalogReading) -> Reading:
    """The blueprint of a file of a folder, whose catalog was read as ``shared``. Raises nothing.

    With an error in the catalog no blueprint can be read: names would seem to be others than they are. That error is
    then one of the reading's problems.
    """
    around = [*errors_of(shared), *name_problems(file.file, file.id, file.path)]
    if isinstance(file.data, Problem):
        return Reading(file.id, file.path, None, _in_order([*around, file.data]))
    reading = read_text(file.data, path=file.path, id=file.id, catalog=shared.catalog)
    if not around:
        return reading
    blueprint = None if any(each.severity is Severity.ERROR for each in around) else reading.blueprint
    return replace(reading, blueprint=blueprint, problems=(*around, *reading.problems))


def errors_of(reading: CatalogReading) -> tuple[Problem, ...]:
    """What of a catalog's problems is an error."""
    return tuple(problem for problem in reading.problems if problem.severity is Severity.ERROR)


def read_held_catalog(file: Held | None) -> CatalogReading:
    """The catalog of a folder; without one, or with nothing in it, an empty one. Raises nothing."""
    if file is None:
        return CatalogReading("", Catalog())
    if isinstance(file.data, Problem):
        return CatalogReading(file.path, Catalog(), (file.data,))
    return read_catalog_text(file.data, path=file.path)


def read_catalog_text(data: bytes, *, path: str) -> CatalogReading:
    """The catalog that the bytes of a file hold. ``path`` is what problems call the file. Raises nothing."""
    source, problems = parsed(data, path)
    values = source.data() if source else None
    if source is None or values is None:
        return CatalogReading(path, Catalog(), _in_order(problems), source, data)
    entry, faults = _validated(CatalogEntry, values, source)
    problems += faults
    if entry is None or any(problem.severity is Severity.ERROR for problem in problems):
        return CatalogReading(path, Catalog(), _in_order(problems), source, data)
    catalog = build_catalog(entry)
    problems += near_names(values, catalog, source)
    return CatalogReading(path, catalog, _in_order(problems), source, data)


def parsed(data: bytes, path: str) -> tuple[Source | None, list[Problem]]:
    """The values that the bytes of a file hold and the faults of its YAML; None where it cannot be read at all."""
    text = decode(data, path)
    return parse(text, path) if isinstance(text, str) else (None, list(text))


def _validated(model: type[_E], values: Any, source: Source) -> tuple[_E | None, list[Problem]]:
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, problems_of(error, source, model)


def _text_at(values: Any, key: str) -> str:
    value = values.get(key) if isinstance(values, dict) else None
    return one_line(value) if isinstance(value, str) else ""


def _ignored(values: Any) -> frozenset[str]:
    checks = values.get("checks") if isinstance(values, dict) else None
    ignore = checks.get("ignore") if isinstance(checks, dict) else None
    return frozenset({NEAR_NAME} if ignore == NEAR_NAME or (isinstance(ignore, list) and NEAR_NAME in ignore) else ())


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of the file, each once, and one instead of the last of very many."""
    found = sorted(set(problems))
    if len(found) <= PROBLEMS.most:
        return tuple(found)
    left_out = found[PROBLEMS.most - 1 :]
    grave = any(problem.severity is Severity.ERROR for problem in left_out)
    severity = Severity.ERROR if grave else left_out[0].severity
    more = MORE_PROBLEMS().at(left_out[0].place, severity)
    return (*found[: PROBLEMS.most - 1], more)
