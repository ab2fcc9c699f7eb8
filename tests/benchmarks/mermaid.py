"""The same graph for Mermaid's ``swimlane-beta``: written from a diagram of ours, drawn by Mermaid's command line.

Mermaid is installed once by npm into ``.cache/mermaid`` and draws with the Chromium that the tests use.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.cases import HERE, ROOT
from browser import find_chromium, flags
from service_blueprint.layout import Diagram
from service_blueprint.layout.face import FONT

PACKAGE = "@mermaid-js/mermaid-cli@>=11.17 <12"  # 12 needs a newer Node.js than many systems have
FOLDER = ROOT / ".cache/mermaid"
SCRIPT = HERE / "mark_mermaid.js"
# Text as large as ours, for larger text would need more room; and crossings without a bow, which would hide them.
SETTINGS = {"themeVariables": {"fontSize": f"{FONT}px"}, "swimlane": {"lineHops": False}}


class MermaidError(Exception):
    """Mermaid is not to be had, or did not draw; the message says what it said."""


def text_of(diagram: Diagram) -> str:
    """The lanes, cards and flows of a diagram in Mermaid's language, in our order; lanes run from left to right."""
    names = {card.key: f"n{number}" for number, card in enumerate(diagram.cards)}
    lines = ["swimlane-beta LR"]
    lanes = [band.lane for band in sorted(diagram.bands, key=lambda band: band.box.y) if band.lane]
    for number, lane in enumerate(lanes):
        lines.append(f"  subgraph l{number}[{_quoted(lane.title)}]")
        for card in diagram.cards:
            if card.lane == lane:
                left, right = "{}" if card.action.decision else "[]"
                lines.append(f"    {names[card.key]}{left}{_quoted(card.action.do)}{right}")
        lines.append("  end")
    for track in diagram.tracks:
        line = "<-->" if track.flow.both else "-->"
        label = f"|{_quoted(track.flow.label)}|" if track.flow.label else ""
        lines.append(f"  {names[track.source]} {line}{label} {names[track.target]}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Text between quotation marks; Mermaid writes other signs as ``#`` and their number."""
    return '"' + re.sub(r"[^\w .,?!-]", lambda sign: f"#{ord(sign[0])};", text) + '"'


def install() -> str:
    """Install Mermaid where it is not there yet; its version. Raises ``MermaidError``."""
    manifest = FOLDER / "node_modules/mermaid/package.json"
    if not manifest.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "package.json").write_text("{}", encoding="utf-8")
        _run(["npm", "install", "--no-audit", "--no-fund", PACKAGE])
    version: str = json.loads(manifest.read_text(encoding="utf-8"))["version"]
    return version


def draw(name: str, text: str) -> Path:
    """Draw Mermaid's text; the SVG file, which lies beside its text in ``.cache/mermaid``. Raises ``MermaidError``."""
    browser = {"executablePath": find_chromium(), "args": flags()}
    for file, content in (("settings.json", SETTINGS), ("browser.json", browser)):
        (FOLDER / file).write_text(json.dumps(content), encoding="utf-8")
    source, target = FOLDER / f"{name}.mmd", FOLDER / f"{name}.svg"
    source.write_text(text, encoding="utf-8")
    target.unlink(missing_ok=True)
    command = [str(FOLDER / "node_modules/.bin/mmdc"), "--quiet", "-c", "settings.json", "-p", "browser.json"]
    _run([*command, "-i", source.name, "-o", target.name])
    if not target.exists():
        raise MermaidError(f"Mermaid drew nothing from {source}")
    return target


def marked(page: Page, svg: str) -> str:
    """Mermaid's drawing with our names on its parts, ready for the gauge."""
    page.set_content(svg)
    script = SCRIPT.read_text(encoding="utf-8").replace("export function", "function")
    found: str = page.evaluate(f"() => {{ {script}\nreturn mark(document.querySelector('svg')); }}")
    return found


def _run(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        raise MermaidError(f"there is no {command[0]}: install Node.js with npm")
    environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    done = subprocess.run(command, cwd=FOLDER, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MermaidError(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()}")
