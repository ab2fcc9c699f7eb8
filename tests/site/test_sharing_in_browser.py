"""What readers copy from a page, with the mouse, the keyboard and a finger, and where a browser does not let them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from served import served
from windows import know_all_pages

LAPTOP = "/blueprints/laptop-request/"
TITLE = "Request a new laptop"
STEP = f"{TITLE}: Picks up the laptop"
BOX = "#_share"
REFUSED = "The browser does not let this page copy."


@pytest.fixture
def reader(page: Page, url: str) -> Page:
    """A page of a blueprint, where the clipboard is free."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
    page.goto(url + LAPTOP)
    return page


@pytest.fixture
def finger(open_window: Callable[..., Page], url: str) -> Page:
    """The same page on a phone."""
    page = open_window(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(url + LAPTOP)
    return page


def share(page: Page) -> Locator:
    return page.get_by_role("button", name="Share", exact=True)


def share_step(page: Page) -> Locator:
    return page.get_by_role("button", name="Share step 5: Picks up the laptop")


def copied(page: Page, choice: str) -> str:
    """What is in the clipboard after a choice, which says so."""
    page.locator(BOX).get_by_role("button", name=choice, exact=True).click()
    expect(page.locator(BOX).get_by_role("status")).to_have_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_the_diagram_is_copied_as_link_markdown_picture_and_frame(reader: Page, url: str) -> None:
    here = url + LAPTOP
    share(reader).click()
    expect(reader.get_by_role("dialog", name=TITLE)).to_be_visible()
    assert copied(reader, "Copy link") == here
    assert copied(reader, "Copy Markdown") == f"[{TITLE}]({here})"
    assert copied(reader, "Copy Markdown with picture") == f"[![{TITLE}]({here}actors.svg)]({here})"
    frame = copied(reader, "Copy embed code")
    assert re.fullmatch(
        f'<iframe src="{here}embed/actors/" title="{TITLE}" width="100%" height="\\d+" loading="lazy" '
        'frameborder="0"></iframe>',
        frame,
    )


def test_the_view_that_is_shown_is_copied(reader: Page, url: str) -> None:
    reader.get_by_role("radio", name="Customer").check()
    share(reader).click()
    assert f"{url}{LAPTOP}customer.svg" in copied(reader, "Copy Markdown with picture")
    assert f'src="{url}{LAPTOP}embed/customer/"' in copied(reader, "Copy embed code")


def test_a_step_is_copied_with_its_own_address(reader: Page, url: str) -> None:
    reader.locator("#hand-over").hover()
    share_step(reader).click()
    expect(reader.get_by_role("dialog", name=STEP)).to_be_visible()
    expect(reader.get_by_role("button", name="Copy Markdown with picture")).to_be_hidden()
    assert copied(reader, "Copy link") == f"{url}{LAPTOP}#hand-over"
    assert copied(reader, "Copy Markdown") == f"[{STEP}]({url}{LAPTOP}#hand-over)"
    frame = copied(reader, "Copy embed code")
    assert f'src="{url}{LAPTOP}embed/actors/#hand-over" title="{STEP}"' in frame
    reader.goto(re.findall('src="(.*?)"', frame)[0])
    expect(reader.locator("#hand-over")).to_be_visible()


def test_the_address_is_that_which_is_read_without_what_came_with_it(reader: Page, url: str) -> None:
    reader.goto(f"{url}{LAPTOP}index.html?h=laptop#ask")
    share(reader).click()
    assert copied(reader, "Copy link") == f"{url}{LAPTOP}index.html"
    assert f"({url}{LAPTOP}actors.svg)" in copied(reader, "Copy Markdown with picture")


def test_brackets_and_blanks_in_an_address_do_not_end_a_link(page: Page, sample_site: Path, tmp_path: Path) -> None:
    (tmp_path / "docs (1)").symlink_to(sample_site)
    with served(tmp_path) as address:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        page.goto(f"{address}/docs (1){LAPTOP}")
        share(page).click()
        assert copied(page, "Copy Markdown") == f"[{TITLE}]({address}/docs%20%281%29{LAPTOP})"


def test_all_is_done_with_the_keyboard(reader: Page, url: str) -> None:
    share(reader).focus()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("button", name="Copy link")).to_be_focused()
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    expect(reader.locator(BOX).get_by_role("status")).to_have_text("Copied")
    assert reader.evaluate("navigator.clipboard.readText()") == f"[{TITLE}]({url}{LAPTOP})"
    reader.keyboard.press("Escape")
    expect(reader.locator(BOX)).to_be_hidden()
    expect(share(reader)).to_be_focused()


def test_tab_comes_from_a_steps_number_to_its_button(reader: Page) -> None:
    reader.locator("#hand-over").get_by_role("link", name="5").focus()
    reader.keyboard.press("Tab")
    expect(share_step(reader)).to_be_focused()
    expect(share_step(reader)).to_have_css("opacity", "1")
    reader.keyboard.press("Enter")
    reader.keyboard.press("Escape")
    expect(share_step(reader)).to_be_focused()


def test_a_card_shares_its_step(reader: Page, url: str) -> None:
    card = reader.locator('.sb-sheet .card[data-step="hand-over"]:visible').first
    card.focus()
    reader.keyboard.press("c")
    expect(reader.get_by_role("dialog", name=STEP)).to_be_visible()
    assert copied(reader, "Copy link") == f"{url}{LAPTOP}#hand-over"
    reader.keyboard.press("Escape")
    expect(card).to_be_focused()
    reader.keyboard.press("Control+c")
    expect(reader.locator(BOX)).to_be_hidden()


def test_a_click_beside_it_closes_the_box(reader: Page) -> None:
    share(reader).click()
    reader.locator("h1").click()
    expect(reader.locator(BOX)).to_be_hidden()


def test_another_button_opens_it_anew_and_the_same_one_closes_it(reader: Page) -> None:
    reader.locator("#hand-over").hover()
    share_step(reader).click()
    expect(reader.get_by_role("dialog", name=STEP)).to_be_visible()
    share(reader).click()
    expect(reader.get_by_role("dialog", name=TITLE, exact=True)).to_be_visible()
    share(reader).click()
    expect(reader.locator(BOX)).to_be_hidden()


def test_it_opens_over_the_full_screen(reader: Page, url: str) -> None:
    reader.get_by_role("button", name="Full screen").click()
    reader.wait_for_function("document.fullscreenElement?.matches('.sb-diagram')")
    share(reader).click()
    assert copied(reader, "Copy link") == url + LAPTOP


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })",
        "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
    ],
    ids=["there is none", "it is forbidden"],
)
def test_where_nothing_can_be_copied_the_text_is_there_to_be_copied(own_page: Page, url: str, refusal: str) -> None:
    page = own_page
    page.add_init_script(refusal)
    page.goto(url + LAPTOP)
    share(page).click()
    page.get_by_role("button", name="Copy Markdown", exact=True).click()
    field = page.get_by_role("textbox", name=TITLE)
    expect(page.locator(BOX).get_by_role("status")).to_contain_text(REFUSED)
    expect(field).to_be_focused()
    expect(field).to_have_value(f"[{TITLE}]({url}{LAPTOP})")
    assert field.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")
    page.get_by_role("button", name="Copy link").click()
    expect(field).to_have_value(url + LAPTOP)
    page.keyboard.press("Escape")
    share(page).click()
    expect(field).to_be_hidden()


def test_a_frame_of_another_page_gets_the_text_too(own_page: Page, url: str, console_errors: list[str]) -> None:
    """A browser keeps the clipboard from a frame of another site, unless the page around it lets it have it."""
    page = own_page
    page.set_content(f'<iframe src="{url}{LAPTOP}" width="1200" height="800"></iframe>')
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Share", exact=True).click()
    frame.get_by_role("button", name="Copy link").click()
    expect(frame.get_by_role("textbox", name=TITLE)).to_have_value(url + LAPTOP)
    # The theme would like to store things, which such a frame may not; and the browser notes that it refused to copy.
    assert [error for error in console_errors if not re.search("localStorage|permissions policy", error)] == []
    console_errors.clear()


def test_the_buttons_of_steps_are_seen_without_a_mouse(finger: Page) -> None:
    button = share_step(finger)
    button.scroll_into_view_if_needed()
    expect(button).to_have_css("opacity", "1")
    box = button.bounding_box()
    assert box and min(box["width"], box["height"]) >= 24
    button.tap()
    expect(finger.locator(BOX)).to_be_visible()
    opened = finger.locator(BOX).bounding_box()
    assert opened and opened["x"] >= 0 and opened["x"] + opened["width"] <= 390
    assert finger.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_script_comes_or_the_box_opens(
    open_window: Callable[..., Page], url: str, width: int
) -> None:
    places = []
    for script in (False, True):
        page = open_window(java_script_enabled=script, viewport={"width": width, "height": 900})
        page.goto(url + LAPTOP)
        cells = page.locator("#hand-over > *")
        if script:
            expect(page.locator(".sb-share-step").first).to_be_attached()
        places.append([cell.bounding_box() for cell in cells.all()])
        if script:
            page.locator("#hand-over").hover()
            share_step(page).click()
            # Playwright may have scrolled to reach it; within the page nothing has moved.
            widths = [box and (box["width"], box["height"]) for box in places[-1]]
            opened = [cell.bounding_box() for cell in cells.all()]
            assert [box and (box["width"], box["height"]) for box in opened] == widths
    without, with_it = places
    assert [(box["x"], box["width"], box["height"]) for box in without if box] == [
        (box["x"], box["width"], box["height"]) for box in with_it if box
    ]


def test_without_a_script_there_is_nothing_to_copy_but_the_addresses_are_there(
    open_window: Callable[..., Page], url: str
) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(url + LAPTOP)
    for hidden in (page.get_by_text("Share", exact=True).first, page.locator(BOX)):
        expect(hidden).to_be_hidden()
    expect(page.locator(".sb-share-step")).to_have_count(0)
    expect(page.locator("#hand-over").get_by_role("link", name="5")).to_have_attribute("href", "#hand-over")
    expect(page.get_by_role("link", name="Open the drawing").first).to_be_visible()


def test_all_files_of_a_blueprint_are_downloaded_from_one_row(reader: Page) -> None:
    reader.get_by_role("radio", name="Systems").check()
    row = reader.get_by_role("group", name="Download")
    names = []
    for link in row.get_by_role("link").all():
        with reader.expect_download() as download:
            link.click()
        names.append(download.value.suggested_filename)
    assert names == ["laptop-request-systems.svg", "laptop-request-touchpoints.csv", "laptop-request.yml"]


def test_the_words_are_those_of_the_page(page: Page, url: str) -> None:
    page.goto(f"{url}/blueprints/otwarcie-konta/")
    page.get_by_role("button", name="Udostępnij", exact=True).click()
    expect(page.get_by_role("button", name="Kopiuj odnośnik")).to_be_visible()
    page.goto(f"{url}/blueprints/laptop-igenyles/")
    page.get_by_role("button", name="Megosztás", exact=True).click()
    expect(page.get_by_role("button", name="Hivatkozás másolása")).to_be_visible()


def test_on_paper_none_of_it_is_there(reader: Page) -> None:
    share(reader).click()
    reader.emulate_media(media="print")
    for part in (BOX, ".sb-share-step", ".sb-view__links"):
        assert reader.locator(part).evaluate_all("all => all.every(one => !one.checkVisibility())")


def test_pages_that_are_swapped_in_have_their_own_texts(reader: Page, url: str) -> None:
    know_all_pages(reader)
    reader.evaluate("window.stayed = true")
    reader.get_by_role("link", name="All blueprints").click()
    reader.wait_for_url("**/blueprints/")
    reader.locator(".sb-card").get_by_role("link", name="Order, change and return").click()
    reader.wait_for_url("**/order-return/")
    expect(reader.locator(".sb-share-step")).to_have_count(12)
    share(reader).click()
    assert copied(reader, "Copy link") == f"{url}/blueprints/order-return/"
    assert reader.evaluate("window.stayed") is True
