"""What follows on a step: the arrows that leave it, each with where it leads."""

from dataclasses import dataclass

from service_blueprint.blueprint import Action, Blueprint, Flow, Step


@dataclass(frozen=True, slots=True)
class Following:
    """An arrow that leaves a step, from one action to another one in ``step``.

    It is ``inside`` where that is the same step, and leads ``back`` where it is an earlier one.
    """

    flow: Flow
    source: Action
    target: Action
    step: Step
    inside: bool
    back: bool


def following(step: Step, blueprint: Blueprint) -> tuple[Following, ...]:
    """The arrows that leave a step of a blueprint, in the order of the actions that they leave.

    Those within the step are told where an author wrote them; else they say no more than the order of the stages.
    """
    found = []
    for action in step.actions:
        for flow in blueprint.flows_from.get(action.address, ()):
            target = blueprint.actions[flow.target]
            other = blueprint.step_of(target)
            if flow.named or other.id != step.id:
                inside, back = other.id == step.id, other.number < step.number
                found.append(Following(flow, action, target, other, inside=inside, back=back))
    return tuple(found)
