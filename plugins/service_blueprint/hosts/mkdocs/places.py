"""Where the pages stand: as files of MkDocs, and in its navigation."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key, set_exclusions
from mkdocs.utils import nest_paths

from service_blueprint.hosts.navigation import expanded, mentioned, section
from service_blueprint.hosts.paths import seen
from service_blueprint.pages import addresses
from service_blueprint.pages.folders import tree
from service_blueprint.pages.publication import PlacedPage

NAME = "service-blueprint"
"""What MkDocs calls the plugin that made a file."""

INDEX_SOURCE = addresses.markdown_file(addresses.INDEX)


def place(files: Files, sources: Mapping[str, str], title: str, config: MkDocsConfig) -> None:
    """Give the blueprints their section in the navigation; ``sources`` are the paths of their pages by id.

    Without a ``nav`` it comes after everything else. With one, it stands where the ``nav`` names the index page; where
    that is not named, the pages are on the site but not in the navigation.
    """
    set_exclusions(files, config)  # so that `not_in_nav` and `exclude_docs` hold for the new pages too
    pages = sorted(files.documentation_pages(), key=file_sort_key)
    shown = [page.src_uri for page in pages if page.inclusion.is_in_nav()]
    by_hand = mentioned(config.nav)
    unplaced = {i: source for i, source in sources.items() if source in shown and source not in by_hand}
    items = section(tree(unplaced), unplaced)
    if config.nav is None:
        others = [source for source in shown if source not in unplaced.values()]
        beside = [source for source in others if source.startswith(f"{addresses.FOLDER}/")]
        config.nav = nest_paths(source for source in others if source not in beside)
        if beside or items:
            config.nav.append({title: [*beside, *items]})
    elif INDEX_SOURCE in by_hand:
        config.nav = expanded(config.nav, INDEX_SOURCE, title, [INDEX_SOURCE, *items])
    else:
        for file in files:
            if file.generated_by == NAME and file.src_uri in (INDEX_SOURCE, *unplaced.values()):
                file.inclusion = InclusionLevel.NOT_IN_NAV


def page_file(placed: PlacedPage, config: MkDocsConfig) -> File:
    """A page of ours as a file of MkDocs, which lies nowhere on the disk."""
    # Other pages link to a blueprint as they would to any page: `blueprints/<id>.md`.
    file = File.generated(config, placed.source, content=placed.page.source)
    file.dest_uri = placed.file
    if not placed.blueprint and placed.file != addresses.INDEX:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    if placed.origin and not (origin := seen(placed.origin, Path(config.docs_dir))).is_absolute():
        # Themes put it into HTML as it is, and a file may be called anything.
        file.edit_uri = re.sub('["<>]', lambda sign: quote(sign[0]), origin.as_posix())
    return file
