"""What the decisions of the company open, held against trying every way to decide."""

from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.blueprint import Action, Flow, Stage
from service_blueprint.reading.alternatives import Alternatives

CUSTOMERS, DECISIONS, OTHERS = ("c1", "c2", "c3"), ("d1", "d2", "d3"), ("a1", "a2")
EVERY = (*CUSTOMERS, *DECISIONS, *OTHERS)
ACTIONS = [
    *(Action(address, "step", Stage.CUSTOMER, address) for address in CUSTOMERS),
    *(Action(address, "step", Stage.BACKSTAGE, address, decision=True) for address in DECISIONS),
    *(Action(address, "step", Stage.BACKSTAGE, address) for address in OTHERS),
]
# Each arrow of a decision has a label of its own, and is thereby an exit.
ARROWS = st.lists(st.tuples(st.sampled_from(EVERY), st.sampled_from(EVERY)), max_size=14, unique=True).map(
    lambda pairs: [Flow(source, target, f"{number}", named=True) for number, (source, target) in enumerate(pairs)]
)


@given(ARROWS)
def test_a_customers_action_is_opened_by_the_exits_that_lead_there_where_some_way_to_decide_ends_without_it(
    flows: list[Flow],
) -> None:
    alternatives = Alternatives(ACTIONS, flows)
    for address in CUSTOMERS:
        assert alternatives.exits_to(address) == {
            (flow.source, flow.label)
            for flow in flows
            if flow.source in DECISIONS and reaches(flow.target, address, flows) and ends(flow.source, {address}, flows)
        }


@given(ARROWS, st.sets(st.sampled_from(CUSTOMERS)))
def test_actions_leave_no_other_way_where_a_decision_that_opens_one_never_ends_without_any(
    flows: list[Flow], some: set[str]
) -> None:
    alternatives = Alternatives(ACTIONS, flows)
    opening = {decision for address in some for decision, _ in alternatives.exits_to(address)}
    assert alternatives.leave_no_other(some) is any(not ends(decision, some, flows) for decision in opening)


def reaches(start: str, address: str, flows: Sequence[Flow]) -> bool:
    reached = {start}
    for _ in EVERY:
        reached |= {flow.target for flow in flows if flow.source in reached}
    return address in reached


def ends(start: str, without: set[str], flows: Sequence[Flow]) -> bool:
    """Whether somebody can decide so that all that happens after ``start`` comes to an end without some actions."""
    targets = {address: [flow.target for flow in flows if flow.source == address] for address in EVERY}
    deciding = [address for address in DECISIONS if targets[address]]
    for chosen in product(*(targets[address] for address in deciding)):
        taken = targets | {address: [target] for address, target in zip(deciding, chosen, strict=True)}
        if comes_to_an_end(start, without, taken, ()):
            return True
    return False


def comes_to_an_end(at: str, without: set[str], taken: Mapping[str, Sequence[str]], way: tuple[str, ...]) -> bool:
    if at in without or at in way:
        return False
    return all(comes_to_an_end(target, without, taken, (*way, at)) for target in taken[at])
