"""Rules about decisions: the ways out of them."""

from collections import Counter
from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

_NAME_TWO = "name at least two in 'to', as in '{{target: refund, label: Accepted}}'"
_ONE_EXIT = Kind("decision-exits.one", "the decision {action} has only one labelled exit", _NAME_TWO)
_NO_EXIT = Kind("decision-exits.none", "the decision {action} has no labelled exit", _NAME_TWO)


def _decisions_without_exits(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    exits = Counter(flow.source for flow in blueprint.flows if flow.label or flow.after)
    for action in blueprint.actions.values():
        exits[action.address] += sum(bool(to.elsewhere and (to.label or to.after)) for to in action.to or ())
    for action in blueprint.actions.values():
        if action.decision and exits[action.address] < 2:
            kind = _ONE_EXIT if exits[action.address] else _NO_EXIT
            yield Finding(kind(action=quoted(action.do)), action, ("to",))


DECISION_EXITS = Rule(
    id="decision-exits",
    severity=Severity.ERROR,
    what="""\
A decision with fewer than two exits that carry a label. A deadline (`after`) is one too.
""",
    why="""\
A decision is drawn as one because the way parts there. With one exit nothing is decided, and without labels no
reader knows which way is which. The exit that is left out is often the one where the service fails: the
refusal, the second try.
""",
    mend="""\
Name each exit in `to`, with a `label`. If the way does not part, take `decision` out.
""",
    bad={
        "return.yml": """\
title: Return a parcel
owner: Warehouse
steps:
  - id: inspect
    customer: Hands in the parcel
    frontstage:
      do: Inspects the goods
      decision: true
      to: {target: refund, label: Accepted}
  - id: refund
    customer: Gets the money back
    frontstage: Pays it back
"""
    },
    good={
        "return.yml": """\
title: Return a parcel
owner: Warehouse
steps:
  - id: inspect
    customer: Hands in the parcel
    frontstage:
      do: Inspects the goods
      decision: true
      to:
        - {target: refund, label: Accepted}
        - {target: refusal, label: Worn}
  - id: refund
    customer: Gets the money back, or the goods
    frontstage:
      - Pays it back
      - {id: refusal, do: Explains the refusal}
"""
    },
    find=_decisions_without_exits,
    kinds=(_ONE_EXIT, _NO_EXIT),
)
