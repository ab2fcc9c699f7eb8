"""The sample site in a Chromium; a test fails as well whose page leaves an error in the console."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from daily import daily
from projects import ROOT
from service_blueprint.blueprint import View
from windows import know_all_pages, still

BLUEPRINTS = sorted(file.stem for file in (ROOT / "blueprints").glob("[!_]*.yml"))
PAGES = ["", "blueprints/", *(f"blueprints/{blueprint}/" for blueprint in BLUEPRINTS)]
LAPTOP = "/blueprints/laptop-request/"
DARK = {"r": 0, "g": 0, "b": 0}


@pytest.fixture
def without_script(open_window: Callable[..., Page]) -> Page:
    """A page of a browser that runs no script."""
    return open_window(java_script_enabled=False, viewport={"width": 1280, "height": 900})


def drawing(page: Page, view: str) -> Locator:
    """The whole drawing of a view, as it scrolls on the page."""
    return page.locator(f".sb-view[data-view={view}] .sb-sheet > svg[data-view]").first


def shown_views(page: Page) -> list[str]:
    return [view for view in View if drawing(page, view).is_visible()]


def brightness(page: Page, selector: str, style: str) -> float:
    """How bright a colour is that an element has, from 0 to 1."""
    colour = page.locator(selector).first.evaluate("(element, style) => getComputedStyle(element)[style]", style)
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3 / 255


@pytest.mark.parametrize("blueprint", daily(BLUEPRINTS, "laptop-igenyles", "laptop-request"))
def test_a_page_shows_its_diagram(page: Page, url: str, blueprint: str) -> None:
    page.goto(f"{url}/blueprints/{blueprint}/")
    assert len(shown_views(page)) == 1
    box = page.locator("svg[data-view]:visible").bounding_box()
    assert box is not None
    assert box["width"] > 600
    assert box["height"] > 300
    assert page.locator("svg[data-view]:visible .card").count() > 3


def test_the_view_is_switched_with_the_mouse(page: Page, url: str) -> None:
    page.goto(url + LAPTOP)
    assert shown_views(page) == ["actors"]
    page.locator(".sb-switch").get_by_text("Systems").click()
    assert shown_views(page) == ["systems"]


def test_the_view_is_switched_with_the_keyboard(page: Page, url: str) -> None:
    page.goto(url + LAPTOP)
    page.get_by_role("radio", name="Actors").focus()
    page.keyboard.press("ArrowRight")
    assert shown_views(page) == ["stages"]
    page.keyboard.press("ArrowLeft")
    assert shown_views(page) == ["actors"]


def test_the_view_is_switched_without_a_script(without_script: Page, url: str) -> None:
    without_script.goto(url + LAPTOP)
    assert shown_views(without_script) == ["actors"]
    without_script.get_by_role("radio", name="Customer").check()
    assert shown_views(without_script) == ["customer"]
    expect(without_script.get_by_text("Full screen").first).to_be_hidden()


@pytest.mark.parametrize("key", [None, "Enter"])
def test_a_card_of_the_company_leads_to_who_is_behind_it(page: Page, url: str, key: str | None) -> None:
    page.goto(url + LAPTOP)
    page.get_by_role("radio", name="Company").check()
    card = drawing(page, "company").locator('.card[data-action="hand-over.frontstage"]')
    if key:
        card.focus()
        page.keyboard.press(key)
    else:
        card.locator(".card-text").first.click()
    assert shown_views(page) == ["actors"]
    assert page.evaluate("location.hash") == "#hand-over"
    behind = drawing(page, "actors").locator('.card[data-action="hand-over.frontstage"]')
    expect(behind).to_be_focused()
    expect(behind).to_be_in_viewport()
    expect(behind).to_have_class(re.compile(r"\bsb-arrived\b"))


def test_a_card_of_the_company_leads_to_its_row_without_a_script(without_script: Page, url: str) -> None:
    without_script.goto(url + LAPTOP)
    without_script.get_by_role("radio", name="Company").check()
    drawing(without_script, "company").locator(".card-text", has_text="Hands over").click()
    without_script.wait_for_url(f"{url}{LAPTOP}#hand-over")
    expect(without_script.locator("tr#hand-over")).to_be_in_viewport()


def test_the_last_view_is_shown_on_the_next_page(page: Page, url: str) -> None:
    page.goto(url + LAPTOP)
    page.get_by_role("radio", name="Customer").check()
    page.goto(f"{url}/blueprints/order-return/")
    assert shown_views(page) == ["customer"]


@pytest.mark.parametrize("view", ["actors", "customer"])
def test_an_address_leads_to_its_step_which_is_marked(page: Page, url: str, view: str) -> None:
    page.goto(url + LAPTOP)
    page.get_by_role("radio", name=view.title()).check()
    page.goto(f"{url}/")
    page.goto(f"{url}{LAPTOP}#hand-over")
    row = page.locator("#hand-over")
    expect(row).to_be_in_viewport()
    marked, other = (
        page.locator(f"#{step} th").evaluate("cell => getComputedStyle(cell).backgroundColor")
        for step in ("hand-over", "ask")
    )
    assert marked != other


def test_the_diagram_follows_the_palette(page: Page, url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(url + LAPTOP)
    assert brightness(page, "svg[data-view=actors] .canvas", "fill") > 0.9
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("[data-md-color-scheme=slate]")
    still(page)
    assert brightness(page, "svg[data-view=actors] .canvas", "fill") < 0.2
    assert brightness(page, "svg[data-view=actors] .card-text", "fill") > 0.7


def test_a_thumbnail_follows_a_palette_that_is_not_the_system_s(page: Page, url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{url}/blueprints/")
    for _ in range(2):  # from the system's palette over the light to the dark one
        page.locator("[data-md-component=palette] label:visible").click()
    page.wait_for_selector("[data-md-color-scheme=slate]")
    picture = page.locator(".sb-card img").first
    assert picture.evaluate("image => image.decode().then(() => getComputedStyle(image).colorScheme)") == "dark"


def test_pages_are_swapped_without_being_loaded_anew(page: Page, url: str) -> None:
    page.goto(f"{url}/")
    know_all_pages(page)
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs__link", has_text="Blueprints").click()
    page.wait_for_url("**/blueprints/")
    page.get_by_role("link", name="Request a new laptop", exact=True).last.click()
    page.wait_for_url(f"**{LAPTOP}")
    expect(page.locator(".sb-lane-titles").first).to_be_visible()
    page.get_by_role("radio", name="Stages").check()
    assert shown_views(page) == ["stages"]
    page.locator(".md-tabs__link").first.click()
    page.wait_for_url(f"{url}/")
    page.go_back()
    page.wait_for_url(f"**{LAPTOP}")
    expect(drawing(page, "stages")).to_be_visible()
    assert page.evaluate("window.stayed") is True


@pytest.mark.parametrize("path", daily(PAGES, "blueprints/", "blueprints/order-return/"))
def test_no_page_is_wider_than_a_phone(page: Page, url: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{url}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate("window.scrollTo(1000, 0)")
    assert page.evaluate("window.scrollX") == 0


def test_the_search_finds_a_touchpoint_by_its_words(page: Page, url: str) -> None:
    page.goto(f"{url}/")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("explains the set-up")
    result = page.locator(".md-search-result__link[href*='laptop-request/']").first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url(f"**{LAPTOP}**")


def test_cards_are_filtered_by_words_state_and_tag(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/")
    cards = page.locator(".sb-card:visible")
    every = cards.count()
    assert every == len(BLUEPRINTS)
    words = page.locator(".sb-filter").get_by_label("Search")
    words.focus()
    page.keyboard.type("LAPTOP new")
    expect(cards).to_have_count(2)
    expect(page.locator(".sb-filter output")).to_have_text(f"2 of {every} shown")
    page.keyboard.press("Tab")
    page.keyboard.type("To be")
    expect(cards).to_have_count(1)
    words.fill("no such thing")
    expect(page.locator(".sb-filter output")).to_have_text("Nothing fits. Try fewer words.")
    words.fill("")
    page.get_by_label("State").select_option("")
    page.get_by_role("combobox", name="Tag").select_option("workplace")
    expect(cards).to_have_count(2)


def test_there_is_no_filter_without_a_script(without_script: Page, url: str) -> None:
    without_script.goto(f"{url}/blueprints/")
    expect(without_script.locator(".sb-filter")).to_be_hidden()
    expect(without_script.locator(".sb-card").first).to_be_visible()


def test_every_card_has_a_picture(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/")
    for picture in page.locator(".sb-card img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100


@pytest.mark.parametrize("path", daily(PAGES, "blueprints/", "blueprints/order-return/"))
def test_no_id_stands_twice_on_a_page(page: Page, url: str, path: str) -> None:
    page.goto(f"{url}/{path}")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert sorted(ids) == sorted(set(ids))


def test_the_diagram_fills_the_screen_and_gives_it_back(page: Page, url: str) -> None:
    page.goto(url + LAPTOP)
    button = page.get_by_role("button", name="Full screen")
    button.click()
    page.wait_for_function("document.fullscreenElement?.matches('.sb-diagram')")
    button.click()
    page.wait_for_function("!document.fullscreenElement")
