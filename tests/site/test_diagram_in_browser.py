"""A long diagram in a Chromium: its phases, its lane titles, its cards under the keyboard, its font."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

LONG = "/blueprints/order-return/"
SHORT = "/blueprints/laptop-request/"
KEYS = "Arrow keys go from card to card"


def drawing(page: Page) -> Locator:
    """The one drawing that is shown."""
    shown = page.locator(".sb-sheet > svg[data-view]:visible")
    expect(shown).to_have_count(1)
    return shown


def choose_phase(page: Page, title: str) -> None:
    page.locator(".sb-phase:visible", has_text=title).click()


def steps(page: Page) -> list[str]:
    """The ids of the steps in the drawing that is shown."""
    return [step.get_attribute("data-step") or "" for step in drawing(page).locator(".step").all()]


def focused(page: Page, name: str = "data-action") -> str | None:
    """What the card says that has the focus; None where none has."""
    answer: str | None = page.evaluate("name => document.activeElement.closest('.card')?.getAttribute(name)", name)
    return answer


def enter(page: Page) -> None:
    """Go with the Tab key from the choice of a view or phase into the diagram."""
    choices = page.locator(":is(.sb-phase, .sb-switch) input:checked")
    page.locator(".sb-phase:visible input:checked, .sb-switch input:checked").last.focus()
    assert choices.count()
    for _ in range(8):
        page.keyboard.press("Tab")
        if focused(page):
            return
    raise AssertionError("Tab does not lead to a card")


def test_one_phase_is_shown_in_place_of_the_whole(page: Page, url: str) -> None:
    page.goto(url + LONG)
    assert len(steps(page)) == 12
    whole = drawing(page).bounding_box()
    choose_phase(page, "Return")
    assert steps(page) == ["decide", "request-return", "label", "drop-off-parcel"]
    part = drawing(page).bounding_box()
    assert whole and part and part["width"] < whole["width"]
    choose_phase(page, "Whole")
    assert len(steps(page)) == 12


def test_phases_are_chosen_without_a_script(open_window: Callable[..., Page], url: str) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(url + LONG)
    choose_phase(page, "Ask")
    assert len(steps(page)) == 1


def test_arrow_keys_lead_from_phase_to_phase(page: Page, url: str) -> None:
    page.goto(url + LONG)
    page.get_by_role("radio", name="Whole").and_(page.locator(":visible")).first.focus()
    page.keyboard.press("ArrowRight")
    assert len(steps(page)) == 1
    page.keyboard.press("ArrowLeft")
    assert len(steps(page)) == 12


def test_another_view_shows_the_same_phase(page: Page, url: str) -> None:
    page.goto(url + LONG)
    choose_phase(page, "Settle")
    page.get_by_role("radio", name="Customer").check()
    assert drawing(page).get_attribute("data-view") == "customer"
    assert steps(page) == ["inspect", "settle"]


def test_a_short_diagram_has_no_phases_to_choose(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    expect(page.locator(".sb-phase")).to_have_count(0)


@pytest.mark.parametrize("width", [700, 1280])
def test_lane_titles_stay_in_sight_while_a_diagram_scrolls(page: Page, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url + LONG)
    scroller = page.locator(".sb-scroll:visible")
    titles = page.locator(".sb-lane-titles:visible")
    before, drawn = titles.bounding_box(), drawing(page).bounding_box()
    scroller.evaluate("element => { element.scrollLeft = 400 }")
    after, scrolled = titles.bounding_box(), drawing(page).bounding_box()
    assert before and after and drawn and scrolled
    assert scrolled["x"] == pytest.approx(drawn["x"] - 400, abs=1)
    assert after["x"] == pytest.approx(before["x"], abs=1)
    assert after["height"] == pytest.approx(drawn["height"], abs=1)


def test_a_phone_keeps_the_names_of_the_lanes_alone(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(url + LONG)
    names = page.locator(".sb-part:visible .sb-lane-names").first
    expect(names).to_be_hidden()
    page.locator(".sb-scroll:visible").evaluate("element => { element.scrollLeft = 400 }")
    expect(names).to_be_visible()
    expect(names).to_contain_text("Line of visibility")
    box = names.bounding_box()
    assert box and box["width"] <= 100
    tops = names.locator("span").evaluate_all("all => all.map(name => name.getBoundingClientRect().top)")
    assert len(set(tops)) == len(tops)


def test_tab_enters_at_one_card_and_leaves_after_it(page: Page, url: str) -> None:
    page.goto(url + LONG)
    assert drawing(page).locator('.card[tabindex="0"]').count() == 1
    enter(page)
    assert focused(page) == drawing(page).locator(".card").first.get_attribute("data-action")
    page.keyboard.press("ArrowRight")
    assert drawing(page).locator('.card[tabindex="0"]').count() == 1
    page.keyboard.press("Tab")
    assert focused(page) is None


def test_arrow_keys_lead_to_the_neighbours_of_a_card(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    enter(page)
    found = []
    for key in ("End", "Home", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        found.append(focused(page))
    assert found == [
        "first-week.frontstage",
        "find-form.evidence",
        "find-form.customer",
        "send-request.customer",
        "prepare.customer",
        "prepare.frontstage",
        "prepare.customer",
        "send-request.customer",
    ]


def test_enter_follows_an_arrow_and_backspace_leads_back_to_the_next(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    enter(page)
    page.keyboard.press("ArrowDown")
    found = []
    for key in ("Enter", "Backspace", "Enter", "Backspace"):
        page.keyboard.press(key)
        found.append(focused(page))
    assert sorted([found[0] or "", found[2] or ""]) == ["find-form.frontstage", "send-request.customer"]
    assert found[1] == found[3] == "find-form.customer"


def test_escape_leaves_the_diagram(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    enter(page)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.sb-switch input:checked')")


def test_the_keys_are_told_on_entering_and_not_at_every_card(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    hint = page.locator(".sb-hint")
    expect(hint).to_be_hidden()
    enter(page)
    expect(hint).to_be_visible()
    expect(hint).to_contain_text(KEYS)
    assert focused(page, "aria-describedby") == hint.get_attribute("id")
    page.keyboard.press("ArrowRight")
    assert focused(page, "aria-describedby") is None


def test_a_card_with_the_focus_has_a_ring_and_its_flows_are_thicker(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    enter(page)
    page.keyboard.press("ArrowDown")
    card = page.locator(".card:focus")
    assert card.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    widths = (
        drawing(page)
        .locator(".flow")
        .evaluate_all("""all => all.map((flow) => [
          [flow.dataset.from, flow.dataset.to].includes("find-form.customer"),
          parseFloat(getComputedStyle(flow).strokeWidth),
        ])""")
    )
    assert min(width for own, width in widths if own) > max(width for own, width in widths if not own)
    page.keyboard.press("Escape")
    expect(page.locator(".sb-touching")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_stays_in_sight_beside_the_lane_titles(page: Page, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url + LONG)
    enter(page)
    page.keyboard.press("ArrowDown")
    for key in [*["ArrowRight"] * 11, *["ArrowLeft"] * 11]:
        page.keyboard.press(key)
        edges = page.evaluate("""() => {
          const card = document.activeElement.getBoundingClientRect();
          const frame = document.activeElement.closest(".sb-scroll").getBoundingClientRect();
          const titles = [...document.querySelectorAll(".sb-lane-titles, .sb-lane-names")].filter(
            (element) => element.checkVisibility({ visibilityProperty: true }),
          );
          const left = Math.max(frame.left, ...titles.map((element) => element.getBoundingClientRect().right));
          return [card.left - left, frame.right - card.right, card.top - 48, innerHeight - card.bottom];
        }""")
        assert min(edges) >= -1, (focused(page), edges)


def test_the_texts_have_the_font_by_which_they_are_measured(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('12px \"Service Blueprint\"'))")
    families = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert "Service Blueprint" in {family.strip('"') for family in families}
    own, text = (
        page.locator(selector).first.evaluate("element => getComputedStyle(element).fontFamily")
        for selector in (".sb-sheet .card-text", ".sb-page h1")
    )
    assert "Service Blueprint" in own
    assert "Service Blueprint" not in text


def test_a_blueprint_has_the_whole_width_and_a_way_to_all_others(page: Page, url: str) -> None:
    page.goto(url + SHORT)
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    box = page.locator(".sb-scroll:visible").bounding_box()
    assert box and box["width"] > 1200
    page.get_by_role("link", name="All blueprints").click()
    page.wait_for_url("**/blueprints/")
