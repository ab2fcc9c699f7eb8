"""A page as an ordinary Markdown file, for site generators that run no plugin of ours.

All of it stands in one HTML block. Python-Markdown leaves such a block as it is, whatever extensions are on, and needs
a tenth of a second for a megabyte of drawings; it is SVG outside of such a block that it takes long over and rewrites.
Nothing within a block is read as Markdown, so the author's own texts are made HTML here.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from service_blueprint.pages import addresses
from service_blueprint.pages.kind import PlacedPage
from service_blueprint.pages.page import as_html, inert
from service_blueprint.pages.texts.rules import TextRules

# What engines look for before they look for HTML.
_FENCE = re.compile(r"^([ \t]*)(?:`(?=``)|~(?=~~))", re.MULTILINE)
_LINKS = {"a": "href", "img": "src"}
_PLAIN_RULES = TextRules()


def plain_file(placed: PlacedPage) -> str:
    """The path of a page's Markdown file: ``index.md`` in the folder that is the page's address.

    Some engines take a link within HTML as it will be read in the browser, others as seen from the Markdown file
    (Zensical does, and rewrites it). Where both stand in one folder, that is the same.
    """
    return f"{posixpath.dirname(placed.file)}/index.md"


def plain_page(
    placed: PlacedPage,
    places: Mapping[str, str],
    extensions: Sequence[Extension] = (),
    rules: TextRules = _PLAIN_RULES,
) -> str:
    """The text of the Markdown file: front matter, and the whole page as HTML.

    ``places`` are the addresses of all our pages by their ``source``, to which a summary may link as any Markdown does;
    ``extensions`` are what authors' texts may use beside what the ``rules`` have.
    The front matter's ``head`` is HTML for the page's head, for a template to put there.
    """
    page = placed.page
    taken = page.ids if page.texts else ()
    texts = {}
    for name, text in page.texts.items():
        own, configs = rules.for_text(name, taken)
        markdown = Markdown(extensions=[*extensions, *own, _Links(placed, places)], extension_configs=configs)
        texts[name] = markdown.convert(text)
    html = page.filled(page.body, **texts)
    front = page.front_matter(head=inert(page.head)) if page.head else page.front_matter()
    first, rest = front.split("\n", 1)
    # Where YAML cannot carry a character, all of the front matter would be taken for the page's text.
    origin = f"from {as_html(placed.origin.name)} " if placed.origin else ""
    note = f"# made {origin}by service-blueprint; the next run makes it anew"
    return f"{first}\n{note}\n{rest}\n{_left_alone(html)}\n"


def _left_alone(html: str) -> str:
    """HTML without what an engine changes before it looks for HTML: fences at the beginning of a line, and tabs."""
    return _FENCE.sub(lambda fence: f"{fence[1]}&#{ord(fence[0][-1])};", html.replace("\t", "&#9;"))


class _Links(Extension):
    """Makes links to Markdown and to files beside it right for the page's address, as engines do in Markdown."""

    def __init__(self, placed: PlacedPage, places: Mapping[str, str]) -> None:
        super().__init__()
        self._placed, self._places = placed, places

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_LinkProcessor(self._placed, self._places), "service-blueprint-links", 0)


class _LinkProcessor(Treeprocessor):
    def __init__(self, placed: PlacedPage, places: Mapping[str, str]) -> None:
        super().__init__()
        self._placed, self._places = placed, places

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = _LINKS.get(element.tag)
            if name and element.get(name):
                element.set(name, self._address(element.get(name, "")))

    def _address(self, link: str) -> str:
        try:
            parts = urlsplit(link)
        except ValueError:  # no address at all
            return link
        path = unquote(parts.path)
        if parts.scheme or parts.netloc or path.startswith("/") or not posixpath.splitext(path)[1]:
            return link  # an address already, not a file
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self._placed.source), path))
        address = addresses.link(self._places.get(file) or _page_of(file), self._placed.file)
        return urlunsplit(("", "", address, parts.query, parts.fragment))


def _page_of(file: str) -> str:
    """The address that every engine gives a Markdown file of the author's; any other file has its own."""
    stem, ending = posixpath.splitext(file)
    if ending != ".md":
        return file
    folder, name = posixpath.split(stem)
    return posixpath.join(folder if name in ("index", "README") else stem, "index.html")
