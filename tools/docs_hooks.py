"""What the documentation's build adds to MkDocs: the order of the sections, and reference tables made from the code.

A line ``<!-- commands -->``, ``<!-- options -->`` or ``<!-- keys: StepEntry -->`` in a page becomes what
``reference.py`` beside this file makes of it.
"""

import re
import sys
from pathlib import Path

from markdown.extensions.toc import slugify
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))
import reference

SECTIONS = ("Home", "Start", "Blueprints", "How to", "Reference", "Explanation", "Contributing")
MARKER = re.compile(r"^<!-- (commands|options|keys)(?:: (\w+))? -->$", re.MULTILINE)
SECTION = re.compile(r"^#+ (.+)\n(?:[^#\n].*\n|\n)*?<!-- keys: (\w+) -->$", re.MULTILINE)


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Put the sections in their order; MkDocs sorts by name what has no ``nav``, and a reader starts at the start."""
    place = {title: number for number, title in enumerate(SECTIONS)}
    nav.items.sort(key=lambda item: place.get(item.title or "Home", len(place)))
    return nav


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Put the tables in place of their markers."""
    anchors = {name: slugify(heading, "-") for heading, name in SECTION.findall(markdown)}

    def made(marker: re.Match[str]) -> str:
        kind, name = marker.groups()
        if kind == "commands":
            return reference.commands()
        if kind == "options":
            return reference.options()
        try:
            return reference.keys(name, anchors)
        except KeyError as unknown:
            raise PluginError(f"{page.file.src_uri}: no table can be made of {name}, {unknown} is missing") from None

    return MARKER.sub(made, markdown)
