"""Addresses that name a step: its row and its cards are marked and in sight, and a step that is not there is told."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from daily import daily
from projects import CONFIGURATION, build
from repositories import Repository
from served import served

BURGER = """\
title: Get a burger
steps:
  - {id: order, customer: Orders, frontstage: Counter takes the order}
  - {id: clean, backstage: Cleans the table}
"""
LAPTOP = "/blueprints/laptop-request/"
LONG = "/blueprints/order-return/"
LOST = ".sb-lost"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a blueprint's page in a second version, which has a step less than the first."""
    project = Repository.made(tmp_path_factory.mktemp("project"))
    files: dict[str, str | bytes] = {
        ".gitignore": "site/\n",
        "mkdocs.yml": CONFIGURATION.replace("OPTIONS", 'png: false, version: "1.1"'),
        "docs/index.md": "# Home\n",
        "blueprints/burger.yml": f"{BURGER}  - {{id: pay, customer: Pays}}\n",
    }
    project.commit(files, tag="1.0")
    project.commit({"blueprints/burger.yml": BURGER})
    result = build(project.folder, "--strict")
    assert result.returncode == 0, result.stderr
    with served(project.folder / "site") as address:
        yield f"{address}/blueprints/burger/"


def marked_cards(page: Page) -> set[str]:
    """The steps of the marked cards that are shown."""
    cards = page.locator(".sb-sheet > svg[data-view]:visible .card.sb-arrived")
    return {card.get_attribute("data-step") or "" for card in cards.all()}


def expect_marked(page: Page, step: str) -> None:
    """The row is marked, alone, and in sight below the header; so are the cards, in the frame of the diagram."""
    expect(page.locator("tr.sb-arrived, span.sb-arrived")).to_have_count(1)
    row = page.locator(f"[id='{step}']")
    expect(row).to_have_attribute("aria-current", "true")
    expect(row).to_be_in_viewport()
    header, box = page.locator(".md-header").bounding_box(), row.bounding_box()
    assert header and box and box["y"] >= header["height"] - 1
    assert marked_cards(page) == {step}
    expect_in_frame(page)


def expect_in_frame(page: Page) -> None:
    """Every marked card stands within the frame in which the diagram scrolls."""
    outside = page.evaluate("""() => [...document.querySelectorAll(".sb-scroll .card.sb-arrived")].filter((card) => {
      const [box, frame] = [card, card.closest(".sb-scroll")].map((element) => element.getBoundingClientRect());
      return frame.width && (box.left < frame.left || box.right > frame.right);
    }).length""")
    assert outside == 0


@pytest.mark.parametrize("width", daily([390, 1280, 2560], 390))
@pytest.mark.parametrize(
    ("path", "step"),
    daily([(LAPTOP, "find-form"), (LAPTOP, "hand-over"), (LONG, "settle")], (LONG, "settle")),
)
def test_an_address_leads_to_the_row_and_marks_its_cards(
    page: Page, url: str, width: int, path: str, step: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{url}{path}#{step}")
    expect_marked(page, step)


def test_another_step_is_marked_in_its_place(page: Page, url: str) -> None:
    page.goto(f"{url}{LONG}#settle")
    page.locator("#label").get_by_role("link").first.click()
    expect_marked(page, "label")
    page.go_back()
    expect_marked(page, "settle")
    page.goto(f"{url}{LONG}#_touchpoints")
    expect(page.locator(".sb-arrived")).to_have_count(0)


def test_the_mark_stays_in_another_view_and_phase_and_in_sight(page: Page, url: str) -> None:
    page.goto(f"{url}{LONG}#settle")
    for view in ("Stages", "Customer", "Actors"):
        page.get_by_role("radio", name=view).check()
        assert marked_cards(page) == {"settle"}
        expect_in_frame(page)
    page.locator(".sb-phase:visible", has_text="Settle").click()
    assert marked_cards(page) == {"settle"}


def test_a_step_without_contact_is_marked_and_shared_too(page: Page, changed: str) -> None:
    page.goto(f"{changed}#clean")
    expect_marked(page, "clean")
    page.get_by_role("button", name="Share step 2: Cleans the table").click()
    expect(page.get_by_role("dialog", name="Get a burger: Cleans the table")).to_be_visible()


def test_a_step_that_is_gone_is_marked_where_its_page_tells_of_it(page: Page, changed: str) -> None:
    page.goto(f"{changed}#pay")
    expect(page.locator(".sb-gone #pay")).to_be_in_viewport()
    expect(page.locator(".sb-gone #pay")).to_have_attribute("aria-current", "true")
    expect(lost(page)).to_have_count(0)


def test_one_that_never_was_is_told_with_the_way_to_what_has_changed(page: Page, changed: str) -> None:
    page.goto(f"{changed}#never")
    expect(lost(page)).to_contain_text("This version has no step “never”.")
    page.locator(LOST).get_by_role("link", name="What has changed").click()
    page.wait_for_url("**/burger/_changes/")


def test_a_step_is_marked_on_a_page_that_is_swapped_in(page: Page, url: str) -> None:
    page.goto(f"{url}{LAPTOP}")
    page.wait_for_load_state("networkidle")  # the site map is there, without which pages are loaded anew
    page.evaluate(
        """address => {
      window.stayed = true;
      const link = Object.assign(document.createElement("a"), { href: address, textContent: "Go", id: "go" });
      document.querySelector("h1").after(link);
    }""",
        f"{url}{LONG}#settle",
    )
    page.locator("#go").click()
    page.wait_for_url("**/order-return/#settle")
    expect(page.locator("#settle.sb-arrived")).to_be_in_viewport()
    expect_marked(page, "settle")
    assert page.evaluate("window.stayed") is True


def lost(page: Page) -> Locator:
    return page.locator(LOST).get_by_text("This version has no step")


@pytest.mark.parametrize(
    ("written", "shown"),
    daily(
        [
            ("gone", "gone"),
            ("k%C3%A9r%C3%A9s", "kérés"),
            ("%E0%A4%A", "%E0%A4%A"),
            ("__proto__", ""),
            ("constructor", "constructor"),
            ("$&", "$&"),
            ("x" * 5000, "x" * 60 + "…"),
            ("%3Cimg%20src=x%20onerror=alert(1)%3E", "<img src=x onerror=alert(1)>"),
            ("'];[\"", "'];[%22"),
        ],
        ("gone", "gone"),
        ("%E0%A4%A", "%E0%A4%A"),
        ("%3Cimg%20src=x%20onerror=alert(1)%3E", "<img src=x onerror=alert(1)>"),
    ),
)
def test_a_step_that_is_not_there_is_told(page: Page, url: str, written: str, shown: str) -> None:
    page.goto(f"{url}{LAPTOP}#{written}")
    expect(page.locator(".sb-share-step").first).to_be_attached()
    if not shown:
        expect(lost(page)).to_have_count(0)
        return
    expect(lost(page)).to_contain_text("This version has no step “")
    if shown[0] != "'":
        expect(lost(page)).to_contain_text(f"“{shown}”.")
    expect(lost(page)).to_be_in_viewport()
    page.locator(LOST).get_by_role("link", name="Touchpoints").click()
    page.wait_for_url("**#_touchpoints")
    expect(lost(page)).to_have_count(0)


def test_a_step_that_is_not_there_is_told_where_the_reader_is(page: Page, url: str) -> None:
    page.goto(f"{url}{LONG}#settle")
    page.evaluate("location.hash = 'gone'")
    expect(lost(page)).to_be_in_viewport()
    expect(page.locator(LOST)).to_have_attribute("role", "status")
    expect(page.locator(".sb-arrived")).to_have_count(0)


def test_the_headings_of_a_long_table_stay_in_sight(page: Page, url: str) -> None:
    page.goto(f"{url}{LONG}")
    region = page.locator(".sb-table-scroll")
    region.scroll_into_view_if_needed()
    frame = region.bounding_box()
    assert frame and frame["height"] < 900
    region.evaluate("region => region.scrollTo(0, 600)")
    heading, frame = page.locator(".sb-table thead th").first.bounding_box(), region.bounding_box()
    assert heading and frame and heading["y"] == pytest.approx(frame["y"], abs=1)
