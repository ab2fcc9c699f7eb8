"""The plugin: what the pages room makes, given to MkDocs."""

import logging
import os
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from service_blueprint.hosts.check_settings import Settings, SettingsError, settings_for, settings_of
from service_blueprint.hosts.letters import lacking
from service_blueprint.hosts.library import read_collection
from service_blueprint.hosts.mkdocs.banner import BANNER_STYLE, THEME, banner_of, current_alias, is_preview
from service_blueprint.hosts.mkdocs.inventory_file import write_inventory
from service_blueprint.hosts.mkdocs.options import ServiceBlueprintConfig
from service_blueprint.hosts.mkdocs.places import NAME, page_file, place
from service_blueprint.hosts.mkdocs.texts import page_texts
from service_blueprint.hosts.output import tell
from service_blueprint.hosts.paths import seen
from service_blueprint.hosts.printable import printable
from service_blueprint.hosts.schemas import schema_files
from service_blueprint.hosts.versions.aliases import alias_fault
from service_blueprint.hosts.versions.history import history_of
from service_blueprint.hosts.versions.own_address import own_address
from service_blueprint.hosts.versions.published import Branch
from service_blueprint.insight.history import History
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import ENTRY_SCRIPT, STYLES, asset_files
from service_blueprint.pages.collection import Site
from service_blueprint.pages.page import Heading, Page
from service_blueprint.pages.publication import Publisher
from service_blueprint.problem import Severity
from service_blueprint.words import words_for

log = logging.getLogger("mkdocs.plugins.service_blueprint")

MARKDOWN = "service_blueprint"


class ServiceBlueprintPlugin(BasePlugin[ServiceBlueprintConfig]):
    """Publishes each blueprint of a folder as a page, and an index of all."""

    def __init__(self) -> None:
        self._serving = False
        self._publisher = Publisher()
        self._pages: dict[str, Page] = {}
        self._histories: dict[tuple[Path, str, Path | Branch], History] = {}
        self._inventory = b""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether MkDocs serves. That this is here makes it keep the plugin, with what is drawn, meanwhile."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have the blueprints watched, the pages' style sheets and script loaded, and references in Markdown read."""
        config.watch.append(self.config.blueprints)
        _read_references(self.config.blueprints, config)
        # Before the site's own, which may then say otherwise.
        config.extra_css = [*STYLES, *config.extra_css]
        script = config_options.ExtraScriptValue(ENTRY_SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
        if config.theme.name == "material":
            # Behind the site's own templates, before the theme's.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
            config.extra_css.insert(0, BANNER_STYLE)
        if not self._version or is_preview(self._version):
            # Only beside other versions is there a list of them that the theme could show.
            config.extra.pop("version", None)
        if fault := alias_fault(_of_mike(config, "alias_type")):
            tell(log, logging.WARNING, fault)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the blueprints, say what is wrong with them, and add their pages, pictures and tables to the site."""
        folder = self._folder(config)
        collection, doubts = read_collection(folder, self._settings(folder))
        site = _site(
            config,
            self._version,
            png=self.config.png and not self._serving,
            markdown_html=self.config.markdown_html,
        )
        history = self._history(folder, site.version, config)
        own = (problem for entry in collection.entries for problem in entry.problems)
        for problem in (*collection.problems, *own, *history.problems):
            tell(log, logging.WARNING if problem.severity is Severity.ERROR else logging.INFO, problem)
        for problem in doubts:
            grave = problem.severity is Severity.ERROR
            tell(log, logging.WARNING if grave else logging.DEBUG, f"{problem} [{problem.rule}]")
        publication = self._publisher.publish(collection, site, history=history, progress=_say_progress)
        for path, letters in publication.unpainted.items():
            tell(log, logging.INFO, lacking(path, letters))
        taken = {file.dest_uri for file in files}

        def add(file: File) -> bool:
            """Add a file, unless the site has one of its own in that place."""
            if file.dest_uri in taken:
                return False
            taken.add(file.dest_uri)
            files.append(file)
            return True

        self._pages = {}
        sources = {}
        for placed in publication.pages:
            file = page_file(placed, config)
            if add(file):
                self._pages[file.src_uri] = placed.page
                if placed.blueprint:
                    sources[placed.blueprint] = file.src_uri
            elif placed.former:
                message = f"the site has a page of its own at '{placed.file}'"
                remedy = f"move it, or take '{placed.former}' out of 'formerly'"
                tell(log, logging.WARNING, f"{placed.origin}: {message}; {remedy}")
        others = dict(publication.files)
        # Another plugin may write one too, and no sooner than when the pages are built.
        self._inventory = others.pop(addresses.INVENTORY)
        for address, content in {**asset_files(), **schema_files(), **others}.items():
            add(File.generated(config, address, content=content))
        place(files, sources, words_for(site.language)("Blueprints"), config)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme the words of the banner."""
        env.globals["service_blueprint"] = banner_of(self._version, config.extra.get("version"), _language(config))
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put into a page of ours what did not run through Markdown."""
        own = self._pages.get(page.file.src_uri)
        if own is None:
            return html
        texts = page_texts(own, page, config, files, raw_html=self.config.markdown_html)
        html = own.filled(html, **texts.html)
        # MkDocs checks links to anchors against those that it found in the Markdown.
        page.present_anchor_ids = (page.present_anchor_ids or set()) | own.places(html)
        top = AnchorLink(escape(own.title), "_title", 1)
        top.children = [*texts.headings, *_links(own.headings)]
        # Until the search has found them, the steps are contents too; they would be as long as the page.
        page.toc = TableOfContents([top, *_links(own.steps)])
        return html

    @event_priority(-100)  # after the search, which would take longer over a drawing than all else takes together
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put into a page of ours what the search had words for."""
        own = self._pages.get(page.file.src_uri)
        if own is not None:
            page.content = own.finished(page.content or "")
            del page.toc.items[1:]
            if own.canonical:  # by now the site map has the page's own address
                page.canonical_url = own.canonical
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put into the head of a page of ours what other tools read there."""
        own = self._pages.get(page.file.src_uri)
        return own.headed(output) if own and own.head else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the inventory, into the site's own where another plugin has written one or its author has."""
        try:
            fault = write_inventory(Path(config.site_dir), self._inventory)
        except OSError as error:
            fault = f"{NAME}: '{error.filename}' cannot be written: {error.strerror or error}"
            raise PluginError(printable(fault)) from None
        if fault:
            tell(log, logging.WARNING, fault)

    @property
    def _version(self) -> str:
        """What this version of the site is called; mike says so to what it runs."""
        return self.config.version or os.environ.get("MIKE_DOCS_VERSION", "")

    def _history(self, folder: Path, version: str, config: MkDocsConfig) -> History:
        """The versions before ``version``. They are read once, for they stay as they are while MkDocs serves."""
        branch = Branch(config.remote_branch, config.remote_name, _of_mike(config, "deploy_prefix"))
        asked = folder, version, Path(self.config.published) if self.config.published else branch
        if asked not in self._histories:
            self._histories[asked] = history_of(*asked)
        return self._histories[asked]

    def _settings(self, folder: Path) -> Settings:
        try:
            if self.config.checks is not None:
                return settings_of(self.config.checks, f"mkdocs.yml: 'checks' of the plugin {NAME}")
            return settings_for(folder)
        except SettingsError as error:
            raise PluginError(printable(f"{NAME}: {error}")) from None

    def _folder(self, config: MkDocsConfig) -> Path:
        folder = Path(self.config.blueprints)
        if not folder.is_dir():
            what = f"there is no folder {_relative(folder, config)!r} beside mkdocs.yml"
            remedy = "create it, or name the folder of your blueprints with the option 'blueprints'"
            raise PluginError(printable(f"{NAME}: {what}; {remedy}"))
        return folder


def _read_references(blueprints: str, config: MkDocsConfig) -> None:
    """Have Markdown understand blueprints, with what the site's author says of that where it says anything."""
    if not any(str(each).startswith(MARKDOWN) for each in config.markdown_extensions):
        config.markdown_extensions.append(MARKDOWN)
    own = {"blueprints": str(seen(Path(blueprints))), "language": _language(config)}
    config.mdx_configs[MARKDOWN] = {**own, **(config.mdx_configs.get(MARKDOWN) or {})}


def _links(headings: Iterable[Heading]) -> list[AnchorLink]:
    return [AnchorLink(escape(heading.title), heading.anchor, 2) for heading in headings]


def _say_progress(done: int, every: int) -> None:
    if done % 10 == 0 or done == every:
        tell(log, logging.INFO, f"drawing {done} of {every} PNG files")


def _of_mike(config: MkDocsConfig, option: str) -> str:
    """What an option of mike's plugin is set to; "" where it is not, or there is no mike."""
    mike = config.plugins.get("mike")
    return str(mike.config.get(option) or "") if mike else ""


def _site(config: MkDocsConfig, version: str, *, png: bool, markdown_html: bool) -> Site:
    """The site of what is built under the name ``version``; a preview is no version, but has its own address."""
    canonical = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    current = {current_alias(config.extra.get("version")), _of_mike(config, "canonical_version")}
    url = own_address(canonical, version, current)
    name = "" if is_preview(version) else version
    return Site(
        _language(config),
        config.site_name,
        url,
        name,
        config.use_directory_urls,
        png=png,
        canonical=canonical,
        markdown_html=markdown_html,
    )


def _language(config: MkDocsConfig) -> str:
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def _relative(folder: Path, config: MkDocsConfig) -> str:
    beside = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return seen(folder, beside).as_posix()
