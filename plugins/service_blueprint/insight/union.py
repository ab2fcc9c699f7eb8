"""One blueprint of what is there and what is gone, and how each part of it is to be marked.

Drawn, it is the new diagram with the removed parts where they were.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from service_blueprint.blueprint import Action, Actor, Blueprint, Cell, Feeling, Flow, Remark, Stage, Step, Touchpoint
from service_blueprint.insight.changes import Change, Comparison, Kind, Pair
from service_blueprint.insight.flow_changes import pair_flows
from service_blueprint.keys import Subject

GONE = "was:"
"""Stands before the ids and addresses of what is gone, which something new may have by now."""


class Mark(StrEnum):
    """How a part of the drawing differs; a part that has several marks to bear gets the first of them."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Marks:
    """The marks of a drawing, by what bears them; what is not there has not changed.

    ``actions`` are by address, ``flows`` by the addresses of their ends and their label, ``remarks`` (pain points and
    opportunities) by their step's id, kind and text. ``feelings`` are what the customer felt before, by step.
    """

    actions: Mapping[str, Mark] = field(default_factory=dict)
    flows: Mapping[tuple[str, str, str], Mark] = field(default_factory=dict)
    remarks: Mapping[tuple[str, str, str], Mark] = field(default_factory=dict)
    feelings: Mapping[str, float | None] = field(default_factory=dict)

    def of_flow(self, flow: Flow) -> Mark | None:
        """The mark of a flow."""
        return self.flows.get((flow.source, flow.target, flow.label))

    def of_remark(self, step: Step, kind: str, remark: Remark) -> Mark | None:
        """The mark of a pain point or an opportunity."""
        return self.remarks.get((step.id, kind, remark.text))

    @property
    def kinds(self) -> tuple[Mark, ...]:
        """The marks that occur."""
        found = {*self.actions.values(), *self.flows.values(), *self.remarks.values()}
        if self.feelings:
            found.add(Mark.CHANGED)
        return tuple(mark for mark in Mark if mark in found)


def union(comparison: Comparison) -> tuple[Blueprint, Marks]:
    """The blueprint of both sides with its marks. Of one side alone it is that side, with no mark at all.

    Raises ValueError for a comparison of nothing with nothing.
    """
    before, after = comparison.before, comparison.after
    if before is None or after is None:
        whole = after or before
        if whole is None:
            raise ValueError("there is neither a blueprint before nor one after")
        return whole, Marks()
    gone = {pair.before.address for pair in comparison.actions if pair.before and not pair.after}
    names = {pair.before.address: pair.after.address for pair in comparison.actions if pair.before and pair.after}
    remarks: dict[tuple[str, str, str], Mark] = {}
    steps = [_step(pair, gone, comparison.changes, remarks) for pair in comparison.steps]
    # Of a step whose actions have all moved elsewhere, nothing is left to draw.
    steps = [step for step in steps if not step.id.startswith(GONE) or any(step.actions)]
    numbered = tuple(replace(step, number=number) for number, step in enumerate(steps, start=1))
    drawn = replace(after, steps=numbered, actors=_actors(before, after))
    actions = dict(_action_marks(comparison))
    flows, flow_marks = _flows(comparison, before, after, names)
    return replace(drawn, flows=flows), Marks(actions, flow_marks, remarks, dict(_feelings(comparison)))


def _actors(before: Blueprint, after: Blueprint) -> tuple[Actor, ...]:
    """The actors of both, in the order of their lanes: each that is gone behind the one that it followed."""
    actors = list(after.actors)
    at = 0
    for actor in before.actors:
        place = next((place for place, each in enumerate(actors) if each.id == actor.id), None)
        if place is None:
            actors.insert(at, actor)
        at = (at if place is None else place) + 1
    return tuple(actors)


def _step(
    pair: Pair[Step], gone: set[str], changes: tuple[Change, ...], remarks: dict[tuple[str, str, str], Mark]
) -> Step:
    """A step with what is gone from it behind what is there, for signs belong to the first card; fills ``remarks``."""
    if pair.after is None and pair.before:
        return _gone_step(pair.before, gone, remarks)
    step = pair.after
    if step is None:
        raise ValueError("a pair of nothing")
    old = pair.before
    cells = {}
    for stage in Stage:
        left = [action for action in old.cell(stage).actions if action.address in gone] if old else []
        cell = step.cell(stage)
        ghosts = tuple(_gone_action(action, step.id) for action in left)
        cells[stage] = Cell((*cell.actions, *ghosts), cell.nothing and not ghosts, cell.order)
    told = [change for change in changes if change.step == step.id and not change.action]
    lost: dict[str, list[Remark]] = {"pain": [], "opportunity": []}
    for kind, present, former in (
        ("pain", step.pains, old.pains if old else ()),
        ("opportunity", step.opportunities, old.opportunities if old else ()),
    ):
        for change in told if old else ():
            if change.key.partition(".")[0] == kind:
                text = str(change.item or change.after or change.before)
                mark = _MARKS[change.kind] if change.key == kind else Mark.CHANGED
                remarks.setdefault((step.id, kind, text), mark)
                if mark is Mark.REMOVED:
                    lost[kind] += [remark for remark in former if remark.text == text]
        if old is None:
            remarks.update({(step.id, kind, remark.text): Mark.ADDED for remark in present})
    return replace(
        _with_cells(step, cells),
        pains=(*step.pains, *lost["pain"]),
        opportunities=(*step.opportunities, *lost["opportunity"]),
    )


def _gone_step(step: Step, gone: set[str], remarks: dict[tuple[str, str, str], Mark]) -> Step:
    """A removed step as a ghost: it has no feeling, for the curve is that of the new blueprint."""
    id = f"{GONE}{step.id}"
    for kind, several in (("pain", step.pains), ("opportunity", step.opportunities)):
        remarks.update({(id, kind, remark.text): Mark.REMOVED for remark in several})
    cells = {
        stage: Cell(tuple(_gone_action(action, id) for action in step.cell(stage).actions if action.address in gone))
        for stage in Stage
    }
    return replace(
        _with_cells(step, cells),
        id=id,
        feeling=Feeling(),
        touchpoint=Touchpoint.WORKING,
        moment_of_truth=False,
        basis=None,
    )


def _with_cells(step: Step, cells: dict[Stage, Cell]) -> Step:
    return replace(
        step,
        evidence=cells[Stage.EVIDENCE],
        customer=cells[Stage.CUSTOMER],
        frontstage=cells[Stage.FRONTSTAGE],
        backstage=cells[Stage.BACKSTAGE],
        support=cells[Stage.SUPPORT],
    )


def _gone_action(action: Action, step: str) -> Action:
    return replace(action, address=f"{GONE}{action.address}", step=step, id="")


_MARKS = {
    Kind.ADDED: Mark.ADDED,
    Kind.REMOVED: Mark.REMOVED,
    Kind.MOVED: Mark.MOVED,
    Kind.REWORDED: Mark.CHANGED,
    Kind.CHANGED: Mark.CHANGED,
}


def _action_marks(comparison: Comparison) -> Iterator[tuple[str, Mark]]:
    """The marks of all actions, those of a step's own changes on its first card."""
    touched = {change.action for change in comparison.changes if change.action and change.subject is not Subject.FLOW}
    moved = {pair.after.id for pair in comparison.steps if pair.after and pair.moved}
    plain = {
        change.step
        for change in comparison.changes
        if not change.action and change.subject is not Subject.STEP and not _marked_elsewhere(change)
    }
    first = {
        action.address: step.after.id
        for step in comparison.steps
        if step.after
        if (action := next(iter((*step.after.customer.actions, *step.after.actions)), None))
    }
    for pair in comparison.actions:
        if pair.after is None and pair.before:
            yield f"{GONE}{pair.before.address}", Mark.REMOVED
        elif pair.after:
            address = pair.after.address
            if pair.before is None:
                yield address, Mark.ADDED
            elif pair.moved or first.get(address) in moved:
                yield address, Mark.MOVED
            elif address in touched or first.get(address) in plain:
                yield address, Mark.CHANGED


def _marked_elsewhere(change: Change) -> bool:
    """Whether a change of a step is seen in the bands around the lanes."""
    return change.key.partition(".")[0] in ("pain", "opportunity", "feeling") and change.key != "feeling.by"


def _feelings(comparison: Comparison) -> Iterator[tuple[str, float | None]]:
    for pair in comparison.steps:
        if pair.before and pair.after and pair.before.feeling != pair.after.feeling:
            yield pair.after.id, pair.before.feeling.customer
        elif pair.before and pair.after is None and pair.before.feeling.customer is not None:
            yield f"{GONE}{pair.before.id}", pair.before.feeling.customer


def _flows(
    comparison: Comparison, before: Blueprint, after: Blueprint, names: dict[str, str]
) -> tuple[tuple[Flow, ...], dict[tuple[str, str, str], Mark]]:
    """The flows of both sides: those that are gone where an end of theirs is, or where they were told of."""
    new = {pair.after.address for pair in comparison.actions if pair.after and not pair.before}
    told = [change for change in comparison.changes if change.subject is Subject.FLOW and change.key == "to"]
    come, lost = {change.after for change in told}, {change.before for change in told}
    flows: list[Flow] = []
    marks: dict[tuple[str, str, str], Mark] = {}
    for pair in pair_flows(before, after, names):
        if pair.after:
            flows.append(pair.after)
            key = (pair.after.source, pair.after.target, pair.after.label)
            if pair.before is None and (pair.after in come or {*key[:2]} & new):
                marks[key] = Mark.ADDED
            elif pair.before and _said_of(pair.before) != _said_of(pair.after):
                marks[key] = Mark.CHANGED
        elif pair.before:
            ends = [names.get(end, f"{GONE}{end}") for end in (pair.before.source, pair.before.target)]
            if pair.before in lost or any(end.startswith(GONE) for end in ends):
                flows.append(replace(pair.before, source=ends[0], target=ends[1]))
                marks[ends[0], ends[1], pair.before.label] = Mark.REMOVED
    return tuple(flows), marks


def _said_of(flow: Flow) -> tuple[object, ...]:
    return flow.label, flow.both, flow.after, flow.share
