"""A Chromium for the tests: found, or installed where that is allowed.

Run as a program (``make browser``) it finds or installs one and prints its path; tests only ever find.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
# No page of ours may load anything from outside, and no browser may call home while it is measured.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
SYSTEM_PACKAGES = {
    "apt-get": (("update",), ("install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation")),
    "dnf": (("install", "--assumeyes", "chromium"),),
    "zypper": (("--non-interactive", "install", "chromium"),),
    "pacman": (("--sync", "--refresh", "--noconfirm", "chromium"),),
}
REMEDY = "Install Chromium or Chrome, name one with CHROMIUM=/path/to/it, or leave its tests out with BROWSER=no."


class NoBrowserError(Exception):
    """There is no Chromium that starts; the message says what was tried and what to do."""


def flags() -> list[str]:
    """What a Chromium is started with; root has no sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if root else list(FLAGS)


def find_chromium() -> str:
    """The path of a Chromium that starts: ``$CHROMIUM``, one of the system's, or Playwright's own.

    Raises ``NoBrowserError`` where there is none, and where ``$CHROMIUM`` names one that does not start.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path and _starts(path):
            return path
        raise NoBrowserError(f"CHROMIUM is {named}, which does not start. {REMEDY}")
    for path in _candidates():
        if _starts(path):
            return path
    raise NoBrowserError(f"No Chromium was found. {REMEDY}")


def install_chromium() -> str:
    """Install Playwright's Chromium, or else the system's where no password is asked for; its path.

    Raises ``NoBrowserError`` where neither can be had.
    """
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    privilege = _privilege()
    if privilege is None:
        print("No system package can be installed: neither root nor sudo without a password.", flush=True)
    else:
        _install_system_package(privilege)
    return find_chromium()


def _install_system_package(privilege: Sequence[str]) -> None:
    try:
        find_chromium()
    except NoBrowserError:
        manager = next((name for name in SYSTEM_PACKAGES if shutil.which(name)), None)
        if manager is None:
            print(f"No package manager was found among {', '.join(SYSTEM_PACKAGES)}.", flush=True)
            return
        for arguments in SYSTEM_PACKAGES[manager]:
            _run([*privilege, manager, *arguments])


def _candidates() -> Iterator[str]:
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    for application in APPLICATIONS:
        if application.exists():
            yield str(application)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own


def _starts(path: str) -> bool:
    """Whether it runs at all: a stub that only names a package, or one that lacks a library, does not."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=300, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _privilege() -> list[str] | None:
    """What to put before a command that installs: nothing for root, ``sudo`` where it asks no password."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _run(command: Sequence[str]) -> None:
    """Run a command, its words shown; that it failed is seen by what is there afterwards."""
    print("$", *command, flush=True)
    try:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, flush=True)


def main() -> int:
    """Print the path of a Chromium, installing one first where there is none; 1 where none can be had."""
    try:
        try:
            path = find_chromium()
        except NoBrowserError as missing:
            if os.environ.get("CHROMIUM"):
                raise
            print(missing, "Trying to install one.", flush=True)
            path = install_chromium()
    except NoBrowserError as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
