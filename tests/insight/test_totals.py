"""The figures of a whole blueprint."""

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


def test_no_written_wait_is_no_wait_of_zero() -> None:
    assert totals(written("title: Made\nsteps: [{customer: Asks}]")).customer_wait is None
