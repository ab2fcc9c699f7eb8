"""What the documentation's build adds to MkDocs: the order of the sections, tables from the code, drawn examples.

The tables are made by ``reference.py`` beside this file, the drawings beside YAML examples by ``examples.py``, the
picture of what a change looks like by ``changes_picture.py``. For site generators without hooks, ``plain_docs.py`` puts
the same into plain Markdown.
"""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

sys.path.insert(0, str(Path(__file__).parent))
import reference
from changes_picture import changes_picture
from examples import with_drawings

SECTIONS = ("Start", "Blueprints", "How to", "Reference", "Explanation", "Contributing")


@event_priority(-100)  # after the plugin, which makes the navigation where there is no ``nav``
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the sections in their order; MkDocs sorts them by name, and a reader starts at the start. Draw a picture."""
    picture = changes_picture("laptop-request", "laptop-request-to-be")
    files.append(File.generated(config, "assets/laptop-request-changes.svg", content=picture))
    config.nav = sorted(config.nav or (), key=place)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Put the tables in place of their markers."""
    try:
        return reference.with_tables(markdown)
    except ValueError as wrong:
        raise PluginError(f"{page.file.src_uri}: {wrong}") from None


@event_priority(-100)  # after the search, which is for words
def on_page_context(context: TemplateContext, page: Page, **_: object) -> TemplateContext:
    """Put the drawings beside the examples that are to be drawn; Markdown would only rewrite them."""
    try:
        page.content = with_drawings(page.content or "", page.markdown or "")
    except ValueError as wrong:
        raise PluginError(f"{page.file.src_uri}: an example cannot be drawn\n{wrong}") from None
    return context


def place(item: str | dict[str, Any]) -> int:
    """Where an item of the navigation comes: a lone page first, a section that is not listed last."""
    if isinstance(item, str):
        return -1
    [title] = item
    return SECTIONS.index(title) if title in SECTIONS else len(SECTIONS)
