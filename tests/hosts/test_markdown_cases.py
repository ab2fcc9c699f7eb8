"""Golden cases of the Markdown extension: a page, and what becomes of it. A file in ``markdown/cases`` is a case.

A case is YAML: ``markdown`` is the page; ``html`` all that is made of it, and ``problems`` all that is told, each as
``line:column what``. ``options`` are the extension's, ``with`` other extensions, each with its own options. In ``html``
a figure stands as what it shows, in brackets: ``[laptop, actors: prepare, ask; Request a laptop <address> · Actors]``,
with ``table: ...`` where it has one; a fence that cannot be shown stands as the places of its faults. The blueprints
are in ``markdown/blueprints``.
"""

import logging
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown

from golden import Golden

HERE = Path(__file__).parent / "markdown"
CASES = [pytest.param(file, id=file.stem) for file in HERE.glob("cases/*.yml")]

FIGURE = re.compile(r'<figure class="sb-figure".*?</figure>', re.DOTALL)
FAULTS = re.compile(r'<div class="sb-figure sb-figure--faulty".*?</ol>\n</div>\n</div>', re.DOTALL)


@pytest.mark.parametrize("file", CASES)
def test_a_page_becomes_what_the_case_says(
    file: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    monkeypatch.chdir(HERE)
    caplog.set_level(logging.INFO, "service_blueprint")
    html = convert(case["markdown"], case.get("with", {}), case.get("options", {}))
    golden.value(file, "problems", [message.removeprefix("Markdown:") for message in caplog.messages], without=[])
    golden.value(file, "html", f"{told(html)}\n" if told(html) else "")


def convert(markdown: str, others: dict[str, Any], options: dict[str, Any]) -> str:
    """A page's HTML."""
    configs = {**others, "service_blueprint": options}
    return Markdown(extensions=list(configs), extension_configs=configs).convert(markdown)


def told(html: str) -> str:
    """HTML with figures as cases tell them."""
    return FAULTS.sub(_faults, FIGURE.sub(_figure, html))


def _figure(found: re.Match[str]) -> str:
    html = found.group()
    parts = []
    if drawing := re.search(r'<svg [^>]*data-blueprint="([^"]*)" data-view="([^"]*)"', html):
        whole = html.partition('class="sb-sheets"')[0]
        steps = dict.fromkeys(re.findall(r'<g class="step" data-step="([^"]*)"', whole))
        parts.append(f"{drawing[1]}, {drawing[2]}: {', '.join(steps)}")
    if table := re.search(r"<table.*</table>", html, re.DOTALL):
        numbers = re.findall(r'<td role="cell" class="sb-table__number"[^>]*>(.*?)</td>', table.group())
        parts.append(f"table: {', '.join(map(_plain, numbers))}")
    [caption] = re.findall(r"<figcaption[^>]*>(.*?)</figcaption>", html, re.DOTALL)
    parts.append(_plain(caption))
    return f"[{'; '.join(parts)}]"


def _faults(found: re.Match[str]) -> str:
    places = re.findall(r'<p class="sb-fault__place"><code>(.*?)</code>', found.group())
    return f"[faults: {', '.join(place.removeprefix('Markdown:') for place in places)}]"


def _plain(html: str) -> str:
    """The words with the addresses that they lead to."""
    return re.sub(r"</?span[^>]*>", "", re.sub(r'<a href="(.*?)">(.*?)</a>', r"\2 <\1>", html))
