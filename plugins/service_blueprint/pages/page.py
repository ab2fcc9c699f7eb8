"""A page as a site generator gets it: Markdown, and the HTML that must not run through Markdown."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape

_OPEN_GRAPH = '<meta property="og:'
_PREVIEW = re.compile(r'<meta (?:property="og:|name="twitter:).*\n')


def mark(part: str) -> str:
    """What stands in the Markdown where a part belongs; every engine leaves an empty block as it is."""
    return f'<div data-blueprint-part="{part}"></div>'


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's table of contents; ``anchor`` begins with ``_``, which no step's id does, or is one."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``body`` is Markdown with a ``mark`` for each of the ``parts``, which are HTML. They are put in after Markdown has
    run, for Markdown is slow on large drawings and rewrites them. So are ``unread_parts``, but a search does not read
    these: it would take long over a drawing. It reads ``words`` in their place, by the same names: HTML that says what
    it should find, with a heading for each of the ``steps`` to which it leads.

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
        tags = {"tags": [_shown(tag) for tag in self.tags]} if self.tags else {}
        return f"{self.front_matter(**tags)}\n{self.body}\n"

    def front_matter(self, **more: object) -> str:
        """What stands above the Markdown, ``more`` in it; themes put title and description into HTML as they are."""
        hidden = ["navigation", "toc"] if self.wide else ["toc"]
        # Whoever finds no description, such as a feed, would take the beginning of the Markdown: marks.
        description = _shown(self.description or self.title)
        front: dict[str, object] = {"title": _shown(self.title), "hide": hidden, "description": description}
        if not self.searched:
            front["search"] = {"exclude": True}
        # JSON is YAML, and quotes whatever a title may hold.
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in {**front, **more}.items())
        return "\n".join(["---", *lines, "---", ""])

    def filled(self, html: str) -> str:
        """The HTML that came out of the Markdown, with all parts in it."""
        direction = "rtl" if self.right_to_left else "ltr"
        filled = _replaced(html, {**self.parts, **self.unread_parts})
        return f'<div class="sb-page" lang="{escape(self.language)}" dir="{direction}">\n{filled}\n</div>'

    def places(self, filled: str) -> set[str]:
        """The anchors that a link to the page may name; ``filled`` is its HTML."""
        return {unescape(anchor) for anchor in re.findall(r'\sid="([^"]+)"', filled)} | {*self.anchors}

    def read(self, filled: str) -> str:
        """The filled HTML as a search is to read it: words in place of the parts that it does not read."""
        for name, part in self.unread_parts.items():
            filled = filled.replace(part, self.words.get(name, ""), 1) if part else filled
        return filled

    def headed(self, html: str) -> str:
        """A whole HTML page with ``head`` in its head; one that has Open Graph data already keeps its own."""
        before, end, after = html.partition("</head>")
        head = _PREVIEW.sub("", self.head) if _OPEN_GRAPH in before else self.head
        return f"{before}{head}{end}{after}" if end else html


def _replaced(html: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        html = html.replace(mark(name), part, 1)
    return html


def _shown(text: str) -> str:
    """Text as HTML, without the characters that YAML cannot carry."""
    return escape("".join(character if character.isprintable() else " " for character in text))
