"""What a page of Markdown shows of a blueprint: the YAML of a fence, read and looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field, ValidationError

from service_blueprint.blanks import folded, one_line
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.faults import blueprints as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.message import All
from service_blueprint.problem import Fault, Place, Problem, Severity
from service_blueprint.reading.faults import problems_of
from service_blueprint.reading.library import Library
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.reading import Reading, parsed, read_tree
from service_blueprint.reading.references import blueprint_named
from service_blueprint.reading.shapes import Authored, OneOrMore
from service_blueprint.reading.step_names import step_named
from service_blueprint.reading.tree import NULLS, Entry, Keys, Scalar, Source
from service_blueprint.reading.wording import quoted
from service_blueprint.reading.words import Show, ShowWord, Text, ViewWord

INLINE = "inline"
"""The id of a blueprint that is written in the fence itself."""


class EmbedEntry(Authored):
    """What a fence shows: a blueprint, or a part of it."""

    noun: ClassVar = "a blueprint fence"
    main_key: ClassVar = "blueprint"

    blueprint: Text = Field(
        description="The id of the blueprint, or a whole blueprint in its place.", examples=["laptop-request"]
    )
    view: ViewWord | None = Field(
        None, description="The view of the diagram; the one that the blueprint's page shows first when left out."
    )
    phase: Text = Field("", description="The title of the one phase to show.", examples=["Wait"])
    steps: Annotated[list[Text], OneOrMore()] = Field(
        [], description="The ids of the steps to show, in place of all.", examples=["[ask, hand-over]"]
    )
    show: ShowWord = Field(Show.DIAGRAM, description="Whether to show the diagram, the touchpoint table or both.")


@dataclass(frozen=True, slots=True)
class Embed:
    """What a fence shows. ``steps`` are ids, empty for the whole blueprint; ``phase`` is the title if one was named.

    ``inline`` says that the blueprint is written in the fence itself and has no page. ``view`` is None where the
    blueprint's first one is meant.
    """

    blueprint: Blueprint
    inline: bool = False
    view: View | None = None
    phase: str = ""
    steps: tuple[str, ...] = ()
    show: Show = Show.DIAGRAM


@dataclass(frozen=True, slots=True)
class EmbedReading:
    """What came of reading a fence: ``embed`` is None where ``problems`` have an error.

    ``behind`` are the faults of the file that was named, which are not those of the page.
    """

    embed: Embed | None
    problems: tuple[Problem, ...] = ()
    behind: tuple[Problem, ...] = ()


def read_embed(text: str, place: Place, library: Library) -> EmbedReading:
    """What a fence that begins at ``place`` shows; ``text`` are the lines below that, as deep as they stand there.

    Raises nothing; problems have their places in the file of the page.
    """
    # With as many lines above as there are in the page, YAML counts as the page does.
    data = ("\n" * place.line + text + "\n").encode("utf-8", "replace")
    source, notation = parsed(data, place.path)
    if source is None:
        return EmbedReading(None, tuple(notation))
    if _is_nothing(source):
        return EmbedReading(None, (faults.EMPTY_FENCE().at(place),))
    if library.catalog_errors and (_is_blueprint(source) or _written_in_place(source)):
        fault = faults.BEHIND_CATALOG(path=library.shared.path).at(place)
        return EmbedReading(None, tuple(sorted({*notation, fault})), library.catalog_errors)
    if _is_blueprint(source):
        return _whole(read_tree(source, notation, id=INLINE, catalog=library.catalog))
    return _read(source, notation, library)


def _read(source: Source, notation: list[Problem], library: Library) -> EmbedReading:
    values = source.data()
    if isinstance(values, str):
        values = {"blueprint": values}
    written = _written_in_place(source)
    if written:
        values = {**values, "blueprint": INLINE}
    problems = set(notation)
    named: Reading | None = None
    if written:
        named = read_tree(Source(source.path, written), notation, id=INLINE, catalog=library.catalog)
        problems.update(named.problems)
    elif isinstance(values, dict) and isinstance(values.get("blueprint"), str):
        found = blueprint_named(one_line(values["blueprint"]), library, source.place(("blueprint",)))
        named = None if isinstance(found, Problem) else found
        problems.update([found] if isinstance(found, Problem) else _faulty(found, source))
    try:
        entry = EmbedEntry.model_validate(values)
    except ValidationError as error:
        return EmbedReading(None, tuple(sorted({*problems, *problems_of(error, source, EmbedEntry)})))
    behind = named.problems if named and named.blueprint is None and not written else ()
    if named is None or named.blueprint is None:
        return EmbedReading(None, tuple(sorted(problems)), behind)
    steps, astray = _part(entry, named.blueprint, source)
    problems.update(astray)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return EmbedReading(None, tuple(sorted(problems)))
    embed = Embed(named.blueprint, written is not None, entry.view, entry.phase, steps, entry.show)
    return EmbedReading(embed, tuple(sorted(problems)))


def _whole(reading: Reading) -> EmbedReading:
    embed = Embed(reading.blueprint, inline=True) if reading.blueprint else None
    return EmbedReading(embed, reading.problems)


def _is_nothing(source: Source) -> bool:
    root = source.root
    return root is None or (isinstance(root, Scalar) and not root.quoted and root.text in NULLS)


def _is_blueprint(source: Source) -> bool:
    """Whether the fence holds a blueprint and not the name of one."""
    keys = source.root.entries if isinstance(source.root, Keys) else {}
    return "blueprint" not in keys and ("title" in keys or _holds_mappings(keys.get("steps")))


def _holds_mappings(entry: Entry | None) -> bool:
    return entry is not None and any(isinstance(node, Keys) for node in getattr(entry.node, "nodes", ()))


def _written_in_place(source: Source) -> Keys | None:
    """The blueprint that stands where its id might."""
    entry = source.root.entries.get("blueprint") if isinstance(source.root, Keys) else None
    return entry.node if entry and isinstance(entry.node, Keys) else None


def _faulty(reading: Reading, source: Source) -> Iterator[Problem]:
    """That a blueprint has faults of its own, if it has."""
    if reading.blueprint is None:
        files = dict.fromkeys(each.place.path for each in reading.problems if each.severity is Severity.ERROR)
        fault = faults.FAULTY_BLUEPRINT(id=reading.id, paths=All(tuple(map(repr, files))))
        yield fault.at(source.place(("blueprint",)))


def _part(entry: EmbedEntry, blueprint: Blueprint, source: Source) -> tuple[tuple[str, ...], list[Problem]]:
    """The ids of the steps that are asked for, in the order of the blueprint, and what is not there."""
    found = [step_named(name, blueprint, source.place(("steps", index))) for index, name in enumerate(entry.steps)]
    problems = [each for each in found if isinstance(each, Problem)]
    if entry.steps and entry.phase:
        problems.append(faults.STEPS_AND_PHASE().at(source.place_of_key(("phase",))))
    phases = {folded(step.phase): step.phase for step in blueprint.steps if step.phase}
    phase = phases.get(folded(entry.phase))
    if entry.phase and phase is None:
        problems.append(_no_such_phase(entry.phase, blueprint, phases).at(source.place(("phase",))))
    return tuple(step.id for step in blueprint.steps if step in found or (phase and step.phase == phase)), problems


def _no_such_phase(title: str, blueprint: Blueprint, phases: Mapping[str, str]) -> Fault:
    fields = {"id": blueprint.id, "phase": quoted(title)}
    if meant := nearest(title, phases):
        return faults.NO_SUCH_PHASE_THERE(DID_YOU_MEAN, **fields, meant=meant)
    listed = ", ".join(f"'{phase}'" for phase in phases.values())
    return faults.NO_SUCH_PHASE_THERE(None if listed else faults.NO_PHASES, **fields, phases=listed)
