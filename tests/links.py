"""What a built page names and has, and where a built site's links lead."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit


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


def lost_links(site: Path, url: str) -> list[str]:
    """The links of a built site that lead nowhere on it; ``url`` is where it is meant to stand, a slash at the end."""
    pages = {page: read(page) for page in site.rglob("*.html") if page.name != "404.html"}
    assert len(pages) > 10
    lost = []
    for page, links in pages.items():
        here = url + page.relative_to(site).as_posix()
        for address in links.addresses:
            target, anchor = urldefrag(urljoin(here, address))
            if not target.startswith(url):
                continue
            file = site / unquote(urlsplit(target).path.removeprefix(urlsplit(url).path))
            file = file / "index.html" if target.endswith("/") else file
            known = pages.get(file)
            if not file.is_file() or (
                anchor and not anchor.startswith("__") and known and unquote(anchor) not in known.ids
            ):
                lost.append(f"{page.relative_to(site)}: {address}")
    return sorted(lost)
