"""A publication as files for a site generator that runs no plugin of ours."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service_blueprint.hosts.markdown.extension import ServiceBlueprintExtension
from service_blueprint.hosts.names import EXTENSION
from service_blueprint.hosts.navigation import order_of_folder
from service_blueprint.hosts.schemas import schema_files
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import asset_files
from service_blueprint.pages.kind import InNavigation, PlacedPage
from service_blueprint.pages.plain_page import plain_file, plain_page
from service_blueprint.pages.publication import Publication
from service_blueprint.pages.texts.rules import TextRules
from service_blueprint.problem import Problem
from service_blueprint.shelves.paths import seen
from service_blueprint.words import words_for

NAVIGATION = f"{addresses.FOLDER}/.nav.yml"
"""The order of the pages, for engines that go by such files (awesome-nav, which Zensical has built in)."""


@dataclass(frozen=True, slots=True)
class PlainSite:
    """All files by their paths in the folder of documents, and what is wrong with references in the authors' texts."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def plain_site(publication: Publication, blueprints: Path, language: str, *, markdown_html: bool = False) -> PlainSite:
    """Every page as a Markdown file, with all that they need and publish.

    ``blueprints`` is the folder that references in Markdown are looked up in, ``language`` that of the site;
    ``markdown_html`` says that HTML in authors' texts is HTML.
    """
    rules = TextRules(raw_html=markdown_html)
    places = {placed.source: placed.file for placed in publication.pages}
    pages = {}
    problems: list[Problem] = []
    for placed in publication.pages:
        with _told(problems):
            references = _references(placed, blueprints, language)
            pages[plain_file(placed)] = plain_page(placed, places, [references], rules).encode()
    navigation = {NAVIGATION: _navigation(publication, words_for(language)("Blueprints"))}
    files = {**asset_files(), **schema_files(), **publication.files, **pages, **navigation}
    return PlainSite(files, tuple(dict.fromkeys(problems)))


def _references(placed: PlacedPage, blueprints: Path, language: str) -> ServiceBlueprintExtension:
    """What understands references; no engine makes addresses of these, so they lead by way of the site's root."""
    root = "../" * placed.file.count("/")
    origin = str(seen(placed.origin)) if placed.origin else ""
    return ServiceBlueprintExtension(blueprints=str(blueprints), base=root, language=language, origin=origin)


def _navigation(publication: Publication, title: str) -> bytes:
    """The section of the blueprints, called ``title``, as awesome-nav reads it."""
    first = [plain_file(placed) for placed in publication.pages if placed.navigation is InNavigation.FIRST]
    in_folders = {
        placed.blueprint: plain_file(placed) for placed in publication.pages if placed.navigation is InNavigation.FOLDER
    }
    return order_of_folder(title, first, in_folders).encode()


@contextmanager
def _told(problems: list[Problem]) -> Iterator[None]:
    """Gather what the extension tells through its logger."""
    gathering = _Gathering(problems)
    logger = logging.getLogger(EXTENSION)
    logger.addHandler(gathering)
    try:
        yield
    finally:
        logger.removeHandler(gathering)


class _Gathering(logging.Handler):
    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        problem = getattr(record, "problem", None)
        self._problems += [problem] if isinstance(problem, Problem) else []
