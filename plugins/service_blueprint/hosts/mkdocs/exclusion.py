"""Blueprints that an author keeps off the site by the names of their files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Entry
from service_blueprint.shelves.disk import real_path

_ANY = "a.yml"
"""A file of documents that is no blueprint."""


def excluded_by_name(entries: Iterable[Entry], folder: Path, config: MkDocsConfig, *, serving: bool) -> frozenset[str]:
    """The ids of blueprints whose YAML files are named by ``exclude_docs``, or in a build by ``draft_docs``.

    A pattern for all YAML files means others, and so does any where blueprints lie among the documents: there it may
    be written to keep the YAML itself off the site.
    """
    if real_path(folder).is_relative_to(real_path(Path(config.docs_dir))):
        return frozenset()
    patterns: list[Any] = [config.exclude_docs, *([] if serving else [config.draft_docs])]
    telling = [pattern for pattern in patterns if pattern and not pattern.match_file(_ANY)]
    return frozenset(
        entry.id
        for entry in entries
        for pattern in telling
        if pattern.match_file(f"{addresses.FOLDER}/{entry.id}{entry.path.suffix}")
    )
