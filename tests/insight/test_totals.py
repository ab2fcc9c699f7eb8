"""The figures of a whole blueprint."""

import pytest
import yaml

from service_blueprint.blueprint import Cost
from service_blueprint.insight.totals import totals
from written import written


def test_totals_count_over_all_steps_and_stages() -> None:
    figures = totals(
        written("""
            title: Made
            steps:
              - {customer: {do: Asks, fails: Asks twice}, wait: 1 h, moment-of-truth: true}
              - {backstage: {do: Works, wait: 3 d, fails: [Forgets, Breaks]}}
              - {customer: {do: Waits, wait: 30 min}, touchpoint: missing}
              - {customer: Calls, touchpoint: failing, moment-of-truth: true}
        """)
    )
    assert (figures.steps, figures.touchpoints) == (4, 3)
    assert (figures.missing_touchpoints, figures.failing_touchpoints) == (1, 1)
    assert (figures.moments_of_truth, figures.fail_points) == (2, 3)
    assert figures.customer_wait and figures.customer_wait.seconds == 90 * 60


@pytest.mark.parametrize(
    ("costs", "total"),
    [
        ("[1, 2.5]", Cost(3.5)),
        ("[{amount: 0.1, currency: EUR}, {amount: 0.2, currency: EUR}]", Cost(0.3, "EUR")),
        ("[{amount: 1.5, currency: EUR}, {amount: 0.5, currency: EUR}]", Cost(2, "EUR")),
        ("[{amount: 1, currency: EUR}, {amount: 1, currency: PLN}]", None),
        ("[{amount: 1, currency: EUR}, 1]", None),
        ("[]", None),
    ],
)
def test_costs_add_up_where_all_are_in_one_currency(costs: str, total: Cost | None) -> None:
    actions = [{"do": "Acts", "cost": cost} for cost in yaml.safe_load(costs)] or "Acts"
    assert totals(written(yaml.safe_dump({"title": "Made", "steps": [{"customer": actions}]}))).cost == total


def test_no_written_wait_is_no_wait_of_zero() -> None:
    assert totals(written("title: Made\nsteps: [{customer: Asks}]")).customer_wait is None
