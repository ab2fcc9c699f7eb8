"""What the documentation's build adds to MkDocs: the order of the sections, tables from the code, drawn examples.

The tables are made by ``reference.py`` beside this file, the drawings beside YAML examples by ``examples.py``, the
picture of what a change looks like by ``changes_picture.py``. For site generators without hooks, ``plain_docs.py`` puts
the same into plain Markdown.
"""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from service_blueprint.hosts.mkdocs.navigation import linked

sys.path.insert(0, str(Path(__file__).parent))
import reference
from changes_picture import changes_picture
from examples import with_drawings

SECTIONS = ("Start", "Blueprints", "How to", "Reference", "Explanation", "Contributing")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Draw a picture."""
    picture = changes_picture("laptop-request", "laptop-request-to-be")
    files.append(File.generated(config, "assets/laptop-request-changes.svg", content=picture))
    return files


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Put the sections in their order; MkDocs sorts them by name, and a reader starts at the start."""
    return linked(sorted(nav.items, key=lambda item: place(item.title if item.is_section else "")))


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


def place(section: str) -> int:
    """Where a section comes by its title: a lone page, which has none, first; a section that is not listed last."""
    if not section:
        return -1
    return SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)
