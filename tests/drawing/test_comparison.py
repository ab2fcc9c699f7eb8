"""The marked picture: what is new, changed, moved and gone, each told by more than its colour."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page
from ruamel.yaml import YAML

from blueprints_made import random_blueprint
from gauge import measure
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw
from service_blueprint.drawing.comparison import draw_comparison
from service_blueprint.insight.comparison import compare
from service_blueprint.shelves import read_folder
from service_blueprint.words import words_for
from written import written

SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = read_folder(Path(__file__).parents[2] / "blueprints").blueprints
BEFORE = """
title: Made
phases: [Ask, Get]
steps:
  - {id: ask, phase: Ask, customer: Asks, frontstage: {by: Desk, do: Answers}, feeling: -1, pain: Slow}
  - {id: wait, phase: Ask, customer: Waits, feeling: -2}
  - {id: get, phase: Get, customer: Gets it, frontstage: {by: Desk, do: Hands over}}
  - {id: use, phase: Get, customer: Uses it}
"""
AFTER = """
title: Made
phases: [Ask, Get]
steps:
  - {id: ask, phase: Ask, customer: Asks, frontstage: {by: Desk, do: Answers at once, to: get}, feeling: 1}
  - {id: use, phase: Get, customer: Uses it, opportunity: Show how}
  - id: get
    phase: Get
    customer: Gets it
    frontstage: {by: Desk, do: Hands over}
    backstage: {by: Desk, do: Notes it}
"""


@pytest.fixture(scope="module")
def picture() -> ElementTree.Element:
    comparison = compare(written(BEFORE), written(AFTER))
    return ElementTree.fromstring(draw_comparison(comparison, words_for("en")))


@pytest.fixture(scope="module")
def canvas(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def cards(picture: ElementTree.Element) -> dict[str, tuple[str, str]]:
    """The cards by their action: the classes of the outline, and the label."""
    found = {}
    for group in picture.iter(f"{SVG}g"):
        if "data-action" in group.attrib:
            found[group.attrib["data-action"]] = (group[0].attrib["class"], group.attrib["aria-label"])
    return found


def test_cards_are_marked_by_outline_and_label(picture: ElementTree.Element) -> None:
    marked = {address: (style.split("outline-")[-1], label) for address, (style, label) in cards(picture).items()}
    assert marked["get.backstage"] == ("added", "Added: Notes it, Desk, Back stage")
    assert marked["ask.frontstage"][0] == "changed"
    assert marked["was:wait.customer"][0] == "removed"
    assert marked["was:wait.customer"][1].startswith("Removed: Waits")
    assert {marked[card][0] for card in ("use.customer", "get.customer")} >= {"moved"}
    assert marked["ask.customer"][0] == "customer"


def test_what_is_gone_stands_where_it_was(picture: ElementTree.Element) -> None:
    steps = [group.attrib["data-step"] for group in picture.iter(f"{SVG}g") if group.get("class") == "step"]
    assert steps[:2] == ["ask", "was:wait"]


def test_flows_and_remarks_are_marked(picture: ElementTree.Element) -> None:
    flows = {
        (path.attrib["data-from"], path.attrib["data-to"]): path.attrib["class"]
        for path in picture.iter(f"{SVG}path")
        if path.get("class", "").startswith("flow ")
    }
    assert flows["ask.frontstage", "get.customer"] == "flow flow-added"
    assert flows["ask.customer", "was:wait.customer"] == "flow flow-removed"
    remarks = {rect.attrib["class"] for rect in picture.iter(f"{SVG}rect") if rect.get("class", "").startswith("note ")}
    assert remarks == {"note ground-canvas note-removed", "note note-opportunity note-added"}


def test_the_legend_explains_each_mark_that_occurs_and_the_feelings_that_were(picture: ElementTree.Element) -> None:
    texts = [text.text for text in picture.iter(f"{SVG}text") if text.get("class") == "legend-text"]
    assert texts[-5:] == ["Added", "Removed", "Moved", "Changed", "How the customer felt before"]
    circles = [circle.attrib["class"] for circle in picture.iter(f"{SVG}circle")]
    assert circles.count("felt-before") == 3  # two steps, and the legend


def test_without_changes_nothing_is_marked() -> None:
    blueprint = written(AFTER)
    svg = draw_comparison(compare(blueprint, blueprint), words_for("en"))
    assert 'class="badge' not in svg
    assert "felt-before" not in svg.partition("</style>")[2]


def test_a_plain_drawing_knows_nothing_of_marks() -> None:
    assert "badge" not in draw(written(AFTER), View.STAGES)


def test_every_class_of_a_mark_has_its_rule() -> None:
    svg = draw_comparison(compare(written(BEFORE), written(AFTER)), words_for("en"))
    style, _, drawing = svg.partition("</style>")
    used = {name for attribute in drawing.split('class="')[1:] for name in attribute.partition('"')[0].split()}
    ours = {name for name in used if name.endswith(("-added", "-removed", "-moved", "-changed"))}
    assert ours
    assert [name for name in ours if f".{name} " not in style] == []


def test_no_two_classes_of_an_element_say_the_same_property() -> None:
    """Drawing programs take one class and leave the other; which one, nobody knows."""
    svg = draw_comparison(compare(written(BEFORE), written(AFTER)), words_for("en"))
    rules = svg.partition("</style>")[0].partition("@media")[0]
    says = {name: set(re.findall(r"([\w-]+):", body)) for name, body in re.findall(r"\.([\w-]+) \{([^}]*)\}", rules)}
    for attribute in set(re.findall(r'class="([^"]+)"', svg)):
        said = [prop for name in attribute.split() for prop in says.get(name, ())]
        assert sorted(said) == sorted(set(said)), attribute


@pytest.mark.parametrize("pair", [("laptop-request", "laptop-request-to-be"), ("order-return", "order-return-what-if")])
def test_marked_samples_pass_the_gates(pair: tuple[str, str], canvas: Page) -> None:
    before, after = (SAMPLES[id] for id in pair)
    for comparison in (compare(before, after), compare(after, before)):
        assert measure(canvas, draw_comparison(comparison, words_for(after.language))).faults == {}


@pytest.mark.parametrize("seed", range(8))
def test_marked_blueprints_that_were_made_up_pass_the_gates(seed: int, canvas: Page) -> None:
    before, after = made_up(seed, 3 + seed), made_up(seed + 100, 9 - seed)
    assert measure(canvas, draw_comparison(compare(before, after), words_for("en"))).faults == {}


def made_up(seed: int, steps: int) -> Blueprint:
    text = BytesIO()
    YAML().dump(random_blueprint(seed, steps, 5), text)
    return written(text.getvalue().decode())
