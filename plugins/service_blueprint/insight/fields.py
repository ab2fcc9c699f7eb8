"""What differs between two values of a blueprint: texts, lists, feelings, times, owners.

What is compared, and what a change of it is about, stands beside the fields of ``blueprint.py``: a key more there is
one more here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from service_blueprint.blueprint import Action, Actor, Blueprint, Cell, Channel, Felt, Listing, Metric, Persona, Step
from service_blueprint.insight.changes import Change, Kind
from service_blueprint.insight.matching import ALIKE, best_pairs, likeness, plain, same_name
from service_blueprint.keys import Key, Subject, keys_of, main_of, parts_of

Where = Change
"""A change that holds no more than its place; the changes found there are copies of it."""

_MOSTLY_ONE = ("by", "channel", "persona")
"""Keys that hold several now and then: another actor in the place of one is a change, and not one gone and one come."""


def blueprint_changes(before: Blueprint, after: Blueprint) -> Iterator[Change]:
    """What differs in a blueprint as a whole, its persona and the catalog's words on its actors included."""
    here = Where(Subject.OTHER, Kind.CHANGED)
    yield from _differences(Blueprint, before, after, here)
    for actor in before.actors:
        other = next((each for each in after.actors if same_name(actor, each)), None)
        # A name that gets an entry in the catalog is no change of the service.
        if other and actor.declared and other.declared:
            yield from _parts(keys_of(Actor), actor, other, here, "actors", other.title)


def step_changes(before: Step, after: Step) -> Iterator[Change]:
    """What differs in a step itself; its phase, its place and its actions are compared elsewhere."""
    return _differences(Step, before, after, Where(Subject.OTHER, Kind.CHANGED, step=after.id))


def action_changes(before: Action, after: Action) -> Iterator[Change]:
    """What differs in an action itself; its place and its flows are compared elsewhere."""
    here = Where(Subject.OTHER, Kind.CHANGED, step=after.step, action=after.address)
    return _differences(Action, before, after, here)


def part_changes(before: object, after: object, whole: str, item: str) -> Iterator[Change]:
    """What differs in the parts of one of several things of the blueprint, which stand under the key ``whole``."""
    return _parts(parts_of(type(after)), before, after, Where(Subject.OTHER, Kind.CHANGED), whole, item)


def _differences(kind: type, before: object, after: object, where: Where) -> Iterator[Change]:
    """What differs in all that is compared here, key by key: single values, then what stands in lists."""
    told = [key for key in keys_of(kind) if not (key.untold or key.apart)]
    values = [(key, *_both(key, before, after)) for key in told]
    for key, old, new in values:
        if not isinstance(new, Cell | tuple):
            yield from _value(key, old, new, where)
    for key, old, new in values:
        if isinstance(new, Cell):
            # Nothing on purpose, where before nobody had looked, is something that the reader should know.
            yield from _change(key, old.nothing and "none", new.nothing and "none", where)
            yield from _change(key, old.order, new.order, where)
    for key, old, new in values:
        if isinstance(new, tuple):
            yield from _list(key, old, new, where)


def _both(key: Key, before: object, after: object) -> tuple[Any, Any]:
    """What both sides say under a key; of a key that mostly has one the value itself, where no side has several."""
    old, new = getattr(before, key.field), getattr(after, key.field)
    if key.name in _MOSTLY_ONE and len(old) <= 1 and len(new) <= 1:
        return next(iter(old), None), next(iter(new), None)
    return old, new


def _value(key: Key, before: Any, after: Any, where: Where) -> Iterator[Change]:
    """What differs in a single value: in each of its parts, where it is a mapping that nothing else stands for."""
    main = main_of(key.holds) if key.holds else None
    if key.holds is Persona:
        yield from _persona(key, before, after, where)
    elif key.holds and main:
        yield from _change(key, _part(before, main), _part(after, main), where)
        yield from _parts(parts_of(key.holds), before, after, where, key.name)
    else:
        yield from _change(key, before, after, where)


def _list(key: Key, before: Sequence[Any], after: Sequence[Any], where: Where) -> Iterator[Change]:
    """What differs in a list whose order means nothing."""
    where = replace(where, subject=key.subject, key=key.name)
    if key.holds is Metric:
        yield from _metrics(before, after, where)
    elif key.holds in (Actor, Channel):
        yield from (replace(where, kind=Kind.REMOVED, before=gone.title) for gone in _lacking(before, after))
        yield from (replace(where, kind=Kind.ADDED, after=come.title) for come in _lacking(after, before))
    else:
        yield from _items(key, before, after, where)


def _lacking(named: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The actors, or channels, that are not among the others."""
    return [each for each in named if not any(same_name(each, other) for other in others)]


def _parts(
    keys: Sequence[Key], before: object, after: object, where: Where, whole: str, item: str = ""
) -> Iterator[Change]:
    """What differs in the parts of something; ``whole`` is the key under which it stands."""
    for key in keys:
        if not key.untold:
            part = replace(key, name=f"{whole}.{key.name}")
            if key.holds is Felt:
                yield from _felt(part, _part(before, key), _part(after, key), where)
                continue
            for change in _change(part, _part(before, key), _part(after, key), where):
                yield replace(change, item=item)


def _felt(key: Key, before: Sequence[Felt], after: Sequence[Felt], where: Where) -> Iterator[Change]:
    """What differs in the feelings of several customers, each by the persona's name."""
    old, new = ({felt.persona: felt for felt in several} for several in (before, after))
    for one in {**old, **new}.values():
        was, now = old.get(one.persona), new.get(one.persona)
        for change in _change(key, was and was.value, now and now.value, where):
            yield replace(change, item=one.name)


def _part(whole: object, key: Key) -> Any:
    """A part of something, None where that is not there."""
    return None if whole is None else getattr(whole, key.field)


def _persona(key: Key, before: Persona | None, after: Persona | None, where: Where) -> Iterator[Change]:
    if before and after and before.name == after.name:
        yield from _parts(parts_of(Persona), before, after, where, key.name, after.name)
        return
    for change in _change(key, before and before.name, after and after.name, where):
        yield replace(change, kind=Kind.CHANGED if before and after else change.kind)


def _items(key: Key, before: Sequence[Any], after: Sequence[Any], where: Where) -> Iterator[Change]:
    """What differs in a list: its entries are known by their text."""
    main = main_of(key.holds) if key.holds else None

    def text(item: Any) -> str:
        return str(_part(item, main) if main else item)

    old, new = list(before), list(after)
    known = best_pairs(old, new, lambda one, other: _said_alike(text(one), text(other)), ALIKE)
    for one, other in known:
        old.remove(one)
        new.remove(other)
        if plain(text(one)) != plain(text(other)):
            yield replace(where, kind=Kind.REWORDED, before=text(one), after=text(other))
        if key.holds:
            yield from _parts(parts_of(key.holds), one, other, where, key.name, text(other))
    yield from (replace(where, kind=Kind.REMOVED, before=text(gone)) for gone in old)
    yield from (replace(where, kind=Kind.ADDED, after=text(come)) for come in new)


def _metrics(before: Sequence[Metric], after: Sequence[Metric], where: Where) -> Iterator[Change]:
    """What differs in metrics, which are known by their names."""
    old, new = ({metric.name: metric for metric in metrics} for metrics in (before, after))
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        if one and other:
            yield from _parts(keys_of(Metric), one, other, where, where.key, name)
        else:
            kind = Kind.ADDED if other else Kind.REMOVED
            yield replace(where, kind=kind, before=one and one.value, after=other and other.value, item=name)


def _said_alike(before: str, after: str) -> float:
    """How alike two entries are; the same one comes before any other that is merely made of the same letters."""
    return likeness(before, after) + (plain(before) == plain(after))


def _change(key: Key, before: object, after: object, where: Where) -> Iterator[Change]:
    """The change of a value; none where both sides say the same."""
    if _same(before, after):
        return
    old, new = (None if _empty(value) else value for value in (before, after))
    kind = Kind.CHANGED
    if old is None or new is None:
        kind = Kind.REMOVED if new is None else Kind.ADDED
    elif isinstance(old, str) and isinstance(new, str) and not isinstance(new, Enum):
        kind = Kind.REWORDED
    yield replace(where, subject=key.subject, kind=kind, key=key.name, before=old, after=new)


def _same(before: object, after: object) -> bool:
    if isinstance(before, str) and isinstance(after, str):
        return plain(before) == plain(after)
    if isinstance(before, Actor | Channel) and isinstance(after, Actor | Channel):
        return same_name(before, after)
    if isinstance(before, Listing) and isinstance(after, Listing):
        return before.shape == after.shape
    return before == after or (_empty(before) and _empty(after))


def _empty(value: object) -> bool:
    return value is None or value is False or value == ""
