"""Rules about shares: which part of all cases goes which way."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

_ROUNDED = 0.005
"""What a share may be off, written in whole per cent."""

_OVER_ALL = Kind(
    "shares.over-all",
    "the ways out of the decision {action} have {share} % of all cases together",
    "mend their shares; each case goes one way",
)
_NO_DECISION = Kind(
    "shares.no-decision",
    "{action} is no decision, so all cases go along its arrows, not a share of them",
    "write 'decision: true', or leave 'share' out",
)


def _shares(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for action in blueprint.actions.values():
        shares = [(index, arrow.share) for index, arrow in enumerate(action.to or ()) if arrow.share]
        if not shares:
            continue
        if not action.decision:
            yield Finding(_NO_DECISION(action=quoted(action.do)), action, ("to", shares[0][0], "share"))
            continue
        total = sum(share.part for _, share in shares)
        if total > 1 + _ROUNDED * len(shares):
            yield Finding(_OVER_ALL(action=quoted(action.do), share=round(total * 100, 1)), action, ("to",))


SHARES = Rule(
    id="shares",
    severity=Severity.WARNING,
    what="""\
Shares of a decision that add up to more than all cases, or a share on an arrow of what is no decision. Each may be
rounded to whole per cent.
""",
    why="""\
At a decision each case goes one way, so the ways share all cases. Where they come to more, one of the figures is from
another time or another place, and whoever plans with them plans for cases that do not exist.
""",
    mend="""\
Look the figures up. Where several arrows are gone along together, it is no decision: leave `share` out.
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
      to:
        - {target: refund, label: Accepted, share: 90 %}
        - {target: refusal, label: Worn, share: 20 %}
  - id: refund
    customer: Gets the money back, or the goods
    frontstage:
      - Pays it back
      - {id: refusal, do: Explains the refusal}
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
        - {target: refund, label: Accepted, share: 80 %}
        - {target: refusal, label: Worn, share: 20 %}
  - id: refund
    customer: Gets the money back, or the goods
    frontstage:
      - Pays it back
      - {id: refusal, do: Explains the refusal}
"""
    },
    find=_shares,
    kinds=(_OVER_ALL, _NO_DECISION),
)
