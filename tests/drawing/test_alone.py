"""A drawing that stands alone looks right with no style sheet at all; a style sheet adds the dark colours."""

import re
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Route

from service_blueprint.blueprint import View
from service_blueprint.drawing import draw, png
from service_blueprint.drawing.comparison import draw_comparison
from service_blueprint.drawing.style import looks
from service_blueprint.insight.comparison import compare
from service_blueprint.shelves import read_folder
from service_blueprint.words import words_for
from written import written

SAMPLES = read_folder(Path(__file__).parent.parent.parent / "blueprints").blueprints
COMPARED = draw_comparison(compare(SAMPLES["laptop-request"], SAMPLES["laptop-request-to-be"]), words_for("en"))
DRAWINGS = [*(draw(blueprint, view) for blueprint in SAMPLES.values() for view in View), COMPARED]

LOOKS = """() => {
  const properties = [
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "font-size", "font-weight", "font-style",
    "font-family", "text-decoration-line",
  ];
  const shapes = [...document.querySelectorAll("svg, svg [class]")];
  return shapes.map((shape) => properties.map((name) => getComputedStyle(shape).getPropertyValue(name)));
}"""
STRICT = "default-src 'none'"


@pytest.mark.parametrize("svg", DRAWINGS)
def test_each_look_of_a_class_is_an_attribute(svg: str) -> None:
    dressed = 0
    for element in ElementTree.fromstring(svg).iter():
        for name in element.get("class", "").split():
            for key, value in looks("light").get(name, {}).items():
                assert element.get(key) == value.removesuffix("px")
                dressed += 1
    assert dressed > 50


@pytest.mark.parametrize("svg", DRAWINGS)
def test_the_style_sheet_changes_colours_alone_and_for_the_dark_alone(svg: str) -> None:
    style = re.search(r"<style>\n@media \(prefers-color-scheme: dark\) \{\n(.*?)\n\}\n</style>", svg, re.DOTALL)
    assert style
    assert svg.count("<style>") == 1
    assert set(re.findall(r"([\w-]+): ", style[1])) == {"fill", "stroke"}
    classes = {name for found in re.findall(r'class="([^"]*)"', svg) for name in found.split()}
    assert set(re.findall(r":root \.([\w-]+) ", style[1])) <= classes


def test_a_png_is_the_same_without_the_style_sheet() -> None:
    svg = draw(SAMPLES["laptop-request"], View.ACTORS)
    assert png(svg) == png(re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL))


def test_what_authors_write_is_not_taken_for_an_element() -> None:
    text = 'A <rect class="canvas"/> and class="canvas"'
    svg = draw(written(f"title: A\nsteps:\n  - customer: '{text}'\n    frontstage: '{text}'\n"), View.ACTORS)
    assert ">A &lt;rect" in svg
    assert not re.search(r">[^<]*class=\"canvas\" fill", svg)


def opened(browser: Browser, scheme: Literal["light", "dark"], policy: str = "") -> list[list[str]]:
    """The looks of all shapes of a drawing that a browser has opened."""

    def answer(route: Route) -> None:
        headers = {"Content-Type": "image/svg+xml", "Content-Security-Policy": policy}
        route.fulfill(body=COMPARED, headers=headers)

    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.route("http://drawing.test/**", answer)
    page.goto("http://drawing.test/actors.svg")
    found: list[list[str]] = page.evaluate(LOOKS)
    context.close()
    return found


def test_a_browser_under_the_strictest_policy_paints_the_light_colours(browser: Browser) -> None:
    light = opened(browser, "light")
    assert len({tuple(looks) for looks in light}) > 20
    assert opened(browser, "light", STRICT) == opened(browser, "dark", STRICT) == light


def test_a_browser_that_prefers_the_dark_paints_it_where_styles_are_read(browser: Browser) -> None:
    ground = opened(browser, "dark")[1]
    assert ground[0] == "rgb(20, 25, 29)"
