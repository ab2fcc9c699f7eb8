"""The contents of a page of ours, as MkDocs and the search know them."""

from collections.abc import Iterable
from html import escape

from mkdocs.structure.toc import AnchorLink, TableOfContents

from service_blueprint.pages.page import Heading, Page


def contents(page: Page, written: Iterable[AnchorLink]) -> TableOfContents:
    """The contents that readers see; ``written`` are those of the page's Markdown."""
    top = AnchorLink(escape(page.title), "_title", 1)
    top.children = [*written, *_links(page.headings)]
    return TableOfContents([top])


def with_steps(page: Page, shown: Iterable[AnchorLink]) -> TableOfContents:
    """The contents for a search, which leads to steps too; readers are spared them, for they would be very long."""
    return TableOfContents([*shown, *_links(page.steps)])


def _links(headings: Iterable[Heading]) -> list[AnchorLink]:
    return [AnchorLink(escape(heading.title), heading.anchor, 2) for heading in headings]
