"""A validated document -> a blueprint. Nothing can go wrong here any more.

What a key holds goes into the field that bears the key; only what is made otherwise is spelt out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from service_blueprint.blanks import folded
from service_blueprint.blueprint import (
    Action,
    Actor,
    ActorKind,
    Arrow,
    Blueprint,
    Catalog,
    Cell,
    Channel,
    Cost,
    Feeling,
    Felt,
    Listing,
    Metric,
    Order,
    Persona,
    Phase,
    Reference,
    Remark,
    Stage,
    Step,
)
from service_blueprint.keys import Key, keys_of
from service_blueprint.reading.action import ActionEntry
from service_blueprint.reading.addresses import addresses
from service_blueprint.reading.catalog import CatalogEntry, PersonaEntry
from service_blueprint.reading.cell import CellEntry, NestedListEntry
from service_blueprint.reading.channels import WELL_KNOWN
from service_blueprint.reading.document import BlueprintEntry, ReferenceEntry
from service_blueprint.reading.flows import flows_of
from service_blueprint.reading.kinds import actor_kinds
from service_blueprint.reading.names import actor_named, channel_named, persona_named
from service_blueprint.reading.outline import ActionOutline, StepOutline
from service_blueprint.reading.personas import persona_id
from service_blueprint.reading.shapes import Authored, Nothing
from service_blueprint.reading.step import FeelingEntry, RemarkEntry, StepEntry
from service_blueprint.reading.tree import Source

T = TypeVar("T")


def build_catalog(entry: CatalogEntry) -> Catalog:
    """The catalog that ``entry`` describes. A channel known to everybody keeps its icon where it gets none."""
    actors = {id: Actor(id, **{**_said(Actor, each), "owner": None}) for id, each in entry.actors.items()}
    channels = {
        id: Channel(id, each.title, each.icon or (WELL_KNOWN[id].icon if id in WELL_KNOWN else ""))
        for id, each in entry.channels.items()
    }
    named = Catalog(actors=actors, channels=channels)
    # Whoever looks after an actor is another one of these, or anybody.
    owners = {id: actor_named(each.owner, named) if each.owner else None for id, each in entry.actors.items()}
    owned = {id: replace(actor, owner=owners[id]) for id, actor in actors.items()}
    personas = {id: _persona(id, each, named) for id, each in entry.personas.items()}
    return replace(named, personas=personas, actors=owned)


def build_blueprint(
    id: str, entry: BlueprintEntry, outlines: tuple[StepOutline, ...], source: Source, catalog: Catalog
) -> Blueprint:
    """The blueprint that ``entry`` describes; ``outlines`` are those of its steps, one for each."""
    names = {name: action.address for name, action in addresses(outlines).items()}
    builder = _Builder(source, catalog, actor_kinds(outlines, catalog), names)
    for persona in entry.persona:
        builder.persona(persona)
    builder.expectations = {folded(text): text for text in reversed(entry.expectations)}
    phases = tuple(builder.built(Phase, phase, title=builder.phase(phase.title)) for phase in entry.phases)
    steps = tuple(
        builder.step(number, step, bones)
        for number, (step, bones) in enumerate(zip(entry.steps, outlines, strict=True), start=1)
    )
    return builder.built(
        Blueprint,
        entry,
        id=id,
        steps=steps,
        flows=flows_of(steps, entry.flow, names),
        actors=_in_lane_order(steps, catalog),
        price=Cost(entry.price.amount, entry.price.currency) if entry.price else None,
        personas=tuple(persona for persona, _ in builder.personas.values()),
        sources=_references(entry.sources),
        links=_references(entry.links),
        phases=phases or tuple(map(Phase, dict.fromkeys(step.phase for step in steps if step.phase))),
        ignored_checks=tuple(entry.checks.ignore) if entry.checks else (),
        place=source.place(),
    )


class _Builder:
    """Builds the parts of a blueprint, which all need the places of the file and the names of the catalog."""

    def __init__(
        self, source: Source, catalog: Catalog, kinds: Mapping[str, ActorKind], addresses: Mapping[str, str]
    ) -> None:
        self.source = source
        self.catalog = catalog
        self.kinds = kinds
        self.addresses = addresses
        # A name may be written with another kind of blank elsewhere, and is then shown as it was written first.
        self._actors: dict[str, Actor] = {}
        self._channels: dict[str, Channel] = {}
        self._phases: dict[str, str] = {}
        self.expectations: dict[str, str] = {}
        self.personas: dict[str, tuple[Persona, set[str]]] = {}

    def step(self, number: int, entry: StepEntry, bones: StepOutline) -> Step:
        by_stage: dict[Stage, Iterator[ActionOutline]] = {
            stage: iter([action for action in bones.actions if action.stage is stage]) for stage in Stage
        }
        metrics = [self.built(Metric, metric, name=name) for name, metric in entry.metrics.items()]
        return self.built(
            Step,
            entry,
            id=bones.id,
            number=number,
            phase=self.phase(entry.phase),
            evidence=self._cell(entry.evidence, by_stage[Stage.EVIDENCE]),
            customer=self._cell(entry.customer, by_stage[Stage.CUSTOMER]),
            frontstage=self._cell(entry.frontstage, by_stage[Stage.FRONTSTAGE]),
            backstage=self._cell(entry.backstage, by_stage[Stage.BACKSTAGE]),
            support=self._cell(entry.support, by_stage[Stage.SUPPORT]),
            feeling=self._feeling(entry.feeling) if entry.feeling else Feeling(),
            metrics=tuple(metrics),
            answers=tuple(dict.fromkeys(self.expectations[folded(text)] for text in entry.answers)),
            id_written=bones.written is not None,
            place=self.source.place(bones.path),
        )

    def _feeling(self, entry: FeelingEntry) -> Feeling:
        values = {folded(name): value for name, value in entry.by.items()}
        felt = []
        for number, (persona, names) in enumerate(self.personas.values(), start=1):
            value = next((values[name] for name in names if name in values), None)
            if value is not None:
                felt.append(Felt(persona.id, persona.name, number, value))
        return self.built(Feeling, entry, by=tuple(felt))

    def built(self, kind: type[T], entry: Authored, **given: object) -> T:
        """A thing of a kind from what ``entry`` says under its keys; ``given`` is what is made otherwise."""
        said = _said(kind, entry)
        kept = {key.field: self._value(key, said[key.field]) for key in keys_of(kind) if key.field not in given}
        return kind(**kept, **given)

    def _value(self, key: Key, value: Any) -> Any:
        """A value as the field of ``key`` holds it: names as what they mean, lists as tuples."""
        if isinstance(value, list):
            several = tuple(self._value(key, each) for each in value)
            return tuple(dict.fromkeys(several)) if key.holds in (Actor, Channel) else several
        if isinstance(value, str) and key.holds is Actor:
            return self.actor(value)
        if isinstance(value, str) and key.holds is Channel:
            return self._channel(value)
        if isinstance(value, RemarkEntry):
            return self.built(Remark, value, caused_by=self.addresses.get(value.caused_by, ""))
        return self.built(key.holds, value) if key.holds and isinstance(value, Authored) else value

    def actor(self, text: str) -> Actor | None:
        if not text:
            return None
        actor = actor_named(text, self.catalog)
        return self._actors.setdefault(actor.id, replace(actor, kind=actor.kind or self.kinds.get(actor.id)))

    def phase(self, title: str) -> str:
        return self._phases.setdefault(folded(title), title)

    def persona(self, entry: str | PersonaEntry) -> None:
        """Take in a persona, with the names that it goes by."""
        if isinstance(entry, PersonaEntry):
            persona, text = _persona(persona_id(entry.name), entry, self.catalog), entry.name
        elif entry:
            persona, text = persona_named(entry, self.catalog), entry
        else:
            return
        _, names = self.personas.setdefault(persona.id, (persona, set()))
        names |= {folded(name) for name in (persona.id, persona.name, text)}

    def _channel(self, text: str) -> Channel | None:
        if not text:
            return None
        channel = channel_named(text, self.catalog)
        return self._channels.setdefault(channel.id, channel)

    def _cell(self, entry: CellEntry, bones: Iterator[ActionOutline]) -> Cell:
        if isinstance(entry, Nothing):
            return Cell(nothing=True)
        actions: list[Action] = []

        def listing(order: Order | None, entries: Iterable[ActionEntry | NestedListEntry]) -> Listing:
            held: list[str | Listing] = []
            for each in entries:
                if isinstance(each, NestedListEntry):
                    held.append(listing(each.order, each.entries))
                else:
                    actions.append(self._action(each, next(bones)))
                    held.append(actions[-1].address)
            return Listing(order, tuple(held))

        whole = listing(entry.order, entry.entries) if isinstance(entry, NestedListEntry) else listing(None, entry)
        return Cell(tuple(actions), order=whole if whole.lists else None)

    def _action(self, entry: ActionEntry, bones: ActionOutline) -> Action:
        return self.built(
            Action,
            entry,
            address=bones.address,
            step=bones.step,
            stage=bones.stage,
            to=self._arrows(entry, bones),
            cost=Cost(entry.cost.amount, entry.cost.currency) if entry.cost else None,
            place=self.source.place(bones.path),
        )

    def _arrows(self, entry: ActionEntry, bones: ActionOutline) -> tuple[Arrow, ...] | None:
        if entry.to is None:
            return () if entry.ends else None
        return tuple(
            Arrow(arrow.target, arrow.label, arrow.both, arrow.after, arrow.share, self.source.place(target.path))
            for arrow, target in zip(entry.to, bones.targets, strict=True)
        )


def _said(kind: type, entry: Authored) -> dict[str, Any]:
    """What ``entry`` says under the keys of a kind of thing, by their fields."""
    names = {key.field: key.name.replace("-", "_") for key in keys_of(kind)}
    return {field: getattr(entry, name, None) for field, name in names.items()}


def _persona(id: str, entry: PersonaEntry, catalog: Catalog) -> Persona:
    said = _said(Persona, entry)
    return Persona(id, **{**said, "prefers": channel_named(entry.prefers, catalog) if entry.prefers else None})


def _references(entries: Iterable[ReferenceEntry]) -> tuple[Reference, ...]:
    """Sources or links; a text that is a web address is its own link."""
    return tuple(
        Reference(each.title or each.link, each.link or (each.title if _is_address(each.title) else ""))
        for each in entries
    )


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text


def _in_lane_order(steps: Iterable[Step], catalog: Catalog) -> tuple[Actor, ...]:
    """All that act or are leant on: in the catalog's order, then in that of first appearance."""
    actions = (action for step in steps for action in step.actions)
    found = {actor.id: actor for action in actions for actor in (*action.actors, *action.uses)}
    declared = [found[id] for id in catalog.actors if id in found]
    return (*declared, *(actor for actor in found.values() if not actor.declared))
