"""Every kind of page, judged by axe in both palettes: it finds nothing."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from projects import BROKEN, ROOT, build, make_project
from served import served

BLUEPRINTS = sorted(file.stem for file in (ROOT / "blueprints").glob("[!_]*.yml"))
IN_EVERY_RUN = ("call-centre-ticket", "joining-an-insurer", "laptop-request")  # which have all signs among them
PAGES = [
    "blueprints/",
    *(f"blueprints/{blueprint}/" for blueprint in BLUEPRINTS if blueprint in IN_EVERY_RUN),
    "how-to/put-a-diagram-into-a-page/",
]
MORE_PAGES = [
    "",
    *(f"blueprints/{blueprint}/" for blueprint in BLUEPRINTS if blueprint not in IN_EVERY_RUN),
    "how-to/publish-a-site/",
    "reference/format/",
]
# What the theme does itself, by rule: the element, and why it is not ours to mend.
THEME = {
    "color-contrast": ".md-copyright",  # the sample site's style sheet mends it, other sites' need not
    "aria-dialog-name": ".md-search",  # Material gives its search dialog no name
    "landmark-unique": ".md-code__nav",  # nor different ones to the buttons of two blocks of code
}
# Only colours hang on the palette, so the dark one is judged by the rules on colours alone.
PALETTES: list[tuple[Literal["light", "dark"], str, dict[str, Any]]] = [
    ("light", "default", {}),
    ("dark", "slate", {"runOnly": ["color-contrast", "link-in-text-block"]}),
]
WITH_PALETTES = """\
theme:
  name: material
  font: false
  palette:
    - {media: (prefers-color-scheme), toggle: {icon: material/brightness-auto, name: System}}
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""


@pytest.fixture(scope="module")
def faults_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that shows a blueprint's faults."""
    project = make_project(tmp_path_factory.mktemp("broken"), {"blueprints/burger.yml": BROKEN}, WITH_PALETTES)
    assert build(project).returncode == 0
    with served(project / "site") as address:
        yield f"{address}/blueprints/burger/"


def complaints(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe finds on a page: rule, element, and what to do."""
    answer = Axe().run(page, options={**options, "resultTypes": ["violations"]}).response
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in answer["violations"]
        for node in violation["nodes"]
        if not of_the_theme(page, violation["id"], node["target"][0])
    ]


def of_the_theme(page: Page, rule: str, target: str) -> bool:
    return rule in THEME and bool(page.locator(target).first.evaluate("(e, s) => e.matches(s)", THEME[rule]))


def in_both_palettes(page: Page, address: str) -> list[str]:
    found = []
    for scheme, palette, options in PALETTES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(address)
        page.wait_for_selector(f"body[data-md-color-scheme={palette}]")
        found += [f"{scheme}: {complaint}" for complaint in complaints(page, options)]
    return found


@pytest.mark.parametrize("path", [*PAGES, *(pytest.param(path, marks=pytest.mark.slow) for path in MORE_PAGES)])
def test_axe_finds_nothing(page: Page, url: str, path: str) -> None:
    assert in_both_palettes(page, f"{url}/{path}") == []


def test_axe_finds_nothing_on_a_page_of_faults(page: Page, faults_url: str) -> None:
    assert in_both_palettes(page, faults_url) == []


def test_axe_finds_nothing_in_one_phase_of_another_view(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/order-return/")
    page.get_by_role("radio", name="Systems").check()
    page.locator(".sb-view[data-view=systems] .sb-phase input").nth(2).check()
    # Half-way from one colour to the other, a choice has neither's contrast.
    page.evaluate("() => Promise.all(document.getAnimations().map((animation) => animation.finished))")
    assert complaints(page, {}) == []


@pytest.mark.parametrize(("scheme", "palette"), [("light", "default"), ("dark", "slate")])
def test_axe_finds_nothing_where_something_is_copied_or_marked_or_lost(
    page: Page, url: str, scheme: Literal["light", "dark"], palette: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })")
    page.goto(f"{url}/blueprints/laptop-request/#hand-over")
    page.wait_for_selector(f"body[data-md-color-scheme={palette}]")
    page.locator("#hand-over .sb-share-step").click()
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_selector(".sb-share__text:visible")
    assert complaints(page, {}) == []
    page.evaluate("location.hash = 'gone'")
    page.wait_for_selector(".sb-lost a")
    assert complaints(page, {}) == []


def test_axe_would_find_something(page: Page) -> None:
    page.set_content("<!doctype html><html><head><title>T</title></head><body><img src='x.png'></body></html>")
    assert any(complaint.startswith("image-alt") for complaint in complaints(page, {}))
