"""Rules about keeping a blueprint alive: who looks after it, and whether it is still of use."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint, Remark, State, Step
from service_blueprint.checking.choice import NO_SUCH_RULE, no_such_rule
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

GRAVE = 3
"""The highest severity of a remark."""


_NO_OWNER = Kind(
    "missing-owner.blueprint",
    "nobody looks after this blueprint",
    "write 'owner' with the person or team that does",
)
_NOBODY_SEES_TO = Kind("missing-owner.remark", "nobody sees to {remark}", "write 'owner' beside its severity")


def _missing_owners(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    if not blueprint.owner:
        yield Finding(_NO_OWNER())
    for step in blueprint.steps:
        remarks = [*step.pains, *step.opportunities, *step.questions]
        grave = next((remark for remark in remarks if remark.severity == GRAVE), None)
        if grave and not any(remark.owner for remark in remarks):
            yield Finding(_NOBODY_SEES_TO(remark=quoted(grave.text)), step, _keys(step, grave))


def _keys(step: Step, remark: Remark) -> tuple[str, int]:
    lists = {"pain": step.pains, "opportunity": step.opportunities, "question": step.questions}
    return next((key, remarks.index(remark)) for key, remarks in lists.items() if remark in remarks)


MISSING_OWNER = Rule(
    id="missing-owner",
    severity=Severity.WARNING,
    what="""\
A blueprint without an `owner`, or a step with a grave remark (`severity: 3`) where no pain, opportunity or
question has one.
""",
    why="""\
A blueprint tells the truth for as long as somebody keeps it up. What hurts gravely and belongs to nobody stays.
""",
    mend="""\
Write who looks after the blueprint: a team, a role, rather than a person who may move on. Beside what is grave,
write who sees to it.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
"""
    },
    find=_missing_owners,
    kinds=(_NO_OWNER, _NOBODY_SEES_TO),
)


_OVERDUE = Kind(
    "review-overdue",
    "the review was due by {day}",
    "review the blueprint, then write a new 'reviewed' and 'review-by'",
)


def _overdue_reviews(blueprint: Blueprint, context: Context) -> Iterator[Finding]:
    if blueprint.review_by and blueprint.review_by < context.today:
        yield Finding(_OVERDUE(day=blueprint.review_by.isoformat()), keys=("review-by",))


REVIEW_OVERDUE = Rule(
    id="review-overdue",
    severity=Severity.WARNING,
    what="""\
A blueprint whose `review-by` has passed. The day itself is still in time.
""",
    why="""\
Services change quietly. A blueprint that nobody has looked at since is believed all the same.
""",
    mend="""\
Go through it with those who do the work. Then write the day into `reviewed`, and the next into `review-by`.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
review-by: 2020-04-01
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
review-by: 2999-04-01
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
"""
    },
    find=_overdue_reviews,
    kinds=(_OVERDUE,),
)


_CHANGES_NOTHING = Kind(
    "unchanged-to-be",
    "this to-be has the same steps as '{base}', and changes nothing",
    "write what shall become different, or delete the file",
)


def _unchanged_to_bes(blueprint: Blueprint, context: Context) -> Iterator[Finding]:
    base = context.library.get(blueprint.variant_of)
    if blueprint.state is State.TO_BE and base and (blueprint.steps, blueprint.flows) == (base.steps, base.flows):
        yield Finding(_CHANGES_NOTHING(base=base.id), keys=("variant-of",))


_LAPTOP = """\
title: Request a laptop
owner: Service Desk
steps:
  - id: send
    customer: Sends the request
    frontstage: Portal confirms it
"""

UNCHANGED_TO_BE = Rule(
    id="unchanged-to-be",
    severity=Severity.WARNING,
    what="""\
A blueprint with `state: to-be` whose steps are the same as those of the blueprint that it is a `variant-of`.

Everything in the steps counts, feelings and times included. Title, summary and the like do not.
""",
    why="""\
A to-be is there to show what shall become different. Mostly somebody copied the as-is and was called away.
""",
    mend="""\
Write the change. If there is none yet, leave the file out until there is.
""",
    bad={"laptop-to-be.yml": "state: to-be\nvariant-of: laptop\n" + _LAPTOP, "laptop.yml": _LAPTOP},
    good={
        "laptop-to-be.yml": "state: to-be\nvariant-of: laptop\n" + _LAPTOP.replace("it\n", "it and names the day\n"),
        "laptop.yml": _LAPTOP,
    },
    find=_unchanged_to_bes,
    kinds=(_CHANGES_NOTHING,),
)


def _unknown_rules(blueprint: Blueprint, context: Context) -> Iterator[Finding]:
    for index, id in enumerate(blueprint.ignored_checks):
        if id not in context.rules:
            yield Finding(no_such_rule(id, context.rules), keys=("checks", "ignore", index))


UNKNOWN_RULE = Rule(
    id="unknown-rule",
    severity=Severity.WARNING,
    what="""\
An entry of `checks: ignore` that is the id of no rule.
""",
    why="""\
What is misspelt ignores nothing, and whoever wrote it thinks otherwise.
""",
    mend="""\
Write the id that the message names, or one from the list of rules. What an option or a setting names is looked
at as well: there a wrong id ends the command with status 2.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
checks: {ignore: lowfeeling}
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
checks: {ignore: low-feeling}
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
    feeling: -1
"""
    },
    find=_unknown_rules,
    kinds=(NO_SUCH_RULE,),
)
