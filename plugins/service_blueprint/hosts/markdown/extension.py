"""The extension of Python-Markdown: figures in place of blueprint fences, links in place of ``blueprint:`` references.

It needs nothing but Python-Markdown. Under MkDocs, ProperDocs and Zensical it knows the page that is being made.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from service_blueprint.faults.blueprints import NO_PICTURE
from service_blueprint.hosts.markdown.conversion import Conversion, Options
from service_blueprint.hosts.markdown.fences import Fence, fences
from service_blueprint.hosts.markdown.surroundings import surroundings
from service_blueprint.pages.texts.conversion import KEEPER

SCHEME = "blueprint:"
"""What an address of a reference begins with."""


class ServiceBlueprintExtension(Extension):
    """``service_blueprint``, as it stands under ``markdown_extensions``."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "blueprints": ["blueprints", "The folder of the blueprints, as seen from the working directory."],
            "base": ["", "What stands before the address of a blueprint's page where no site generator makes links."],
            "origin": ["", "The file that the text is from, where no site generator says; problems name it."],
            "language": ["", "The language of the tool's own words in blueprints that name none; else the site's."],
            "strict": [False, "Whether a fault ends the build, for a site generator that does not count warnings."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the processors, each where the page is as it needs it."""
        state = _State(md, Options(**self.getConfigs()))
        # After included text is there, before anything else looks for fences.
        md.preprocessors.register(_FencesOut(md, state), "service_blueprint_fences", 31.5)
        # Code that is indented comes first; then lists and all that holds blocks, before paragraphs.
        md.parser.blockprocessors.register(_CodeBack(md.parser, state), "service_blueprint_code", 81)
        md.parser.blockprocessors.register(_FiguresIn(md.parser, state), "service_blueprint_figures", 12)
        # Once links are there, before any engine resolves them.
        md.treeprocessors.register(_References(md, state), "service_blueprint_references", 18)
        md.postprocessors.register(_HtmlBack(md, state), "service_blueprint_html", 25)


def makeExtension(**options: Any) -> ServiceBlueprintExtension:
    """The extension with its options."""
    return ServiceBlueprintExtension(**options)


class _State:
    """What the processors share while a page is converted.

    A blueprint fence is taken out of the text before others see it, and a mark, a word that the text lacks, stands in
    its place. Where the mark turns out to stand in code or in HTML, the fence was meant to be shown, and is put back.
    """

    def __init__(self, md: Markdown, options: Options) -> None:
        self._md = md
        self._options = options
        self._fences: list[Fence] = []
        self._word = ""
        self._mark = re.compile("(?!)")
        self.conversion: Conversion

    def begin(self, text: str) -> None:
        """Begin with a new page."""
        around = surroundings(self._md, text, self._options.base, self._options.origin)
        self.conversion = Conversion(self._options, around)
        self._fences = []
        self._word = "blueprintfence"
        while self._word in text:
            self._word += "e"
        self._mark = re.compile(rf"{self._word}(\d+)end")

    def mark_for(self, fence: Fence) -> str:
        """A mark to stand in place of a fence."""
        self._fences.append(fence)
        return f"{self._word}{len(self._fences) - 1}end"

    def marked(self, text: str) -> bool:
        """Whether a mark stands in the text."""
        return bool(self._fences) and self._word in text

    def fence_at(self, line: str) -> Fence | None:
        """The fence whose mark is all that stands in a line."""
        found = self._mark.fullmatch(line.strip())
        return self._fences[int(found[1])] if found else None

    def put_back(self, html: str) -> str:
        """HTML with the fences, as they were written, in place of their marks."""
        return self._mark.sub(lambda found: code_escape("\n".join(self._fences[int(found[1])].lines)), html)


class _FencesOut(Preprocessor):
    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self._state = state

    def run(self, lines: list[str]) -> list[str]:
        # Whatever ends a line: Python-Markdown goes by it too, but only later.
        text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        self._state.begin(text)
        left: list[str] = []
        end = 0
        for fence in fences(lines):
            if fence.is_blueprint:
                left += [*lines[end : fence.first], f"{fence.prefix}{self._state.mark_for(fence)}"]
                end = fence.first + len(fence.lines)
        return [*left, *lines[end:]]


class _CodeBack(BlockProcessor):
    """Puts a fence back that is part of indented code."""

    def __init__(self, parser: Any, state: _State) -> None:
        super().__init__(parser)
        self._state = state

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith(" " * self.tab_length) and self._state.marked(block)

    def run(self, parent: Element, blocks: list[str]) -> bool:
        code, rest = self.detab(blocks[0])
        lines = [line for each in code.split("\n") for line in self._written(each)]
        indented = "\n".join(f"{' ' * self.tab_length}{line}" if line else "" for line in lines)
        blocks[0] = "\n".join(filter(None, (indented, rest)))
        return False  # for the next processor to make code of

    def _written(self, line: str) -> list[str]:
        fence = self._state.fence_at(line)
        if fence is None:
            return [line]
        outdent = len(fence.prefix.expandtabs(self.tab_length)) - (len(line) - len(line.lstrip()))
        return [each.expandtabs(self.tab_length)[outdent:] for each in fence.lines]


class _FiguresIn(BlockProcessor):
    """Puts figures in place of marks."""

    def __init__(self, parser: Any, state: _State) -> None:
        super().__init__(parser)
        self._state = state

    def test(self, parent: Element, block: str) -> bool:
        return self._state.marked(block) and any(map(self._state.fence_at, block.split("\n")))

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        number, fence = next((n, fence) for n, line in enumerate(lines) if (fence := self._state.fence_at(line)))
        if before := "\n".join(lines[:number]).strip("\n"):
            self.parser.parseBlocks(parent, [before])
        others: Any = self.parser.md.postprocessors
        text = others[KEEPER].prefix if KEEPER in others else ""
        html = self._state.conversion.figure(fence, author_text=text)
        # A paragraph that holds nothing but kept HTML becomes that HTML.
        SubElement(parent, "p").text = AtomicString(self._stash.store(html))
        if after := "\n".join(lines[number + 1 :]).strip("\n"):
            blocks.insert(0, after)

    @property
    def _stash(self) -> Any:
        """What keeps HTML until all else is done; in an author's text that is what would clean it."""
        others = self.parser.md.postprocessors
        return others[KEEPER] if KEEPER in others else self.parser.md.htmlStash  # noqa: SIM401 - a registry has no ``get``


class _References(Treeprocessor):
    """Makes links of references; one to something that is not there stays as text, marked as broken."""

    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self._state = state

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and _refers(element.get("href")):
                self._link(element, element.get("href", "")[len(SCHEME) :])
            elif element.tag == "img" and _refers(element.get("src")):
                self._picture(element, element.get("src", ""))
        self._state.conversion.tell()

    def _link(self, element: Element, target: str) -> None:
        conversion = self._state.conversion
        found = conversion.target(target)
        if found is None:
            _break(element, target, conversion.said(conversion.problems[-1]))
            return
        element.set("href", conversion.link(found))
        if not element.text and not len(element):
            element.text = AtomicString(found.heading)

    def _picture(self, element: Element, source: str) -> None:
        conversion = self._state.conversion
        problem = NO_PICTURE(source=source).at(conversion.place(source))
        conversion.problems.append(problem)
        _break(element, element.get("alt") or source, conversion.said(problem))


class _HtmlBack(Postprocessor):
    """Puts a fence back that is part of HTML, such as a comment."""

    def __init__(self, md: Markdown, state: _State) -> None:
        super().__init__(md)
        self._state = state

    def run(self, text: str) -> str:
        return self._state.put_back(text) if self._state.marked(text) else text


def _refers(address: str | None) -> bool:
    return bool(address) and str(address)[: len(SCHEME)].lower() == SCHEME


def _break(element: Element, text: str, why: str) -> None:
    """Make of a link or picture what says that it leads nowhere; its words stay."""
    element.tag = "span"
    element.attrib.clear()
    element.set("class", "sb-broken")
    element.set("title", why)
    if not element.text and not len(element):
        element.text = AtomicString(text)
