"""The arrows to draw: those that authors name, and those that follow from the order of steps and stages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from service_blueprint.blueprint import Action, Flow, FlowMode, Stage, Step

_DOWNWARDS = (Stage.CUSTOMER, Stage.FRONTSTAGE, Stage.BACKSTAGE, Stage.SUPPORT)


def flows_of(steps: Sequence[Step], mode: FlowMode, names: Mapping[str, str]) -> tuple[Flow, ...]:
    """The flows between ``steps``, in the order of the actions that they leave.

    ``names`` maps every way to write an address onto the lasting one. The rules of the format are: (1) each customer's
    action leads to those of the next step that has any; (2) within a step, actions lead down to those of the next stage
    that has any; (3) an action with ``to`` has the arrows that it names, in place of those of rule 2. An action of the
    customer that names another of the customer's, or none at all, says how the customer goes on, in place of rule 1.
    With ``explicit`` flow, rule 2 is out of force. Between two actions a named arrow takes the place of an implied one.
    """
    customers = {action.address for step in steps for action in step.customer.actions}
    named = list(_named(steps, names))
    implied: list[Flow] = []
    for index, step in enumerate(steps):
        onwards = next((later.customer.actions for later in steps[index + 1 :] if later.customer.actions), ())
        for action in step.actions:
            if action.stage is Stage.CUSTOMER and not _goes_on_as_named(action, customers, names):
                implied += [Flow(action.address, later.address) for later in onwards]
            if mode is FlowMode.INFERRED and action.to is None:
                implied += [Flow(action.address, lower.address) for lower in _below(step, action.stage)]
    return _in_order(steps, _without_doubles(named, implied))


def _named(steps: Iterable[Step], names: Mapping[str, str]) -> Iterator[Flow]:
    for step in steps:
        for action in step.actions:
            for arrow in action.to or ():
                yield Flow(action.address, names[arrow.target], arrow.label, arrow.both, named=True)


def _goes_on_as_named(action: Action, customers: set[str], names: Mapping[str, str]) -> bool:
    if action.to is None:
        return False
    return not action.to or any(names[arrow.target] in customers for arrow in action.to)


def _below(step: Step, stage: Stage) -> tuple[Action, ...]:
    if stage not in _DOWNWARDS:
        return ()
    lower = _DOWNWARDS[_DOWNWARDS.index(stage) + 1 :]
    return next((step.cell(each).actions for each in lower if step.cell(each).actions), ())


def _without_doubles(named: Iterable[Flow], implied: Iterable[Flow]) -> list[Flow]:
    kept: dict[tuple[str, str, str], Flow] = {}
    for flow in named:
        key = (flow.source, flow.target, flow.label)
        if key not in kept or flow.both:
            kept[key] = flow
    joined = {(source, target) for source, target, _ in kept}
    joined |= {(flow.target, flow.source) for flow in kept.values() if flow.both}
    for flow in implied:
        if (flow.source, flow.target) not in joined:
            kept.setdefault((flow.source, flow.target, ""), flow)
    return list(kept.values())


def _in_order(steps: Iterable[Step], flows: Iterable[Flow]) -> tuple[Flow, ...]:
    positions = {action.address: index for index, action in enumerate(a for step in steps for a in step.actions)}
    return tuple(sorted(flows, key=lambda flow: positions[flow.source]))
