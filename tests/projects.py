"""Small MkDocs projects for tests, built or served as a user would: by the ``mkdocs`` command, in its own process."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from mkdocs_server import mkdocs

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0  # seconds until a page that does not change is a failure
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}

CONFIGURATION = """\
site_name: Test
site_url: https://example.org/some/path/
theme:
  name: material
  font: false
plugins:
  - search
  - service-blueprint: {OPTIONS}
validation:
  nav: {omitted_files: warn}
  links: {anchors: warn, unrecognized_links: warn}
"""
SMALLEST = """\
title: Get a burger
steps:
  - id: order
    customer: Orders
    frontstage: Counter takes the order
  - customer: Eats and leaves
"""
BROKEN = SMALLEST.replace("customer: Orders", "custmer: Orders")


def make_project(folder: Path, files: dict[str, str], configuration: str = "", options: str = "png: false") -> Path:
    """Write a project into a folder.

    ``files`` are texts by their paths, ``configuration`` stands after what every project has, ``options`` are the
    plugin's; PNG takes its time, so few tests want it.
    """
    contents = {
        "mkdocs.yml": CONFIGURATION.replace("OPTIONS", options) + configuration,
        "docs/index.md": "# Home\n",
        **files,
    }
    for path, text in contents.items():
        write(folder / path, text)
    return folder


def write(path: Path, text: str) -> None:
    """Write a file as UTF-8, its folders too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` in a project; what it printed, and its exit status."""
    return mkdocs(project, ["build", *options], ENVIRONMENT)


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """``mkdocs serve`` in a project for as long as a test needs it; gives its address, a slash at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    with (project / "serve.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT)
        try:
            url = f"http://{address}/some/path/"
            wait_for(url, "")
            yield url
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def wait_for(url: str, text: str) -> str:
    """The page at an address as soon as it holds a text; fails where that does not come."""
    end = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:
                page = answer.read().decode()
        except (URLError, ConnectionError):
            page = ""
        if page and text in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{url} did not come to hold {text!r}; it holds: {page[:2000]}")
