"""Addresses: which action each name of a blueprint means, and what is wrong with names and references."""

from collections.abc import Iterator, Mapping, Sequence

from service_blueprint.blueprint import Stage
from service_blueprint.problem import Problem
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.outline import ActionOutline, StepOutline, Written
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import shown

DUPLICATE_ID, DANGLING_REFERENCE = "duplicate-id", "dangling-reference"
"""The rules under which ids that are given twice, and references to nothing, are reported."""

_STAGE_WORDS = {
    Stage.EVIDENCE: "evidence",
    Stage.CUSTOMER: "customer's action",
    Stage.FRONTSTAGE: "front-stage action",
    Stage.BACKSTAGE: "back-stage action",
    Stage.SUPPORT: "support action",
}


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
        line = source.place(first[each.text].path).line
        message = f"the id {shown(each.text)} is given twice, first in line {line}"
        remedy = "choose another; ids of steps and actions are unique in the file"
        yield Problem(source.place(each.path), message, remedy, DUPLICATE_ID)


def arrow_problems(steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """Arrows that lead nowhere, to or from evidence, or back to where they begin."""
    names = addresses(steps)
    for step in steps:
        for action in step.actions:
            if action.stage is Stage.EVIDENCE and action.points:
                place = source.place_of_key((*action.path, "to"))
                yield Problem(place, "evidence has no arrows", "give 'to' to the action that it comes from")
                continue
            for target in action.targets:
                found = names.get(target.text)
                place = source.place(target.path)
                if found is None:
                    yield Problem(place, *_dangling(target.text, step, steps, names), DANGLING_REFERENCE)
                elif found.stage is Stage.EVIDENCE:
                    yield Problem(place, f"{shown(target.text)} is evidence, which has no arrows", "name an action")
                elif found is action:
                    yield Problem(place, "the arrow leads back to its own action", "name another action")


def _dangling(
    text: str, here: StepOutline, steps: Sequence[StepOutline], names: Mapping[str, ActionOutline]
) -> tuple[str, str]:
    """What is wrong with a target that names no action, and what to do."""
    nowhere = f"there is no action {shown(text)} for an arrow to lead to"
    if text in {stage.value for stage in Stage}:
        own = f"{here.id}.{text}"
        return nowhere, f"write '{own}'" if own in names else "name its step too, as in 'step.backstage'"
    step_id, _, rest = text.partition(".")
    step = next((step for step in steps if step.id == step_id), None)
    stage = rest.partition(".")[0]
    if step and not rest:
        return f"the step {shown(text)} has no action for an arrow to lead to", "name another step, or fill this one"
    if step and stage in {each.value for each in Stage}:
        count = sum(action.stage == stage for action in step.actions)
        word = _STAGE_WORDS[Stage(stage)]
        held = f"only {count} {word}{'s' if count > 1 else ''}" if count else f"no {word}"
        remedy = "name another action" if count else f"name another action, or write its '{stage}'"
        return f"the step {shown(step_id)} has {held}, so {shown(text)} leads nowhere", remedy
    if stage in {each.value for each in Stage}:
        # The stage is sound; of two names that share nothing but that, one is not meant by the other.
        meant = nearest(step_id, [each.id for each in steps if f"{each.id}.{rest}" in names])
        remedy = f"name a step of this blueprint in place of {shown(step_id)}"
        return nowhere, f"did you mean '{meant}.{rest}'?" if meant else remedy
    reachable = [name for name, action in names.items() if action.stage is not Stage.EVIDENCE]
    meant = nearest(text, reachable)
    return nowhere, f"did you mean '{meant}'?" if meant else "name a step, or an action as in 'step.backstage'"
