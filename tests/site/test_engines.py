"""The sample site, built by MkDocs with our plugin, and by other engines from what ``service-blueprint build`` wrote.

They are one site: the same pages and files at the same addresses, the same anchors, our own pages to the last byte.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import engines
import plain_docs
from daily import daily
from links import lost_links
from served import served
from service_blueprint.hosts.mkdocs.banner import THEME

ADDRESS = "https://service-blueprints.example.org/"

# What each engine has of its own.
BANNER = "|".join(re.escape(file.relative_to(THEME).as_posix()) for file in THEME.glob("assets/**/*.*"))
THEMES = re.compile(
    r"assets/(images|javascripts|stylesheets)/"  # the theme's files, of other names in each release
    r"|search/search_index\.json|search\.json"  # Zensical calls its index so
    r"|sitemap\.xml\.gz"  # Zensical writes the site map uncompressed only
    rf"|{BANNER}"  # our plugin puts it into Material
)
FIGURE = re.compile(r"^sb-[0-9a-f]{8}-")  # begins the ids within a figure, which differ by where its Markdown lies
NOTES = " data-search-exclude"  # Zensical takes it out when it has obeyed it
OWN_IDS = {"__skip"}  # where "skip to content" leads; Zensical has it on every page, Material where there is a heading


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site as plain documents, with the configuration for other engines."""
    folder = tmp_path_factory.mktemp("plain")
    plain_docs.write(folder, "--no-png")
    return folder


@pytest.fixture(scope="module")
def zensical_site(documents: Path) -> Path:
    result = engines.zensical(documents / "mkdocs.yml")
    assert result.returncode == 0, result.stdout + result.stderr
    return documents / "site"


@pytest.fixture(scope="module")
def properdocs_site(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("properdocs")
    result = engines.properdocs(documents / "mkdocs.yml", site)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


@pytest.fixture(scope="module")
def properdocs_site_with_plugin(configuration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by ProperDocs as MkDocs builds it: with our plugin and the project's hooks."""
    site = tmp_path_factory.mktemp("properdocs-plugin")
    result = engines.properdocs(configuration, site)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


@pytest.fixture(params=daily(["zensical", "properdocs", "properdocs_with_plugin"], "zensical"))
def other_site(request: pytest.FixtureRequest) -> Path:
    """The sample site built by another engine."""
    names = {
        "zensical": "zensical_site",
        "properdocs": "properdocs_site",
        "properdocs_with_plugin": "properdocs_site_with_plugin",
    }
    site: Path = request.getfixturevalue(names[request.param])
    return site


def test_the_same_files_are_at_the_same_addresses(sample_site: Path, other_site: Path) -> None:
    ours, theirs = files(sample_site), files(other_site)
    assert sorted(ours - theirs) == []
    assert sorted(theirs - ours) == []
    assert len(ours) > 100


def test_every_page_has_the_same_anchors(sample_site: Path, other_site: Path) -> None:
    different = {}
    for path in pages(sample_site):
        ours, theirs = anchors(sample_site / path), anchors(other_site / path)
        if ours != theirs:
            different[path] = sorted(set(ours) ^ set(theirs)) or "in another order"
    assert different == {}
    assert "hand-over" in anchors(other_site / "blueprints/laptop-request/index.html")


def test_pages_of_blueprints_are_the_same_to_the_last_byte(sample_site: Path, other_site: Path) -> None:
    own = [path for path in pages(sample_site) if own_page(sample_site / path)]
    assert [path for path in own if own_page(sample_site / path) != own_page(other_site / path)] == []
    assert len(own) > 10


def test_files_beside_the_pages_are_the_same_to_the_last_byte(sample_site: Path, other_site: Path) -> None:
    beside = [path for path in files(sample_site) if path.startswith(("blueprints/", "assets/", "objects.inv"))]
    beside = [path for path in beside if not path.endswith("index.html")]
    assert [p for p in sorted(beside) if (sample_site / p).read_bytes() != (other_site / p).read_bytes()] == []


def test_every_link_leads_somewhere(other_site: Path) -> None:
    assert lost_links(other_site, ADDRESS) == []


def test_pages_stand_in_the_same_places_of_the_navigation(sample_site: Path, other_site: Path) -> None:
    assert navigation(other_site / "index.html") == navigation(sample_site / "index.html")


def test_every_engine_puts_what_other_tools_read_into_the_head(sample_site: Path, other_site: Path) -> None:
    page = "blueprints/laptop-request/index.html"
    assert open_graph(sample_site / page)
    assert open_graph(other_site / page) == open_graph(sample_site / page)


# in a browser


@pytest.fixture
def zensical_url(zensical_site: Path) -> Iterator[str]:
    with served(zensical_site) as address:
        yield address


def test_zensical_s_page_switches_views_and_phases(page: Page, zensical_url: str) -> None:
    page.goto(f"{zensical_url}/blueprints/order-return/")
    shown = page.locator(".sb-sheet > svg[data-view]:visible")
    page.get_by_role("radio", name="Customer").check()
    expect(shown).to_have_count(1)
    assert shown.get_attribute("data-view") == "customer"
    page.locator(".sb-phase:visible", has_text="Return").click()
    expect(shown.locator(".step")).to_have_count(4)


def test_zensical_s_page_keeps_lane_titles_in_sight(page: Page, zensical_url: str) -> None:
    page.goto(f"{zensical_url}/blueprints/order-return/")
    titles = page.locator(".sb-lane-titles:visible")
    before = titles.bounding_box()
    page.locator(".sb-scroll:visible").evaluate("element => { element.scrollLeft = 400 }")
    after = titles.bounding_box()
    assert before and after
    assert after["x"] == pytest.approx(before["x"], abs=1)


def test_cards_are_walked_by_keyboard_after_zensical_has_swapped_the_page(page: Page, zensical_site: Path) -> None:
    with served(zensical_site) as address:
        site_map = zensical_site / "sitemap.xml"
        text = site_map.read_text(encoding="utf-8")
        # Only pages that the site map names are swapped, and that where the site is published.
        site_map.write_text(text.replace(ADDRESS, f"{address}/"), encoding="utf-8")
        page.goto(f"{address}/blueprints/")
        page.evaluate("window.stays = true")
        page.locator("a[href*='laptop-request/']:visible", has_text="Request a new laptop").first.click()
        page.wait_for_url("**/laptop-request/")
        page.locator(".sb-switch input:checked").focus()
        for _ in range(8):
            page.keyboard.press("Tab")
            if focused(page):
                break
        first = focused(page)
        page.keyboard.press("ArrowRight")
        assert first and focused(page) and focused(page) != first
        assert page.evaluate("window.stays")
        site_map.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_zensical_s_palette(page: Page, zensical_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{zensical_url}/blueprints/laptop-request/")
    ground = page.locator(".sb-sheet:visible rect.canvas").first.evaluate("element => getComputedStyle(element).fill")
    lightness = sum(map(int, re.findall(r"\d+", ground))) / 3
    assert lightness < 60 if scheme == "dark" else lightness > 200


def files(site: Path) -> set[str]:
    """The paths of all files but those that each engine has of its own."""
    paths = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    return {path for path in paths if not THEMES.match(path)}


def pages(site: Path) -> list[str]:
    return sorted(path for path in files(site) if path.endswith(".html"))


def own_page(page: Path) -> str:
    """What we made of a page; nothing where it is not ours."""
    _, start, rest = page.read_text(encoding="utf-8").partition('<div class="sb-page"')
    return (start + rest.partition("</article>")[0].rstrip()).replace(NOTES, "") if start else ""


def anchors(page: Path) -> list[str]:
    """The ids of what a page says, in their order; those of the theme around it are left out."""
    text = page.read_text(encoding="utf-8")
    article = text.partition("<article")[2].partition("</article>")[0] or text
    reader = _Ids()
    reader.feed(article)
    return [FIGURE.sub("sb-figure-", name) for name in reader.ids if name not in OWN_IDS]


def navigation(page: Path) -> list[str]:
    """The addresses in the navigation beside a page."""
    text = page.read_text(encoding="utf-8")
    links = re.findall(r'<a href="([^"]*)" class="md-nav__link', text)
    return [link.removeprefix("./") or "." for link in links]


def open_graph(page: Path) -> list[str]:
    return re.findall(r'<meta property="og:[^>]*>', page.read_text(encoding="utf-8"))


def focused(page: Page) -> str | None:
    answer: str | None = page.evaluate("document.activeElement.closest('.card')?.dataset.action")
    return answer


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
