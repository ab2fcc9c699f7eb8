"""The register of views: each view of the format has an entry, and is named wherever views are named."""

import re
from pathlib import Path

import pytest

from examples import examples
from service_blueprint.blueprint import View
from service_blueprint.drawing import draw
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
