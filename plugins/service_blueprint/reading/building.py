"""A validated document -> a blueprint. Nothing can go wrong here any more."""

from collections.abc import Iterable, Iterator

from service_blueprint.blanks import folded
from service_blueprint.blueprint import (
    Action,
    Actor,
    Arrow,
    Blueprint,
    Catalog,
    Cell,
    Channel,
    Cost,
    FailPoint,
    Feeling,
    Metric,
    Persona,
    Reference,
    Remark,
    ServiceTime,
    Stage,
    Step,
)
from service_blueprint.reading.action import ActionEntry, CellEntry
from service_blueprint.reading.addresses import addresses
from service_blueprint.reading.catalog import CatalogEntry, PersonaEntry
from service_blueprint.reading.channels import WELL_KNOWN
from service_blueprint.reading.document import BlueprintEntry, ReferenceEntry
from service_blueprint.reading.flows import flows_of
from service_blueprint.reading.names import actor_named, channel_named, persona_named
from service_blueprint.reading.outline import ActionOutline, StepOutline
from service_blueprint.reading.shapes import Nothing
from service_blueprint.reading.slugs import slug
from service_blueprint.reading.step import FeelingEntry, RemarkEntry, StepEntry
from service_blueprint.reading.tree import Source


def build_catalog(entry: CatalogEntry) -> Catalog:
    """The catalog that ``entry`` describes. A channel known to everybody keeps its icon where it gets none."""
    personas = {id: _persona(id, each) for id, each in entry.personas.items()}
    actors = {id: Actor(id, each.title, each.kind, each.owner, each.link) for id, each in entry.actors.items()}
    channels = {
        id: Channel(id, each.title, each.icon or (WELL_KNOWN[id].icon if id in WELL_KNOWN else ""))
        for id, each in entry.channels.items()
    }
    return Catalog(personas, actors, channels)


def build_blueprint(
    id: str, entry: BlueprintEntry, outlines: tuple[StepOutline, ...], source: Source, catalog: Catalog
) -> Blueprint:
    """The blueprint that ``entry`` describes; ``outlines`` are those of its steps, one for each."""
    builder = _Builder(source, catalog)
    phases = tuple(builder.phase(title) for title in entry.phases)
    names = {name: action.address for name, action in addresses(outlines).items()}
    steps = tuple(
        builder.step(number, step, bones)
        for number, (step, bones) in enumerate(zip(entry.steps, outlines, strict=True), start=1)
    )
    return Blueprint(
        id=id,
        title=entry.title,
        steps=steps,
        flows=flows_of(steps, entry.flow, names),
        actors=_in_lane_order(steps, catalog),
        summary=entry.summary,
        customer=entry.customer,
        persona=builder.persona(entry.persona),
        goal=entry.goal,
        outcome=entry.outcome,
        expectations=tuple(entry.expectations),
        tags=tuple(entry.tags),
        starts_when=entry.starts_when,
        ends_when=entry.ends_when,
        state=entry.state,
        variant_of=entry.variant_of,
        owner=builder.actor(entry.owner),
        reviewed=entry.reviewed,
        review_by=entry.review_by,
        sources=_references(entry.sources),
        links=_references(entry.links),
        language=entry.language,
        flow=entry.flow,
        phases=phases or tuple(dict.fromkeys(step.phase for step in steps if step.phase)),
        ignored_checks=tuple(entry.checks.ignore) if entry.checks else (),
        formerly=tuple(entry.formerly),
        place=source.place(),
    )


class _Builder:
    """Builds the parts of a blueprint, which all need the places of the file and the names of the catalog."""

    def __init__(self, source: Source, catalog: Catalog) -> None:
        self.source = source
        self.catalog = catalog
        # A name may be written with another kind of blank elsewhere, and is then shown as it was written first.
        self._actors: dict[str, Actor] = {}
        self._channels: dict[str, Channel] = {}
        self._phases: dict[str, str] = {}

    def step(self, number: int, entry: StepEntry, bones: StepOutline) -> Step:
        by_stage: dict[Stage, Iterator[ActionOutline]] = {
            stage: iter([action for action in bones.actions if action.stage is stage]) for stage in Stage
        }
        return Step(
            id=bones.id,
            number=number,
            title=entry.title,
            phase=self.phase(entry.phase),
            evidence=self._cell(entry.evidence, by_stage[Stage.EVIDENCE]),
            customer=self._cell(entry.customer, by_stage[Stage.CUSTOMER]),
            frontstage=self._cell(entry.frontstage, by_stage[Stage.FRONTSTAGE]),
            backstage=self._cell(entry.backstage, by_stage[Stage.BACKSTAGE]),
            support=self._cell(entry.support, by_stage[Stage.SUPPORT]),
            channel=self._channel(entry.channel),
            touchpoint=entry.touchpoint,
            moment_of_truth=entry.moment_of_truth,
            feeling=_feeling(entry.feeling),
            pains=self._remarks(entry.pain),
            opportunities=self._remarks(entry.opportunity),
            questions=self._remarks(entry.question),
            basis=entry.basis,
            wait=entry.wait,
            metrics=tuple(
                Metric(name, metric.value, metric.target, metric.unit, metric.source)
                for name, metric in entry.metrics.items()
            ),
            policy=tuple(entry.policy),
            note=entry.note,
            id_written=bones.written is not None,
            place=self.source.place(bones.path),
        )

    def actor(self, text: str) -> Actor | None:
        return self._actor(text) if text else None

    def _actor(self, text: str) -> Actor:
        actor = actor_named(text, self.catalog)
        return self._actors.setdefault(actor.id, actor)

    def phase(self, title: str) -> str:
        return self._phases.setdefault(folded(title), title)

    def persona(self, entry: str | PersonaEntry) -> Persona | None:
        if isinstance(entry, PersonaEntry):
            return _persona(slug(entry.name) or entry.name, entry)
        return persona_named(entry, self.catalog) if entry else None

    def _channel(self, text: str) -> Channel | None:
        if not text:
            return None
        channel = channel_named(text, self.catalog)
        return self._channels.setdefault(channel.id, channel)

    def _cell(self, entry: CellEntry, bones: Iterable[ActionOutline]) -> Cell:
        if isinstance(entry, Nothing):
            return Cell(nothing=True)
        return Cell(tuple(self._action(action, bone) for action, bone in zip(entry, bones, strict=True)))

    def _action(self, entry: ActionEntry, bones: ActionOutline) -> Action:
        return Action(
            address=bones.address,
            step=bones.step,
            stage=bones.stage,
            do=entry.do,
            by=self.actor(entry.by),
            id=entry.id,
            to=self._arrows(entry, bones),
            decision=entry.decision,
            time=ServiceTime(entry.time.standard, entry.time.acceptable) if entry.time else None,
            cost=Cost(entry.cost.amount, entry.cost.currency) if entry.cost else None,
            wait=entry.wait,
            fails=tuple(FailPoint(fail.what, fail.recovery, self.actor(fail.owner)) for fail in entry.fails),
            uses=tuple(dict.fromkeys(map(self._actor, entry.uses))),
            channel=self._channel(entry.channel),
            policy=tuple(entry.policy),
            note=entry.note,
            link=entry.link,
            place=self.source.place(bones.path),
        )

    def _arrows(self, entry: ActionEntry, bones: ActionOutline) -> tuple[Arrow, ...] | None:
        if entry.to is None:
            return None
        return tuple(
            Arrow(arrow.target, arrow.label, arrow.both, self.source.place(target.path))
            for arrow, target in zip(entry.to, bones.targets, strict=True)
        )

    def _remarks(self, entries: Iterable[RemarkEntry]) -> tuple[Remark, ...]:
        return tuple(Remark(each.text, each.severity, self.actor(each.owner), each.link) for each in entries)


def _persona(id: str, entry: PersonaEntry) -> Persona:
    return Persona(id, entry.name, entry.role, entry.summary, entry.prefers)


def _feeling(entry: FeelingEntry | None) -> Feeling:
    if entry is None:
        return Feeling()
    return Feeling(entry.customer, entry.company, entry.words, entry.quote, entry.source)


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
    found = {actor.id: actor for action in actions for actor in (action.by, *action.uses) if actor}
    declared = [actor for actor in catalog.actors.values() if actor.id in found]
    return (*declared, *(actor for actor in found.values() if not actor.declared))
