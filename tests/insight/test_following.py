"""Where the arrows of a step lead."""

from service_blueprint.insight.following import following
from written import written

BLUEPRINT = written("""
    title: Made
    steps:
      - {id: ask, customer: Asks, backstage: Files,
         frontstage: {do: Answers, to: [ask.backstage, {target: again, label: Unclear}]}}
      - {id: again, customer: {do: Asks again, to: [{target: ask, label: Once more}, next]}}
      - {id: go, customer: Goes}
""")


def test_arrows_to_other_steps_are_told_and_those_within_where_an_author_wrote_them() -> None:
    assert told("ask") == [
        ("ask.customer", "again", False, False),
        ("ask.frontstage", "ask", True, False),
        ("ask.frontstage", "again", False, False),
    ]


def test_an_arrow_to_an_earlier_step_leads_back() -> None:
    assert told("again") == [("again.customer", "ask", False, True), ("again.customer", "go", False, False)]


def test_nothing_follows_on_the_last_one() -> None:
    assert told("go") == []


def test_what_an_author_wrote_of_an_arrow_is_there() -> None:
    arrows = [each.flow.arrow for each in following(BLUEPRINT.steps_by_id["ask"], BLUEPRINT)]
    assert [arrow.label if arrow else None for arrow in arrows] == [None, "", "Unclear"]


def told(step: str) -> list[tuple[str, str, bool, bool]]:
    found = following(BLUEPRINT.steps_by_id[step], BLUEPRINT)
    return [(each.source.address, each.step.id, each.inside, each.back) for each in found]
