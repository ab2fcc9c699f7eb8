"""The tool's own words; lengths of time stand in words_cases.yml."""

import ast
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import service_blueprint
import update_translations
from service_blueprint.blueprint import Cost, Duration
from service_blueprint.words import words_for

TESTS = Path(__file__).parent
DURATIONS: list[dict[str, Any]] = YAML(typ="safe").load(TESTS / "words_cases.yml")


def test_messages_of_code_tables_and_templates_are_found() -> None:
    ids = {message.id for message in update_translations.messages()}
    assert {"Moment of truth", "Filter", "Social media", ("{n} step", "{n} steps")} <= ids


def test_messages_in_tables_are_marked() -> None:
    """``words(TITLES[stage])`` is translated only where the table says ``message("Front stage")``."""
    modules = Path(service_blueprint.__file__).parent.rglob("*.py")
    unmarked = [call for module in modules for call in looked_up_unmarked(module)]
    assert unmarked == [], 'write the texts that are looked up here as message("...")'


def test_a_message_comes_in_the_language_asked_for() -> None:
    assert words_for("en")("Line of visibility") == "Line of visibility"
    assert words_for("pl")("Line of visibility") == "Linia widoczności"
    assert words_for("hu")("Line of visibility") == "Láthatósági vonal"


@pytest.mark.parametrize("tag", ["pl-PL", "pl_PL", "PL", "pl-DE", " pl "])
def test_a_language_is_found_by_any_tag_of_it(tag: str) -> None:
    assert words_for(tag).language == "pl"


@pytest.mark.parametrize("tag", ["", "en", "en-GB", "de", "ar", "zh-Hant-TW", "xx", "../../pl", "pl/../hu"])
def test_other_languages_fall_back_to_english(tag: str) -> None:
    words = words_for(tag)
    assert (words.language, words("Customer")) == ("en", "Customer")


@given(st.text())
def test_no_tag_breaks_anything(tag: str) -> None:
    assert words_for(tag)("Customer")


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (12, "EUR", {"en": "€12", "pl": "12 €", "hu": "12 EUR"}),
        (4.5, "EUR", {"en": "€4.50", "pl": "4,50 €"}),
        (1234.5, "PLN", {"en": "PLN 1,234.50", "pl": "1 234,50 zł"}),
        (0.125, "EUR", {"en": "€0.125", "pl": "0,125 €"}),
        (25000, "HUF", {"hu": "25 000 Ft", "en": "HUF 25,000"}),
        (12.5, "JPY", {"en": "¥12.5"}),
        (-3, "EUR", {"en": "-€3", "pl": "-3 €"}),
        (1.5, "", {"en": "1.5", "pl": "1,5"}),
        (2, "a bottle", {"en": "2 a bottle"}),
    ],
)
def test_money_is_said_as_people_write_it_and_no_part_of_it_is_lost(
    amount: float, currency: str, said: dict[str, str]
) -> None:
    for language, text in said.items():
        assert words_for(language).money(Cost(amount, currency)).replace("\xa0", " ") == text


def test_values_stand_in_their_places_and_are_not_read_as_messages() -> None:
    assert words_for("pl")("waits {time}", time="{n} 3 d") == "czeka {n} 3 d"


@pytest.mark.parametrize("text", ["", "{", "{x}", "100 % {}", "Nobody translates this"])
def test_a_text_that_is_no_message_stays_as_it_is(text: str) -> None:
    assert words_for("pl")(text) == text


@pytest.mark.parametrize(
    ("n", "polish", "hungarian", "english"),
    [
        (1, "1 krok", "1 lépés", "1 step"),
        (3, "3 kroki", "3 lépés", "3 steps"),
        (5, "5 kroków", "5 lépés", "5 steps"),
        (22, "22 kroki", "22 lépés", "22 steps"),
    ],
)
def test_plurals_follow_the_language(n: int, polish: str, hungarian: str, english: str) -> None:
    given = [words_for(language).plural("{n} step", "{n} steps", n) for language in ("pl", "hu", "en")]
    assert given == [polish, hungarian, english]


@pytest.mark.parametrize("case", DURATIONS, ids=lambda case: case.get("written", f"{case['seconds']} seconds"))
def test_lengths_of_time_are_short_words(case: dict[str, Any]) -> None:
    ends = {key: case[key] for key in ("least", "most", "about") if key in case}
    duration = Duration(case["seconds"], case.get("written", ""), **ends)
    assert {language: words_for(language).duration(duration) for language in case["gives"]} == case["gives"]


def test_numbers_and_dates_follow_the_language() -> None:
    assert [words_for(tag).number(1.4) for tag in ("en", "pl", "hu", "de")] == ["1.4", "1,4", "1,4", "1,4"]
    assert words_for("en-GB").date(date(2026, 10, 1)) == "1 Oct 2026"
    assert words_for("pl").date(date(2026, 10, 1)) == "1 paź 2026"


@pytest.mark.parametrize(("tag", "leftwards"), [("ar", True), ("he-IL", True), ("pl", False), ("", False)])
def test_the_direction_is_that_of_the_language(tag: str, leftwards: bool) -> None:
    assert words_for(tag).right_to_left is leftwards


def looked_up_unmarked(module: Path) -> list[str]:
    """The calls ``words(name)`` and ``words(table[key])`` of a module that marks no message."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imports = [alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    if "Words" not in imports or "message" in imports:
        return []
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    return [
        f"{module.name}:{call.lineno}: {ast.unparse(call)}"
        for call in calls
        if ast.unparse(call.func) in ("words", "self.words") and isinstance(call.args[0], ast.Name | ast.Subscript)
    ]
