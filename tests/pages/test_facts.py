from datetime import date

import pytest

from service_blueprint.blueprint import (
    Actor,
    Blueprint,
    Channel,
    Duration,
    Feeling,
    Outcome,
    Persona,
    Phase,
    Step,
    Touchpoint,
)
from service_blueprint.pages.facts import facts, figures, first_paragraph
from service_blueprint.words import words_for

ENGLISH = words_for("en")
STEP = Step("ask", 1, touchpoint=Touchpoint.MISSING, wait=Duration(3 * 86400, "3 d"))


def test_what_nobody_wrote_is_no_fact() -> None:
    assert facts(Blueprint("a", "A", (STEP,)), ENGLISH) == ()


def test_what_somebody_wrote_is_a_fact() -> None:
    blueprint = Blueprint(
        "a",
        "A",
        (STEP,),
        personas=(Persona("anna", "Anna", role="New employee", summary="Starts.", prefers=Channel("chat", "Chat")),),
        actors=(
            Actor("portal", "Portal", owner=Actor("desk", "Service Desk")),
            Actor("desk", "Service Desk"),
            Actor("menu", "Phone menu", owner=Actor("desk", "Service Desk")),
        ),
        goal="Work",
        expectations=("One", "Two"),
        owner=Actor("desk", "Service Desk", link="https://example.org"),
        reviewed=date(2026, 10, 1),
        review_by=date(2027, 4, 1),
    )
    assert [(fact.label, fact.texts, fact.detail, fact.link) for fact in facts(blueprint, ENGLISH)] == [
        ("Persona", ("Anna",), "New employee. Starts. Preferred channel: Chat.", ""),
        ("Goal", ("Work",), "", ""),
        ("Expectations", ("One", "Two"), "", ""),
        ("Owner", ("Service Desk",), "", "https://example.org"),
        ("Who looks after what", ("Service Desk: Portal, Phone menu",), "", ""),
        ("Reviewed", ("Oct 1, 2026",), "Review by Apr 1, 2027", ""),
    ]


def test_an_expectation_says_which_steps_answer_it_where_any_does() -> None:
    steps = tuple(Step(f"s{n}", n, answers=("One",) if n > 1 else ()) for n in (1, 2, 3))
    [fact] = facts(Blueprint("a", "A", steps, expectations=("One", "Two")), ENGLISH)
    assert fact.texts == ("One (answered by steps 2, 3)", "Two (answered by no step)")


def test_the_wanted_feeling_is_held_against_the_last_one_felt() -> None:
    steps = (Step("a", 1, feeling=Feeling(-1)), Step("b", 2, feeling=Feeling(0.5)), Step("c", 3))
    [fact] = facts(Blueprint("a", "A", steps, outcome=Outcome("Calm", 2)), ENGLISH)
    assert (fact.texts, fact.detail) == (("Calm",), "Wanted feeling: +2 very good; felt at the end: +0.5 good")
    [fact] = facts(Blueprint("a", "A", (STEP,), outcome=Outcome(feeling=1)), ENGLISH)
    assert (fact.texts, fact.detail) == (("Wanted feeling: +1 good",), "")


def test_what_is_said_of_phases_is_a_fact() -> None:
    phases = (Phase("Order"), Phase("Wait", Duration(60, "1 min"), "Stay in touch", Actor("desk", "Desk")))
    [fact] = facts(Blueprint("a", "A", (STEP,), phases=phases), ENGLISH)
    assert fact.texts == ("Order", "Wait (Time: 1 min, Goal: Stay in touch, Owner: Desk)")
    assert facts(Blueprint("a", "A", (STEP,), phases=phases[:1]), ENGLISH) == ()


def test_a_review_that_is_due_is_a_fact_of_its_own_where_there_was_none() -> None:
    (fact,) = facts(Blueprint("a", "A", (STEP,), review_by=date(2027, 4, 1)), ENGLISH)
    assert (fact.label, fact.texts) == ("Review by", ("Apr 1, 2027",))


def test_figures_that_are_nothing_are_left_out() -> None:
    shown = figures(Blueprint("a", "A", (STEP,)), ENGLISH)
    assert [(fact.label, fact.texts[0]) for fact in shown] == [
        ("Steps", "1"),
        ("Touchpoints", "1"),
        ("Missing touchpoints", "1"),
        ("Waiting time", "3 d"),
    ]


def test_waits_add_up_end_by_end_and_a_rough_one_makes_the_total_rough() -> None:
    waits = (Duration(86_400, "1 d"), Duration(172_800, "~1 d..3 d", 86_400, 259_200, about=True))
    steps = tuple(Step(f"s{number}", number, wait=wait) for number, wait in enumerate(waits, 1))
    [shown] = [fact for fact in figures(Blueprint("a", "A", steps), ENGLISH) if fact.label == "Waiting time"]
    assert shown.texts == ("about 2–4 d",)


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        ("One.\n\nTwo.", "One."),
        ("Wrapped\nover lines.", "Wrapped over lines."),
        ("With **Markdown** & [a link](https://example.org).", "With Markdown & a link."),
        ("\n\nAfter blank lines", "After blank lines"),
        ("", ""),
    ],
)
def test_the_first_paragraph_is_plain_text_on_one_line(summary: str, text: str) -> None:
    assert first_paragraph(summary) == text
