"""What every room's tests may ask for."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser import NoBrowserError, find_chromium, flags
from windows import PATIENCE, Window, patient, settling

pytest_plugins = ["golden", "soft_figures"]

# How long an example takes says more of the machine than of the code; speed is measured by the benchmarks.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
expect.set_options(timeout=PATIENCE)
# A suite that is started in the background ignores interrupts, and so would all that its tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that looks through a browser, so that none has to be marked by hand."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that reaches this machine alone; without one the test fails, for nothing is skipped in silence."""
    try:
        executable = find_chromium()
    except NoBrowserError as missing:
        pytest.fail(f"{missing} `make browser` tries to install one.", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=flags(), timeout=5 * PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def canvas(browser: Browser) -> Iterator[Page]:
    """A page for drawings that are only measured: to open one for each takes longer than to measure. No site's page."""
    context = patient(browser.new_context())
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[list[Window]]:
    """The window that tests use one after the other, once there is one."""
    there: list[Window] = []
    yield there
    for window in there:
        window.close()


@pytest.fixture
def console_errors() -> list[str]:
    """What the page under test has complained of; a test that expects an error takes it out of here."""
    return []


@pytest.fixture
def page(browser: Browser, windows: list[Window], console_errors: list[str]) -> Iterator[Page]:
    """An empty page of 1280 x 900 px. A test fails whose page leaves an error in the console or lacks a file.

    It is as new, but not new: what would stay in it, a listener or a route, is for ``own_page``.
    """
    window = windows.pop() if windows else Window(browser)
    window.errors = console_errors
    yield window.lend()
    if window.empty():
        windows.append(window)
    assert console_errors == []


@pytest.fixture
def own_page(browser: Browser, console_errors: list[str]) -> Iterator[Page]:
    """The same of the test's own, which it may change as it likes."""
    window = Window(browser)
    window.errors = console_errors
    yield window.page
    window.close()
    assert console_errors == []


@pytest.fixture
def open_window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages in windows with options of their own, those of Playwright's ``new_context``."""
    with ExitStack() as opened:

        def open_(**options: Any) -> Page:
            context = patient(opened.enter_context(browser.new_context(**options)))
            page = context.new_page()
            return settling(page) if options.get("java_script_enabled", True) else page

        yield open_
