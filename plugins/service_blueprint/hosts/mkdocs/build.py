"""One build of the site: what is published in it, where that stands, and what of it is left out."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from service_blueprint.hosts.mkdocs.exclusion import excluded_by_name
from service_blueprint.hosts.mkdocs.logger import log
from service_blueprint.hosts.mkdocs.section import NavigationSection
from service_blueprint.hosts.mkdocs.site_files import SiteFiles
from service_blueprint.hosts.output import tell
from service_blueprint.hosts.png_files import lacking, progress
from service_blueprint.hosts.schemas import schema_files
from service_blueprint.insight.history import History
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import asset_files
from service_blueprint.pages.collection import Collection, Site
from service_blueprint.pages.kind import PlacedPage
from service_blueprint.pages.page import Page
from service_blueprint.pages.publication import Publisher
from service_blueprint.words import words_for


class Build:
    """A folder's blueprints in one build of a site.

    First all of it is put among the files of MkDocs. Then the site's author and other plugins say what of it is not
    built, and where the rest stands; so at last it is published anew, without what is not there.
    """

    def __init__(
        self,
        collection: Collection,
        site: Site,
        history: History,
        folder: Path,
        files: SiteFiles,
        publisher: Publisher,
        *,
        serving: bool,
    ) -> None:
        self.files = files
        self.inventory = b""
        self.section = NavigationSection(words_for(site.language)("Blueprints"))
        self._collection = collection
        self._site = site
        self._history = history
        self._folder = folder
        self._publisher = publisher
        self._built = InclusionLevel.is_in_serve if serving else InclusionLevel.is_included
        self._serving = serving
        # What is hidden, whether there is a page of all, and the folder of the site in which everything stands.
        self._state: tuple[frozenset[str], bool, str] = (frozenset(), True, "")
        self._pages: dict[str, PlacedPage] = {}
        self._others: Mapping[str, bytes] = {}

    @property
    def prefix(self) -> str:
        """The folder of the site in which all stands, with a slash at its end; "" for the site itself."""
        return self._state[2]

    @property
    def hidden_paths(self) -> frozenset[str]:
        """The files of blueprints that are kept off the site."""
        return frozenset(str(entry.path) for entry in self._collection.entries if entry.id in self._state[0])

    def page(self, file: File) -> Page | None:
        """The page of ours that a file is, if it is one."""
        placed = self._pages.get(file.src_uri)
        return placed.page if placed else None

    def put(self, files: Files) -> list[PlacedPage]:
        """Add all pages and files to the site; gives the pages at former addresses that it has itself."""
        self._publish()
        refused = self.files.put(files, self._pages.values(), self._others)
        for placed in refused:
            del self._pages[placed.source]
        return [placed for placed in refused if placed.former]

    def settle(self, files: Files, config: MkDocsConfig) -> None:
        """Publish what is on the site, and nothing of what is not."""
        set_exclusions(files, config)
        by_name = excluded_by_name(self._collection.entries, self._folder, config, serving=self._serving)
        hidden = self.files.hidden(files, self._built) | by_name
        state = hidden, self.files.indexed(files, self._built), self.files.prefix(files)
        if state != self._state:
            for id in sorted(hidden - self._state[0]):
                tell(log, logging.INFO, f"the blueprint '{id}' is not on the site, and nothing there names it")
            self._state = state
            self._publish()
            self.files.renew(files, self._others, self.prefix)
        self.files.fill(files, self._pages, self.prefix)

    def list(self, files: Files, config: MkDocsConfig) -> None:
        """Note which pages the navigation shows."""
        self.section.list(self._pages.values(), files, config)

    def _publish(self) -> None:
        hidden, indexed, prefix = self._state
        blueprints = (entry.blueprint for entry in self._collection.entries if entry.id in hidden)
        forgotten = hidden.union(*(blueprint.formerly for blueprint in blueprints if blueprint))
        site = replace(
            self._site,
            url=f"{self._site.url}{prefix}" if self._site.url else "",
            canonical=f"{self._site.canonical}{prefix}" if self._site.canonical else "",
            indexed=indexed,
        )
        made = self._publisher.publish(
            self._collection.without(hidden),
            site,
            history=self._history.without(forgotten),
            progress=progress(partial(tell, log, logging.INFO)),
        )
        for path, letters in made.unpainted.items():
            tell(log, logging.INFO, lacking(path, letters))
        self._pages = {placed.source: placed for placed in made.pages}
        others = {**asset_files(), **schema_files(), **made.files}
        # Another plugin may write one too, and no sooner than when the pages are built.
        self.inventory = others.pop(addresses.INVENTORY)
        self._others = others
