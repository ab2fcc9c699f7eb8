"""Measuring and wrapping; the cases stand in text_cases.yml."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Page
from ruamel.yaml import YAML

from service_blueprint import drawing
from service_blueprint.layout.metrics import clusters
from service_blueprint.layout.text import ELLIPSIS, is_rtl, longest_word, width, wrap

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("text_cases.yml"))
FONTS = Path(drawing.__file__).parent / "fonts"
SIZE = 12.5
MANY = 10_000

ALPHABETS = [
    "abc xyz -/,.",
    "ąćęłńóśźż ŁÓDŹ",
    "áéíóöőúüű Ű",
    "αβγ ώ",
    "дом Ж",
    "新入「」。、ノーa ",
    "한국어 ",
    "\u0627\u0644\u0639 ",
    "\u05d0\u05d1\u05be ",
    "👍👩\u200d❤\ufe0f🇵🇱🏿1\u20e3 ",
    "e\u0301\u0915\u093f \t\n\u00a0\u200b",
]
texts = st.lists(st.sampled_from(ALPHABETS).flatmap(st.text), max_size=6).map("".join) | st.text()
MEASURE = """async texts => {
    const line = document.querySelector("text");
    await document.fonts.load("100px Shipped");
    return texts.map(text => { line.textContent = text; return line.getComputedTextLength(); });
}"""

widths = st.floats(min_value=1, max_value=300)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_text_is_wrapped_as_the_case_says(case: dict[str, Any]) -> None:
    lines = wrap(
        case["text"],
        case["width"],
        case.get("size", SIZE),
        bold=case.get("bold", False),
        lines=case.get("at-most", 5),
    )
    assert [line.text for line in lines] == case["gives"]


@given(texts, widths, st.booleans())
def test_no_line_is_wider_than_asked_unless_it_is_a_single_character(text: str, room: float, bold: bool) -> None:
    for line in wrap(text, room, SIZE, bold=bold, lines=MANY):
        assert line.width <= room + 1e-6 or len(clusters(line.text)) == 1


@given(texts, widths)
def test_nothing_is_lost_but_white_space(text: str, room: float) -> None:
    lines = wrap(text, room, SIZE, lines=MANY)
    assert "".join(words("".join(line.text for line in lines))) == "".join(words(text))


@given(texts, widths, st.integers(min_value=1, max_value=4))
def test_no_more_lines_than_asked_and_an_ellipsis_where_text_is_left_out(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, SIZE, lines=most)
    whole = wrap(text, room, SIZE, lines=MANY)
    assert len(lines) == min(most, len(whole))
    if len(whole) > most:
        assert lines[-1].text.endswith(ELLIPSIS)


@given(texts, widths, st.booleans())
@example("1 \ufe0f", 27.0, False)
def test_a_line_is_as_wide_as_its_text(text: str, room: float, bold: bool) -> None:
    for line in wrap(text, room, SIZE, bold=bold):
        assert line.width == pytest.approx(width(line.text, SIZE, bold=bold))


@given(texts, st.booleans())
@example("Жи\u200b\ufe0f", False)
@example("\u200b\u093f\ufe0f", False)
def test_a_text_fits_the_width_measured_for_it(text: str, bold: bool) -> None:
    collapsed = " ".join(words(text))
    assert len(wrap(collapsed, width(collapsed, SIZE, bold=bold), SIZE, bold=bold)) == bool(collapsed)


@given(st.lists(st.text("aimwóŹ", min_size=1), min_size=1))
def test_no_word_is_broken_at_the_width_of_the_longest(written: list[str]) -> None:
    text = " ".join(written)
    lines = wrap(text, longest_word(text, SIZE), SIZE, lines=MANY)
    assert [word for line in lines for word in line.text.split()] == written


def test_a_width_grows_with_the_size() -> None:
    assert width("Service Desk", 25) == pytest.approx(2 * width("Service Desk", 12.5))


@pytest.mark.parametrize(
    ("text", "rightwards"),
    [
        ("Orders", True),
        ("\u05e2\u05d5\u05d1\u05d3", False),
        ("\u0639\u0645\u064a\u0644", False),
        ("1. \u0639\u0645\u064a\u0644", False),
        ("HR \u05e2\u05d5\u05d1\u05d3", True),
        ("新入社員", True),
        ("", True),
        ("24/7", True),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, rightwards: bool) -> None:
    assert is_rtl(text) is not rightwards


def test_all_lines_of_a_text_run_the_same_way() -> None:
    for text, right_to_left in (("עובד מילא ABC DEF 25%", True), ("HR and IT עובד מילא", False)):
        lines = wrap(text, 50, SIZE)
        assert len(lines) > 2
        assert {line.right_to_left for line in lines} == {right_to_left}
        assert {line.right_to_left for line in wrap(text, 50, SIZE, lines=1)} == {right_to_left}
    assert [line.start(10, 100) for line in wrap("עובד", 50, SIZE)] == [100 - width("עובד", SIZE)]
    assert [line.start(10, 100) for line in wrap("HR", 50, SIZE)] == [10]


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_widths_are_those_of_the_font_that_is_shipped(face: str, page: Page) -> None:
    texts = [
        "Confirms the request and the due date",
        "Zażółć gęślą jaźń",
        "Árvíztűrő tükörfúrógép",
        "Ο υπάλληλος ζητά υπολογιστή",
        "Сотрудник заказывает ноутбук",
        "0123456789 – “quoted” (…) / 50 % ≤ €",
    ]
    font = base64.b64encode((FONTS / f"Roboto-{face}.woff2").read_bytes()).decode()
    style = f"@font-face {{ font-family: Shipped; src: url(data:font/woff2;base64,{font}) }}"
    page.set_content(f'<style>{style}</style><svg><text font-family="Shipped" font-size="100"></text></svg>')
    painted = page.evaluate(MEASURE, texts)
    assert painted == pytest.approx([width(text, 100, bold=face == "Bold") for text in texts], rel=0.01)


def words(text: str) -> list[str]:
    """The words between white space and control characters; a no-break or wide space is part of a word."""
    return [word for word in re.split(r"(?:[^\S\u00a0\u2007\u202f\u3000]|[\x00-\x1f\x7f-\x9f])+", text) if word]
