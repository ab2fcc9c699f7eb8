"""References and fences in pages of a MkDocs site, with the plugin and without; in a browser, several on one page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from projects import SMALLEST, build, make_project, serving, wait_for, write
from served import served

FENCE = "```blueprint\nblueprint: burger\nsteps: order\nshow: both\n```\n"
PAGE = f"---\ntitle: Food\n---\n\n# Food\n\n[Where it begins](blueprint:burger#order)\n\n{FENCE}\n{FENCE}\n"
AS_THEY_ARE = {"blueprints/burger.yml": SMALLEST, "docs/guide/food.md": PAGE}


def read(project: Path, path: str) -> str:
    return (project / "site" / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is built once, with superfences and an extension beside ours."""
    configuration = "markdown_extensions: [admonition, pymdownx.superfences]\n"
    made = make_project(tmp_path_factory.mktemp("project"), AS_THEY_ARE, configuration)
    result = build(made, "--strict")
    assert result.returncode == 0, result.stderr
    return made


def test_the_plugin_is_all_that_is_needed(project: Path) -> None:
    html = read(project, "guide/food/index.html")
    assert '<a href="../../blueprints/burger/#order">Where it begins</a>' in html
    assert html.count('<figure class="sb-figure"') == 2
    assert '<a href="../../blueprints/burger/">Get a burger</a>' in html
    assert '<a href="../../blueprints/burger/#order">1</a>' in html


def test_a_search_finds_captions_and_tables_but_no_words_of_drawings(project: Path) -> None:
    pages = json.loads(read(project, "search/search_index.json"))["docs"]
    [text] = [page["text"] for page in pages if page["location"] == "guide/food/"]
    assert text.count("Counter takes the order") == 2  # in the two tables alone
    assert "Get a burger" in text
    assert "Arrow keys" not in text


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_faults_fail_a_strict_build_with_their_lines_in_the_file(tmp_path: Path, directory_urls: str) -> None:
    wrong = PAGE.replace("burger#order", "burger#odrer").replace("steps: order", "steps: eat", 1)
    files = {**AS_THEY_ARE, "docs/guide/food.md": wrong}
    result = build(make_project(tmp_path, files, f"use_directory_urls: {directory_urls}\n"), "--strict")
    assert result.returncode == 1
    assert (
        "WARNING -  docs/guide/food.md:7:19: there is no step 'odrer' in the blueprint 'burger'; did you mean 'order'?"
        in result.stderr
    )
    assert "WARNING -  docs/guide/food.md:11:8: there is no step 'eat' in the blueprint 'burger'" in result.stderr
    assert result.stderr.count("WARNING") == 2
    assert "Traceback" not in result.stderr


def test_a_summary_that_refers_to_nothing_is_told_in_the_blueprints_own_file(tmp_path: Path) -> None:
    summary = f"summary: |\n  As in [tea](blueprint:burger#pour), [](blueprint:burger#order)\n{SMALLEST}"
    project = make_project(tmp_path, {"blueprints/burger.yml": summary})
    result = build(project, "--strict")
    assert "WARNING -  blueprints/burger.yml:2:15: there is no step 'pour' in the blueprint 'burger'" in result.stderr
    assert '<a href="./#order">Orders</a>' in read_after(project)


def read_after(project: Path) -> str:
    assert build(project).returncode == 0
    return read(project, "blueprints/burger/index.html")


def test_what_the_author_says_of_the_extension_holds(tmp_path: Path) -> None:
    other = {"docs/guide/food.md": PAGE, "plans/burger.yml": SMALLEST}
    configuration = "markdown_extensions:\n  - service_blueprint: {language: pl}\n"
    project = make_project(tmp_path, other, configuration, "blueprints: plans, png: false")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "Krok 1" in read(project, "guide/food/index.html")


def test_without_the_plugin_links_lead_to_the_files_of_the_build_command(tmp_path: Path) -> None:
    files = {**AS_THEY_ARE, "docs/blueprints/burger/index.md": '# Burger\n\n<p id="order">Orders</p>\n'}
    project = make_project(tmp_path, files)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    extension = "markdown_extensions: [service_blueprint]\n"
    write(project / "mkdocs.yml", config.replace("  - service-blueprint: {png: false}\n", "") + extension)
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    html = read(project, "guide/food/index.html")
    assert '<a href="../../blueprints/burger/#order">Where it begins</a>' in html
    assert html.count('<figure class="sb-figure"') == 2

    write(project / "docs/guide/food.md", PAGE.replace("burger#order", "burger#odrer"))
    result = build(project, "--strict")
    assert result.returncode == 1
    assert "WARNING -  docs/guide/food.md:7:19: there is no step 'odrer'" in result.stderr


def test_a_served_page_follows_the_blueprint_that_it_shows(tmp_path: Path) -> None:
    project = make_project(tmp_path, AS_THEY_ARE)
    with serving(project) as url:
        page = f"{url}guide/food/"
        assert "Takes it away" not in wait_for(page, "Counter takes the order")
        write(project / "blueprints/burger.yml", SMALLEST.replace("Counter takes the order", "Takes it away"))
        wait_for(page, "Takes it away")
        write(project / "blueprints/burger.yml", SMALLEST.replace("id: order", "id: ask"))
        wait_for(page, "There is no step &#39;order&#39;")
    assert "docs/guide/food.md:7:19: there is no step 'order'" in (project / "serve.log").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def url(project: Path) -> Iterator[str]:
    with served(project / "site") as address:
        yield f"{address}/guide/food/"


def test_several_figures_do_not_disturb_each_other(url: str, page: Page) -> None:
    page.goto(url)
    ids: list[str] = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert sorted(ids) == sorted(set(ids))
    missing = page.evaluate(
        """[...document.querySelectorAll("figure [aria-labelledby], figure [aria-describedby]")].flatMap((each) =>
             ["aria-labelledby", "aria-describedby"].map((name) => each.getAttribute(name)).filter(Boolean)
           ).filter((id) => !document.getElementById(id))"""
    )
    assert missing == []
    boxes = [figure.bounding_box() for figure in page.locator(".sb-figure").all()]
    assert len(boxes) == 2
    assert boxes[0] and boxes[1] and boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]


def test_the_keyboard_walks_the_cards_of_each_figure_and_leaves_to_its_caption(url: str, page: Page) -> None:
    page.goto(url)
    for figure in page.locator(".sb-figure").all():
        cards = figure.locator("svg[data-view] .card")
        cards.first.focus()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.dataset.action") == "order.frontstage"
        assert figure.locator(".card:focus").count() == 1
        page.keyboard.press("Escape")
        assert figure.locator("figcaption:focus").count() == 1


@pytest.mark.parametrize("width", [390, 1280, 2560])
def test_a_wide_drawing_scrolls_in_its_frame_and_not_the_page(url: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    scales = page.evaluate(
        """[...document.querySelectorAll(".sb-figure .sb-sheet > svg[data-view]")]
             .map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"""
    )
    assert all(0.89 <= scale <= 1.11 for scale in scales)


def test_without_scripts_a_frame_can_be_reached_and_the_words_of_a_broken_link_are_there(tmp_path: Path) -> None:
    files = {**AS_THEY_ARE, "docs/index.md": "[the end](blueprint:burger#end)\n\n```blueprint\nburger\n```\n"}
    project = make_project(tmp_path, files)
    build(project)
    html = read(project, "index.html")
    assert (
        '<div class="sb-scroll service-blueprint" tabindex="0" role="group" aria-label="Diagram: Get a burger' in html
    )
    assert '<span class="sb-broken" title="there is no step &#x27;end&#x27;' in html.replace("'", "&#x27;")
    assert ">the end</span>" in html
