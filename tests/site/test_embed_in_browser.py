"""The diagram alone in a Chromium: by itself, and in frames of a page that another server serves."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FrameLocator, Page, expect

from served import served
from service_blueprint.insight.history import History, Version
from service_blueprint.pages.asset_files import asset_files
from service_blueprint.pages.collection import Collection, Site
from service_blueprint.pages.elsewhere.embedding import WIDEST, frame_height
from service_blueprint.pages.pictures import Drawing
from service_blueprint.pages.publication import Publisher
from windows import eventually, settle
from written import written

EMBED = "/blueprints/laptop-request/embed/"
SCRIPT = "/assets/service-blueprint/embed.js"
NEEDED = """() => {
  const scroller = document.querySelector(".sb-scroll");
  return scroller.scrollHeight + document.querySelector("footer").offsetHeight;
}"""

PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"

Host = Callable[[str], str]


@pytest.mark.parametrize("key", [None, "Enter"])
def test_a_card_of_the_company_leads_to_the_frame_of_who_is_behind_it(page: Page, url: str, key: str | None) -> None:
    page.goto(f"{url}{EMBED}company/")
    card = page.locator('.card[data-action="hand-over.frontstage"]')
    if key:
        card.focus()
        page.keyboard.press(key)
    else:
        card.locator(".card-text").first.click()
    page.wait_for_url(f"{url}{EMBED}actors/#hand-over")
    expect(page.locator("svg[data-view=actors]")).to_be_visible()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Serves a page with the given body from an origin of its own; gives its address."""
    with ExitStack() as stack:

        def serve(body: str) -> str:
            (tmp_path / "index.html").write_text(
                f'<!doctype html><title>Wiki</title><link rel="icon" href="data:,">\n{body}', encoding="utf-8"
            )
            return stack.enter_context(served(tmp_path))

        yield serve


def frame(url: str, step: str = "", more: str = "") -> str:
    return f'<iframe src="{url}{EMBED}{step}" title="Laptop" width="100%" height="300" frameborder="0" {more}></iframe>'


def height(page: Page, which: int = 0) -> float:
    box = page.locator("iframe").nth(which).bounding_box()
    assert box
    return box["height"]


def expect_whole(page: Page) -> None:
    """The frame comes to be as high as its page needs; its height is told anew whenever the page changes."""
    page.frames[1].wait_for_load_state()
    eventually(page, lambda: height(page) == page.frames[1].evaluate(NEEDED))


def inside(page: Page, which: int = 0) -> FrameLocator:
    return page.frame_locator("iframe").nth(which)


def brightness(page: Page, selector: str, style: str) -> float:
    """How bright a colour is that an element has, from 0 to 1."""
    colour = page.locator(selector).first.evaluate("(element, style) => getComputedStyle(element)[style]", style)
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3 / 255


def test_a_frame_becomes_as_high_as_its_diagram(page: Page, url: str, host: Host) -> None:
    page.goto(host(f'{frame(url)}<script src="{url}{SCRIPT}"></script>'))
    page.wait_for_function("document.querySelector('iframe').clientHeight > 300")
    expect_whole(page)


def test_where_a_diagram_is_gone_the_frame_says_so_and_becomes_as_high_as_that(
    page: Page, host: Host, tmp_path: Path
) -> None:
    burger = written("{title: Burger, steps: [{id: order, customer: Orders}]}", id="burger")
    history = History((Version("1.0", {"burger": burger}, folder="1.0"),))
    made = Publisher().publish(Collection("blueprints", []), Site(version="1.1"), history=history)
    for file, content in {**asset_files(), **made.files}.items():
        (tmp_path / "site" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / file).write_bytes(content)
    with served(tmp_path / "site") as url:
        address = f"{url}/blueprints/burger/embed/#order"
        code = f'<iframe src="{address}" title="Burger" width="100%" height="300" frameborder="0"></iframe>'
        page.goto(host(f'{code}<script src="{url}{SCRIPT}"></script>'))
        page.wait_for_function("document.querySelector('iframe').clientHeight < 200")
        expect_whole(page)
        expect(inside(page).get_by_text("This blueprint was removed in version 1.1.")).to_be_visible()
        link = inside(page).get_by_role("link", name="Read it in version 1.0")
        with page.expect_popup() as popup:
            link.click()
        popup.value.wait_for_url("**/1.0/blueprints/burger/")
        page.goto(address)
        assert Axe().run(page).response["violations"] == []


def test_it_follows_when_the_window_changes(page: Page, url: str, host: Host) -> None:
    page.goto(host(f'{frame(url)}<script src="{url}{SCRIPT}"></script>'))
    page.wait_for_function("document.querySelector('iframe').clientHeight > 300")
    wide = height(page)
    page.set_viewport_size({"width": 2000, "height": 900})
    page.wait_for_function(f"document.querySelector('iframe').clientHeight > {wide + 50}")
    page.set_viewport_size({"width": 900, "height": 900})
    page.wait_for_function(f"document.querySelector('iframe').clientHeight < {wide}")
    expect_whole(page)


@pytest.mark.parametrize("order", ["before", "after"])
def test_the_script_may_stand_before_or_after_the_frames(page: Page, url: str, host: Host, order: str) -> None:
    script = f'<script src="{url}{SCRIPT}"></script>'
    page.goto(host(f"{script}{frame(url)}" if order == "before" else f"{frame(url)}{script}"))
    page.wait_for_function("document.querySelector('iframe').clientHeight > 300")


def test_a_script_that_comes_late_asks_for_the_height(page: Page, url: str, host: Host) -> None:
    page.goto(host(frame(url)))
    inside(page).locator(".sb-lane-titles").wait_for(state="attached")
    page.frames[1].wait_for_load_state()
    page.frames[1].evaluate(PAINTED)  # so the frame has told its height, and nobody has listened
    page.add_script_tag(url=f"{url}{SCRIPT}")
    page.wait_for_function("document.querySelector('iframe').clientHeight > 300")


def test_in_a_sandbox_it_works_as_well(page: Page, url: str, host: Host) -> None:
    """The page of a frame in a sandbox is of no origin; an error in the console would fail this."""
    page.goto(host(f'{frame(url, more="sandbox=allow-scripts")}<script src="{url}{SCRIPT}"></script>'))
    page.wait_for_function("document.querySelector('iframe').clientHeight > 300")
    expect(inside(page).locator(".sb-lane-titles")).to_have_count(1)
    page.frames[1].wait_for_load_state()
    assert page.frames[1].evaluate(
        "document.fonts.ready.then(() => document.fonts.check('12px \"Service Blueprint\"'))"
    )
    assert page.frames[1].evaluate("[...document.fonts].every(font => font.status !== 'error')")


def test_only_the_frame_that_tells_its_height_gets_it(page: Page, url: str, host: Host) -> None:
    other = '<iframe srcdoc="<p>Something else" title="Other" height="120"></iframe>'
    page.goto(host(f'{other}{frame(url)}<script src="{url}{SCRIPT}"></script>'))
    page.wait_for_function("document.querySelectorAll('iframe')[1].clientHeight > 300")
    assert height(page, 0) < 130


@pytest.mark.parametrize("told", ['"high"', "-5", "1e9", "null", "NaN"])
def test_a_height_that_is_none_changes_nothing(page: Page, url: str, host: Host, told: str) -> None:
    message = f"parent.postMessage({{type: 'service-blueprint:height', height: {told}}}, '*')".replace('"', "&quot;")
    message += "; parent.postMessage('said', '*')"
    note = "<script>addEventListener('message', (event) => { window.said ||= event.data === 'said'; })</script>"
    page.goto(
        host(
            f'<script src="{url}{SCRIPT}"></script>{note}'
            f'<iframe height="120" srcdoc="<script>{message}</script>"></iframe>'
        )
    )
    page.wait_for_function("window.said")  # what was told before has been heard, for messages keep their order
    assert height(page) < 130


def test_another_window_gets_no_frame_resized(page: Page, url: str, host: Host) -> None:
    page.goto(host(f'<iframe height="120" title="Other"></iframe><script src="{url}{SCRIPT}"></script>'))
    page.evaluate("postMessage({type: 'service-blueprint:height', height: 500}, '*')")
    page.evaluate("postMessage('anything', '*')")
    page.evaluate("postMessage(null, '*')")
    # Messages keep their order: when this one is heard, those before have been.
    page.evaluate("""() => new Promise((heard) => {
      addEventListener("message", (event) => event.data === "last" && heard());
      postMessage("last", "*");
    })""")
    assert height(page) < 130


def test_without_the_script_of_the_page_around_it_scrolls_in_its_frame(page: Page, url: str, host: Host) -> None:
    page.goto(host(frame(url)))
    expect(inside(page).locator("footer")).to_be_in_viewport()
    page.frames[1].wait_for_load_state()
    scroller = inside(page).locator(".sb-scroll")
    assert scroller.evaluate("element => element.scrollHeight > element.clientHeight")
    assert height(page) == 300


@pytest.mark.parametrize("width", [390, 800])
@pytest.mark.parametrize("step", ["send-request", "hand-over"])
def test_a_step_is_brought_into_sight_beside_the_lane_titles(page: Page, url: str, width: int, step: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{url}{EMBED}#first-week")
    page.evaluate(f"location.hash = '{step}'")
    card = page.locator(f'.card[data-action="{step}.customer"] > :first-child').first
    expect(card).to_be_in_viewport(ratio=1)
    settle(page)
    box = card.bounding_box()
    kept = page.locator(".sb-lane-titles, .sb-lane-names").locator("visible=true").first.bounding_box()
    assert box
    assert kept
    assert box["x"] >= kept["x"] + kept["width"]


def test_a_step_that_is_meant_is_marked_alone(page: Page, url: str) -> None:
    def marked() -> list[str]:
        return [
            step.get_attribute("id") or ""
            for step in page.locator(".sb-step").all()
            if step.evaluate("element => getComputedStyle(element).stroke") != "none"
        ]

    page.goto(f"{url}{EMBED}")
    assert marked() == []
    page.goto(f"{url}{EMBED}#hand-over")
    assert marked() == ["hand-over"]
    mark = page.locator("#hand-over").bounding_box()
    assert mark
    for card in page.locator('.card[data-step="hand-over"] > :first-child').all():
        box = card.bounding_box()
        assert box
        assert mark["x"] < box["x"] < box["x"] + box["width"] < mark["x"] + mark["width"]
        assert mark["y"] < box["y"] < box["y"] + box["height"] < mark["y"] + mark["height"]


def test_a_step_that_is_gone_is_told_below_the_diagram(page: Page, url: str, host: Host) -> None:
    page.goto(host(f'{frame(url, "#wait")}<script src="{url}{SCRIPT}"></script>'))
    told = inside(page).get_by_role("status")
    expect(told).to_have_text("This version has no step “wait”.")
    page.wait_for_function("document.querySelector('iframe').clientHeight > 330")
    expect_whole(page)
    page.goto(f"{url}{EMBED}#wait")
    expect(page.get_by_role("status")).to_be_in_viewport(ratio=1)
    for address in ("#hand-over", "#_keys", "#"):
        page.evaluate("address => { location.hash = 'gone'; location.hash = address; }", address)
        expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize(
    ("blueprint", "said"),
    [
        ("otwarcie-konta", "W tej wersji nie ma kroku „<b>$&”."),
        ("laptop-igenyles", "Ebben a verzióban nincs „<b>$&” lépés."),
    ],
)
def test_that_a_step_is_gone_is_said_in_the_language_of_the_diagram(
    page: Page, url: str, blueprint: str, said: str
) -> None:
    page.goto(f"{url}/blueprints/{blueprint}/embed/#<b>$&")
    expect(page.get_by_role("status")).to_have_text(said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_lost_step_s_line_is_whole_on_a_phone_and_axe_finds_nothing(page: Page, url: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 500})
    page.goto(f"{url}{EMBED}#{'a-step-of-long-ago-' * 5}")
    expect(page.get_by_role("status")).to_be_in_viewport(ratio=1)
    expect(page.locator("footer a")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert Axe().run(page).response["violations"] == []


def test_the_title_leads_to_the_same_step_of_the_page_outside_the_frame(page: Page, url: str, host: Host) -> None:
    page.goto(host(frame(url, "#hand-over")))
    with page.context.expect_page() as opened:
        inside(page).locator("footer a").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{url}/blueprints/laptop-request/#hand-over"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system_in_light_and_dark(page: Page, url: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{url}{EMBED}")
    grounds = (brightness(page, "body", "backgroundColor"), brightness(page, ".canvas", "fill"))
    assert all(ground < 0.15 if scheme == "dark" else ground > 0.95 for ground in grounds)
    words = brightness(page, ".card text", "fill")
    assert words > 0.7 if scheme == "dark" else words < 0.3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, url: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{url}/blueprints/order-return/embed/#receive")
    answer = Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert [(found["id"], found["nodes"][0]["html"][:200]) for found in answer["violations"]] == []


def test_the_page_around_it_may_choose_the_colours(open_window: Callable[..., Page], url: str, host: Host) -> None:
    page = open_window(color_scheme="null")
    page.goto(host(f"<style>iframe {{ color-scheme: dark }}</style>{frame(url)}"))
    inside(page).locator("footer").wait_for()
    page.frames[1].wait_for_load_state()
    assert page.frames[1].evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_only_the_diagram_scrolls_sideways(page: Page, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{url}{EMBED}")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator(".sb-scroll").evaluate("element => element.scrollTo(600, 0)")
    expect(page.locator(".sb-lane-names")).to_be_visible()
    expect(page.locator("footer a")).to_be_in_viewport(ratio=1)


def test_without_script_it_shows_the_step_and_leads_to_the_page(open_window: Callable[..., Page], url: str) -> None:
    page = open_window(java_script_enabled=False, viewport={"width": 900, "height": 600})
    page.goto(f"{url}{EMBED}#hand-over")
    expect(page.locator('.card[data-action="hand-over.customer"]')).to_be_in_viewport(ratio=1)
    expect(page.locator(".sb-hint")).to_be_hidden()
    with page.context.expect_page() as opened:
        page.locator("footer a").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{url}/blueprints/laptop-request/"


def test_the_keyboard_goes_from_card_to_card_and_out(page: Page, url: str) -> None:
    page.goto(f"{url}{EMBED}")
    focused = "document.activeElement.dataset.action ?? document.activeElement.className"
    page.keyboard.press("Tab")
    first = page.evaluate(focused)
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) not in ("", first)
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "sb-embed__title"


def test_it_prints_light_on_one_sheet(page: Page, url: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{url}{EMBED}")
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    assert printed.count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    assert brightness(page, ".canvas", "fill") > 0.95


@pytest.mark.parametrize(("blueprint", "view"), [("laptop-request", "customer"), ("package-tour", "customer")])
def test_the_height_in_the_code_is_enough_for_a_frame_up_to_the_width_of_a_wide_page(
    page: Page, url: str, blueprint: str, view: str
) -> None:
    page.goto(f"{url}/blueprints/{blueprint}/embed/{view}/")
    width, height = page.locator("svg[data-view]").evaluate(
        "svg => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]"
    )
    said = frame_height(Drawing("", round(width), round(height), ""))
    needed = []
    for frame_width in (390, 800, 1000, 1280, WIDEST):
        page.set_viewport_size({"width": frame_width, "height": 1200})
        settle(page)
        needed.append(page.evaluate(NEEDED))
    assert max(needed) <= said <= max(needed) + 18  # a bar to scroll with, which this browser does not draw
