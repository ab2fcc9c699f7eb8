"""What every room's tests may ask for."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from browser import NoBrowserError, find_chromium, flags

pytest_plugins = ["golden", "soft_figures"]

# How long an example takes says more of the machine than of the code; speed is measured by the benchmarks.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


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
        chromium = playwright.chromium.launch(executable_path=executable, args=flags())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def canvas(browser: Browser) -> Iterator[Page]:
    """A page for drawings that are only measured: to open one for each takes longer than to measure. No site's page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def console_errors() -> list[str]:
    """What the page under test has complained of; a test that expects an error takes it out of here."""
    return []


@pytest.fixture
def page(browser: Browser, console_errors: list[str]) -> Iterator[Page]:
    """An empty page of 1280 x 900 px. A test fails whose page leaves an error in the console or lacks a file."""

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", note)
    page.on("pageerror", lambda error: console_errors.append(str(error)))
    yield page
    context.close()
    assert console_errors == []
