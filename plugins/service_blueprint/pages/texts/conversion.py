"""The extension of Python-Markdown that makes of its HTML what may stand on a page of ours."""

import re
from collections.abc import Collection, Iterator
from secrets import token_hex
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from service_blueprint.pages.links import leads, of_site
from service_blueprint.pages.texts.cleaning import cleaned, tidied

KEEPER = "service_blueprint_text"
"""The postprocessor that cleans. What it is given to ``store`` is ours, and comes into the text as it is.

Its ``prefix`` begins the ids of the text, and of no other one on the page.
"""

_HEADING = re.compile("h([1-6])")
_DEEPEST = 6


class AuthorText(Extension):
    """What holds for an author's text, whatever extensions read it; it must come last of them.

    ``prefix`` begins every id in the text, and so sets them apart from all others of the page. Without ``raw_html``
    HTML in the text is text. ``taken`` are the page's own ids: a link leads to those first, and HTML that an author
    wrote may not take them. ``first`` is the level of its uppermost headings; the page has its own h1.
    """

    def __init__(self, prefix: str, *, raw_html: bool = False, taken: Collection[str] = (), first: int = 2) -> None:
        super().__init__()
        self._prefix, self._raw_html, self._taken, self._first = prefix, raw_html, taken, first

    def extendMarkdown(self, md: Markdown) -> None:
        """Take out what lets HTML through, and put in what looks at all else."""
        if not self._raw_html:
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
        keeper = _Keeper(md, self._prefix, self._taken, raw_html=self._raw_html)
        md.preprocessors.register(_Begin(md, keeper), KEEPER, 100)
        # MkDocs reads the text as HTML in between (21), and some that is none is an error to the reader that it takes.
        hidden = _Hidden(md)
        md.preprocessors.register(hidden, "service_blueprint_hidden", 21.5)
        md.preprocessors.register(_Shown(md, hidden), "service_blueprint_shown", 20.5)
        md.treeprocessors.register(
            _Outline(md, self._first), "service_blueprint_outline", 5.5
        )  # before headings get their ids
        md.treeprocessors.register(_Ids(md, self._prefix, self._taken), "service_blueprint_ids", 4)  # once all have one
        md.treeprocessors.register(_Links(md), "service_blueprint_safe_links", 3)  # before an engine resolves them
        md.postprocessors.register(keeper, KEEPER, -100)


class _Keeper(Postprocessor):
    def __init__(self, md: Markdown, prefix: str, taken: Collection[str], *, raw_html: bool) -> None:
        super().__init__(md)
        self.prefix, self._taken, self._raw_html = prefix, taken, raw_html
        self._word = ""
        self._kept: list[str] = []

    def begin(self) -> None:
        """Begin with a new text."""
        self._kept = []
        self._word = f"kept{token_hex(8)}x"  # no text can know it, in whatever way it is written

    def store(self, html: str) -> str:
        """Keep HTML of ours aside; gives the mark to stand in its place, as a paragraph's whole text."""
        self._kept.append(html)
        return f"{self._word}{len(self._kept) - 1}"

    def run(self, text: str) -> str:
        """Clean the text's HTML, and put in what was kept."""
        own = tidied(text, self.prefix, self._taken) if self._raw_html else cleaned(text, self.prefix)
        if not self._kept:
            return own
        return re.sub(f"<p>{self._word}(\\d+)</p>", lambda mark: self._kept[int(mark[1])], own)


class _Begin(Preprocessor):
    def __init__(self, md: Markdown, keeper: _Keeper) -> None:
        super().__init__(md)
        self._keeper = keeper

    def run(self, lines: list[str]) -> list[str]:
        self._keeper.begin()
        return lines


class _Hidden(Preprocessor):
    """Hides the text from those that come next."""

    lines: list[str]

    def run(self, lines: list[str]) -> list[str]:
        self.lines = lines
        return []


class _Shown(Preprocessor):
    """Brings the hidden text back."""

    def __init__(self, md: Markdown, hidden: _Hidden) -> None:
        super().__init__(md)
        self._hidden = hidden

    def run(self, lines: list[str]) -> list[str]:
        return self._hidden.lines


class _Outline(Treeprocessor):
    """Puts the headings below those around them, none of them more than one level below the one before."""

    def __init__(self, md: Markdown, first: int) -> None:
        super().__init__(md)
        self._first = first

    def run(self, root: Element) -> None:
        headings = [(element, int(found[1])) for element in root.iter() if (found := _HEADING.fullmatch(element.tag))]
        above: list[int] = []
        for element, level in headings:
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            element.tag = f"h{min(self._first + len(above) - 1, _DEEPEST)}"


class _Ids(Treeprocessor):
    """Sets ids apart from all others of the page, with the links to them; a link to what the page has leads there."""

    def __init__(self, md: Markdown, prefix: str, taken: Collection[str]) -> None:
        super().__init__(md)
        self._prefix, self._taken = prefix, taken

    def run(self, root: Element) -> None:
        ids = set(self._own(root))
        for element in root.iter("a"):
            anchor = element.get("href", "")
            own = f"{self._prefix}{anchor[1:]}"
            if anchor.startswith("#") and own in ids and anchor[1:] not in self._taken:
                element.set("href", f"#{own}")

    def _own(self, root: Element) -> Iterator[str]:
        for element in root.iter():
            if own := element.get("id"):
                if not own.startswith(self._prefix):
                    own = f"{self._prefix}{own}"
                    element.set("id", own)
                yield own


class _Links(Treeprocessor):
    """Leaves of a link that leads nowhere its words, and of a picture from elsewhere the link to it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "img" and not of_site(element.get("src", "")):
                source, words = element.get("src", ""), element.get("alt", "")
                element.attrib.clear()
                element.tag, element.text = "a", AtomicString(words or source)
                element.set("href", source)
            if element.tag == "a" and not leads(element.get("href", "")):
                element.attrib.clear()
                element.tag = "span"
