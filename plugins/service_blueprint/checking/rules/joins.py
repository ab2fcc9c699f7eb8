"""Rules of actions at which several ways meet."""

from collections import Counter
from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint, Flow, Order, WaitsFor
from service_blueprint.checking.rule import Context, Finding, Rule, quoted
from service_blueprint.problem import Kind, Severity

_ONE_IN = Kind(
    "waits-for-one.lone",
    "{action} waits for all that lead to it, and one arrow does",
    "let the others lead to it, or leave 'waits-for' out",
)
_NONE_IN = Kind(
    "waits-for-one.none",
    "{action} waits for all that lead to it, and no arrow does",
    "let them lead to it, as in 'to: {address}', or leave 'waits-for' out",
)


def _waits_for_one(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    waiting = [action for action in blueprint.actions.values() if action.waits_for is WaitsFor.ALL]
    if not waiting:
        return
    coming: Counter[str] = Counter()
    for flow in blueprint.flows:
        coming[flow.target] += _ways(flow, blueprint)
        coming[flow.source] += flow.both
    for action in waiting:
        if coming[action.address] < 2:
            kind = _ONE_IN if coming[action.address] else _NONE_IN
            yield Finding(kind(action=quoted(action.do), address=action.address), action, ("waits-for",))


def _ways(flow: Flow, blueprint: Blueprint) -> int:
    """How many ways an arrow stands for: from a list whose actions go together one leads on for all of them."""
    source = blueprint.actions[flow.source]
    cell = blueprint.step_of(source).cell(source.stage)
    lists = [each for each in (cell.order.lists if cell.order else ()) if each.order is Order.TOGETHER]
    around = [each.addresses for each in lists if flow.source in each.addresses and flow.target not in each.addresses]
    return max((len(addresses) for addresses in around), default=1)


_PARCEL = """\
title: Return a parcel
owner: Warehouse
steps:
  - customer: Sends it back
    frontstage: {do: Takes it in, to: [goods, money]}
    backstage:
      - {id: goods, by: Warehouse, do: Inspects the goods, to: close}
      - {id: money, by: Accounts, do: Pays it back}
      - {id: close, by: Desk, do: Closes the case, waits-for: all}
"""

WAITS_FOR_ONE = Rule(
    id="waits-for-one",
    severity=Severity.WARNING,
    what="""\
An action with `waits-for: all` to which fewer than two arrows lead.
""",
    why="""\
Who waits for all waits for several. With one arrow the bar on its card promises a meeting that does not take
place, and most often an arrow has been forgotten.
""",
    mend="""\
Name the action in the `to` of the others for which it waits. If it waits for one alone, leave `waits-for` out.
""",
    bad={"return.yml": _PARCEL},
    good={"return.yml": _PARCEL.replace("do: Pays it back", "do: Pays it back, to: close")},
    find=_waits_for_one,
    kinds=(_ONE_IN, _NONE_IN),
)
