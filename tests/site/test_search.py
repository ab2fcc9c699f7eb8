"""A search for what a touchpoint says leads to its row."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from projects import build, make_project
from served import served

SERVICE = """\
title: Get a burger
steps:
  - id: look
    customer: Looks up the restaurant
    frontstage: Website with the address
  - id: order
    customer: Orders
    frontstage: {by: Counter, do: Takes the order, fails: {what: Onions forgotten, recovery: A new one}}
    pain: The queue <b>&</b> the noise
  - id: bake
    support: {by: Bakery, do: Delivers buns}
"""
# Further steps, so that the page does not begin with the row.
LONG = SERVICE + "".join(f"  - {{id: bite-{n}, customer: Takes bite {n}}}\n" for n in range(30)) + "links: [Menu]\n"
BUILT_IN = "site_name: Test\ntheme: mkdocs\nplugins: [search, service-blueprint: {png: false}]\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project with Material's search."""
    project = make_project(tmp_path_factory.mktemp("search"), {"blueprints/burger.yml": LONG})
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture
def url(project: Path) -> Iterator[str]:
    """The address of that site, without a slash at the end."""
    with served(project / "site") as address:
        yield address


def without_tags(text: str) -> str:
    return re.sub(r"</?\w+>", "", text).strip()


def entries(project: Path) -> dict[str, tuple[str, str]]:
    """Title and text of what the search has of the blueprint, by what follows the page's address; texts unmarked."""
    index = json.loads((project / "site/search/search_index.json").read_text(encoding="utf-8"))
    return {
        entry["location"].removeprefix("blueprints/burger/"): (entry["title"], without_tags(entry["text"]))
        for entry in index["docs"]
        if entry["location"].startswith("blueprints/burger/")
    }


def test_every_step_is_an_entry_of_its_own(project: Path) -> None:
    found = entries(project)
    assert list(found)[:5] == ["", "#_touchpoints", "#look", "#order", "#bake"]
    assert list(found)[-2:] == ["#bite-29", "#_links"]
    assert found["#look"] == ("Looks up the restaurant", "Looks up the restaurant Website with the address")
    title, text = found["#order"]
    assert title == "Orders"
    assert "Counter: Takes the order" in text
    assert "Fail point: Onions forgotten (recovery: A new one)" in text
    assert "The queue &lt;b&gt;&amp;&lt;/b&gt; the noise" in text
    assert found["#bake"] == ("Delivers buns", "bake Bakery: Delivers buns Bakery Without customer contact")
    assert found["#_links"] == ("Links", "Menu")
    assert "Counter" not in found[""][1] + found["#_touchpoints"][1]


def test_the_search_of_mkdocs_itself_has_the_same_entries_and_the_contents_are_no_longer(
    tmp_path: Path, project: Path
) -> None:
    other = make_project(tmp_path, {"blueprints/burger.yml": LONG, "mkdocs.yml": BUILT_IN})
    result = build(other, "--strict")
    assert result.returncode == 0, result.stderr
    assert entries(other).keys() == entries(project).keys()
    assert "Counter: Takes the order" in entries(other)["#order"][1]
    contents = re.findall(r'href="(.*?)" class="nav-link"', (other / "site/blueprints/burger/index.html").read_text())
    assert "#_touchpoints" in contents
    assert "#order" not in contents


def test_the_page_itself_has_the_table(project: Path) -> None:
    html = (project / "site/blueprints/burger/index.html").read_text(encoding="utf-8")
    assert html.count('id="order"') == 1
    assert '<tr role="row" id="order">' in html
    assert 'data-blueprint-part="touchpoints"' not in html


def test_a_hit_leads_to_the_row(page: Page, url: str) -> None:
    page.goto(f"{url}/")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").type("onions forgotten")
    hit = page.locator(".md-search-result__link", has_text="Onions forgotten").first
    expect(hit).to_contain_text("Orders")
    hit.click()
    page.wait_for_url(re.compile(r"/blueprints/burger/(\?.*)?#order$"))
    row = page.locator("tr#order")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("Onions forgotten")
