"""An old version as its readers see it: which one it is stays in sight, and the selector knows former addresses."""

import json
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

import projects
from daily import daily
from projects import SMALLEST, build, make_project, write
from repositories import CALM, Repository
from served import served

HEIGHT = 800
CONFIGURATION = "extra:\n  version: {provider: mike, default: latest}\n"
STEPS = "steps:\n" + "".join(f"  - {{id: step-{n}, customer: Does the {n}, frontstage: Helps}}\n" for n in range(40))
OLD = f"title: Get a badge\n{STEPS}"
NEW = f"title: Collect a badge\nformerly: [badge]\n{STEPS}"
LAST = "step-39"
GUIDE = "# Guide\n" + "".join(f"\n## Chapter {n}\n" + "\nText.\n" * 5 for n in range(30))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Versions 1.0 and 1.1, where a blueprint has another address, and a preview; the address without a slash."""
    top = tmp_path_factory.mktemp("old-version")
    files = {"blueprints/badge.yml": OLD, "docs/guide.md": GUIDE}
    repository = Repository.made(top / "project")
    project = make_project(repository.folder, {**files, ".gitignore": "/site/\n"}, CONFIGURATION)
    repository.commit(tag="1.0")
    with pytest.MonkeyPatch.context() as patch:
        for key, value in CALM.items():
            patch.setitem(projects.ENVIRONMENT, key, value)
        for version in ("1.0", "1.1", "pr/12"):
            patch.setitem(projects.ENVIRONMENT, "MIKE_DOCS_VERSION", version)
            if version == "1.1":
                (project / "blueprints/badge.yml").unlink()
                write(project / "blueprints/hr/badge.yml", NEW)
                write(project / "blueprints/lamp.yml", SMALLEST)
            built = build(project, "--strict")
            assert built.returncode == 0, built.stderr
            shutil.copytree(project / "site", top / "pages" / version)
    shutil.copytree(top / "pages/1.1", top / "pages/latest")
    aliases: dict[str, list[str]] = {"1.1": ["latest"], "1.0": []}
    listed = [{"version": name, "title": name, "aliases": also} for name, also in aliases.items()]
    write(top / "pages/versions.json", json.dumps(listed))
    with served(top / "pages") as url:
        yield url


@pytest.fixture(params=[390, 1280, 2560])
def sized(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": HEIGHT})
    yield context.new_page()
    context.close()


def top_and_bottom(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box, selector
    return box["y"], box["y"] + box["height"]


@pytest.mark.parametrize(
    ("address", "banner", "said"),
    [
        ("1.0/blueprints/badge", "[data-md-component=outdated]", "You are reading version 1.0."),
        ("pr/12/blueprints/hr/badge", "[data-md-component=announce]", "This is a preview"),
    ],
)
def test_what_is_read_stays_in_sight_above_a_step_deep_in_the_page(
    site: str, sized: Page, address: str, banner: str, said: str
) -> None:
    sized.goto(f"{site}/{address}/#{LAST}")
    expect(sized.locator(banner)).to_contain_text(said)
    expect(sized.locator(banner)).to_be_visible()
    sized.wait_for_function("scrollY > 500")
    sized.wait_for_timeout(300)
    line = top_and_bottom(sized, banner)
    header = top_and_bottom(sized, ".md-header")
    row = top_and_bottom(sized, f"tr#{LAST}")
    assert line[0] == pytest.approx(0, abs=1)
    assert line[1] - line[0] <= 37  # one line: 1.2rem, where a rem is 30 px at most
    assert header[0] == pytest.approx(line[1], abs=1)
    assert header[1] - 1 <= row[0] and row[1] <= HEIGHT


def test_a_heading_is_in_sight_and_marked_in_the_contents_that_led_to_it(site: str, page: Page) -> None:
    page.goto(f"{site}/1.0/guide/")
    expect(page.locator("[data-md-component=outdated]")).to_be_visible()
    link = page.locator(".md-sidebar--secondary").get_by_role("link", name="Chapter 12")
    link.click()
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active").last).to_have_text("Chapter 12")
    # The box of a heading begins above its letters.
    assert top_and_bottom(page, "#chapter-12")[0] >= top_and_bottom(page, ".md-header")[1] - 5


def test_the_lists_beside_a_page_begin_below_the_header_and_end_in_the_window(site: str, page: Page) -> None:
    page.goto(f"{site}/1.0/guide/#chapter-12")
    expect(page.locator("[data-md-component=outdated]")).to_be_visible()
    page.wait_for_function("scrollY > 500")
    for sidebar in (".md-sidebar--primary", ".md-sidebar--secondary"):
        top, _ = top_and_bottom(page, sidebar)
        _, end = top_and_bottom(page, f"{sidebar} .md-sidebar__scrollwrap")
        assert top >= top_and_bottom(page, ".md-header")[1] - 1
        assert end <= page.evaluate("innerHeight")


def test_the_current_version_has_no_banner_and_the_header_its_place(site: str, page: Page) -> None:
    page.goto(f"{site}/latest/blueprints/hr/badge/#{LAST}")
    page.wait_for_function("scrollY > 500")
    expect(page.locator(".md-version__current")).to_contain_text("1.1")
    expect(page.locator("[data-md-component=outdated]")).to_be_hidden()
    assert top_and_bottom(page, ".md-header") == pytest.approx((0, 48), abs=1)


def test_paper_has_no_banner_over_each_sheet(site: str, page: Page) -> None:
    page.goto(f"{site}/1.0/blueprints/badge/")
    banner = page.locator("[data-md-component=outdated]")
    expect(banner).to_be_visible()
    expect(banner).to_have_css("position", "sticky")
    page.emulate_media(media="print")
    expect(banner).to_have_css("position", "static")


def switch(page: Page, version: str) -> None:
    page.locator(".md-version__current").focus()
    page.locator(".md-version__link", has_text=version).click()


@pytest.mark.parametrize("newer", daily(["1.1", "latest"], "latest"))
def test_a_blueprint_is_found_at_its_former_address_in_an_older_version(site: str, page: Page, newer: str) -> None:
    page.goto(f"{site}/{newer}/blueprints/hr/badge/?from=a-wiki#{LAST}")
    switch(page, "1.0")
    page.wait_for_url(f"{site}/1.0/blueprints/badge/?from=a-wiki#{LAST}")
    expect(page.locator("tr:target")).to_be_in_viewport()
    switch(page, "1.1")
    page.wait_for_url(f"{site}/1.1/blueprints/hr/badge/?from=a-wiki#{LAST}")


@pytest.mark.parametrize(("page_of", "found"), [("hr/badge/_changes/", "blueprints/badge/"), ("lamp/", "")])
def test_a_page_that_an_older_version_lacks_leads_to_the_blueprint_or_home(
    site: str, page: Page, page_of: str, found: str
) -> None:
    page.goto(f"{site}/1.1/blueprints/{page_of}")
    switch(page, "1.0")
    page.wait_for_url(f"{site}/1.0/{found}")
