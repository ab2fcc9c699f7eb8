"""Every link, picture, style sheet and script of every page leads somewhere on the site, anchors included."""

import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from projects import ROOT, build, make_project

SITE = "https://example.org/some/path/"


class Links(HTMLParser):
    """The addresses that a page names, and the ids that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        for name in ("href", "src", "xlink:href"):
            if tag != "link" or values.get("rel") == "stylesheet":
                self.addresses.add(values.get(name) or "")
        self.ids.add(values.get("id") or "")


def read(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_every_link_leads_somewhere(tmp_path: Path, directory_urls: str) -> None:
    configuration = f"use_directory_urls: {directory_urls}\n"
    project = make_project(tmp_path, {"docs/guide/start.md": "# Start\n"}, configuration)
    shutil.copytree(ROOT / "blueprints", project / "blueprints")
    (project / "blueprints/human-resources").mkdir()
    for moved in ("laptop-request.yml", "laptop-request-to-be.yml"):
        (project / "blueprints" / moved).rename(project / "blueprints/human-resources" / moved)
    text = project / "blueprints/human-resources/laptop-request-to-be.yml"
    text.write_text(
        text.read_text(encoding="utf-8").replace("variant-of: ", "variant-of: human-resources/"), encoding="utf-8"
    )
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr

    site = project / "site"
    pages = {page: read(page) for page in site.rglob("*.html") if page.name != "404.html"}
    assert len(pages) > 10
    lost = []
    for page, links in pages.items():
        here = SITE + page.relative_to(site).as_posix()
        for address in links.addresses:
            target, anchor = urldefrag(urljoin(here, address))
            if not target.startswith(SITE):
                continue
            file = site / unquote(urlsplit(target).path.removeprefix("/some/path/"))
            file = file / "index.html" if target.endswith("/") else file
            if not file.is_file() or (anchor and not anchor.startswith("__") and unquote(anchor) not in read(file).ids):
                lost.append(f"{page.relative_to(site)}: {address}")
    assert lost == []
