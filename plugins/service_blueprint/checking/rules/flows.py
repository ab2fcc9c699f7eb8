"""Rules about arrows, and about the ids that they and comparisons hang on."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint, Stage, Step
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

_BACKWARDS = Kind(
    "backward-arrow",
    "the arrow to {target} runs back in time and has no label",
    "say when that happens, as in '{{target: {address}, label: Once more}}'",
)


def _backward_arrows(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for action in blueprint.actions.values():
        here = blueprint.step_of(action)
        for index, arrow in enumerate(action.to or ()):
            there = _step_meant(arrow.target, blueprint)
            if there and there.number < here.number and not (arrow.label or arrow.after or arrow.both):
                fault = _BACKWARDS(target=quoted(arrow.target), address=arrow.target)
                yield Finding(fault, action, ("to", index, "target"))


BACKWARD_ARROW = Rule(
    id="backward-arrow",
    severity=Severity.WARNING,
    what="""\
An arrow that leads to an earlier step and has neither a label nor a deadline (`after`). One with two heads
(`both`) is a talk, and needs none.
""",
    why="""\
A blueprint is read from left to right, in the order of time. An arrow against it is a loop: something is done
again, on some condition. Without a label a reader cannot tell it from a slip in the address.
""",
    mend="""\
Write the condition as the arrow's `label`. If no loop is meant, mend the target.
""",
    bad={
        "return.yml": """\
title: Return a parcel
owner: Warehouse
steps:
  - id: pack
    customer: Packs the goods
    evidence: Return label
  - id: hand-in
    customer: Hands in the parcel
    frontstage: {do: Checks the label, to: pack}
"""
    },
    good={
        "return.yml": """\
title: Return a parcel
owner: Warehouse
steps:
  - id: pack
    customer: Packs the goods
    evidence: Return label
  - id: hand-in
    customer: Hands in the parcel
    frontstage: {do: Checks the label, to: {target: pack, label: Label is missing}}
"""
    },
    find=_backward_arrows,
    kinds=(_BACKWARDS,),
)


_LINKED_WITHOUT_ID = Kind(
    "missing-id.linked",
    "an arrow leads to '{id}', an id that is made from the step's text and changes with it",
    "write 'id: {id}' into the step",
)
_IN_BOTH = "write 'id: {id}', the same in both files where the step is the same"
_VARIANT_WITHOUT_ID = Kind(
    "missing-id.variant",
    "the step has no id of its own, and the blueprint is compared with '{base}', step by step",
    _IN_BOTH,
)
_BASE_WITHOUT_ID = Kind(
    "missing-id.base",
    "the step has no id of its own, and '{variant}' is compared with this blueprint, step by step",
    _IN_BOTH,
)


_UNREACHED = Kind(
    "unreached",
    "nothing leads to {action}",
    "let an arrow lead to it, as in 'to: {address}' at the action before it",
)


def _unreached(blueprint: Blueprint, context: Context) -> Iterator[Finding]:
    if not any(flow.named for flow in blueprint.flows):
        return
    led_to = {flow.target for flow in blueprint.flows} | {flow.source for flow in blueprint.flows if flow.both}
    elsewhere = _led_to_from_elsewhere(blueprint, context)
    for step in blueprint.steps[1:]:
        if step.when or step.id in elsewhere:
            continue
        for stage in Stage:
            actions = step.cell(stage).actions
            if stage is Stage.EVIDENCE or not actions or any(action.address in led_to for action in actions):
                continue
            yield Finding(_UNREACHED(action=quoted(actions[0].do), address=actions[0].address), actions[0])


def _led_to_from_elsewhere(blueprint: Blueprint, context: Context) -> set[str]:
    """The ids of the steps into which arrows of other blueprints lead."""
    naming = [other for other in context.library.values() if blueprint.id in dict(other.others)]
    targets = [to for other in naming for action in other.actions.values() for to in action.to or ()]
    steps = (_step_meant(to.target.partition("#")[2], blueprint) for to in targets if to.elsewhere == blueprint.id)
    return {step.id for step in steps if step}


UNREACHED = Rule(
    id="unreached",
    severity=Severity.INFO,
    what="""\
An action to which no arrow leads, neither one that is named nor one that follows from the order; of several in
one stage of a step the first. In the first step things begin by themselves, in one with `when` as its words say, and
where a blueprint names no arrow at all nobody has yet said what starts what. An arrow from another blueprint into
the step is one too.
""",
    why="""\
Arrows that nobody wrote are drawn only where they are sure to be true: not from the customer past an empty front
stage, and not down from an action that names its own. So what stands alone has a beginning that the file does
not tell, and the reader asks who starts it.
""",
    mend="""\
Name the action in the `to` of what comes before it. If it belongs to what the customer does there, write how they
meet: a front-stage action, or a channel such as the phone. If it begins by itself, leave it.
""",
    bad={
        "shoes.yml": """\
title: Have shoes shined
owner: Shoe shiner
steps:
  - customer: Sits down
    frontstage: {do: Shines the shoes, to: pay}
  - id: pay
    customer: Pays
    channel: in-person
    frontstage: none
    support: Till
"""
    },
    good={
        "shoes.yml": """\
title: Have shoes shined
owner: Shoe shiner
steps:
  - customer: Sits down
    frontstage: {do: Shines the shoes, to: pay}
  - id: pay
    customer: Pays
    channel: in-person
    frontstage: Takes the money
    support: Till
"""
    },
    find=_unreached,
    kinds=(_UNREACHED,),
)


def _missing_ids(blueprint: Blueprint, context: Context) -> Iterator[Finding]:
    linked = {
        step.id
        for action in blueprint.actions.values()
        for arrow in action.to or ()
        if (step := _step_meant(arrow.target, blueprint)) and arrow.target not in _own_ids(step)
    }
    variants = sorted(id for id, other in context.library.items() if other.variant_of == blueprint.id)
    for step in blueprint.steps:
        if step.id_written:
            continue
        if step.id in linked:
            yield Finding(_LINKED_WITHOUT_ID(id=step.id), step)
        elif blueprint.variant_of:
            yield Finding(_VARIANT_WITHOUT_ID(base=blueprint.variant_of, id=step.id), step)
        elif variants:
            yield Finding(_BASE_WITHOUT_ID(variant=variants[0], id=step.id), step)


MISSING_ID = Rule(
    id="missing-id",
    severity=Severity.WARNING,
    what="""\
A step without a written `id` although something hangs on it: an arrow leads to it, or the blueprint is a
variant of another, or another of it.
""",
    why="""\
An id that is left out is made from the customer's action. Reword the action, and the id changes: arrows lead
nowhere, and a comparison shows one step gone and another new where nothing changed but a word.
""",
    mend="""\
Write the id that the message names; then everything that leads there still does.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: {do: Portal confirms it, to: picks-up-the-laptop.frontstage}
  - customer: Picks up the laptop
    frontstage: Hands it over
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: {do: Portal confirms it, to: hand-over.frontstage}
  - id: hand-over
    customer: Picks up the laptop
    frontstage: Hands it over
"""
    },
    find=_missing_ids,
    kinds=(_LINKED_WITHOUT_ID, _VARIANT_WITHOUT_ID, _BASE_WITHOUT_ID),
)


def _step_meant(target: str, blueprint: Blueprint) -> Step | None:
    """The step that an arrow's target is in."""
    if target in blueprint.actions:
        return blueprint.step_of(blueprint.actions[target])
    return blueprint.steps_by_id.get(target.partition(".")[0])


def _own_ids(step: Step) -> set[str]:
    """The ids that the step's actions carry themselves, and that do not hang on the step's."""
    return {action.id for action in step.actions if action.id}
