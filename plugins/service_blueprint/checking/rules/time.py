"""Rules about how long things take."""

import re
from collections.abc import Iterator
from functools import cache

from service_blueprint.blueprint import Action, Blueprint, Step
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.languages import LANGUAGES
from service_blueprint.problem import Kind, Severity
from service_blueprint.words import message, words_for

WAIT_WORDS = message("wait, waits, waiting, queue, queues, queueing, queuing")
"""Words with which a customer's action begins where the customer only waits; a language's translation has its own."""


_HOW_LONG = Kind(
    "wait-without-duration",
    "nothing says how long the customer waits in {action}",
    "write it as 'wait', for instance 'wait: 3 d'; a rough figure will do",
)


def _waits_without_duration(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for step in blueprint.steps:
        customers = step.customer.actions
        if customers and all(_is_wait(action) for action in customers) and not _says_how_long(step):
            yield Finding(_HOW_LONG(action=quoted(customers[0].do)), customers[0])


def _is_wait(action: Action) -> bool:
    first = re.match(r"\W*(\w+)", action.do)
    return first is not None and first[1].casefold() in _wait_words()


@cache
def _wait_words() -> frozenset[str]:
    """The words of all languages, for a blueprint need not say in which one it is written."""
    return frozenset(word for language in LANGUAGES for word in words_for(language)(WAIT_WORDS).split(", "))


def _says_how_long(step: Step) -> bool:
    return (
        step.wait is not None
        or any(action.wait or (action.time and action.time.standard) for action in step.customer.actions)
        or any(action.wait for action in step.actions)
    )


WAIT_WITHOUT_DURATION = Rule(
    id="wait-without-duration",
    severity=Severity.WARNING,
    what="""\
A step in which the customer only waits, and which does not say how long: neither the step nor one of its
actions has a `wait`.

That the customer only waits is seen from the first word of what the customer does, such as "Waits", "Waiting",
"Queues", "Czeka" or "Várja", in each language that the tool speaks. In others this rule finds nothing.
""",
    why="""\
How long a service takes is, for its customers, how long they wait. A wait without a figure cannot be compared,
added up or improved; Shostack (1984) puts the time on each part of a blueprint.
""",
    mend="""\
Write `wait` with what you know. A rough figure with `basis: assumed` is better than none.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Waits for news
    touchpoint: missing
    backstage: Machine is set up
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Waits for news
    touchpoint: missing
    backstage: Machine is set up
    wait: 3 d
"""
    },
    find=_waits_without_duration,
    kinds=(_HOW_LONG,),
)


_TOO_LONG = Kind(
    "time-over-acceptable",
    "{action} takes {standard} as a rule, and customers accept {acceptable}",
    "mend the figures, or the service",
)


def _times_over_acceptable(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for action in blueprint.actions.values():
        time = action.time
        if not (time and time.standard and time.acceptable):
            continue
        if time.standard.seconds > time.acceptable.seconds:
            fault = _TOO_LONG(action=quoted(action.do), standard=time.standard.text, acceptable=time.acceptable.text)
            yield Finding(fault, action, ("time", "standard"))


TIME_OVER_ACCEPTABLE = Rule(
    id="time-over-acceptable",
    severity=Severity.WARNING,
    what="""\
An action whose `standard` time is longer than the `acceptable` one. Of a range what is likely counts, or else the
middle: `1 d..2 d..5 d` are 2 days, `1 d..5 d` are 3.
""",
    why="""\
The acceptable time is the longest that customers put up with before they think less of the service (Shostack,
1984). If the standard is longer, the service fails them whenever it works as planned.
""",
    mend="""\
Look whether the two figures are swapped. If they are right, shorten the work, or see to it that the customer
does not have to wait for it.
""",
    bad={
        "shoes.yml": """\
title: Have shoes shined
owner: Shoe shiner
steps:
  - customer: Sits down
    frontstage: {do: Shines the shoes, time: {standard: 5 min, acceptable: 2 min}}
"""
    },
    good={
        "shoes.yml": """\
title: Have shoes shined
owner: Shoe shiner
steps:
  - customer: Sits down
    frontstage: {do: Shines the shoes, time: {standard: 2 min, acceptable: 5 min}}
"""
    },
    find=_times_over_acceptable,
    kinds=(_TOO_LONG,),
)
