"""Blueprints that had other ids before, on a site: what is built, and what a reader comes to."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from projects import SMALLEST, build, make_project
from served import served
from windows import know_all_pages

MOVED = f"formerly: meals/dish\n{SMALLEST}"
HOME = "# Home\n\n[Where it was](blueprints/meals/dish.md#order)\n"
NAV = "nav: [index.md, {The dish: blueprints/meals/dish.md}, blueprints/index.md]\n"
OLD = "blueprints/meals/dish"


def text(project: Path, file: str) -> str:
    return (project / "site" / file).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project, whose navigation and home page name a blueprint by its former id."""
    files = {"blueprints/burger.yml": MOVED, "docs/index.md": HOME}
    instant = "theme: {name: material, font: false, features: [navigation.instant]}\n"
    project = make_project(tmp_path_factory.mktemp("moved"), files, NAV)
    configuration = project / "mkdocs.yml"
    kept = re.sub(r"theme:\n.*\n.*\n", instant, configuration.read_text(encoding="utf-8"))
    configuration.write_text(kept, encoding="utf-8")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture
def url(site: Path) -> Iterator[str]:
    """The address of that site, without a slash at the end."""
    with served(site / "site") as address:
        # Material swaps only pages that the site map names, and that names them where the site will be published.
        site_map = site / "site/sitemap.xml"
        names = re.sub(r"<loc>https?://[^/]*(/some/path)?", f"<loc>{address}", site_map.read_text(encoding="utf-8"))
        site_map.write_text(names, encoding="utf-8")
        yield address


def test_the_old_page_is_in_the_site_map_and_in_the_navigation_where_named_but_not_in_the_search(site: Path) -> None:
    assert f"{OLD}/</loc>" in text(site, "sitemap.xml")
    assert "The dish" in text(site, "index.html")
    index = json.loads(text(site, "search/search_index.json"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert found == {"", "blueprints/", "blueprints/burger/"}


def test_the_old_page_names_the_new_one_as_the_real_one(site: Path) -> None:
    html = text(site, f"{OLD}/index.html")
    [canonical] = re.findall(r'<link rel="canonical" href="(.*?)">', html)
    assert canonical == "https://example.org/some/path/blueprints/burger/"
    assert '<meta name="robots" content="noindex">' in html.partition("</head>")[0]


def test_a_navigation_without_the_old_page_has_it_nowhere(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/burger.yml": MOVED})
    assert build(project, "--strict").returncode == 0
    assert "meals" not in text(project, "index.html").lower()


def test_a_page_of_the_docs_folder_keeps_the_address_and_the_build_says_so(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/burger.yml": MOVED, f"docs/{OLD}.md": "# My dish\n"})
    result = build(project, "--strict")
    assert result.returncode == 1
    assert (
        f"blueprints/burger.yml: the site has a page of its own at '{OLD}/index.html'; move it, or take 'meals/dish' "
        "out of 'formerly'" in result.stderr
    )
    assert build(project).returncode == 0
    assert "My dish" in text(project, f"{OLD}/index.html")
    assert (project / "site" / OLD / "stages.svg").exists()


CLASHES = {
    "burger.yml": f"formerly: [dish, burger]\n{SMALLEST}",
    "burger/embed.yml": SMALLEST,
    "pizza.yml": f"formerly: [dish, Old Pizza.yml]\n{SMALLEST}",
    "soup.yml": f"formerly: [dish, salad]\n{SMALLEST}",
    "salad.yml": f"formerly: soup/embed\n{SMALLEST}",
}


def test_ids_that_claim_one_address_fail_a_strict_build_and_leave_the_rest_whole(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"blueprints/{name}": content for name, content in CLASHES.items()})
    result = build(project, "--strict")
    assert result.returncode == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("WARNING")]
    assert [re.findall(r"blueprints/\S+?\.yml:\d+", line)[0] for line in told] == [
        "blueprints/burger.yml:1",
        "blueprints/burger/embed.yml:1",
        "blueprints/salad.yml:1",
        "blueprints/soup.yml:1",
        "blueprints/soup.yml:1",
        "blueprints/pizza.yml:1",
    ]
    assert "Traceback" not in result.stderr
    for page in ("burger", "burger/embed", "soup", "salad", "dish"):
        assert '<div class="sb-page"' in text(project, f"blueprints/{page}/index.html"), page
    assert "../burger/" in text(project, "blueprints/dish/index.html")


def test_an_old_address_leads_to_the_same_step_of_the_new_page(page: Page, url: str) -> None:
    page.goto(f"{url}/")
    page.goto(f"{url}/{OLD}/?from=wiki#order")
    page.wait_for_url(f"{url}/blueprints/burger/?from=wiki#order")
    expect(page.locator("#order")).to_be_in_viewport()
    page.go_back()
    page.wait_for_url(f"{url}/")


def test_a_link_within_the_site_leads_on_where_pages_are_swapped(own_page: Page, url: str) -> None:
    page = own_page
    how: list[str] = []
    page.on("request", lambda request: how.append(request.resource_type) if f"{OLD}/" in request.url else None)
    page.goto(f"{url}/")
    know_all_pages(page)
    page.get_by_role("link", name="Where it was").click()
    page.wait_for_url(f"{url}/blueprints/burger/#order")
    assert how == ["xhr"]  # not loaded as a page
    expect(page.get_by_role("heading", name="Get a burger")).to_be_visible()
    expect(page.locator("#order")).to_be_in_viewport()


def test_the_navigation_leads_on_too(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/")
    page.get_by_role("link", name="The dish").first.click()
    page.wait_for_url(f"{url}/blueprints/burger/")


def test_without_script_the_old_address_leads_to_the_beginning_of_the_page(
    open_window: Callable[..., Page], url: str
) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(f"{url}/{OLD}/")
    page.wait_for_url(f"{url}/blueprints/burger/")


def test_an_image_and_a_frame_at_the_old_address_go_on_showing_the_diagram(page: Page, url: str) -> None:
    page.goto(f"{url}/")
    page.set_content(
        f'<base href="{url}/"><img src="{OLD}/stages.svg"><iframe src="{OLD}/embed/#order" height="400"></iframe>'
    )
    width = page.locator("img").evaluate("async (image) => { await image.decode(); return image.naturalWidth; }")
    assert width > 200
    frame = page.frame_locator("iframe")
    expect(frame.locator("svg[data-view] .card").first).to_be_visible()
    expect(frame.get_by_role("link", name="Get a burger")).to_have_attribute("href", re.compile("burger/"))
