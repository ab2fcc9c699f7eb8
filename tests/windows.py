"""A browser's window that the tests of one worker use one after the other, each finding it as if it were new.

To open a window and load a theme's scripts anew takes a browser four times as long as to show a page in one that is
there. So a window is emptied after a test; where that is not enough, because a test has left a site or has opened
another window, it is closed, and the next test gets a new one.
"""

from collections.abc import Callable
from typing import Any, NoReturn
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Frame, Page, ViewportSize

SIZE: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 60_000.0
"""How many ms the browser may take for anything; no test says by this how fast something is."""
EMPTIED = "() => { localStorage.clear(); sessionStorage.clear(); window.name = ''; }"
SETTLED = """async () => {
  await document.fonts.ready;
  for (const _ of [1, 2]) {
    await new Promise(requestAnimationFrame);
  }
}"""
LASTING = ("add_init_script", "close", "expose_binding", "expose_function", "on", "once", "route", "route_from_har")
"""What a page keeps until it is closed: a test that wants it asks for a window of its own."""


def patient(context: BrowserContext) -> BrowserContext:
    """The same context, where the browser may take its time."""
    context.set_default_timeout(PATIENCE)
    return context


def eventually(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds that no assertion of Playwright can say; fails where that does not come."""
    for _ in range(round(PATIENCE / 50)):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def settle(page: Page) -> None:
    """Wait until fonts are there, and what observes sizes and places has been called; not for pages without scripts."""
    while True:
        try:
            page.evaluate(SETTLED)
        except Error as error:
            if "navigat" not in error.message and "destroyed" not in error.message:
                raise
            page.wait_for_load_state()  # the page has led to another one
        else:
            return


def still(page: Page) -> None:
    """Wait until no colour is on its way to another: half-way it is neither."""
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished))")


def know_all_pages(page: Page) -> None:
    """Wait until the theme has read the site map: a page that it does not find there is loaded anew, not swapped."""
    page.wait_for_load_state("networkidle")


def settling(page: Page) -> Page:
    """The same page, where ``goto`` waits until all has its place, not only until it is loaded."""
    go = page.goto

    def goto(*arguments: Any, **options: Any) -> Any:
        response = go(*arguments, **options)
        settle(page)
        return response

    page.goto = goto  # type: ignore[method-assign]
    return page


class Window:
    """A page of 1280 x 900 px; ``errors`` are what it complained of since it was last emptied."""

    def __init__(self, browser: Browser) -> None:
        self.errors: list[str] = []
        self._origins: set[str] = set()
        self._context = patient(browser.new_context(viewport=SIZE))
        self.page = settling(self._context.new_page())
        self._context.on("page", lambda _: self._origins.add("another window"))
        self.page.on("framenavigated", self._note_origin)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def lend(self) -> Page:
        """The page, which refuses what would stay in it."""
        for name in LASTING:
            setattr(self.page, name, _refusing(name))
        return self.page

    def empty(self) -> bool:
        """Make the page as it was at first; whether that can be done, else it is closed."""
        try:
            frames = [frame for frame in self.page.frames if _origin(frame)]
            if self._origins != {_origin(frame) for frame in frames} or "file://" in self._origins:
                self.close()
                return False
            for frame in frames:
                frame.evaluate(EMPTIED)
            self.page.goto("about:blank")
            self._context.clear_cookies()
            self._context.clear_permissions()
            self.page.mouse.move(-1, -1)
            self.page.emulate_media(
                media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none"
            )
            self.page.set_viewport_size(SIZE)
        except Error:
            self.close()
            return False
        self._origins.clear()
        return True

    def close(self) -> None:
        """Close it for good."""
        self._context.close()

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _note_origin(self, frame: Frame) -> None:
        if origin := _origin(frame):
            self._origins.add(origin)


def _origin(frame: Frame) -> str:
    """Whose storage a frame has; empty where it is a part of the page around it."""
    address = urlsplit(frame.url)
    return "" if address.scheme in ("", "about") else f"{address.scheme}://{address.netloc}"


def _refusing(name: str) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError(f"`{name}` outlasts a test in the window that tests share: ask for `own_page` instead")

    return refuse
