"""What the documentation's build adds to MkDocs: the order of the sections.

MkDocs sorts what has no ``nav`` by name; a reader wants to start at the start.
"""

from mkdocs.structure.nav import Navigation

SECTIONS = ("Home", "Start", "Blueprints", "How to", "Reference", "Explanation", "Contributing")


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Put the sections in their order; one that is not listed keeps its place after these."""
    place = {title: number for number, title in enumerate(SECTIONS)}
    nav.items.sort(key=lambda item: place.get(item.title or "Home", len(place)))
    return nav
