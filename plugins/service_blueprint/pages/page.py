"""A page as a site generator gets it: marks for its parts, and the HTML and the texts that take their places."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape

_OPEN_GRAPH = '<meta property="og:'
_PREVIEW = re.compile(r'<meta (?:property="og:|name="twitter:).*\n')

_MARK = re.compile('<div data-blueprint-part="([^"]*)"></div>')
_RAW = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL | re.IGNORECASE)


def mark(part: str) -> str:
    """What stands in the Markdown where a part belongs; every engine leaves an empty block as it is."""
    return f'<div data-blueprint-part="{part}"></div>'


def inert(html: str) -> str:
    """HTML in which nothing begins that engines and plugins look for in a page's source: macros, includes, wiki links.

    A script or a style sheet stays as it is: only an author who may write HTML can have written one.
    """
    pieces = _RAW.split(html)
    pieces[::2] = [piece.replace("{", "&#123;").replace("[[", "&#91;&#91;") for piece in pieces[::2]]
    return "".join(pieces)


def as_html(text: str) -> str:
    """Text as HTML, as themes take titles: without what YAML cannot carry, and with nothing that plugins would run."""
    return inert(escape("".join(character if character.isprintable() else " " for character in text)))


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's table of contents; ``anchor`` begins with ``_``, which no step's id does, or is one."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``body`` is a ``mark`` for each of the ``parts``, which are HTML and may hold marks themselves, and of the
    ``texts``, which are an author's Markdown. Neither runs through what a site does with a page's source: it may do
    anything with a text, and is slow on large drawings. They are put in afterwards. So are
    ``unread_parts``, but a search does not read these: it would take long over a drawing. It reads ``words`` in their
    place, by the same names: HTML that says what it should find, with a heading for each of the ``steps`` to which it
    leads.

    ``tags`` are those by which other pages of the site list this one.

    ``language`` is a tag such as "pl". A ``wide`` page does without the navigation beside it. ``head`` is HTML for the
    page's head, where an engine lets us write into it. A search finds the page if it is ``searched``.

    A page that stands for another, as at a blueprint's former address, has that page's whole address as ``canonical``,
    where it is known; ``anchors`` are what links to this page may name although they are on the other.
    """

    title: str
    body: str
    parts: Mapping[str, str]
    language: str
    texts: Mapping[str, str] = field(default_factory=dict)
    unread_parts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    description: str = ""
    headings: tuple[Heading, ...] = ()
    steps: tuple[Heading, ...] = ()
    right_to_left: bool = False
    wide: bool = False
    head: str = ""
    searched: bool = True
    canonical: str = ""
    anchors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The Markdown with its front matter, for a site whose plugins list pages by tags and may show them."""
        tags = {"tags": [as_html(tag) for tag in self.tags]} if self.tags else {}
        return f"{self.front_matter(**tags)}\n{self.body}\n"

    def front_matter(self, **more: object) -> str:
        """What stands above the Markdown, ``more`` in it; themes put title and description into HTML as they are."""
        hidden = ["navigation", "toc"] if self.wide else ["toc"]
        # Whoever finds no description, such as a feed, would take the beginning of the Markdown: marks.
        description = as_html(self.description or self.title)
        front: dict[str, object] = {"title": as_html(self.title), "hide": hidden, "description": description}
        if not self.searched:
            front["search"] = {"exclude": True}
        # JSON is YAML, and quotes whatever a title may hold.
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in {**front, **more}.items())
        return "\n".join(["---", *lines, "---", ""])

    def filled(self, html: str, **texts: str) -> str:
        """The HTML that came out of the body, with all parts in it, and the texts as HTML."""
        direction = "rtl" if self.right_to_left else "ltr"
        filled = inert(_replaced(_replaced(html, {**self.parts, **self.unread_parts}), texts))
        return f'<div class="sb-page" lang="{escape(self.language)}" dir="{direction}">\n{filled}\n</div>'

    def places(self, filled: str) -> set[str]:
        """The anchors that a link to the page may name; ``filled`` is its HTML."""
        return _ids(filled) | {*self.anchors}

    @property
    def ids(self) -> set[str]:
        """All ids of the page but for those in its texts."""
        return {id for html in (*self.parts.values(), *self.unread_parts.values()) for id in _ids(html)}

    def read(self, filled: str) -> str:
        """The filled HTML as a search is to read it: words in place of the parts that it does not read."""
        for name, part in self.unread_parts.items():
            filled = filled.replace(inert(part), inert(self.words.get(name, "")), 1) if part else filled
        return filled

    def headed(self, html: str) -> str:
        """A whole HTML page with ``head`` in its head; one that has Open Graph data already keeps its own."""
        before, end, after = html.partition("</head>")
        head = _PREVIEW.sub("", self.head) if _OPEN_GRAPH in before else self.head
        return f"{before}{head}{end}{after}" if end else html


def _replaced(html: str, parts: Mapping[str, str]) -> str:
    """HTML with the parts in place of their marks, each in that of the first one alone; in one go, however many."""
    left = dict(parts)
    return _MARK.sub(lambda found: left.pop(found[1], found[0]), html)


def _ids(html: str) -> set[str]:
    return {unescape(id) for id in re.findall(r'\sid="([^"]+)"', html)}
