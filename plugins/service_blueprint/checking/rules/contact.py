"""Rules about whom the service is for: what the customer does, and whom and what the customer meets."""

from collections import defaultdict
from collections.abc import Iterator

from service_blueprint.blueprint import UNSEEN_CHANNELS, Action, Blueprint, Channel, Flow, Stage, Step, Touchpoint
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

Meetings = defaultdict[str, list[tuple[Flow, Action]]]


_TOUCHES_NOTHING = Kind(
    "customer-touches-nothing",
    "the customer touches nothing of the service in {action}",
    "write what is met, as 'frontstage' or 'evidence', or 'frontstage: none' where that is meant",
)


def _customers_who_touch_nothing(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    meetings = _meetings(blueprint)
    for step in blueprint.steps:
        if step.customer.actions and not _touches(step, meetings):
            first = step.customer.actions[0]
            yield Finding(_TOUCHES_NOTHING(action=quoted(first.do)), first)


def _touches(step: Step, meetings: Meetings) -> bool:
    """Whether something of the service is met in a step, or is not on purpose."""
    if step.touchpoint is not Touchpoint.WORKING or step.channels or step.wait:
        return True
    if any(action.decision or action.wait for action in step.customer.actions):
        return True
    for cell in (step.evidence, step.frontstage):
        if cell.actions or cell.nothing:
            return True
    if any(action.channels for action in step.customer.actions):
        return True
    return any(flow.named for action in step.customer.actions for flow, _ in meetings[action.address])


CUSTOMER_TOUCHES_NOTHING = Rule(
    id="customer-touches-nothing",
    severity=Severity.WARNING,
    what="""\
A step in which the customer acts and meets nothing of the service, without a word that this is meant.

Evidence is enough: whoever walks through the lobby touches the service. So is a front-stage action, a
`channel`, an arrow between the customer's action and one of the service's, or a `touchpoint` that is `missing`
or `failing`. A decision and a wait are of the customer alone, and say nothing of contact.
""",
    why="""\
Either nobody has looked yet, or the customer is left alone here. Both are worth knowing: a contact that is
missing is felt as well, and no one but the customer notices.
""",
    mend="""\
Write what the customer sees, holds or hears. Where nothing is right, say so with `frontstage: none`. Where
there should be something, write `touchpoint: missing`.
""",
    bad={
        "burger.yml": """\
title: Get a burger
owner: Kitchen
steps:
  - customer: Orders
    frontstage: Counter takes the order
  - customer: Eats and leaves
"""
    },
    good={
        "burger.yml": """\
title: Get a burger
owner: Kitchen
steps:
  - customer: Orders
    frontstage: Counter takes the order
  - customer: Eats and leaves
    evidence: Clean table
"""
    },
    find=_customers_who_touch_nothing,
    kinds=(_TOUCHES_NOTHING,),
)


_MET_BY_NOBODY = Kind(
    "frontstage-without-customer",
    "no customer meets {action}, which is said to happen on the front stage",
    "write what the customer does there, or move it to 'backstage'",
)


def _frontstage_without_customer(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    meetings = _meetings(blueprint)
    for step in blueprint.steps:
        if step.customer.actions:
            continue
        for action in step.frontstage.actions:
            if not any(other.stage is Stage.CUSTOMER for _, other in meetings[action.address]):
                yield Finding(_MET_BY_NOBODY(action=quoted(action.do)), action)


FRONTSTAGE_WITHOUT_CUSTOMER = Rule(
    id="frontstage-without-customer",
    severity=Severity.WARNING,
    what="""\
A front-stage action that no customer's action meets: the customer does nothing in its step, and no arrow leads
from it to a customer's action, or from one to it.
""",
    why="""\
The line of visibility parts what customers see from what they do not (Shostack, 1984). What nobody sees stands
behind it.
""",
    mend="""\
Write what the customer does at that moment, or draw the arrow to where the customer notices it. Otherwise it is
a back-stage action.
""",
    bad={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
  - frontstage: Service Desk orders the machine
"""
    },
    good={
        "laptop.yml": """\
title: Request a laptop
owner: Service Desk
steps:
  - customer: Sends the request
    frontstage: Portal confirms it
  - backstage: Service Desk orders the machine
"""
    },
    find=_frontstage_without_customer,
    kinds=(_MET_BY_NOBODY,),
)


_TO_THE_FRONT = "move it to 'frontstage', or write the channel: phone, chat, e-mail, letter or sms"
_MET_BY = Kind(
    "customer-meets-backstage.by-channel",
    "the customer meets {action} behind the line of visibility, by the channel {channel}",
    _TO_THE_FRONT,
)
_MET_SOMEHOW = Kind(
    "customer-meets-backstage.without-channel",
    "the customer meets {action} behind the line of visibility, and no channel says how",
    _TO_THE_FRONT,
)


def _customers_backstage(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    meetings = _meetings(blueprint)
    for step in blueprint.steps:
        for action in step.backstage.actions:
            for flow, customers in meetings[action.address]:
                if customers.stage is not Stage.CUSTOMER:
                    continue
                channels = _channels(action, customers, blueprint)
                seen = [channel for channel in channels if channel.id not in UNSEEN_CHANNELS]
                if not flow.named or (channels and not seen):
                    continue
                met = quoted(action.do)
                fault = _MET_BY(action=met, channel=quoted(seen[0].title)) if seen else _MET_SOMEHOW(action=met)
                yield Finding(fault, action)
                break


def _channels(action: Action, customers: Action, blueprint: Blueprint) -> tuple[Channel, ...]:
    """How a back-stage action and a customer's meet: by their own channels, else by those of their steps."""
    steps = blueprint.step_of(action), blueprint.step_of(customers)
    return action.channels or customers.channels or steps[0].channels or steps[1].channels


CUSTOMER_MEETS_BACKSTAGE = Rule(
    id="customer-meets-backstage",
    severity=Severity.WARNING,
    what="""\
A customer who meets the back stage other than by phone, chat, e-mail, letter or text message: an arrow that
somebody has written joins a customer's action and a back-stage one, and another channel, or none, says how.
""",
    why="""\
Behind the line of visibility is what customers do not see. They may well speak to somebody there: whoever takes
reservations by phone works back stage (Bitner, Ostrom and Morgan, 2008). But whom they see is on the front
stage by definition; a diagram that says both misleads its readers.
""",
    mend="""\
Move the action to `frontstage`. If it is contact unseen, name the channel. If the arrow is not meant, delete it.
""",
    bad={
        "burger.yml": """\
title: Get a burger
owner: Kitchen
steps:
  - id: order
    customer: {do: Orders at the hatch, to: order.backstage}
    channel: in-person
    frontstage: Menu board is lit
    backstage: Cook takes the order
"""
    },
    good={
        "burger.yml": """\
title: Get a burger
owner: Kitchen
steps:
  - customer: Orders at the hatch
    channel: in-person
    frontstage: Cook takes the order
  - customer: Orders dessert
    channel: phone
    backstage: Cook takes the order by phone
"""
    },
    find=_customers_backstage,
    kinds=(_MET_BY, _MET_SOMEHOW),
)


def _meetings(blueprint: Blueprint) -> Meetings:
    """What meets what: for each action's address the flows that join it to actions of other stages, with those."""
    meetings: Meetings = defaultdict(list)
    for flow in blueprint.flows:
        source, target = blueprint.actions[flow.source], blueprint.actions[flow.target]
        if source.stage is not target.stage:
            meetings[flow.source].append((flow, target))
            meetings[flow.target].append((flow, source))
    return meetings
