"""The touchpoint table as people and screen readers meet it: on a screen, on a phone, on paper."""

import re
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from service_blueprint.pages.table import table_html
from service_blueprint.words import words_for
from written import written

STYLE = files("service_blueprint.pages").joinpath("assets", "table.css").read_text("utf-8")
TEXT = """
title: Request a laptop
steps:
  - {id: send, phase: First, customer: Sends the request, evidence: Confirmation, wait: 3 d, pain: No word}
  - {id: wait, phase: Second, customer: Waits, frontstage: {by: Service Desk, do: Answers}, feeling: -1,
     opportunity: Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungskommissionsvorsitzender}
  - {id: work, backstage: Works, support: {by: Stock, do: Record}}
"""
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def shown(page: Page) -> Page:
    table = table_html(written(TEXT), words_for("en"))
    head = f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style>'
    page.set_content(f'<!doctype html><html lang="en">{head}{table}')
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_a_screen_reader_finds_a_table_whatever_the_width(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 844})
    roles = accessible_roles(shown)
    columns, rows = 13, 3
    assert roles.count("table") == 1
    assert roles.count("row") == 1 + rows
    assert roles.count("columnheader") == columns
    assert roles.count("rowheader") == rows
    assert len([role for role in roles if role in ("cell", "gridcell")]) == rows * (columns - 1)


def test_a_phone_shows_cards_with_the_columns_titles(shown: Page) -> None:
    shown.set_viewport_size(PHONE)
    first, second = shown.locator("#send").bounding_box(), shown.locator("#wait").bounding_box()
    assert first and second
    assert second["y"] > first["y"] + first["height"]
    label = shown.locator("#send .sb-table__pain").evaluate("cell => getComputedStyle(cell, '::before').content")
    assert '"Pain points"' in label
    header = shown.locator("thead").bounding_box()
    assert header and (header["width"], header["height"]) == (1, 1)


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_page_never_scrolls_sideways(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 844})
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_of_a_card_is_cut_off(shown: Page) -> None:
    shown.set_viewport_size(PHONE)
    lines = shown.locator(".sb-table__line")
    assert lines.count()
    assert lines.evaluate_all("all => all.filter(line => line.scrollWidth > line.clientWidth + 1).length") == 0


def test_the_customers_action_stays_in_sight_while_the_rest_scrolls(shown: Page) -> None:
    shown.set_viewport_size({"width": 700, "height": 844})
    region = shown.get_by_role("region")
    region.evaluate("region => { region.scrollLeft = region.scrollWidth }")
    assert region.evaluate("region => region.scrollLeft") > 0
    header = shown.get_by_role("rowheader", name="Waits").bounding_box()
    box = region.bounding_box()
    assert header and box and header["x"] >= box["x"] - 1


def test_the_table_is_scrolled_with_the_keyboard(shown: Page) -> None:
    shown.set_viewport_size({"width": 700, "height": 844})
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.type") == "checkbox"
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_every_steps_address_leads_somewhere(shown: Page) -> None:
    assert [shown.locator(f"#{step}").count() for step in ("send", "wait", "work")] == [1, 1, 1]


def test_steps_without_contact_are_folded_when_the_reader_says_so_but_for_the_one_that_is_asked_for(
    shown: Page,
) -> None:
    inside = shown.locator("#work")
    expect(inside).to_be_visible()
    shown.get_by_role("checkbox", name="Fold steps without customer contact").check()
    expect(inside).to_be_hidden()
    expect(shown.locator("#send")).to_be_visible()
    shown.evaluate("location.hash = 'work'")
    expect(inside).to_be_visible()


def test_on_paper_the_table_lies_across_and_is_whole(shown: Page) -> None:
    pages = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", shown.pdf(prefer_css_page_size=True))
    assert any(float(width) > float(height) for width, height in pages)
    shown.emulate_media(media="print")
    shown.set_viewport_size({"width": 1046, "height": 720})
    assert shown.evaluate("document.querySelector('.sb-table').scrollWidth") <= 1046


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast_in_both_palettes(shown: Page, scheme: str) -> None:
    shown.add_style_tag(content=f":root {{ color-scheme: {scheme} }}")
    ratios = shown.evaluate(CONTRASTS)
    assert ratios
    assert min(ratios) >= 4.5


def accessible_roles(page: Page) -> list[str]:
    """The roles that the browser tells a screen reader of, in order."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [str(node["role"]["value"]) for node in nodes if not node["ignored"]]


CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d');
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Canvas';
  const ground = getComputedStyle(probe).color;
  const luminance = colour => {
    canvas.fillStyle = ground; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = document.querySelectorAll('.sb-table *, .sb-table caption');
  return [...texts].filter(element => element.textContent.trim()).map(element => {
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
}"""
