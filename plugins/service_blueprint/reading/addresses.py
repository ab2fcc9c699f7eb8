"""Addresses: which action each name of a blueprint means, and what is wrong with names and references."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from service_blueprint.blueprint import NEXT, Stage
from service_blueprint.faults import names as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN, WRITE_MEANT
from service_blueprint.message import Message, counted
from service_blueprint.problem import Fault, Problem
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.outline import ActionOutline, StepOutline, Written
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted


def addresses(steps: Sequence[StepOutline]) -> dict[str, ActionOutline]:
    """Every way to name an action that arrows may lead to or from, and the evidence.

    ``<step>``, ``<step>.<stage>`` and ``<step>.<stage>.1`` may all mean the same action, as may the id that it carries.
    Where a name is given twice, which is a fault, the first one has it.
    """
    names: dict[str, ActionOutline] = {}
    for step in steps:
        if step.lead:
            names.setdefault(step.id, step.lead)
        for action in step.actions:
            if action.id:
                names.setdefault(action.id.text, action)
            place = f"{step.id}.{action.stage}"
            names.setdefault(f"{place}.{action.number}", action)
            if action.number == 1:
                names.setdefault(place, action)
    return names


def id_problems(steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """Ids that are given twice."""
    first: dict[str, Written] = {}
    written = [each for step in steps for each in (step.written, *(action.id for action in step.actions)) if each]
    for each in written:
        if each.text not in first:
            first[each.text] = each
            continue
        line = str(source.place(first[each.text].path).line)
        yield faults.ID_TWICE(id=quoted(each.text), line=line).at(source.place(each.path))


def arrow_problems(steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """Arrows that lead nowhere, back to where they begin, or on from an end."""
    names = addresses(steps)
    acting = [number for number, step in enumerate(steps) if any(each.stage is Stage.CUSTOMER for each in step.actions)]
    for number, step in enumerate(steps):
        for action in step.actions:
            if action.ends and action.points:
                yield faults.ENDS_AND_GOES_ON().at(source.place(action.ends.path))
            for target in action.targets:
                found = names.get(target.text)
                place = source.place(target.path)
                if found is action:
                    yield faults.ARROW_TO_ITSELF().at(place)
                elif found is None and elsewhere(target.text):
                    continue
                elif found is None and target.text == NEXT:
                    if number >= max(acting, default=0):
                        yield faults.NO_NEXT(target=quoted(NEXT)).at(place)
                elif found is None:
                    yield _dangling(target.text, step, steps, names).at(place)


def cause_problems(steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """Remarks that are caused by what is not there."""
    names = addresses(steps)
    for cause in (cause for step in steps for cause in step.causes if cause.text not in names):
        meant = nearest(cause.text, names)
        fault = faults.NO_SUCH_CAUSE(DID_YOU_MEAN if meant else None, target=quoted(cause.text), meant=meant or "")
        yield fault.at(source.place(cause.path))


def elsewhere(target: str) -> tuple[str, str] | None:
    """The id of another blueprint and the address in it, where a target names these: ``hr/laptop-request#send``."""
    id, _, address = target.partition("#")
    return (id, address) if address and BLUEPRINT_ID.fullmatch(id) else None


def _dangling(text: str, here: StepOutline, steps: Sequence[StepOutline], names: Mapping[str, ActionOutline]) -> Fault:
    """What is wrong with a target that names no action."""
    nowhere = partial(faults.NO_SUCH_ACTION, target=quoted(text))
    if text in {stage.value for stage in Stage}:
        own = f"{here.id}.{text}"
        return nowhere(WRITE_MEANT, meant=own) if own in names else nowhere(faults.NAME_ITS_STEP)
    step_id, _, rest = text.partition(".")
    step = next((step for step in steps if step.id == step_id), None)
    stage = rest.partition(".")[0]
    if step and not rest:
        return faults.NO_ACTION_TO_LEAD_TO(target=quoted(text))
    if step and stage in {each.value for each in Stage}:
        count = sum(action.stage == stage for action in step.actions)
        held = counted(*faults.ONLY[stage], count) if count else Message(faults.NONE[stage])
        remedy = None if count else faults.OR_WRITE_IT
        return faults.NOT_IN_STEP(remedy, step=quoted(step_id), held=held, target=quoted(text), stage=stage)
    if stage in {each.value for each in Stage}:
        # The stage is sound; of two names that share nothing but that, one is not meant by the other.
        meant = nearest(step_id, [each.id for each in steps if f"{each.id}.{rest}" in names])
        if meant is None:
            return nowhere(faults.NAME_A_STEP, step=quoted(step_id))
        return nowhere(DID_YOU_MEAN, meant=f"{meant}.{rest}")
    reachable = [*names, NEXT]
    meant = nearest(text, reachable)
    return nowhere(DID_YOU_MEAN, meant=meant) if meant else nowhere()
