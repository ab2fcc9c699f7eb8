"""Drawings keep their contract, carry any text, and are the same everywhere."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw, paint
from service_blueprint.layout import by_phase, by_sheet, lay_out
from service_blueprint.shelves import read_folder
from service_blueprint.words import words_for
from written import written

SAMPLES = read_folder(Path(__file__).parent.parent.parent / "blueprints").blueprints
LAPTOP = SAMPLES["laptop-request"]
LONG = SAMPLES["order-return"]
SVG = "{http://www.w3.org/2000/svg}"

DRAW_IN_A_PROCESS = """
import sys
from pathlib import Path
from service_blueprint.blueprint import View
from service_blueprint.drawing import draw
from service_blueprint.shelves import read_folder
blueprint = read_folder(Path(sys.argv[1])).blueprints["order-return"]
sys.stdout.buffer.write("".join(draw(blueprint, view) for view in View).encode())
"""


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def labels(blueprint: Blueprint, view: View = View.ACTORS) -> list[str]:
    cards = parsed(draw(blueprint, view)).iterfind(f".//{SVG}g[@data-action]")
    return [card.get("aria-label", "") for card in cards]


def test_a_drawing_names_its_blueprint_view_title_and_description() -> None:
    svg = parsed(draw(LAPTOP, View.STAGES))
    assert (svg.get("data-blueprint"), svg.get("data-view")) == ("laptop-request", "stages")
    assert svg.findtext(f"{SVG}title") == "Request a new laptop"
    assert "6 steps" in (svg.findtext(f"{SVG}desc") or "")


def test_lanes_lines_cards_and_flows_can_be_addressed() -> None:
    svg = parsed(draw(LAPTOP, View.ACTORS))
    lanes = [(lane.get("data-lane"), lane.get("data-stage")) for lane in svg.iterfind(f".//{SVG}g[@class='lane']")]
    assert lanes[:3] == [("evidence", "evidence"), ("customer", "customer"), ("frontstage.portal", "frontstage")]
    assert [line.get("data-line") for line in svg.iterfind(f".//{SVG}line[@data-line]")] == [
        "interaction",
        "visibility",
        "internal",
    ]
    card = svg.find(f".//{SVG}g[@data-action='send-request.frontstage']")
    assert card is not None
    assert (card.get("data-step"), card[0].tag) == ("send-request", f"{SVG}rect")
    flows = {
        (path.get("data-from"), path.get("data-to")) for path in svg.iterfind(f".//{SVG}path[@class='flow flow-usual']")
    }
    assert ("profile", "hand-over.frontstage") in flows
    label = svg.find(f".//{SVG}g[@class='flow-label']")
    assert label is not None
    assert (label.get("data-from"), label.get("data-to")) == ("profile", "hand-over.frontstage")


def test_a_card_says_who_acts_where_and_where_it_leads() -> None:
    said = next(label for label in labels(LAPTOP) if label.startswith("Hands over and explains the set-up"))
    assert said.startswith("Hands over and explains the set-up, Service Desk, Front stage")
    assert said.endswith("leads to Owner assigned")


def test_a_card_says_how_its_list_goes_and_whether_it_waits_for_all() -> None:
    blueprint = written(
        "title: T\nsteps:\n  - customer: Orders\n    backstage:\n      in-turn:\n        - {by: Grill, do: Grills}\n"
        "        - together: [{by: Grill, do: Toasts}, {by: Till, do: Books}]\n"
        "        - {by: Grill, do: Wraps, waits-for: all}\n"
    )
    _, grills, toasts, books, wraps = labels(blueprint)
    assert grills == "Grills, Grill, Back stage, 1 of 3, one after another; leads to Toasts"
    assert toasts == "Toasts, Grill, Back stage, 2 of 3, one after another, 1 of 2, at the same time"
    assert books == "Books, Till, Back stage, 2 of 3, one after another, 2 of 2, at the same time; leads to Wraps"
    assert wraps == "Wraps, Grill, Back stage, 3 of 3, one after another, Waits for all that lead here"


def test_cards_come_step_by_step_for_those_who_listen() -> None:
    svg = parsed(draw(LAPTOP, View.ACTORS))
    steps = [group.get("data-step") for group in svg.iterfind(f".//{SVG}g[@class='step']")]
    assert steps == [step.id for step in LAPTOP.steps]


def test_the_tools_own_words_follow_the_language() -> None:
    assert "Linia widoczności" in draw(SAMPLES["otwarcie-konta"], View.ACTORS)
    assert "Line of visibility" in draw(SAMPLES["otwarcie-konta"], View.ACTORS, words=words_for("en"))


@pytest.mark.parametrize("seed", ["0", "1"])
def test_every_process_draws_the_same_bytes(seed: str) -> None:
    folder = Path(__file__).parent.parent.parent / "blueprints"
    done = subprocess.run(
        [sys.executable, "-c", DRAW_IN_A_PROCESS, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "".join(draw(LONG, view) for view in View)


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and text.strip() != "none"))
@settings(max_examples=100, deadline=None)
def test_any_text_is_text(do: str) -> None:
    blueprint = written(str_of({"title": "T", "steps": [{"customer": "Asks", "frontstage": {"do": "x"}}]}))
    step = blueprint.steps[0]
    action = step.frontstage.actions[0]
    changed = replace(step, frontstage=replace(step.frontstage, actions=(replace(action, do=do),)))
    svg = parsed(draw(replace(blueprint, steps=(changed,)), View.ACTORS))
    assert len(svg.findall(f".//{SVG}g[@data-action]")) == 2


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a & b", '"quoted"', "]]>", "**bold**", "&amp;"])
def test_markup_in_a_text_is_shown_as_it_is(text: str) -> None:
    blueprint = written(str_of({"title": "T", "steps": [{"id": "a", "customer": {"do": text}}]}))
    card = parsed(draw(blueprint, View.ACTORS)).find(f".//{SVG}g[@data-action='a.customer']")
    assert card is not None
    assert "".join(part.text or "" for part in card.iterfind(f"{SVG}text")).replace(" ", "") == text.replace(" ", "")


def str_of(document: dict[str, object]) -> str:
    text = StringIO()
    YAML().dump(document, text)
    return text.getvalue()


def test_a_file_that_stands_alone_needs_no_custom_property_and_knows_the_dark() -> None:
    svg = draw(LAPTOP, View.ACTORS)
    assert "var(" not in svg
    assert "prefers-color-scheme: dark" in svg


def test_a_drawing_for_a_page_leaves_the_style_to_the_page() -> None:
    assert "<style>" not in draw(LAPTOP, View.ACTORS, standalone=False)


def test_ids_bear_the_prefix() -> None:
    ids = re.findall(r' id="([^"]*)"', draw(LAPTOP, View.ACTORS, prefix="first-"))
    assert ids
    assert all(found.startswith("first-") for found in ids)


def test_no_plain_href_is_in_a_drawing() -> None:
    for view in View:
        assert not re.search(r"[^:]href=", draw(LONG, view, standalone=False))


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    blueprint = written("title: T\nsteps:\n  - {customer: Asks, frontstage: {do: Answers, time: 5 min}}\n")
    assert [entry.sign for entry in lay_out(blueprint, View.ACTORS).legend] == ["time"]


def test_a_part_shows_its_own_steps_with_all_lane_titles() -> None:
    diagram = lay_out(LONG, View.ACTORS)
    words = words_for("en")
    whole = parsed(paint(diagram, words))
    titles = [text.text for text in whole.iterfind(f".//{SVG}text[@class='lane-title']")]
    shown = []
    for part in by_phase(diagram):
        svg = parsed(paint(diagram, words, part=part))
        assert [text.text for text in svg.iterfind(f".//{SVG}text[@class='lane-title']")] == titles
        shown += [group.get("data-step") for group in svg.iterfind(f".//{SVG}g[@class='step']")]
    assert shown == [step.id for step in LONG.steps]


def test_sheets_cover_a_long_diagram_without_a_break_in_a_step() -> None:
    diagram = lay_out(SAMPLES["otwarcie-konta"], View.CUSTOMER)
    sheets = by_sheet(diagram)
    assert [sheet.start for sheet in sheets[1:]] == [sheet.end for sheet in sheets[:-1]]
    assert all(not column.x < sheet.end < column.right for sheet in sheets for column in diagram.columns)


def test_sheets_are_about_equally_full() -> None:
    sheets = by_sheet(lay_out(SAMPLES["otwarcie-konta"], View.CUSTOMER))
    counts = [sheet.last - sheet.first + 1 for sheet in sheets]
    assert max(counts) - min(counts) <= 2


def test_a_short_diagram_is_not_cut() -> None:
    diagram = lay_out(LAPTOP, View.ACTORS)
    assert by_phase(diagram) == by_sheet(diagram) == ()


def test_no_two_classes_of_an_element_say_the_same_property() -> None:
    """Programs that know little of CSS differ in which of two rules they follow."""
    style = draw(LAPTOP, View.ACTORS).split("<style>")[1].split("@media")[0]
    properties = {
        name: {declaration.split(":")[0].strip() for declaration in body.split(";") if declaration.strip()}
        for name, body in re.findall(r"\.([\w-]+) \{([^}]*)\}", style)
    }
    for blueprint in SAMPLES.values():
        for element in parsed(draw(blueprint, View.ACTORS)).iter():
            said: set[str] = set()
            for name in element.get("class", "").split():
                assert not said & properties.get(name, set()), element.get("class")
                said |= properties.get(name, set())


def test_dark_rules_are_out_of_reach_for_programs_that_ignore_media() -> None:
    dark = draw(LAPTOP, View.ACTORS).split("@media (prefers-color-scheme: dark) {")[1].split("</style>")[0]
    assert all(rule.startswith(":root .") for rule in dark.strip().splitlines()[:-1])
