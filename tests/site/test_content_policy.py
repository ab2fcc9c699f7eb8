"""The sample site under the content security policies that the page about web servers gives."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from projects import ROOT
from served import served

SERVER = (ROOT / "docs/how-to/set-up-a-web-server.md").read_text(encoding="utf-8")
WIKI = "https://wiki.example.org"
NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


def block(language: str) -> str:
    """The code of a language on the page about web servers."""
    found = re.search(rf"```{language}\n(.*?)```", SERVER, re.DOTALL)
    assert found
    return found[1]


def nginx_policies() -> list[tuple[str, str]]:
    """The map of the page: each pattern, "default" first, with its policy."""
    lines = re.search(r"map \$uri \$policy \{\n(.*?)\n\}", block("nginx"), re.DOTALL)
    assert lines
    return re.findall(r'^\s+"?([^"\s]+)"?\s+"([^"]+)";$', lines[1], re.MULTILINE)


def policy_of(path: str, host: str = "") -> str:
    """What nginx says of a file: the first pattern that its path has, else the default; ``host`` is that of a wiki."""
    default, *others = nginx_policies()
    assert default[0] == "default"
    for pattern, policy in others:
        if re.search(pattern.removeprefix("~"), path):
            return policy.replace(WIKI, host or WIKI)
    return default[1]


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder and its address: another site, that may show frames."""
    folder = tmp_path_factory.mktemp("wiki")
    with served(folder) as address:
        yield folder, address


@pytest.fixture(scope="module")
def strict_url(sample_site: Path, wiki: tuple[Path, str]) -> Iterator[str]:
    """The sample site under the policies of the page."""
    with served(sample_site, lambda path: {"Content-Security-Policy": policy_of(path, wiki[1])}) as address:
        yield address


@pytest.fixture
def open_page(own_page: Page, strict_url: str) -> Iterator[Callable[[str], Page]]:
    """Opens an address of the site; a test fails whose pages violate their policy, or leave an error in the console."""
    page = own_page
    page.add_init_script(NOTE_VIOLATIONS)

    def opened(path: str) -> Page:
        page.goto(f"{strict_url}{path}")
        return page

    yield opened
    assert [violation for frame in page.frames for violation in frame.evaluate("window.violations")] == []


def painted(page: Page, shape: str) -> str:
    fill: str = page.locator(f"{shape}:visible").first.evaluate("element => getComputedStyle(element).fill")
    return fill


def test_both_servers_say_the_same() -> None:
    policies = [policy for _, policy in nginx_policies()]
    assert len(policies) == 3
    assert re.findall(r'Header set Content-Security-Policy "([^"]+)"', block("apache")) == policies
    assert re.findall(r'content="([^"]+)"', block("html")) == [policies[0].replace("; frame-ancestors 'self'", "")]


def test_a_page_shows_its_drawing_in_the_font_that_it_is_measured_by(open_page: Callable[[str], Page]) -> None:
    page = open_page("/blueprints/laptop-request/")
    expect(page.locator(".sb-lane-titles:visible")).to_have_count(1)
    assert painted(page, ".sb-sheet .outline-customer") == "rgb(232, 241, 255)"
    assert (
        page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(font => font.status))") == ["loaded"] * 2
    )
    sheet, frame = (page.locator(f"{part}:visible").first.bounding_box() for part in (".sb-sheet", ".sb-scroll"))
    assert sheet
    assert frame
    assert sheet["width"] >= frame["width"] - 2


def test_views_keyboard_and_sharing_work(open_page: Callable[[str], Page]) -> None:
    page = open_page("/blueprints/laptop-request/#hand-over")
    expect(page.locator(".card.sb-arrived:visible").first).to_be_visible()
    page.get_by_text("Customer", exact=True).first.click()
    drawing = page.locator(".sb-sheet > svg[data-view]:visible")
    assert drawing.first.get_attribute("data-view") == "customer"
    page.locator(".sb-sheet > svg[data-view]:visible .card").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.step") == "send-request"
    page.keyboard.press("c")
    expect(page.locator(".sb-share")).to_be_visible()
    assert (box := page.locator(".sb-share").bounding_box())
    assert box["x"] > 0
    page.get_by_role("button", name="Copy embed code").click()
    expect(page.locator(".sb-share__status")).not_to_be_empty()


def test_the_filter_works(open_page: Callable[[str], Page]) -> None:
    page = open_page("/blueprints/")
    cards = page.locator("[data-sb-card]:visible")
    every = cards.count()
    page.locator("[data-sb-filter] input").first.fill("laptop")
    expect(cards).not_to_have_count(every)
    assert page.locator(".sb-card__picture img").first.evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )


@pytest.mark.parametrize(
    "path", ["/", "/reference/notation/", "/how-to/put-a-diagram-into-a-page/", "/reference/command-line/"]
)
def test_other_pages_break_no_rule(open_page: Callable[[str], Page], path: str) -> None:
    open_page(path)


@pytest.mark.parametrize("file", ["actors.svg", "customer.svg"])
def test_a_drawing_alone_is_painted(open_page: Callable[[str], Page], file: str) -> None:
    page = open_page(f"/blueprints/laptop-request/{file}")
    assert painted(page, ".outline-customer") == "rgb(232, 241, 255)"
    page.emulate_media(color_scheme="dark")
    assert painted(page, ".outline-customer") == "rgb(23, 38, 63)"


def test_a_frame_works_where_it_may_be_shown(
    open_page: Callable[[str], Page], own_page: Page, strict_url: str, wiki: tuple[Path, str]
) -> None:
    page, (folder, address) = own_page, wiki
    code = f'<iframe src="{strict_url}/blueprints/laptop-request/embed/#hand-over" title="A" width="100%"></iframe>'
    script = f'<script src="{strict_url}/assets/service-blueprint/embed.js"></script>'
    (folder / "index.html").write_text(f"<!doctype html><title>Wiki</title>{code}{script}", encoding="utf-8")
    (folder / "favicon.ico").write_bytes(b"")
    page.goto(address)
    page.wait_for_function("document.querySelector('iframe').clientHeight > 300")
    inside = page.frame_locator("iframe")
    expect(inside.locator(".sb-lane-titles")).to_have_count(1)
    assert inside.locator("#hand-over").evaluate("element => getComputedStyle(element).stroke") != "none"
    assert (
        inside.locator(".outline-customer").first.evaluate("element => getComputedStyle(element).fill")
        == "rgb(232, 241, 255)"
    )
    page.frames[1].wait_for_load_state()
    assert (
        page.frames[1].evaluate("document.fonts.ready.then(() => [...document.fonts].map(font => font.status))")
        == ["loaded"] * 2
    )


class _Own(HTMLParser):
    """Gathers what a policy may refuse, within the elements of this package."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        ours = "sb-" in (said.get("class") or "") or "data-blueprint" in said or tag in ("iframe", "link")
        inline = [name for name in said if name == "style" or name.startswith("on")] if ours else []
        data = [name for name, value in attrs if name in ("src", "href") and (value or "").startswith("data:")]
        self.refused += [f"<{tag} {name}>" for name in (*inline, *data)]
        if tag == "style":
            self.refused.append("<style>")


def test_nothing_of_a_page_is_within_its_html_that_a_policy_may_refuse(sample_site: Path) -> None:
    pages = sorted(sample_site.glob("blueprints/**/*.html"))
    assert len(pages) > 30
    for page in pages:
        parser = _Own()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.refused == [], page
        if page.parent.name == "embed" or page.parent.parent.name == "embed":
            html = page.read_text(encoding="utf-8")
            assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", html), page


def test_no_style_sheet_of_ours_loads_from_anywhere_but_its_folder(sample_site: Path) -> None:
    for sheet in sample_site.glob("assets/service-blueprint/*.css"):
        assert all(
            re.fullmatch(r"[\w-]+\.woff2", name) for name in re.findall(r'url\("?([^")]*)', sheet.read_text("utf-8"))
        )


def test_no_template_has_anything_within_it_that_a_policy_may_refuse() -> None:
    package = ROOT / "plugins/service_blueprint"
    templates = [*package.rglob("*.html"), *package.rglob("*.html.j2")]
    assert len(templates) > 30
    found = {
        template.name: refused
        for template in templates
        if (
            refused := re.findall(
                r"\sstyle=|<style|\son\w+=|=\"data:|<script(?![^>]*\bsrc=)", template.read_text("utf-8")
            )
        )
    }
    # The comparison is one file with all that it needs in it.
    assert found == {"comparison.html.j2": ["<style"]}
