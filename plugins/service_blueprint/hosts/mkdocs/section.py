"""The section of the blueprints in the navigation of one build: which of our pages it has, and where."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from service_blueprint.hosts.mkdocs.navigation import appended, expanded, holds
from service_blueprint.hosts.mkdocs.site_files import INDEX_SOURCE
from service_blueprint.hosts.navigation import mentioned, order_of_folder
from service_blueprint.pages import addresses
from service_blueprint.pages.kind import InNavigation, PlacedPage

AWESOME_NAV = "awesome-nav"
"""What MkDocs calls the plugin that orders pages by a file in their folder."""


class NavigationSection:
    """The section, called ``title``."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._by_hand = False
        # The sources of the pages that it has beside that of all blueprints: at its beginning, and by blueprint.
        self._first: list[str] = []
        self._in_folders: dict[str, str] = {}

    def list(self, pages: Iterable[PlacedPage], files: Files, config: MkDocsConfig) -> None:
        """Note which of our pages the navigation shows.

        Where the site's author has written one that does not name a page, it is to be missing in it.
        """
        self._by_hand = config.nav is not None
        named = mentioned(config.nav)
        for placed in pages:
            source = placed.source
            file = files.src_uris.get(source)
            if file is None or file.inclusion.is_not_in_nav():
                continue
            if placed.navigation is InNavigation.FOLDER and source not in named:
                self._in_folders[placed.blueprint] = source
            if placed.navigation is InNavigation.FIRST and source not in (INDEX_SOURCE, *named):
                self._first.append(source)
            if source not in named if self._by_hand else placed.navigation is InNavigation.NONE:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if AWESOME_NAV in config.plugins:
            self._order(files, config)

    def placed(self, nav: Navigation, files: Files, *, anew: bool = True) -> Navigation:
        """A navigation with the section; unless ``anew``, only where nothing of it is there."""
        index = _page(files, INDEX_SOURCE)
        first = [page for source in self._first if (page := _page(files, source))]
        shown = {id: page for id, source in self._in_folders.items() if (page := _page(files, source))}
        if not anew and any(holds(nav, page) for page in (index, *first, *shown.values()) if page):
            return nav
        if not self._by_hand:
            in_nav = index if index and index.file.inclusion.is_in_nav() else None
            return appended(nav, in_nav, first, shown, self._title)
        return expanded(nav, index, first, shown, self._title) if index and holds(nav, index) else nav

    def _order(self, files: Files, config: MkDocsConfig) -> None:
        """Tell awesome-nav the order of our pages, unless the site's author does."""
        path = f"{addresses.FOLDER}/{config.plugins[AWESOME_NAV].config['filename']}"
        if path not in files.src_uris:
            order = order_of_folder(self._title, (INDEX_SOURCE, *self._first), self._in_folders)
            files.append(File.generated(config, path, content=order, inclusion=InclusionLevel.EXCLUDED))


def _page(files: Files, source: str) -> MkDocsPage | None:
    file = files.src_uris.get(source)
    return file.page if file else None
