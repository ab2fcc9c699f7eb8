from service_blueprint.message import Message
from service_blueprint.pages.faults import Line, excerpt, fault_page
from service_blueprint.pages.page import mark
from service_blueprint.problem import Place, Problem
from service_blueprint.words import words_for

SOURCE = "title: A\nsteps:\n  - custmer: Asks\n  - customer: Waits\n"


def test_an_excerpt_shows_the_line_and_those_around_it() -> None:
    assert excerpt(SOURCE, Place("x.yml", 3, 5)) == (
        Line(1, "title: A", False),
        Line(2, "steps:", False),
        Line(3, "  - custmer: Asks", True),
        Line(4, "  - customer: Waits", False),
        Line(5, "", False),
    )


def test_an_excerpt_of_a_file_that_cannot_be_read_is_empty() -> None:
    assert excerpt("", Place("x.yml")) == ()


def test_a_very_long_line_is_cut() -> None:
    (line,) = excerpt("x" * 10_000, Place("x.yml"))
    assert len(line.text) < 250


def test_a_fault_says_place_trouble_and_remedy_and_escapes_the_source() -> None:
    problem = Problem(Place("x.yml", 1, 8), Message("{text} is no title", (("text", "'<b>'"),)), Message("write one"))
    html = fault_page("My <title>", [problem], {"x.yml": "title: <b>"}, words_for("en"), "en", "../").filled(
        "".join(mark(part) for part in ("up", "head", "faults"))
    )
    assert "My &lt;title&gt;" in html
    assert 'href="../"' in html
    assert "x.yml:1:8" in html
    assert "&#39;&lt;b&gt;&#39; is no title." in html
    assert "Write one." in html
    assert "<mark>title: &lt;b&gt;</mark>" in html
