"""What differs between two values of a blueprint: texts, lists, feelings, times, owners."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from service_blueprint.blueprint import Action, Actor, Blueprint, Channel, Persona, Stage, Step
from service_blueprint.insight.changes import Change, Kind, Subject
from service_blueprint.insight.matching import ALIKE, best_pairs, likeness, plain, same_name

Where = Change
"""A change that holds no more than its place; the changes found there are copies of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One value of something: its key in the format, how to get it, and what a change of it is about."""

    key: str
    get: Callable[[Any], object]
    subject: Subject = Subject.OTHER


_REMARK = (
    Part("severity", lambda remark: remark.severity),
    Part("owner", lambda remark: remark.owner, Subject.OWNER),
    Part("link", lambda remark: remark.link),
)
_FAIL_POINT = (
    Part("recovery", lambda fail: fail.recovery),
    Part("owner", lambda fail: fail.owner, Subject.OWNER),
)
# Not ``formerly``: that a file has another name is no change of the service.
_BLUEPRINT = (
    Part("title", lambda blueprint: blueprint.title),
    Part("summary", lambda blueprint: blueprint.summary),
    Part("customer", lambda blueprint: blueprint.customer),
    Part("goal", lambda blueprint: blueprint.goal),
    Part("outcome", lambda blueprint: blueprint.outcome),
    Part("starts-when", lambda blueprint: blueprint.starts_when),
    Part("ends-when", lambda blueprint: blueprint.ends_when),
    Part("state", lambda blueprint: blueprint.state),
    Part("variant-of", lambda blueprint: blueprint.variant_of),
    Part("owner", lambda blueprint: blueprint.owner, Subject.OWNER),
    Part("reviewed", lambda blueprint: blueprint.reviewed),
    Part("review-by", lambda blueprint: blueprint.review_by),
    Part("language", lambda blueprint: blueprint.language),
)
_PERSONA = (
    Part("role", lambda persona: persona.role),
    Part("summary", lambda persona: persona.summary),
    Part("prefers", lambda persona: persona.prefers),
)
_ACTOR = (
    Part("kind", lambda actor: actor.kind),
    Part("owner", lambda actor: actor.owner, Subject.OWNER),
    Part("link", lambda actor: actor.link),
)
_FEELING = tuple(
    Part(key, get, Subject.FEELING)
    for key, get in (
        ("feeling", lambda step: step.feeling.customer),
        ("feeling.company", lambda step: step.feeling.company),
        ("feeling.words", lambda step: step.feeling.words),
        ("feeling.quote", lambda step: step.feeling.quote),
        ("feeling.source", lambda step: step.feeling.source),
    )
)
_STEP = (
    Part("title", lambda step: step.title),
    Part("channel", lambda step: step.channel),
    Part("touchpoint", lambda step: step.touchpoint),
    Part("moment-of-truth", lambda step: step.moment_of_truth),
    *_FEELING,
    Part("wait", lambda step: step.wait, Subject.TIME),
    Part("basis", lambda step: step.basis),
    Part("note", lambda step: step.note),
)
_ACTION = (
    Part("do", lambda action: action.do, Subject.ACTION),
    Part("by", lambda action: action.by, Subject.ACTOR),
    Part("time", lambda action: action.time and action.time.standard, Subject.TIME),
    Part("time.acceptable", lambda action: action.time and action.time.acceptable, Subject.TIME),
    Part("wait", lambda action: action.wait, Subject.TIME),
    Part("decision", lambda action: action.decision),
    Part("cost", lambda action: action.cost),
    Part("channel", lambda action: action.channel),
    Part("note", lambda action: action.note),
    Part("link", lambda action: action.link),
)
_METRIC = (
    Part("value", lambda metric: metric.value),
    Part("target", lambda metric: metric.target),
    Part("unit", lambda metric: metric.unit),
    Part("source", lambda metric: metric.source),
)


def blueprint_changes(before: Blueprint, after: Blueprint) -> Iterator[Change]:
    """What differs in a blueprint as a whole, its persona and the catalog's words on its actors included."""
    here = Where(Subject.OTHER, Kind.CHANGED)
    yield from _parts(_BLUEPRINT, before, after, here)
    yield from _persona(before.persona, after.persona, here)
    for key, old, new in (
        ("expectations", before.expectations, after.expectations),
        ("tags", before.tags, after.tags),
        ("checks.ignore", before.ignored_checks, after.ignored_checks),
    ):
        yield from _items(key, old, new, str, (), here)
    for key, references, others in (
        ("sources", before.sources, after.sources),
        ("links", before.links, after.links),
    ):
        link = (Part("link", lambda reference: reference.link),)
        yield from _items(key, references, others, lambda reference: reference.title, link, here)
    for actor in before.actors:
        other = next((each for each in after.actors if same_name(actor, each)), None)
        # A name that gets an entry in the catalog is no change of the service.
        if other and actor.declared and other.declared:
            title = _change(Part("actors.title", str, Subject.ACTOR), actor.title, other.title, here)
            yield from [replace(title, item=other.title)] if title else []
            yield from _parts(_ACTOR, actor, other, here, "actors.", other.title)


def step_changes(before: Step, after: Step) -> Iterator[Change]:
    """What differs in a step itself; its phase, its place and its actions are compared elsewhere."""
    here = Where(Subject.OTHER, Kind.CHANGED, step=after.id)
    yield from _parts(_STEP, before, after, here)
    for stage in Stage:
        # Nothing on purpose, where before nobody had looked, is something that the reader should know.
        nothing = Part(stage.value, lambda cell: "none" if cell.nothing else None)
        yield from _parts((nothing,), before.cell(stage), after.cell(stage), here)
    for key, remarks, others in (
        ("pain", before.pains, after.pains),
        ("opportunity", before.opportunities, after.opportunities),
        ("question", before.questions, after.questions),
    ):
        yield from _items(key, remarks, others, lambda remark: remark.text, _REMARK, here)
    yield from _metrics(before, after, here)
    yield from _items("policy", before.policy, after.policy, str, (), here)


def action_changes(before: Action, after: Action) -> Iterator[Change]:
    """What differs in an action itself; its place and its flows are compared elsewhere."""
    here = Where(Subject.OTHER, Kind.CHANGED, step=after.step, action=after.address)
    yield from _parts(_ACTION, before, after, here)
    yield from _items("fails", before.fails, after.fails, lambda fail: fail.what, _FAIL_POINT, here)
    uses = Where(Subject.OTHER, Kind.CHANGED, "uses", step=after.step, action=after.address)
    yield from (replace(uses, kind=Kind.REMOVED, before=gone.title) for gone in _lacking(before.uses, after.uses))
    yield from (replace(uses, kind=Kind.ADDED, after=come.title) for come in _lacking(after.uses, before.uses))
    yield from _items("policy", before.policy, after.policy, str, (), here)


def _lacking(actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> list[Actor]:
    """The actors that are not among the others."""
    return [actor for actor in actors if not any(same_name(actor, other) for other in others)]


def _parts(
    parts: Sequence[Part], before: object, after: object, where: Where, prefix: str = "", item: str = ""
) -> Iterator[Change]:
    for part in parts:
        change = _change(replace(part, key=prefix + part.key), part.get(before), part.get(after), where)
        if change:
            yield replace(change, item=item)


def _persona(before: Persona | None, after: Persona | None, where: Where) -> Iterator[Change]:
    if before and after and before.name == after.name:
        yield from _parts(_PERSONA, before, after, where, "persona.", after.name)
        return
    change = _change(Part("persona", str), before and before.name, after and after.name, where)
    if change:
        yield replace(change, kind=Kind.CHANGED if before and after else change.kind)


def _items(
    key: str,
    before: Sequence[Any],
    after: Sequence[Any],
    text: Callable[[Any], str],
    parts: Sequence[Part],
    where: Where,
) -> Iterator[Change]:
    """What differs in a list whose order means nothing: entries are known by their text."""
    old, new = list(before), list(after)
    known = best_pairs(old, new, lambda one, other: _said_alike(text(one), text(other)), ALIKE)
    for one, other in known:
        old.remove(one)
        new.remove(other)
        if plain(text(one)) != plain(text(other)):
            yield replace(where, kind=Kind.REWORDED, key=key, before=text(one), after=text(other))
        yield from _parts(parts, one, other, where, f"{key}.", text(other))
    yield from (replace(where, kind=Kind.REMOVED, key=key, before=text(gone)) for gone in old)
    yield from (replace(where, kind=Kind.ADDED, key=key, after=text(come)) for come in new)


def _metrics(before: Step, after: Step, where: Where) -> Iterator[Change]:
    old, new = ({metric.name: metric for metric in step.metrics} for step in (before, after))
    for name in dict.fromkeys((*old, *new)):
        if name in old and name in new:
            yield from _parts(_METRIC, old[name], new[name], where, "metrics.", name)
        else:
            values = [metrics[name].value if name in metrics else None for metrics in (old, new)]
            kind = Kind.ADDED if name in new else Kind.REMOVED
            yield replace(where, kind=kind, key="metrics", before=values[0], after=values[1], item=name)


def _said_alike(before: str, after: str) -> float:
    """How alike two entries are; the same one comes before any other that is merely made of the same letters."""
    return likeness(before, after) + (plain(before) == plain(after))


def _change(part: Part, before: object, after: object, where: Where) -> Change | None:
    if _same(before, after):
        return None
    old, new = (None if _empty(value) else value for value in (before, after))
    kind = Kind.CHANGED
    if old is None or new is None:
        kind = Kind.REMOVED if new is None else Kind.ADDED
    elif isinstance(old, str) and isinstance(new, str) and not isinstance(new, Enum):
        kind = Kind.REWORDED
    return replace(where, subject=part.subject, kind=kind, key=part.key, before=old, after=new)


def _same(before: object, after: object) -> bool:
    if isinstance(before, str) and isinstance(after, str):
        return plain(before) == plain(after)
    if isinstance(before, Actor | Channel) and isinstance(after, Actor | Channel):
        return same_name(before, after)
    return before == after or (_empty(before) and _empty(after))


def _empty(value: object) -> bool:
    return value is None or value is False or value == ""
