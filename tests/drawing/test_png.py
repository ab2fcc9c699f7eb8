"""PNG files are twice the drawing's size, carry their title, and need no browser."""

import re
import struct

import pytest

from service_blueprint.blueprint import View
from service_blueprint.drawing import draw, png
from service_blueprint.layout import lay_out
from written import written

BLUEPRINT = written("title: Zażółć\nsteps:\n  - {customer: Pyta, frontstage: Odpowiada}\n")


def test_a_png_is_twice_as_large_as_the_drawing() -> None:
    diagram = lay_out(BLUEPRINT, View.ACTORS)
    image = png(draw(BLUEPRINT, View.ACTORS))
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", image[16:24]) == (2 * round(diagram.width), 2 * round(diagram.height))


def test_a_png_of_a_drawing_that_is_very_large_has_no_more_pixels_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(png.__globals__, "MOST_PIXELS", 100_000)
    diagram = lay_out(BLUEPRINT, View.ACTORS)
    width, height = struct.unpack(">II", png(draw(BLUEPRINT, View.ACTORS))[16:24])
    assert diagram.width * diagram.height * 4 > 100_000
    assert width * height == pytest.approx(100_000, rel=0.01)
    assert width / height == pytest.approx(diagram.width / diagram.height, rel=0.01)


def test_a_png_carries_title_and_description() -> None:
    image = png(draw(BLUEPRINT, View.ACTORS), title=BLUEPRINT.title, description="Two cards")
    assert "iTXtTitle\0\0\0\0\0Zażółć".encode() in image
    assert b"iTXtDescription\0\0\0\0\0Two cards" in image


def test_the_same_drawing_gives_the_same_png() -> None:
    svg = draw(BLUEPRINT, View.ACTORS)
    assert png(svg) == png(svg)


def test_letters_are_drawn_and_not_left_out() -> None:
    with_text, without = (png(svg) for svg in (draw(BLUEPRINT, View.ACTORS), _without_texts()))
    assert len(with_text) > len(without)


def _without_texts() -> str:
    return re.sub(r"<text[^>]*>[^<]*</text>", "", draw(BLUEPRINT, View.ACTORS))
