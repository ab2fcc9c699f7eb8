"""The register of views: each view of the format has an entry, and is named wherever views are named."""

import re
from pathlib import Path

import pytest

from examples import examples
from service_blueprint.blueprint import View
from service_blueprint.drawing import draw, paint
from service_blueprint.drawing.describe import card_label
from service_blueprint.languages import catalog_file
from service_blueprint.layout import lay_out
from service_blueprint.layout.views import VIEWS, ViewKind, kind_of
from service_blueprint.pages.asset_files import asset_files
from service_blueprint.words import words_for
from update_translations import TRANSLATED
from written import written

ROOT = Path(__file__).parents[2]
DOCS = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md")}
EACH = pytest.mark.parametrize("kind", VIEWS, ids=lambda kind: str(kind.view))
NAMES = re.compile(r"`([a-z]+)`")
"""Views that a paragraph names; one that names more than two of them means all."""


def test_every_view_has_an_entry_in_the_order_of_the_format() -> None:
    assert [kind.view for kind in VIEWS] == list(View)
    assert all(kind_of(kind.view) is kind for kind in VIEWS)


@EACH
def test_a_view_can_be_drawn(kind: ViewKind) -> None:
    steps = "- {customer: Asks, frontstage: {do: Sells, by: Till, uses: Stock}}\n"
    diagram = lay_out(written(f"title: T\nsteps:\n{steps}"), kind.view)
    assert diagram.view is kind.view
    assert diagram.cards


def test_what_a_view_tells_by_its_lanes_stands_on_no_card() -> None:
    steps = "- {customer: Asks, touchpoint: missing, frontstage: {do: Sells, by: Till, uses: Stock}}\n"
    diagrams = [lay_out(written(f"title: T\nsteps:\n{steps}"), view) for view in View]
    carried = {each.view: {sign.kind for card in each.cards for sign in card.signs} for each in diagrams}
    assert [view for view in View if "missing-sign" in carried[view]] == [View.CUSTOMER]
    assert "actor" in carried[View.STAGES]
    assert "actor" not in carried[View.FUNCTIONS]
    assert "uses" in carried[View.ACTORS]
    assert "uses" not in carried[View.SYSTEMS]


def test_a_card_tells_its_stage_where_its_lane_does_not() -> None:
    step = "{frontstage: {do: Sells, by: Till}, backstage: {do: Packs, by: Till}, support: {do: Prints, by: Till}}"
    blueprint = written(f"title: T\nsteps: [{step}]\n")
    bars = {view: re.findall(r'class="stage-bar (bar-\w+)"', draw(blueprint, view, standalone=False)) for view in View}
    # The back stage has none; the legend shows them again.
    assert bars.pop(View.FUNCTIONS) == ["bar-frontstage", "bar-support"] * 2
    assert bars.pop(View.COMPANY) == ["bar-frontstage"] * 2
    assert set(map(tuple, bars.values())) == {()}
    diagram = lay_out(blueprint, View.FUNCTIONS)
    assert [entry.sign for entry in diagram.legend] == ["frontstage", "backstage", "support"]
    assert [card_label(card, diagram, words_for("en")).split("; ")[0] for card in diagram.cards] == [
        "Sells, Till, Front stage",
        "Packs, Till, Back stage",
        "Prints, Till, Support",
    ]


def test_what_is_missing_and_nobodys_stands_above_what_nobody_is_named_for() -> None:
    blueprint = written("title: T\nsteps: [{customer: Waits, touchpoint: missing, backstage: Cooks}]\n")
    diagram = lay_out(blueprint, View.FUNCTIONS)
    [gap] = diagram.gaps
    cooks = diagram.cards[-1]
    assert (cooks.lane.title, cooks.lane.stage) == ("Nobody is named", None)
    assert gap.box.bottom < cooks.box.y


CONTACTS = """\
title: T
steps:
  - {id: a, evidence: Menu, customer: Orders, frontstage: {do: Takes it, by: Desk, uses: Till, to: cook}}
  - {id: b, customer: Waits, frontstage: [{id: cook, do: Cooks, to: pack}, {id: pack, do: Packs, to: c}], support: Sink}
  - {id: c, customer: Calls, channel: phone, backstage: {do: Answers, by: Desk}}
  - {id: d, customer: Waits, touchpoint: missing}
"""


def test_the_company_as_one_has_what_the_customer_meets_and_the_contacts_alone() -> None:
    diagram = lay_out(written(CONTACTS), View.COMPANY)
    assert [band.lane.title for band in diagram.bands if band.lane] == ["Physical evidence", "Customer", "Company"]
    company = [card.action.do for card in diagram.cards if card.lane.id == "company"]
    assert company == ["Takes it", "Cooks", "Packs", "Answers"]
    assert [(track.source, track.target) for track in diagram.tracks] == [
        ("a.customer", "a.frontstage"),
        ("b.customer", "cook"),
        ("pack", "c.customer"),
        ("c.customer", "c.backstage"),
    ]
    assert {sign.kind for card in diagram.cards for sign in card.signs} == {"channel"}
    assert len(diagram.gaps) == 1
    # An arrow that the view leaves out puts them into an order.
    assert diagram.brackets == ()


def test_a_view_without_contact_ends_with_the_customer() -> None:
    diagram = lay_out(
        written("title: T\nsteps: [{customer: Waits, backstage: Cooks}, {customer: Eats}]\n"), View.COMPANY
    )
    assert [band.lane.id for band in diagram.bands if band.lane] == ["customer"]
    assert diagram.tracks == ()


def test_a_card_of_the_company_leads_to_its_step_where_the_address_is_known() -> None:
    diagram = lay_out(written(CONTACTS), View.COMPANY)
    words = words_for("en")
    linked = paint(diagram, words, step_links={step.id: f"#{step.id}" for step in diagram.blueprint.steps})
    found = re.findall(r'<a class="behind" xlink:href="(#\w)" target="_self" data-behind="(\w+)"><title>(.*?)<', linked)
    assert found == [
        ("#a", "actors", "Who is behind it: Takes it"),
        ("#b", "actors", "Who is behind it: Cooks"),
        ("#b", "actors", "Who is behind it: Packs"),
        ("#c", "actors", "Who is behind it: Answers"),
    ]
    assert linked.count("opens who is behind it") == len(found)
    assert "behind" not in paint(diagram, words)
    functions = paint(lay_out(written(CONTACTS), View.FUNCTIONS), words, step_links={"a": "#a"})
    assert "<a " not in functions


def test_no_link_of_a_card_stands_in_another() -> None:
    step = "{id: a, customer: Asks, frontstage: {do: Answers, link: https://example.org, time: 5 min}}"
    diagram = lay_out(written(f"title: T\nsteps: [{step}]\n"), View.COMPANY)
    svg = paint(diagram, words_for("en"), step_links={"a": "#a"})
    assert re.findall(r"<(/?a)\b", svg) == ["a", "/a", "a", "/a"]


def test_neighbours_of_two_stages_are_no_list() -> None:
    steps = "[{frontstage: [{do: Asks, by: Desk}], backstage: {do: Looks up, by: Desk}}]"
    assert lay_out(written(f"title: T\nflow: written\nsteps: {steps}\n"), View.FUNCTIONS).brackets == ()


@EACH
@pytest.mark.parametrize("language", TRANSLATED)
def test_the_words_of_a_view_are_translated(kind: ViewKind, language: str) -> None:
    catalog = catalog_file(language).read_text(encoding="utf-8")
    for text in (kind.title, kind.hint):
        assert re.search(rf'^msgid "{re.escape(text)}"\nmsgstr "\S', catalog, re.MULTILINE), text


def test_the_views_have_words_of_their_own() -> None:
    for name in ("title", "hint", "lanes", "purpose"):
        assert len({getattr(kind, name) for kind in VIEWS} - {""}) == len(VIEWS)


@EACH
def test_the_style_sheet_of_the_page_switches_to_a_view(kind: ViewKind) -> None:
    styles = asset_files()["assets/service-blueprint/figure.css"].decode()
    assert f'input[value="{kind.view}"]:checked) .sb-view:not([data-view="{kind.view}"])' in styles
    assert "each-view" not in styles


@EACH
def test_a_view_has_an_example_on_the_page_on_the_notation(kind: ViewKind) -> None:
    several = [example for example in examples(DOCS["docs/reference/notation.md"]) if len(example.views) > 2]
    assert [example for example in several if kind.view in example.views], "add it to the example of the views"


@pytest.mark.parametrize("page", DOCS)
def test_a_paragraph_that_names_several_views_names_them_all(page: str) -> None:
    named = [{*NAMES.findall(paragraph)} & {*View} for paragraph in DOCS[page].split("\n\n")]
    assert [sorted(views) for views in named if 2 < len(views) < len(View)] == []
