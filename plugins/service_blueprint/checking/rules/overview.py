"""Rules about the blueprint as a whole: its phases, its length, and steps that say nothing."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint, Step
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

MANY_STEPS = 15
"""Steps that a reader can take in."""


_NO_STEP = Kind(
    "phase-without-customer.no-step",
    "the phase {phase} has no step",
    "write a step in which the customer acts, or delete the phase",
)
_CUSTOMER_IDLE = Kind(
    "phase-without-customer.idle",
    "the customer does nothing in the phase {phase}",
    "write what the customer does or waits for, or join the phase to another",
)


def _phases_without_customer(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for index, phase in enumerate(blueprint.phase_titles):
        steps = [step for step in blueprint.steps if step.phase == phase]
        if not steps:
            yield Finding(_NO_STEP(phase=quoted(phase)), keys=("phases", index))
        elif not any(step.customer.actions for step in steps):
            yield Finding(_CUSTOMER_IDLE(phase=quoted(phase)), steps[0], ("phase",))


PHASE_WITHOUT_CUSTOMER = Rule(
    id="phase-without-customer",
    severity=Severity.WARNING,
    what="""\
A phase in which the customer does nothing, or which has no step at all.
""",
    why="""\
Phases are parts of the customer's way. Bitner, Ostrom and Morgan (2008) begin with what the customer does and
hang everything else on it. A phase without the customer mostly shows the organisation's own process: somebody
waits outside, and the blueprint does not say for what.
""",
    mend="""\
Write what the customer does meanwhile, be it waiting, with `wait`. If it really is no part of the customer's
way, let the steps go on in the phase before, as back-stage actions.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - phase: Request
    customer: Sends the request
    frontstage: Portal confirms it
  - phase: Preparation
    backstage: Machine is set up
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - phase: Request
    customer: Sends the request
    frontstage: Portal confirms it
  - phase: Preparation
    customer: Waits for the laptop
    touchpoint: missing
    wait: 3 d
    backstage: Machine is set up
"""
    },
    find=_phases_without_customer,
    kinds=(_NO_STEP, _CUSTOMER_IDLE),
)


_FILL_OR_DELETE = "write what the customer does or waits for, or delete the step"
_EMPTY = Kind("empty-step.titled", "the step {step} has nothing in it", _FILL_OR_DELETE)
_EMPTY_UNTITLED = Kind("empty-step.untitled", "step {number} has nothing in it", _FILL_OR_DELETE)


def _empty_steps(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for step in blueprint.steps:
        # What only names a step, or says where it stands, is nothing in it.
        bare = Step(step.id, step.number, step.title, step.phase)
        if step == bare:
            fault = _EMPTY(step=quoted(step.title)) if step.title else _EMPTY_UNTITLED(number=str(step.number))
            yield Finding(fault, step)


EMPTY_STEP = Rule(
    id="empty-step",
    severity=Severity.WARNING,
    what="""\
A step with nothing in it: no action, no wait, no feeling, no remark; at most an id, a title and a phase.
""",
    why="""\
Its column is empty on the diagram, and no reader can tell whether nothing happens there or something was forgotten:
a step that was begun and not gone on with, or whose lines are indented wrongly.
""",
    mend="""\
Write what the customer does, or waits for, with `wait`. Where somebody has looked and nothing happens, say so with
`none`, as in `frontstage: none`. Delete the step otherwise.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
  - title: Later
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
  - title: Later
    customer: Waits for the laptop
    touchpoint: missing
    wait: 3 d
"""
    },
    find=_empty_steps,
    kinds=(_EMPTY, _EMPTY_UNTITLED),
)


_MANY = Kind(
    "too-many-steps",
    "the blueprint has {count} steps, and more than {most} are hard to take in",
    "split it where a phase ends, or join steps",
)


def _many_steps(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    if len(blueprint.steps) > MANY_STEPS:
        yield Finding(_MANY(count=len(blueprint.steps), most=MANY_STEPS), blueprint.steps[MANY_STEPS])


TOO_MANY_STEPS = Rule(
    id="too-many-steps",
    severity=Severity.INFO,
    what="""\
A blueprint with more than fifteen steps.
""",
    why="""\
The whole service is to be seen at one glance, on one wall or screen. Bitner, Ostrom and Morgan (2008) show an
overnight stay at a hotel in about a dozen steps. Long blueprints are mostly two, or of two depths.
""",
    mend="""\
Split it where a phase ends, and let `links` lead from one to the other. Or join steps that always follow each
other.
""",
    bad={
        "laptop.yml": "title: Request a laptop\nowner: Service Desk\nsteps:\n"
        + "".join(f"  - {{customer: Answers question {n}, evidence: Form}}\n" for n in range(1, 17))
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - {customer: Answers sixteen questions, evidence: Form}
"""
    },
    find=_many_steps,
    kinds=(_MANY,),
)
