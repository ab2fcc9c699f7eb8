"""Authors' texts on a page of ours, rendered by MkDocs: with the site's extensions, links resolved and checked."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from service_blueprint.hosts.names import EXTENSION
from service_blueprint.pages.page import Page
from service_blueprint.pages.texts.rules import SUMMARY, TextRules

"""Our own extension, by the name that a site's configuration has for it."""


@dataclass(frozen=True, slots=True)
class PageTexts:
    """The texts of a page as HTML, by their names, and the headings of its summary."""

    html: Mapping[str, str]
    headings: Sequence[AnchorLink]


def page_texts(own: Page, page: MkDocsPage, config: MkDocsConfig, files: Files, *, raw_html: bool) -> PageTexts:
    """Render the texts of ``own``, which MkDocs has as ``page``; links in them are checked as if they were its own."""
    rules = TextRules.of_site(config.markdown_extensions, config.mdx_configs, raw_html=raw_html)
    taken = own.ids if own.texts else ()
    html: dict[str, str] = {}
    headings: list[AnchorLink] = []
    for name, text in own.texts.items():
        extensions, configs = rules.for_text(name, taken)
        around = copy(config)
        around["markdown_extensions"] = [EXTENSION, *extensions]
        around["mdx_configs"] = {EXTENSION: config.mdx_configs.get(EXTENSION) or {}, **configs}
        # What MkDocs makes of a page whose source is the text alone.
        alone = copy(page)
        alone.markdown = text
        alone.render(around, files)
        html[name] = alone.content or ""
        if name == SUMMARY:  # a note's are below a heading of ours
            headings += alone.toc
        for file, links in (alone.links_to_anchors or {}).items():
            known = page.links_to_anchors = page.links_to_anchors or {}
            known.setdefault(file, {}).update(links)
    return PageTexts(html, headings)
