"""Chains of ``id`` and ``to`` between neighbours of a cell, written as lists that go in turn.

``[{do: Grills, to: wrap}, {id: wrap, do: Wraps}]`` becomes ``{in-turn: [Grills, Wraps]}``. The arrows are the same,
which is proved by reading both. A chain stays as it is where a comment would be lost.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from service_blueprint.blueprint import Action, Blueprint, Stage
from service_blueprint.reading.addresses import addresses
from service_blueprint.reading.outline import ActionOutline, StepOutline, outline
from service_blueprint.reading.parsing import parse
from service_blueprint.reading.reading import read_text
from service_blueprint.reading.tree import Items, Keys, Source
from service_blueprint.writing.edits import Edit, UnfitError, Written, edited, without_keys, wrapped
from service_blueprint.writing.pieces import UnusualError

_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Turned:
    """A text with its chains as lists: how many there are, and which ids are gone, for nothing names them any more."""

    text: str
    lists: int = 0
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chain:
    """A cell whose actions each lead to the next one, and the ids in it that serve nothing else."""

    stage: Stage
    step: Keys
    cell: Items
    ids: tuple[str, ...]


def with_turns(text: str, path: str, named: Collection[str] = ()) -> Turned:
    """The text of a blueprint with its chains as lists that go in turn; ids that are ``named`` elsewhere stay."""
    source, _ = parse(text, path)
    if source is None or _OTHER_BREAKS.search(text):
        return Turned(text)
    turned: list[_Chain] = []
    edits: list[Edit] = []
    try:
        written = Written(text)
    except UnusualError:
        return Turned(text)
    for chain in _chains(source, text, named):
        try:
            edits += _edits(written, chain)
        except UnfitError:
            continue
        turned.append(chain)
    made = edited(text, edits)
    if not turned or not _says_the_same(text, made, path):
        return Turned(text)
    return Turned(made, len(turned), tuple(id for chain in turned for id in chain.ids))


def _edits(written: Written, chain: _Chain) -> list[Edit]:
    """The edits that make a list of a chain."""
    edits: list[Edit] = []
    last = len(chain.cell.nodes) - 1
    for number, entry in enumerate(chain.cell.nodes):
        keys = [*(["to"] if number < last else []), *_id_of(entry, chain.ids)]
        edits += without_keys(written, entry, keys) if keys and isinstance(entry, Keys) else []
    return edits + wrapped(written, chain.cell, chain.step.entries[chain.stage].column - 1)


def _chains(source: Source, text: str, named: Collection[str]) -> Iterator[_Chain]:
    bones = outline(source.data())
    names = addresses(bones)
    uses = Counter(target.text for step in bones for action in step.actions for target in action.targets)
    for step, stage, cell in _lists(source, bones):
        path = (*step.path, stage.value)
        actions = {action.path: action for action in step.actions if action.stage is stage}
        entries = [actions.get((*path, number)) for number in range(len(cell.nodes))]
        if not all(_leads_to(one, other, names) for one, other in pairwise(entries)):
            continue
        node = source.at(step.path)
        if not isinstance(node, Keys) or not all(_says_target_alone(each) for each in cell.nodes[:-1]):
            continue
        ids = []
        for before, action in pairwise(entries):
            if before and action and action.id:
                id = action.id.text
                own = sum(target.text == id for target in before.targets)
                if uses[id] == own and id not in named and f"#{id}" not in text:
                    ids.append(id)
        yield _Chain(stage, node, cell, tuple(ids))


def _lists(source: Source, bones: Sequence[StepOutline]) -> Iterator[tuple[StepOutline, Stage, Items]]:
    """The plain lists of several actions, but those of evidence, where no order makes an arrow."""
    for step in bones:
        node = source.at(step.path)
        for stage in Stage:
            cell = node.entries.get(stage) if isinstance(node, Keys) and stage is not Stage.EVIDENCE else None
            if cell and isinstance(cell.node, Items) and len(cell.node.nodes) > 1:
                yield step, stage, cell.node


def _leads_to(one: ActionOutline | None, other: ActionOutline | None, names: dict[str, ActionOutline]) -> bool:
    """Whether an action names another one alone."""
    return bool(one and other and len(one.targets) == 1 and names.get(one.targets[0].text) is other)


def _says_target_alone(entry: object) -> bool:
    """Whether the ``to`` of an action says no more than where it leads."""
    to = entry.entries["to"].node if isinstance(entry, Keys) and "to" in entry.entries else None
    while isinstance(to, Items) and len(to.nodes) == 1:
        to = to.nodes[0]
    return not isinstance(to, Items) and (not isinstance(to, Keys) or [*to.entries] == ["target"])


def _id_of(entry: object, gone: Collection[str]) -> list[str]:
    node = entry.entries["id"].node if isinstance(entry, Keys) and "id" in entry.entries else None
    return ["id"] if getattr(node, "text", None) in gone else []


def _says_the_same(text: str, made: str, path: str) -> bool:
    """Whether two texts have the same actions and arrows."""
    before, after = (read_text(each.encode(), path=path, id="made").blueprint for each in (text, made))
    return bool(before and after and _told(before) == _told(after))


def _told(blueprint: Blueprint) -> tuple[list[Action], set[tuple[int, int, str, bool]]]:
    places = {address: place for place, address in enumerate(blueprint.actions)}
    actions = [replace(each, address="", id="", to=None, place=None) for each in blueprint.actions.values()]
    flows = {(places[flow.source], places[flow.target], flow.label, flow.both) for flow in blueprint.flows}
    return actions, flows
