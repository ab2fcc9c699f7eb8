"""A site in three versions, published by mike from a clone into a bare repository, walked as its readers do.

Version 1.1 removes a blueprint; 1.2 removes a step of another, and gives a third a new address.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from projects import ENVIRONMENT, write
from served import served
from windows import know_all_pages

HERE = Path(sys.executable).parent
SETTINGS = {
    **{name: value for name, value in ENVIRONMENT.items() if not name.startswith(("GIT_", "MIKE_"))},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "PATH": os.pathsep.join([str(HERE), os.environ["PATH"]]),
}
CONFIGURATION = """\
site_name: Our services
site_url: {url}
theme:
  name: material
  font: false
  features: [navigation.instant]
plugins:
  - search
  - mike: {{alias_type: copy, canonical_version: latest}}
  - service-blueprint: {{png: {png}}}
extra:
  version: {{provider: mike, default: latest, alias: true}}
"""
LAPTOP = """\
title: Request a laptop
steps:
  - {id: ask, customer: Asks for a laptop, frontstage: Desk answers}
  - {id: approve, customer: Waits for approval, backstage: Manager approves}
  - {id: collect, customer: Collects the laptop, frontstage: Desk hands it over}
"""
BURGER = "title: Get a burger\nsteps:\n  - {id: order, customer: Orders, frontstage: Counter takes the order}\n"
PARKING = "title: Park a car\nsteps:\n  - {id: drive-in, customer: Drives in, frontstage: Barrier opens}\n"
SIGN = "title: Sign a contract\n{former}steps:\n  - {{id: sign, customer: Signs, frontstage: System thanks}}\n"
FIRST = {
    "laptop": LAPTOP,
    "burger": BURGER,
    "parking": PARKING,
    "e-sign": SIGN.format(former=""),
}
SECOND = {name: text for name, text in FIRST.items() if name != "parking"}
THIRD = {
    "laptop": "".join(line for line in LAPTOP.splitlines(keepends=True) if "approve" not in line),
    "burger": BURGER,
    "hr/e-signature": SIGN.format(former="formerly: [e-sign]\n"),
}
VERSIONS = {"1.0": FIRST, "1.1": SECOND, "1.2": THIRD}


def run(folder: Path, *words: str, **settings: str) -> str:
    """Run a program of the tests' environment, which must not fail; gives what it printed."""
    program = str(HERE / words[0]) if (HERE / words[0]).exists() else words[0]
    done = subprocess.run(
        [program, *words[1:]], cwd=folder, env={**SETTINGS, **settings}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout


def write_version(project: Path, blueprints: Mapping[str, str], url: str, png: str) -> None:
    """Write a project as it is in one version, and nothing of the one before."""
    for old in (project / "blueprints").rglob("*.yml"):
        old.unlink()
    write(project / "mkdocs.yml", CONFIGURATION.format(url=url, png=png))
    write(project / "docs/index.md", "# Home\n")
    for name, text in blueprints.items():
        write(project / f"blueprints/{name}.yml", text)


@dataclass(frozen=True)
class Served:
    """A site in versions: its address, without a slash at the end, and what is served there."""

    url: str
    folder: Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The three versions, published by mike; the address comes first, for the pages name it."""
    top = tmp_path_factory.mktemp("mike")
    server, clone, pages = (top / name for name in ("server", "clone", "pages"))
    pages.mkdir()
    with served(pages) as url:
        git = partial(run, clone, "git")
        run(top, "git", "init", "--quiet", "--bare", "--initial-branch", "main", str(server))
        run(top, "git", "clone", "--quiet", str(server), str(clone))
        git("config", "user.name", "Test")
        git("config", "user.email", "test@example.org")
        git("checkout", "--quiet", "-B", "main")
        for version, blueprints in VERSIONS.items():
            # PNG takes its time, so the last version alone has it.
            write_version(clone, blueprints, f"{url}/", png="true" if version == "1.2" else "false")
            write(clone / ".gitignore", "/site/\n")
            git("add", "--all")
            git("commit", "--quiet", "--message", version)
            git("tag", version)
            run(clone, "mike", "deploy", "--push", "--update-aliases", version, "latest")
        run(clone, "mike", "set-default", "--push", "latest")
        run(top, "git", "clone", "--quiet", "--branch", "gh-pages", str(server), str(pages))
        yield Served(url, pages)


def switch(page: Page, version: str) -> None:
    """Choose another version in the theme's own selector."""
    page.locator(".md-version__current").focus()
    page.locator(".md-version__link", has_text=version).click()


def text_of(url: str) -> str:
    with urlopen(url) as answer:
        return str(answer.read().decode())


def is_there(url: str) -> bool:
    try:
        with urlopen(url):
            return True
    except HTTPError:
        return False


def test_the_address_of_the_site_leads_to_the_latest_version(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/#from-a-wiki")
    page.wait_for_url(f"{site.url}/latest/#from-a-wiki")


def test_another_version_is_chosen_and_the_step_is_the_same(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/1.0/blueprints/laptop/#collect")
    expect(page.locator(":target")).to_contain_text("Collects the laptop")
    switch(page, "1.2")
    page.wait_for_url(f"{site.url}/1.2/blueprints/laptop/#collect")
    expect(page.locator("tr:target")).to_contain_text("Collects the laptop")
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_step_that_is_gone_says_so_where_its_old_address_leads(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/1.0/blueprints/laptop/#approve")
    expect(page.locator("tr:target, :target")).to_contain_text("Waits for approval")
    switch(page, "1.2")
    page.wait_for_url(f"{site.url}/1.2/blueprints/laptop/#approve")
    gone = page.locator("li:target")
    expect(gone).to_contain_text("Waits for approval")
    expect(gone).to_be_in_viewport()
    gone.get_by_role("link", name="Last in version 1.1").click()
    page.wait_for_url(f"{site.url}/1.1/blueprints/laptop/#approve")


def test_a_blueprint_that_is_gone_says_so_and_leads_to_where_it_is(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/1.0/blueprints/parking/#drive-in")
    switch(page, "1.2")
    page.wait_for_url(f"{site.url}/1.2/blueprints/parking/#drive-in")
    expect(page.locator(".md-content")).to_contain_text("This blueprint was removed in version")
    page.get_by_role("link", name="Read it in version 1.0").click()
    page.wait_for_url(f"{site.url}/1.0/blueprints/parking/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Park a car")


def test_a_blueprint_that_moved_is_found_at_its_new_address(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/1.0/blueprints/e-sign/#sign")
    switch(page, "1.2")
    page.wait_for_url(f"{site.url}/1.2/blueprints/hr/e-signature/#sign")
    expect(page.locator(":target")).to_contain_text("Signs")


def test_an_old_version_leads_to_the_same_step_in_the_current_one(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/1.0/blueprints/laptop/#ask")
    banner = page.locator("[data-md-component=outdated]")
    expect(banner).to_contain_text("You are reading version 1.0.")
    link = banner.get_by_role("link", name="Go to the current version")
    expect(link).to_have_attribute("href", f"{site.url}/latest/blueprints/laptop/#ask")
    page.goto(f"{site.url}/1.0/blueprints/laptop/#collect")  # within the page
    expect(link).to_have_attribute("href", f"{site.url}/latest/blueprints/laptop/#collect")
    link.click()
    page.wait_for_url(f"{site.url}/latest/blueprints/laptop/#collect")
    expect(page.locator(".md-version__current")).to_contain_text("1.2")
    expect(banner).to_be_hidden()
    page.goto(f"{site.url}/1.2/blueprints/laptop/")
    expect(page.locator(".md-version__current")).to_contain_text("1.2")
    expect(banner).to_be_hidden()


@pytest.mark.parametrize(("version", "stays"), [("1.0", True), ("latest", False)])
def test_what_is_copied_says_whether_it_stays_with_a_version(
    version: str, stays: bool, site: Served, page: Page
) -> None:
    page.goto(f"{site.url}/{version}/blueprints/laptop/")
    page.locator("[data-sb-share] >> visible=true").first.click()
    said = page.get_by_text("What you copy here stays with version")
    expect(said).to_have_count(1)
    expect(said).to_be_visible(visible=stays)


def test_the_latest_version_is_the_one_to_be_found(site: Served) -> None:
    for version in ("1.0", "1.2", "latest"):
        page = text_of(f"{site.url}/{version}/blueprints/burger/")
        assert f'<link rel="canonical" href="{site.url}/latest/blueprints/burger/">' in page


def test_what_unfolds_a_link_shows_the_version_that_it_leads_to(site: Served) -> None:
    for folder, version in {"1.0": "1.0", "1.2": "1.2", "latest": "1.2"}.items():
        own = f"{site.url}/{version}/blueprints/burger/"
        page = text_of(f"{site.url}/{folder}/blueprints/burger/")
        assert f'<meta property="og:url" content="{own}">' in page
        assert f'href="{own}oembed.json"' in page
        assert f'src="{own}embed/"' in json.loads(text_of(f"{own}oembed.json"))["html"]
        framed = text_of(f"{own}embed/")
        assert f'<link rel="canonical" href="{site.url}/latest/blueprints/burger/">' in framed
        assert f'<meta property="og:url" content="{own}">' in framed
        index = json.loads(text_of(f"{site.url}/{folder}/blueprints/index.json"))
        assert index["site"]["url"] == f"{site.url}/{version}/"
    moved = text_of(f"{site.url}/1.2/blueprints/e-sign/")
    assert f'<link rel="canonical" href="{site.url}/latest/blueprints/hr/e-signature/">' in moved


def test_the_picture_of_a_link_is_that_of_its_version(site: Served) -> None:
    own = f"{site.url}/1.2/blueprints/burger/stages.png"
    page = text_of(f"{site.url}/1.2/blueprints/burger/")
    assert f'<meta property="og:image" content="{own}">' in page
    assert is_there(own)


def test_pictures_have_an_address_that_stays(site: Served, own_page: Page) -> None:
    page = own_page  # one that has been on a site before loads nothing from this machine into an empty page
    for name in ("burger/stages", "e-sign/stages", "hr/e-signature/stages"):
        drawing, bitmap = (f"{site.url}/latest/blueprints/{name}.{ending}" for ending in ("svg", "png"))
        assert text_of(drawing).startswith("<svg")
        assert drawing.startswith(site.url) and is_there(bitmap)
        for picture in (drawing, bitmap):
            page.set_content(f'<img src="{picture}">')
            page.wait_for_function("document.images[0].complete")
            assert page.evaluate("document.images[0].naturalWidth") > 100


def test_the_index_tells_where_everything_is_in_this_version_and_under_its_alias(site: Served) -> None:
    for folder in ("1.2", "latest"):
        address = f"{site.url}/{folder}/blueprints/index.json"
        index = json.loads(text_of(address))
        assert index["version"] == "1.2"
        assert {entry["id"]: entry["since"] for entry in index["blueprints"]} == {
            "burger": "1.0",
            "hr/e-signature": "1.0",
            "laptop": "1.2",
        }
        assert index["moved"] == {"e-sign": "hr/e-signature"}
        assert [entry["id"] for entry in index["removed"]] == ["parking"]
        for entry in index["blueprints"]:
            named = [entry[key] for key in ("address", "yaml", "table", "embed", "oembed")]
            named += [view[key] for view in entry["views"] for key in ("svg", "png", "embed")]
            assert [name for name in named if not is_there(urljoin(address, name))] == []


def test_a_page_elsewhere_shows_the_diagram_at_its_height(site: Served, tmp_path: Path, page: Page) -> None:
    offer = json.loads(text_of(f"{site.url}/latest/blueprints/laptop/oembed.json"))
    script = f"{site.url}/latest/assets/service-blueprint/embed.js"
    write(
        tmp_path / "wiki.html",
        f'<!doctype html><link rel="icon" href="data:,"><h1>Wiki</h1>{offer["html"]}<script src="{script}"></script>',
    )
    with served(tmp_path) as wiki:
        page.goto(f"{wiki}/wiki.html")
        drawing = page.frame_locator("iframe").locator("svg").first
        expect(drawing).to_contain_text("Collects the laptop")
        # The frame is lazy: the page elsewhere does not wait for it, and before its style sheet it has another height.
        page.frames[1].wait_for_load_state("load")
        whole = page.frames[1].evaluate("document.documentElement.scrollHeight")
        expect(page.locator("iframe")).to_have_css("height", f"{whole}px")
        box = drawing.bounding_box()
        assert box and box["height"] <= whole


def test_the_latest_version_is_read_without_loading_pages_anew(site: Served, page: Page) -> None:
    page.goto(f"{site.url}/latest/blueprints/")
    know_all_pages(page)
    page.evaluate("window.kept = true")
    page.locator(".md-content").get_by_role("link", name="Get a burger").click()
    page.wait_for_url(f"{site.url}/latest/blueprints/burger/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Get a burger")
    assert page.evaluate("window.kept") is True
    expect(page.locator("[data-md-component=outdated]")).to_be_hidden()
