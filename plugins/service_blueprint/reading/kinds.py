"""What sort of actors those are that no catalog describes, and what is contradictory about it."""

from collections.abc import Iterator, Sequence

from service_blueprint.blueprint import ActorKind, Catalog, Stage
from service_blueprint.faults import names as faults
from service_blueprint.problem import Problem
from service_blueprint.reading.names import actor_named
from service_blueprint.reading.outline import StepOutline, Written
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted


def actor_kinds(steps: Sequence[StepOutline], catalog: Catalog) -> dict[str, ActorKind]:
    """The kinds of actors by id, as far as the catalog leaves them open: what ``kind`` says of them first.

    Whatever an action leans on is a system, and so is what acts in the support stage alone, for nobody meets it; but an
    actor that the catalog has, without a kind, is what ``kind`` says or nothing.
    """
    said: dict[str, ActorKind] = {}
    stages: dict[str, set[Stage]] = {}
    used: set[str] = set()
    for action in (action for step in steps for action in step.actions):
        for name in action.by:
            actor = actor_named(name.text, catalog)
            stages.setdefault(actor.id, set()).add(action.stage)
            if action.kind and action.kind.text in {*ActorKind} and not actor.kind:
                said.setdefault(actor.id, ActorKind(action.kind.text))
        used |= {actor_named(name.text, catalog).id for name in action.uses}
    supporting = {id for id, acting in stages.items() if acting == {Stage.SUPPORT}}
    return dict.fromkeys((used | supporting) - {*catalog.actors}, ActorKind.SYSTEM) | said


def kind_problems(steps: Sequence[StepOutline], catalog: Catalog, source: Source) -> Iterator[Problem]:
    """A ``kind`` of nobody, and one that is not what the catalog, or an action before, says of the same actor."""
    first: dict[str, Written] = {}
    for action in (action for step in steps for action in step.actions):
        kind = action.kind
        if not kind or kind.text not in {*ActorKind}:
            continue
        place = source.place(kind.path)
        if not action.by:
            yield faults.KIND_OF_NOBODY().at(place)
        for name in action.by:
            actor = actor_named(name.text, catalog)
            other = first.setdefault(actor.id, kind)
            fields = {"name": quoted(name.text), "kind": kind.text}
            if actor.kind and actor.kind != kind.text:
                yield faults.KIND_OTHERWISE(**fields, other=actor.kind.value).at(place)
            elif not actor.kind and other.text != kind.text:
                line = str(source.place(other.path).line)
                yield faults.TWO_KINDS(**fields, other=other.text, line=line).at(place)
