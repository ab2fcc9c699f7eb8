"""What we put among the files of MkDocs, kept in step with what its author and other plugins leave of it."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from service_blueprint.blueprint import View
from service_blueprint.hosts.mkdocs.sources import Sources
from service_blueprint.hosts.names import TOOL
from service_blueprint.hosts.printable import printable
from service_blueprint.pages import addresses
from service_blueprint.pages.kind import PlacedPage
from service_blueprint.shelves.paths import seen

INDEX_SOURCE = addresses.markdown_file(addresses.INDEX)

_OWN_PAGE = "/index.html"
_ASSETS = f"{addresses.ASSETS}/"


class SiteFiles:
    """Our files of one build.

    ``sources`` are the files behind them, ``store`` is a folder for those that are no pages: some plugins look into
    pictures and style sheets by their paths.
    """

    def __init__(self, config: MkDocsConfig, sources: Sources, store: Path) -> None:
        self._config = config
        self._sources = sources
        self._store = store
        self._pages: dict[str, PlacedPage] = {}
        self._others: set[str] = set()

    def put(self, files: Files, pages: Iterable[PlacedPage], others: Mapping[str, bytes]) -> list[PlacedPage]:
        """Add pages and other files, unless the site has one of its own in that place; gives the pages left out."""
        taken = {file.dest_uri for file in files}
        left = []
        for placed in pages:
            if placed.file in taken:
                left.append(placed)
                continue
            taken.add(placed.file)
            self._pages[placed.source] = placed
            # Other pages link to a blueprint as they would to any page: `blueprints/<id>.md`.
            file = File.generated(self._config, placed.source, content="")
            self._fill(file, placed, "")
            files.append(file)
        for address, content in others.items():
            if address not in taken:
                self._others.add(address)
                files.append(self._other(address, content, ""))
        return left

    def day(self, file: File) -> str:
        """The day on which the source of a page of ours was last changed; "" where nobody knows."""
        return self._sources.day(Path(file.abs_src_path)) if file.abs_src_path else ""

    def hidden(self, files: Files, built: Callable[[InclusionLevel], bool]) -> frozenset[str]:
        """The ids, also former ones, of blueprints that are not to be on the site.

        They are those of which the page is gone or excluded, or the whole folder of its other files.
        """

        def gone(source: str) -> bool:
            file = files.src_uris.get(source)
            return file is None or not built(file.inclusion)

        by_id = {id: source for source, placed in self._pages.items() if (id := _id_of(placed))}
        return frozenset(
            id
            for id, source in by_id.items()
            if gone(source) or ((below := self._others.intersection(_files_of(id))) and all(map(gone, below)))
        )

    def indexed(self, files: Files, built: Callable[[InclusionLevel], bool]) -> bool:
        """Whether the page of all blueprints is on the site, ours or its author's."""
        file = files.src_uris.get(INDEX_SOURCE)
        return file is not None and built(file.inclusion)

    def prefix(self, files: Files) -> str:
        """The folder of the site into which another plugin has moved our pages, as a part of it in one language."""
        for source, placed in self._pages.items():
            file = files.src_uris.get(source)
            if file and file.dest_uri.endswith(placed.file):
                return file.dest_uri.removesuffix(placed.file)
        return ""

    def stand_in_docs(self, files: Files) -> None:
        """Have pages seem to lie in the folder of documents, for a plugin that leaves out what lies elsewhere."""
        for source in self._pages:
            if file := files.src_uris.get(source):
                file.abs_src_path = str(Path(self._config.docs_dir, source))

    def fill(self, files: Files, pages: Mapping[str, PlacedPage], prefix: str) -> None:
        """Bring our pages to what they hold now; ``pages`` are all by their sources, ``prefix`` is their folder.

        One that is no more is excluded, so that MkDocs can tell who links to it.
        """
        for source in self._pages:
            file = files.src_uris.get(source)
            if file and source in pages:
                self._fill(file, pages[source], prefix)
            elif file:
                file.inclusion = InclusionLevel.EXCLUDED

    def renew(self, files: Files, others: Mapping[str, bytes], prefix: str) -> None:
        """Bring our other files to what they hold now, as far as they are left, and take away those that are no more.

        What pages load for themselves stays where it is. In the folder ``prefix`` it stands once more, for frames load
        what lies beside them.
        """
        for address in sorted(self._others):
            file = files.src_uris.get(address)
            if file is None:
                continue
            files.remove(file)
            if address in others:
                asset = address.startswith(_ASSETS)
                new = self._other(address, others[address], "" if asset else prefix)
                new.inclusion = file.inclusion
                files.append(new)
                if asset and prefix:
                    files.append(self._other(f"{prefix}{address}", others[address], ""))

    def _fill(self, file: File, placed: PlacedPage, prefix: str) -> None:
        file.content_string = placed.page.source
        file.abs_src_path = str(self._sources.of(placed.file))
        # What is generated has no date and no authors for other plugins; a page is as old as its source.
        file.generated_by = None
        file.edit_uri = self._edit_uri(placed)
        address = f"{prefix}{placed.file}"
        if file.dest_uri != address:
            file.dest_uri = address
            for made_of_it in ("url", "abs_dest_path"):
                vars(file).pop(made_of_it, None)

    def _edit_uri(self, placed: PlacedPage) -> str | None:
        if not placed.origin or (origin := seen(placed.origin, Path(self._config.docs_dir))).is_absolute():
            return None  # on another drive, to which no address of the site's leads
        # Themes put it into HTML as it is, and a file may be called anything.
        return re.sub('["<>]', lambda sign: quote(sign[0]), origin.as_posix())

    def _other(self, address: str, content: bytes, prefix: str) -> File:
        path = self._store / address
        try:
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        except OSError as error:
            fault = f"{TOOL}: '{path}' cannot be written: {error.strerror or error}"
            raise PluginError(printable(fault)) from None
        file = File.generated(self._config, address, abs_src_path=str(path))
        file.generated_by = TOOL
        file.dest_uri = f"{prefix}{address}"
        return file


def _id_of(placed: PlacedPage) -> str:
    """The id that a page belongs to, also a former one; "" where it is no blueprint's own."""
    id = placed.file.removeprefix(f"{addresses.FOLDER}/").removesuffix(_OWN_PAGE)
    return "" if placed.file == addresses.INDEX or id.rpartition("/")[2].startswith("_") else id


def _files_of(id: str) -> list[str]:
    pictures = (addresses.picture_file(id, view) for view in View)
    return [*pictures, addresses.table_file(id), addresses.yaml_file(id)]
