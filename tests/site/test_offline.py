"""A site that is opened as files, as Material's offline plugin builds it: its pages do all that they do on a server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from projects import ROOT, build, write

CONFIGURATION = f"""\
site_name: Files
theme: {{name: material, font: false}}
plugins:
  - offline
  - search
  - service-blueprint: {{blueprints: {ROOT}/blueprints, png: false}}
"""
HOME = "# Home\n\n```blueprint\nlaptop-request\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site."""
    project = tmp_path_factory.mktemp("offline")
    write(project / "mkdocs.yml", CONFIGURATION)
    write(project / "docs/index.md", HOME)
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture
def open_file(own_page: Page, site: Path) -> Callable[[str], Page]:
    """Opens a file of the site; an error in the console fails the test."""
    page = own_page
    # Material's search takes a script from there, but where the site has the plugin `privacy` too.
    page.route("https://unpkg.com/**", lambda route: route.fulfill(body="", content_type="text/javascript"))

    def opened(path: str) -> Page:
        page.goto(f"{site.as_uri()}/{path}")
        return page

    return opened


def test_the_step_of_the_address_is_marked_and_shared(open_file: Callable[[str], Page]) -> None:
    page = open_file("blueprints/laptop-request/index.html#hand-over")
    expect(page.locator(".card.sb-arrived:visible").first).to_be_visible()
    expect(page.locator(".sb-lane-titles:visible")).to_have_count(1)
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_views_are_remembered_and_the_keyboard_walks(open_file: Callable[[str], Page]) -> None:
    page = open_file("blueprints/laptop-request/index.html")
    page.get_by_text("Customer", exact=True).first.click()
    page.reload()
    drawing = page.locator(".sb-sheet > svg[data-view]:visible")
    expect(drawing).to_have_attribute("data-view", "customer")
    drawing.locator(".card").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.step") == "send-request"


def test_cards_are_filtered_and_lead_on(open_file: Callable[[str], Page]) -> None:
    page = open_file("blueprints/index.html")
    page.locator(".sb-filter").get_by_label("Search").fill("LAPTOP new")
    cards = page.locator("[data-sb-card]:visible")
    expect(cards).to_have_count(2)
    cards.first.get_by_role("link").first.click()
    expect(page.locator(".sb-diagram")).to_be_visible()


@pytest.mark.parametrize("file", ["index.html", "blueprints/laptop-request/embed/index.html"])
def test_figures_and_frames_keep_their_lane_titles_and_font(open_file: Callable[[str], Page], file: str) -> None:
    page = open_file(file)
    expect(page.locator(".sb-lane-titles")).to_have_count(1)
    fonts = "document.fonts.ready.then(() => [...document.fonts].map(font => font.status))"
    assert "error" not in page.evaluate(fonts)
