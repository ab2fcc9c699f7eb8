"""Pages that plugins of others make of ours, as a browser paints them; an error in its console fails a test."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from beside.projects import Case, built
from served import served

CASES = Path(__file__).parent / "cases"

pytestmark = pytest.mark.beside


def test_all_drawings_of_a_printed_site_are_painted(page: Page, tmp_path: Path) -> None:
    project = Case.read(CASES / "print-site.yml").write(tmp_path)
    built(project)
    (project / "served").mkdir()
    site = (project / "site").rename(project / "served/works")  # where the printed page takes itself to be
    with served(project / "served") as address:
        page.goto(f"{address}/works/print_page/")
        page.emulate_media(media="print")
        shown = page.locator("svg[data-view=stages]:visible")
        expect(shown).to_have_count(2)
        assert all((drawing.bounding_box() or {"width": 0})["width"] > 100 for drawing in shown.all())
    html = (site / "print_page/index.html").read_text(encoding="utf-8")
    drawings = re.findall(r"<svg[^>]*data-view.*?</svg>", html, re.DOTALL)
    ids = [id for drawing in drawings for id in re.findall(r'\sid="([^"]+)"', drawing)]
    assert len(drawings) >= 8
    assert sorted(ids) == sorted(set(ids))
    assert {name for drawing in drawings for name in re.findall(r"url\(#([^)]+)\)", drawing)} <= set(ids)


def test_tags_are_shown_once_each_leading_to_more_pages(page: Page, tmp_path: Path) -> None:
    project = Case.read(CASES / "material-tags.yml").write(tmp_path)
    built(project)
    with served(project / "site") as address:
        page.goto(f"{address}/blueprints/home/new-meter/")
        tags = page.get_by_text("house call", exact=True).locator("visible=true")
        expect(tags).to_have_count(1)
        tags.click()
        expect(page.get_by_role("heading", name="house call")).to_be_visible()


def test_without_that_plugin_they_are_shown_once_too(page: Page, tmp_path: Path) -> None:
    project = Case.read(CASES / "material-meta.yml").write(tmp_path)
    built(project)
    with served(project / "site") as address:
        page.goto(f"{address}/blueprints/home/new-meter/")
        expect(page.get_by_text("house call", exact=True).locator("visible=true")).to_have_count(1)
