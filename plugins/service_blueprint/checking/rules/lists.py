"""Rules of lists whose order is said."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint, Stage, addresses_in
from service_blueprint.checking.rule import Context, Finding, Rule
from service_blueprint.problem import Kind, Severity

_OF_ONE = Kind(
    "list-of-one",
    "the list '{word}' has one entry alone",
    "write what goes with it, or the action without '{word}'",
)


def _lists_of_one(blueprint: Blueprint, _: Context) -> Iterator[Finding]:
    for step in blueprint.steps:
        for stage in Stage:
            cell = step.cell(stage)
            for listing in cell.order.lists if cell.order else ():
                if listing.order and len(listing.entries) == 1:
                    first = blueprint.actions[addresses_in(listing)[0]]
                    yield Finding(_OF_ONE(word=listing.order.value), first)


LIST_OF_ONE = Rule(
    id="list-of-one",
    severity=Severity.INFO,
    what="""\
A list that says how its actions go, with `in-turn`, `together` or `one-of`, and has one entry.
""",
    why="""\
One action has no order. So either something is missing beside it, or the word says nothing, and the reader of the file
looks for what goes with it.
""",
    mend="""\
Write the other actions, or the one alone.
""",
    bad={
        "burger.yml": """\
title: Get a burger
owner: Kitchen
steps:
  - customer: Orders
    frontstage: Takes the order
    backstage: {in-turn: [Grills]}
"""
    },
    good={
        "burger.yml": """\
title: Get a burger
owner: Kitchen
steps:
  - customer: Orders
    frontstage: Takes the order
    backstage: {in-turn: [Grills, Wraps]}
"""
    },
    find=_lists_of_one,
    kinds=(_OF_ONE,),
)
