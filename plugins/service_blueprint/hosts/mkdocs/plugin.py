"""The plugin: what the pages room makes, given to MkDocs."""

import logging
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from service_blueprint.faults.blueprints import FORMER_HAS_PAGE
from service_blueprint.hosts.check_settings import Settings, SettingsError, settings_for, settings_of
from service_blueprint.hosts.languages import Languages
from service_blueprint.hosts.library import read_collection
from service_blueprint.hosts.mkdocs.banner import BANNER_STYLE, THEME, Banner, banner_of, is_preview
from service_blueprint.hosts.mkdocs.build import Build
from service_blueprint.hosts.mkdocs.contents import contents
from service_blueprint.hosts.mkdocs.edit_addresses import straight
from service_blueprint.hosts.mkdocs.inventory_file import write_inventory
from service_blueprint.hosts.mkdocs.logger import log
from service_blueprint.hosts.mkdocs.options import ServiceBlueprintConfig
from service_blueprint.hosts.mkdocs.search_words import let_search_read_words
from service_blueprint.hosts.mkdocs.site import language_of, of_mike, site_of
from service_blueprint.hosts.mkdocs.site_files import SiteFiles
from service_blueprint.hosts.mkdocs.sources import sources_of
from service_blueprint.hosts.mkdocs.texts import page_texts
from service_blueprint.hosts.names import EXTENSION, TOOL
from service_blueprint.hosts.output import guard, level_of, tell
from service_blueprint.hosts.printable import printable
from service_blueprint.hosts.versions.aliases import alias_fault
from service_blueprint.insight.history import History
from service_blueprint.pages.asset_files import ENTRY_SCRIPT, STYLES
from service_blueprint.pages.publication import Publisher
from service_blueprint.problem import Place, Problem
from service_blueprint.shelves.git.last_changes import last_changes
from service_blueprint.shelves.paths import seen
from service_blueprint.shelves.versions.branch import Branch
from service_blueprint.shelves.versions.history import history_of

TELLING = (
    *("mkdocs.commands.build", "mkdocs.structure.files", "mkdocs.structure.nav", "mkdocs.structure.pages"),
    *("mkdocs.plugins", "mkdocs.utils"),
)
"""The loggers of MkDocs itself: they tell of links in authors' texts, and name pages after the files of blueprints."""
I18N = "i18n"
"""What MkDocs calls static-i18n, which builds a site once for each language."""


class ServiceBlueprintPlugin(BasePlugin[ServiceBlueprintConfig]):
    """Publishes each blueprint of a folder as a page, and an index of all."""

    def __init__(self) -> None:
        self._serving = False
        self.banner = Banner()
        """What the theme's templates show above the pages."""
        self._publisher = Publisher()
        self._store: TemporaryDirectory[str] | None = None
        self._histories: dict[tuple[Path, str, Branch], History] = {}
        self._days: dict[Path, dict[Path, str]] = {}
        self._faults: tuple[Problem, ...] = ()
        self._doubts: tuple[Problem, ...] = ()
        self._languages = Languages()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether MkDocs serves. That this is here makes it keep the plugin, with what is drawn, meanwhile."""
        self._serving = command == "serve"
        guard(*TELLING)

    def on_shutdown(self) -> None:
        """Throw away what was kept for the time of the build."""
        if self._store:
            self._store.cleanup()
            self._store = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have the blueprints watched, the pages' style sheets and script loaded, and references in Markdown read.

        Some plugins build the site several times with one configuration, so nothing is put there twice.
        """
        if self.config.blueprints not in config.watch:
            config.watch.append(self.config.blueprints)
        _read_references(self.config.blueprints, config)
        if STYLES[0] not in config.extra_css:
            # Before the site's own, which may then say otherwise.
            config.extra_css = [*STYLES, *config.extra_css]
        if not any(str(script) == ENTRY_SCRIPT for script in config.extra_javascript):
            script = config_options.ExtraScriptValue(ENTRY_SCRIPT)
            script.defer = True
            config.extra_javascript.append(script)
        if config.theme.name == "material" and str(THEME) not in config.theme.dirs:
            # Behind the site's own templates, before the theme's.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
            config.extra_css.insert(0, BANNER_STYLE)
        if not self._version or is_preview(self._version):
            # Only beside other versions is there a list of them that the theme could show.
            config.extra.pop("version", None)
        if fault := alias_fault(of_mike(config, "alias_type")):
            tell(log, logging.WARNING, fault)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Have the words of the banner ready, and searches read words in place of drawings."""
        self.banner = banner_of(self._version, config.extra.get("version"), language_of(config))
        let_search_read_words(config.plugins, lambda page: self._build.page(page.file))

    @event_priority(100)  # before plugins that take files away or look for all there are
    def _put_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the blueprints, say what is wrong with them, and add their pages, pictures and tables to the site."""
        folder = self._folder(config)
        collection, doubts = read_collection(folder, self._settings(folder))
        site = site_of(
            config,
            self._version,
            png=self.config.png and not self._serving,
            markdown_html=self.config.markdown_html,
        )
        history = self._history(folder, site.version, config)
        own = (problem for entry in collection.entries for problem in entry.problems)
        self._faults = tuple(dict.fromkeys((*collection.problems, *own, *history.problems)))
        self._doubts = doubts
        self._languages = Languages(collection.texts, site.language)
        if folder not in self._days:
            self._days[folder] = last_changes(folder)
        if self._store is None:
            self._store = TemporaryDirectory(prefix="service-blueprint-", ignore_cleanup_errors=True)
        sources = sources_of(collection.entries, folder, Path(config.config_file_path or folder), self._days[folder])
        site_files = SiteFiles(config, sources, Path(self._store.name))
        self._build = Build(collection, site, history, folder, site_files, self._publisher, serving=self._serving)
        for placed in self._build.put(files):
            taken = FORMER_HAS_PAGE(file=placed.file, former=placed.former).at(Place(str(placed.origin)))
            tell(log, logging.WARNING, f"{placed.origin}: {self._languages.told(taken)}")
        return files

    @event_priority(-99)  # directly before static-i18n, which leaves out pages from outside the folder of documents
    def _stand_in_docs(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Have our pages seem to lie where static-i18n looks for pages."""
        if I18N in config.plugins:
            self._build.files.stand_in_docs(files)
        return files

    @event_priority(-1000)  # when all others have said what is on the site, and where
    def _settle(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take away all that is of a page which is not on the site."""
        self._build.settle(files, config)
        self._build.list(files, config)
        self._tell()
        return files

    def _tell(self) -> None:
        """Say what is wrong with the blueprints that are on the site, and what the rules find in them."""
        hidden = self._build.hidden_paths
        for problem in self._faults:
            if problem.place.path not in hidden:
                tell(log, level_of(problem), self._languages.line(problem))
        for problem in self._doubts:
            if problem.place.path not in hidden:
                line = f"{self._languages.line(problem)} [{problem.rule}]"
                tell(log, level_of(problem, otherwise=logging.DEBUG), line)

    on_files = CombinedEvent(_put_files, _stand_in_docs, _settle)

    @event_priority(200)  # before plugins that change what MkDocs has made
    def _place(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the blueprints their section in the navigation."""
        return self._build.section.placed(nav, files)

    @event_priority(-1000)
    def _settle_again(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take away what has gone meanwhile; and place the section anew, where static-i18n has dropped it."""
        self._build.settle(files, config)
        return self._build.section.placed(nav, files, anew=False) if I18N in config.plugins else nav

    on_nav = CombinedEvent(_place, _settle_again)

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Have the page lead to where it is edited, and say when that was last changed."""
        if self._build.page(page.file):
            page.edit_url = straight(page.edit_url) if page.edit_url else None
            page.update_date = self._build.files.day(page.file) or page.update_date
        return page

    @event_priority(100)  # before plugins that take what a page shows
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put into a page of ours what did not run through Markdown."""
        own = self._build.page(page.file)
        if own is None:
            return html
        texts = page_texts(own, page, config, files, raw_html=self.config.markdown_html)
        html = own.filled(html, **texts.html)
        # MkDocs checks links to anchors against those that it found in the Markdown.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | own.places(html)
        page.toc = contents(own, texts.headings)
        return html

    @event_priority(-100)  # by now the site map has the page's own address
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Name the page for which a page of ours stands."""
        own = self._build.page(page.file)
        if own and own.canonical:
            page.canonical_url = own.canonical
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put into the head of a page of ours what other tools read there."""
        own = self._build.page(page.file)
        return own.headed(output) if own and own.head else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the inventory, into the site's own where another plugin has written one or its author has."""
        try:
            fault = write_inventory(Path(config.site_dir, self._build.prefix), self._build.inventory)
        except OSError as error:
            fault = f"{TOOL}: '{error.filename}' cannot be written: {error.strerror or error}"
            raise PluginError(printable(fault)) from None
        if fault:
            tell(log, logging.WARNING, fault)

    @property
    def _version(self) -> str:
        """What this version of the site is called; mike says so to what it runs."""
        return self.config.version or os.environ.get("MIKE_DOCS_VERSION", "")

    def _history(self, folder: Path, version: str, config: MkDocsConfig) -> History:
        """The versions before ``version``. They are read once, for they stay as they are while MkDocs serves."""
        branch = Branch(config.remote_branch, config.remote_name, of_mike(config, "deploy_prefix"))
        asked = folder, version, branch
        if asked not in self._histories:
            self._histories[asked] = history_of(*asked)
        return self._histories[asked]

    def _settings(self, folder: Path) -> Settings:
        try:
            if self.config.checks is not None:
                return settings_of(self.config.checks, f"mkdocs.yml: 'checks' of the plugin {TOOL}")
            return settings_for(folder)
        except SettingsError as error:
            raise PluginError(printable(f"{TOOL}: {error}")) from None

    def _folder(self, config: MkDocsConfig) -> Path:
        folder = Path(self.config.blueprints)
        if not folder.is_dir():
            what = f"there is no folder {_relative(folder, config)!r} beside mkdocs.yml"
            remedy = "create it, or name the folder of your blueprints with the option 'blueprints'"
            raise PluginError(printable(f"{TOOL}: {what}; {remedy}"))
        return folder


def _read_references(blueprints: str, config: MkDocsConfig) -> None:
    """Have Markdown understand blueprints, with what the site's author says of that where it says anything."""
    if not any(str(each).startswith(EXTENSION) for each in config.markdown_extensions):
        config.markdown_extensions.append(EXTENSION)
    own = {"blueprints": str(seen(Path(blueprints)))}
    config.mdx_configs[EXTENSION] = {**own, **(config.mdx_configs.get(EXTENSION) or {})}


def _relative(folder: Path, config: MkDocsConfig) -> str:
    beside = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return seen(folder, beside).as_posix()
