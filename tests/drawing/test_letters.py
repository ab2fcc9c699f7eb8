"""Letters are set in whatever font has them; those that no font has are told."""

import json
import re
from base64 import b64encode

import pytest
from playwright.sync_api import Page

from service_blueprint.blueprint import View
from service_blueprint.drawing import draw, png, unpainted
from service_blueprint.drawing.letters import beyond_our_fonts
from written import written

# No letters yet, at the end of a plane: no font has them, whatever the machine.
NOWHERE = "\U0003fff0\U0003fff1"

RIGHT_TO_LEFT = """
title: שירות
phases: ["הזמנה (API) 2.0"]
steps:
  - id: one
    phase: "הזמנה (API) 2.0"
    customer:
      - id: asks
        do: לקוח שולח טופס B12 עם 25% הנחה ומחכה לתשובה מ-Service Desk במשך 3 ימים!
        to: [{target: pays, label: "כן, 100%"}]
      - {id: pays, do: "يرسل الطلب إلى API وينتظر 3 أيام"}
    frontstage:
      - {by: מוקד (Help) שירות לקוחות בינלאומי מאוד, do: עונה, fails: ["הטופס אבד ב-CRM, ולא נמצא שוב אחרי 24 שעות."]}
    feeling: {customer: -1, words: "כועס מאוד :("}
    pain: ["לא ברור מה קורה אחרי 24 שעות", "يرسل الطلب إلى API"]
    opportunity: "להוסיף מעקב (tracking)."
"""

# How many px differ between two pictures: within each box, and beside all of them.
CHANGED = """async ([one, other, boxes]) => {
  const paint = async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await paint(one), await paint(other)];
  const within = boxes.map(() => 0);
  let beside = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if (a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] && a.data[at + 2] === b.data[at + 2]) continue;
    const x = (at / 4) % a.width / 2, y = Math.floor(at / 4 / a.width) / 2;
    const box = boxes.findIndex(([left, top, right, bottom]) => left <= x && x <= right && top <= y && y <= bottom);
    if (box < 0) beside += 1; else within[box] += 1;
  }
  return [within, beside];
}"""


Rectangle = tuple[float, float, float, float]


def changed(canvas: Page, one: str, other: str, boxes: list[Rectangle]) -> tuple[list[int], int]:
    within, beside = canvas.evaluate(CHANGED, [*(b64encode(png(svg)).decode() for svg in (one, other)), boxes])
    return within, beside


def boxes_of(svg: str, pattern: str) -> list[Rectangle]:
    """Where the texts stand whose attributes the pattern finds: those in the middle of their x, in px."""
    found = []
    for attributes in re.findall(rf"<text ([^<>]*{pattern}[^<>]*)>", svg):
        x, y, width = (float(re.search(rf'\b{name}="([^"]*)"', attributes)[1]) for name in ("x", "y", "textLength"))  # type: ignore[index]
        assert 'text-anchor="middle"' in attributes
        found.append((x - width / 2 - 2, y - 16, x + width / 2 + 2, y + 7))
    return found


@pytest.fixture
def hebrew() -> str:
    """A drawing with Hebrew and Arabic in every place."""
    svg = draw(written(RIGHT_TO_LEFT), View.ACTORS)
    if unpainted(svg):
        pytest.skip(f"no font here has {unpainted(svg)}; DejaVu Sans has")
    return svg


def test_what_is_written_from_right_to_left_stands_in_its_place_in_png(canvas: Page, hebrew: str) -> None:
    without = re.sub(r'(<text [^<>]*direction="rtl"[^<>]*>)[^<]*', r"\1", hebrew)
    boxes = boxes_of(hebrew, 'direction="rtl"')
    assert len(boxes) > 15
    within, beside = changed(canvas, hebrew, without, boxes)
    assert beside == 0
    assert min(within) > 10


def test_every_line_of_such_a_text_runs_the_same_way(hebrew: str) -> None:
    lines = re.findall(r'<text [^<>]*direction="rtl"[^<>]*>([^<]*)<', hebrew)
    assert any(re.match(r"[A-Z0-9]", line) for line in lines)
    assert not re.findall(r"<text (?![^<>]*direction)[^<>]*>[^<]*[\u0590-\u06ff]", hebrew)


@pytest.mark.usefixtures("hebrew")
def test_words_in_latin_letters_come_further_left_the_later_they_are_read(canvas: Page) -> None:
    # VAV is as thin a letter as there is, so most of what is painted is of the W.
    svg = draw(written("title: A\nsteps:\n  - customer: ווווו WWWWW\n"), View.ACTORS)
    ((left, top, right, bottom),) = boxes_of(svg, 'direction="rtl"')
    middle = (left + right) / 2
    halves = [(left, top, middle, bottom), (middle, top, right, bottom)]
    (first, second), _ = changed(canvas, svg, svg.replace("ווווו WWWWW", ""), halves)
    assert first > second


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Zażółć gęślą jaźń, ěščř, Ελληνικά, Кириллица", ""),
        (f"Pays {NOWHERE} and {NOWHERE}", NOWHERE),
        ("Marks on letters e\u0301, joiners \u200d\u200c\u2060, directions \u202b\u202c, selectors \ufe0e\ufe0f", ""),
        ("Spaces \u00a0\u2003\u3000 and fillers \u3164\u2800", ""),
        ("<&>'\"", ""),
    ],
)
def test_letters_that_no_font_has_are_told(text: str, missing: str) -> None:
    assert (
        unpainted(
            draw(written(f"title: A\nsteps:\n  - customer: {json.dumps(text, ensure_ascii=False)}\n"), View.ACTORS)
        )
        == missing
    )


@pytest.mark.parametrize("sign", "→⇒₂①Ա")
def test_signs_for_which_our_fonts_have_nothing_are_looked_for_in_the_systems(sign: str) -> None:
    assert beyond_our_fonts(draw(written(f"title: A\nsteps:\n  - customer: Pays {sign}\n"), View.ACTORS)) == sign


def test_only_what_is_painted_counts() -> None:
    assert unpainted(draw(written(f"title: 'A {NOWHERE}'\nsteps:\n  - customer: Pays\n"), View.ACTORS)) == ""
