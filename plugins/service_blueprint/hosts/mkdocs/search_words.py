"""What a search reads of our pages: words, for it would take long over a drawing, and a table says more."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mkdocs.plugins import PluginCollection
from mkdocs.structure.pages import Page as MkDocsPage

from service_blueprint.hosts.mkdocs.contents import with_steps
from service_blueprint.pages.page import Page


@dataclass(frozen=True)
class _Reading:
    """A search's handler of the event at which it reads a page; it alone sees the page in words."""

    handler: Callable[..., Any]
    own: Callable[[MkDocsPage], Page | None]

    def __call__(self, context: Any, *, page: MkDocsPage, **around: Any) -> Any:
        made = self.own(page)
        if made is None or page.content is None:
            return self.handler(context, page=page, **around)
        shown = page.content, page.toc
        page.content, page.toc = made.read(page.content), with_steps(made, page.toc)
        try:
            return self.handler(context, page=page, **around)
        finally:
            page.content, page.toc = shown


def let_search_read_words(plugins: PluginCollection, own: Callable[[MkDocsPage], Page | None]) -> None:
    """Have every search read pages of ours in words; ``own`` gives ours where MkDocs' page is one.

    All other plugins take pages as they are shown.
    """
    searches = [plugin for name, plugin in plugins.items() if name.rpartition("/")[2] == "search"]
    handlers = plugins.events["page_context"]
    for at, handler in enumerate(handlers):
        if any(getattr(handler, "__self__", None) is search for search in searches):
            handlers[at] = _Reading(handler, own)
