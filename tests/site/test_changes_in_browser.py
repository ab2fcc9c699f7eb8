"""The pages of what changed, of a site built from a git repository with two earlier versions, in a Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect

from daily import daily
from projects import build, make_project, serving, wait_for, write
from repositories import CALM, Repository
from served import served
from service_blueprint.insight.history import History

LAPTOP = """\
title: Request a laptop
steps:
  - {id: ask, customer: Asks for a laptop, frontstage: Desk answers, feeling: -1}
  - {id: approve, customer: Waits for approval, backstage: Manager approves}
  - {id: collect, customer: Collects the laptop, frontstage: Desk hands it over}
"""
LATER = LAPTOP.replace("Desk answers", "Portal answers").replace("feeling: -1", "feeling: 1")
LAST = "".join(line for line in LATER.splitlines(keepends=True) if "approve" not in line)
BURGER = "title: Get a burger\nsteps:\n  - {id: order, customer: Orders, frontstage: Counter takes the order}\n"
PALETTES = """\
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""
CHANGES = ["blueprints/_changes/", "blueprints/laptop/_changes/"]
PAGES = [*CHANGES, "blueprints/burger/", "blueprints/laptop/"]
# What Material does itself, as tests/site/test_accessibility.py says.
OF_THE_THEME = (".md-copyright", ".md-search")


@pytest.fixture(scope="module", autouse=True)
def alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as settings:
        for key, value in CALM.items():
            settings.setenv(key, value)
        yield


def versions(folder: Path) -> Repository:
    """A project whose versions 1.0 and 1.1 are tagged, ready to be built as 1.2."""
    repository = Repository.made(folder)
    make_project(folder, {".gitignore": "/site/\n"}, PALETTES)
    repository.commit({"blueprints/laptop.yml": LAPTOP, "blueprints/burger.yml": BURGER}, tag="1.0")
    (folder / "blueprints/burger.yml").unlink()
    repository.commit({"blueprints/laptop.yml": LATER}, tag="v1.1")
    repository.commit({"blueprints/laptop.yml": LAST})
    return repository


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = versions(tmp_path_factory.mktemp("versions") / "project").folder
    with pytest.MonkeyPatch.context() as settings:
        settings.setitem(build.__globals__["ENVIRONMENT"], "MIKE_DOCS_VERSION", "1.2")
        result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield f"{address}/"


@pytest.mark.parametrize("width", daily([390, 1280, 2560], 390))
@pytest.mark.parametrize("scheme", daily(["light", "dark"], "light"))
def test_the_pages_fit_every_window(browser: Browser, url: str, width: int, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path in PAGES:
        page.goto(url + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    context.close()


@pytest.mark.parametrize("scheme", daily(["light", "dark"], "dark"))
@pytest.mark.parametrize("path", daily(PAGES, CHANGES[0], CHANGES[-1]))
def test_the_pages_can_be_used_by_everybody(page: Page, url: str, path: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(url + path)
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    said = [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
        if not page.locator(", ".join(f"{place} *, {place}" for place in OF_THE_THEME)).evaluate_all(
            "(ours, selector) => ours.some((one) => one.matches(selector))", node["target"][0]
        )
    ]
    assert said == []


def test_marks_follow_the_palette(page: Page, url: str) -> None:
    colours = []
    page.goto(f"{url}blueprints/laptop/_changes/")
    for scheme in ("default", "slate"):
        page.evaluate("(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        badge = page.locator("svg[data-blueprint] .badge-removed").first
        sign = page.locator(".sb-kind--removed").first
        colours.append(
            (
                badge.evaluate("(element) => getComputedStyle(element).fill"),
                sign.evaluate("(element) => getComputedStyle(element).backgroundColor"),
            )
        )
    assert colours[0][0] == colours[0][1] == "rgb(179, 38, 30)"
    assert colours[1][0] == colours[1][1] == "rgb(255, 143, 134)"


def test_a_reader_goes_from_the_page_to_what_changed_and_back(page: Page, url: str) -> None:
    page.goto(f"{url}blueprints/laptop/")
    page.get_by_role("link", name="Changed in 1.2").click()
    expect(page.get_by_role("heading", name="What changed in 1.2")).to_be_visible()
    expect(page.locator("svg[data-blueprint] .badge-removed").first).to_be_visible()
    expect(page.get_by_role("heading", name="Step 2: Waits for approval")).to_be_visible()
    page.get_by_role("link", name="Request a laptop").first.click()
    expect(page.locator("h1")).to_have_text("Request a laptop")


def test_lane_titles_stay_in_sight_and_cards_take_the_keyboard(page: Page, url: str) -> None:
    page.goto(f"{url}blueprints/laptop/_changes/")
    assert page.locator(".sb-lane-titles").count() == 1
    page.locator(".card[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.step") == "was:approve"


def test_the_address_of_a_step_that_is_gone_leads_to_what_is_left_of_it(page: Page, url: str) -> None:
    page.goto(f"{url}blueprints/laptop/#approve")
    gone = page.locator("#approve")
    expect(gone).to_contain_text("Waits for approval")
    expect(gone).to_contain_text("Last in version 1.1")
    expect(gone).to_be_in_viewport()


def test_the_address_of_a_blueprint_that_is_gone_says_so(page: Page, url: str) -> None:
    page.goto(f"{url}blueprints/burger/")
    expect(page.locator("article")).to_contain_text("This blueprint was removed in version 1.1.")


def test_what_changed_is_in_the_site_map_but_neither_in_the_navigation_nor_in_the_search(
    page: Page, url: str, site: Path
) -> None:
    site_map = (site / "sitemap.xml").read_text("utf-8")
    found = {entry["location"] for entry in json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]}
    page.goto(url)
    shown = page.locator(".md-nav a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert "blueprints/laptop/" in found
    assert "blueprints/laptop/" in shown
    for path in (*CHANGES, "blueprints/burger/"):
        assert f"{path}</loc>" in site_map
        assert path not in shown
        assert [location for location in found if location.startswith(path)] == []
    assert [location for location in found if "#_gone" in location or "#approve" in location] == []


def test_a_shallow_clone_tells_nothing_and_says_how_it_would(tmp_path: Path) -> None:
    origin = versions(tmp_path / "origin")
    origin.git("clone", "--quiet", "--depth", "1", origin.folder.as_uri(), str(tmp_path / "clone"))
    result = build(tmp_path / "clone", "--strict")
    assert result.returncode == 0, result.stderr
    assert "not the whole history" in result.stderr
    assert not (tmp_path / "clone/site/blueprints/_changes").exists()


def test_a_broken_list_of_published_versions_fails_a_strict_build(tmp_path: Path) -> None:
    project = versions(tmp_path / "project")
    pages = Repository.made(tmp_path / "pages")
    pages.commit({"versions.json": "{"})
    project.git("fetch", "--quiet", pages.folder.as_uri(), "main:gh-pages")
    strict = build(project.folder, "--strict")
    assert strict.returncode == 1
    assert "gh-pages:versions.json:1:1: where earlier versions stand is not known from this file" in strict.stderr
    assert build(project.folder).returncode == 0
    assert (project.folder / "site/blueprints/_changes/index.html").is_file()


def test_a_folder_of_versions_is_told_to_be_no_option_any_more(tmp_path: Path) -> None:
    make_project(tmp_path, {"blueprints/laptop.yml": LATER}, options="png: false, published: public")
    result = build(tmp_path)
    assert result.returncode == 0
    assert "option 'published': Unrecognised configuration name" in result.stderr


def test_a_version_without_quotes_is_explained(tmp_path: Path) -> None:
    make_project(tmp_path, {"blueprints/laptop.yml": LATER}, options="version: 1.10")
    result = build(tmp_path)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "version" in result.stderr


def test_history_is_read_once_for_all_builds_of_one_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def noting(folder: Path, *others: object) -> History:
        asked.append(folder)
        return History()

    monkeypatch.setattr("service_blueprint.hosts.mkdocs.plugin.history_of", noting)
    make_project(tmp_path, {"blueprints/laptop.yml": LATER})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    build_site(config)
    write(tmp_path / "blueprints/laptop.yml", LAST)
    build_site(config)
    assert asked == [tmp_path / "blueprints"]


def test_a_server_compares_with_the_newest_version_as_the_file_changes(tmp_path: Path) -> None:
    repository = versions(tmp_path / "project")
    with serving(repository.folder) as address:
        wait_for(f"{address}blueprints/laptop/", "Changed since 1.1")
        wait_for(f"{address}blueprints/laptop/_changes/", "What has changed since 1.1")
        write(repository.folder / "blueprints/laptop.yml", LATER)
        wait_for(f"{address}blueprints/laptop/", "Unchanged since 1.1")
