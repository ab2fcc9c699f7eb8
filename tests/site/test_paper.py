"""Pages on paper: A4 and A3 across, the drawing whole, in light colours, without interface."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page

from daily import daily

MARGIN = 24  # mm, of both sides together
SIZES = {"A4": (297, 210), "A3": (420, 297)}
Paper = Literal["A4", "A3"]


def on_paper(page: Page, paper: Paper) -> tuple[float, float]:
    """Show a page as it is printed, a window as large as a sheet within its margins; its size in px."""
    width, height = ((side - MARGIN) * 96 / 25.4 for side in SIZES[paper])
    page.set_viewport_size({"width": int(width), "height": int(height)})
    page.emulate_media(media="print", color_scheme="dark")
    return width, height


def sheets(page: Page, paper: Paper) -> list[tuple[float, float]]:
    """The sizes of the sheets that a printer gets, in mm."""
    boxes = re.findall(
        rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]",
        page.pdf(format=paper, landscape=True, prefer_css_page_size=True),
    )
    return [(round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes]


@pytest.mark.parametrize("paper", daily(["A4", "A3"], "A4"))
@pytest.mark.parametrize(
    ("blueprint", "view", "drawings"),
    daily(
        [
            ("laptop-request", "actors", 1),
            ("order-return", "actors", 1),
            ("order-return", "stages", 2),
            ("order-return", "customer", 2),
            ("otwarcie-konta", "systems", 2),
        ],
        ("laptop-request", "actors", 1),
        ("order-return", "stages", 2),
    ),
)
def test_a_sheet_holds_the_whole_of_its_drawing(
    page: Page, url: str, paper: Paper, blueprint: str, view: str, drawings: int
) -> None:
    page.goto(f"{url}/blueprints/{blueprint}/")
    page.locator(f".sb-switch input[value={view}]").check()
    width, height = on_paper(page, paper)
    printed = page.locator("svg[data-view]:visible")
    assert printed.count() == drawings
    boxes = [drawing.bounding_box() for drawing in printed.all()]
    for box in boxes:
        assert box
        assert box["width"] <= width + 1
        assert box["height"] <= height + 1
    # As large as fits: the largest fills the sheet in width or, but for a line of text, in height.
    assert any(box and (box["width"] > width * 0.97 or box["height"] > height * 0.9) for box in boxes)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_all_sheets_lie_across_and_keep_their_size(page: Page, url: str, paper: Paper) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    printed = sheets(page, paper)
    assert set(printed) == {SIZES[paper]}


def test_each_part_of_a_long_drawing_has_a_sheet_and_no_sheet_is_empty(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    whole = len(sheets(page, "A4"))
    page.locator(".sb-switch input[value=stages]").check()
    assert len(sheets(page, "A4")) == whole + 1
    page.goto(f"{url}/blueprints/laptop-request/")
    page.locator(".sb-switch input[value=actors]").check()
    # The head, the drawing, the table with what follows it.
    assert len(sheets(page, "A3")) == 3


def test_lane_titles_are_repeated_on_each_sheet(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    page.locator(".sb-switch input[value=stages]").check()
    on_paper(page, "A4")
    first, second = (
        drawing.locator(".lane-title").all_text_contents() for drawing in page.locator("svg[data-view]:visible").all()
    )
    assert first == second
    assert "Customer" in first


def test_a_chosen_phase_is_printed_alone(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    page.locator(".sb-phase:visible", has_text="Settle").click()
    on_paper(page, "A4")
    [printed] = page.locator("svg[data-view]:visible").all()
    assert printed.locator(".step").count() == 2


def test_paper_is_light_and_has_no_interface(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    on_paper(page, "A4")
    canvas = page.locator("svg[data-view]:visible .canvas").first
    assert canvas.evaluate("element => getComputedStyle(element).fill") == "rgb(255, 255, 255)"
    interface = (
        ".sb-up", ".sb-switch", ".sb-phase", ".sb-view__links", ".sb-lane-titles", ".sb-lane-names", ".sb-hint",
        ".sb-beside", ".md-header", ".md-sidebar--primary",
    )  # fmt: skip
    for part in interface:
        assert page.locator(f"{part}:visible").count() == 0, part


def test_the_head_of_the_table_is_repeated_and_its_rows_are_whole(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    on_paper(page, "A4")
    head, row = page.locator(".sb-table thead"), page.locator(".sb-table tbody tr").first
    assert head.evaluate("element => getComputedStyle(element).display") == "table-header-group"
    assert row.evaluate("element => getComputedStyle(element).breakInside") == "avoid"
