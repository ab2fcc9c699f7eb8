"""Rules about what customers feel, and what may fail them."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

LOW = -1
"""Feelings from here down are low; the scale begins at -2."""


_UNEXPLAINED = Kind(
    "low-feeling",
    "the customer feels {felt} here, and nothing says why or what could be better",
    "write 'pain' or 'opportunity'",
)


def _low_feelings(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for step in blueprint.steps:
        feeling = step.feeling
        felt = min((each.value for each in feeling.by), default=None) if feeling.customer is None else feeling.customer
        if felt is not None and felt <= LOW and not step.pains and not step.opportunities:
            yield Finding(_UNEXPLAINED(felt=float(felt)), step, ("feeling", "customer"))


LOW_FEELING = Rule(
    id="low-feeling",
    severity=Severity.WARNING,
    what="""\
A step in which the customer feels -1 or worse, with neither a `pain` nor an `opportunity`.
""",
    why="""\
The low points are what a blueprint is drawn for. A number alone lets nobody act: those who mend the service
need to know what hurts, or what would help.
""",
    mend="""\
Write what hurts into `pain`, in the customer's words if you have them, or what could be better into
`opportunity`. If nobody knows why, ask: `question`, and a pain that says what you have seen.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Asks where it is
    channel: phone
    frontstage: Service Desk answers
    feeling: -2
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Asks where it is
    channel: phone
    frontstage: Service Desk answers
    feeling: -2
    pain: Has to call to learn anything
"""
    },
    find=_low_feelings,
    kinds=(_UNEXPLAINED,),
)


_NOBODY_ASKED = Kind(
    "persona-without-feeling",
    "nothing says how {persona} feels in any step, and of others it is said",
    "write it in 'feeling: {{by: ...}}', or leave the persona out",
)


def _personas_without_feeling(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    felt = {each.persona for step in blueprint.steps for each in step.feeling.by}
    for persona in blueprint.personas if felt else ():
        if persona.id not in felt:
            yield Finding(_NOBODY_ASKED(persona=quoted(persona.name)), keys=("persona",))


PERSONA_WITHOUT_FEELING = Rule(
    id="persona-without-feeling",
    severity=Severity.INFO,
    what="""\
One of several personas has no feeling in any step, while others have theirs.
""",
    why="""\
Two customers are set side by side because the same service is not the same to both. A curve that is missing reads as
if there were nothing to tell.
""",
    mend="""\
Ask them, and write how each feels: `feeling: {by: {anna: 1, marek: -1}}`. Or leave the persona out of `persona`.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
persona: [Anna, Marek]
steps:
  - customer: Asks where it is
    channel: phone
    frontstage: Service Desk answers
    feeling: {by: {Anna: 1}}
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
persona: [Anna, Marek]
steps:
  - customer: Asks where it is
    channel: phone
    frontstage: Service Desk answers
    feeling: {by: {Anna: 1, Marek: 0}}
"""
    },
    find=_personas_without_feeling,
    kinds=(_NOBODY_ASKED,),
)


_NO_RECOVERY = Kind("open-fail-point.recovery", "the fail point {what} has no recovery", "write 'recovery'")
_NO_FAIL_OWNER = Kind("open-fail-point.owner", "the fail point {what} has no owner", "write 'owner'")
_NEITHER = Kind(
    "open-fail-point.both",
    "the fail point {what} has no recovery and no owner",
    "write 'recovery' and 'owner'",
)


def _open_fail_points(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for action in blueprint.actions.values():
        for index, fail in enumerate(action.fails):
            if not (fail.recovery and fail.owner):
                kind = _NO_RECOVERY if fail.owner else _NO_FAIL_OWNER if fail.recovery else _NEITHER
                yield Finding(kind(what=quoted(fail.what)), action, ("fails", index))


OPEN_FAIL_POINT = Rule(
    id="open-fail-point",
    severity=Severity.WARNING,
    what="""\
A fail point without a `recovery` or without an `owner`.
""",
    why="""\
Shostack (1984) marks where a service may fail so that the remedy is designed before it happens. A fail point
without a recovery is a worry; one without an owner is nobody's.
""",
    mend="""\
Write how the customer is helped when it happens, and who sees to that: `fails: {what: ..., recovery: ...,
owner: ...}`.
""",
    bad={
        "shoes.yml": """\
title: Have shoes shined
owner: Shoe shiner
steps:
  - customer: Sits down
    frontstage: {do: Applies polish, fails: Polish of the wrong colour}
"""
    },
    good={
        "shoes.yml": """\
title: Have shoes shined
owner: Shoe shiner
steps:
  - customer: Sits down
    frontstage:
      do: Applies polish
      fails: {what: Polish of the wrong colour, recovery: Cleans the shoe again, owner: Shoe shiner}
"""
    },
    find=_open_fail_points,
    kinds=(_NO_RECOVERY, _NO_FAIL_OWNER, _NEITHER),
)
