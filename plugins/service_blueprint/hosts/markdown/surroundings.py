"""Which site generator runs the Markdown extension, and what it tells of the page that is being made.

MkDocs, its fork ProperDocs and Zensical each leave a processor of their own in Python-Markdown from which the page can
be known. None of them has to be installed: a processor is known by its name, and by what it has.
"""

import logging
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markdown import Markdown

from service_blueprint.hosts.markdown.written import Written
from service_blueprint.hosts.names import EXTENSION
from service_blueprint.pages import addresses
from service_blueprint.problem import Problem
from service_blueprint.shelves.disk import read_bytes
from service_blueprint.shelves.paths import seen

"""Who tells problems where no site generator counts them."""

Link = Callable[[str, str], str]
"""A page of ours by its file on the site, and a place on it or "" -> an address."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around the Markdown that is converted.

    ``link`` makes an address for Markdown, which the engine resolves; ``address`` makes one for HTML, which it may no
    longer see. ``language`` is the site's where it is known, else "". ``strict`` says that a fault is to end the build
    and that no logger sees to that. ``built`` says of a page that it is not kept off the site.
    """

    written: Written
    link: Link
    address: Link
    log: logging.Logger
    language: str = ""
    strict: bool = False
    built: Callable[[str], bool] = lambda page: True


def surroundings(md: Markdown, text: str, base: str, origin: str) -> Surroundings:
    """What is around ``text``, which is being converted by ``md``.

    Without engine, ``base`` stands before addresses, and ``origin`` is the file that the text is from, or "".
    """
    relative_paths = _registered(md.treeprocessors, "relpath")
    if hasattr(relative_paths, "file") and hasattr(relative_paths, "path_to_url"):
        return _mkdocs(relative_paths, text)
    context = _registered(md.preprocessors, "rendering_context")
    if hasattr(context, "page") and hasattr(context, "config"):
        return _zensical(context, text)

    def address(page: str, anchor: str) -> str:
        return f"{base}{addresses.link(page, '')}{_fragment(anchor)}"

    written = _written(Path(origin) if origin else None, "Markdown", text)
    return Surroundings(written, address, address, logging.getLogger(EXTENSION))


def _registered(registry: Any, name: str) -> Any:
    """The processor of that name, if there is one."""
    return registry[name] if name in registry else None  # noqa: SIM401 - a registry has no ``get``


def _mkdocs(relative_paths: Any, text: str) -> Surroundings:
    """MkDocs, or ProperDocs, which is the same by another name; their loggers count warnings by that name."""
    file, config = relative_paths.file, relative_paths.config
    engine = type(relative_paths).__module__.partition(".")[0]
    there = relative_paths.files.get_file_from_path

    def source_of(page: str) -> str:
        """Our plugin makes one file for a page, ``service-blueprint build`` another."""
        made = _made_file(page)
        return made if there(made) else addresses.markdown_file(page)

    def built(page: str) -> bool:
        """Whether a page is built. MkDocs itself tells of a link to one that is not there at all."""
        found = there(source_of(page))
        return found is None or bool(found.inclusion.is_in_serve())

    link = _links_from(file.src_uri, source_of)
    return Surroundings(
        _written(_origin(file, config), file.src_uri, text),
        link,
        lambda page, anchor: str(relative_paths.path_to_url(link(page, anchor))),
        logging.getLogger(f"{engine}.plugins.{EXTENSION}"),
        str(config.theme.get("language") or config.theme.get("locale") or ""),
        built=built,
    )


def _origin(file: Any, config: Any) -> Path | None:
    """The file that the author of a page writes; a page that a plugin makes may say which, for "edit this page"."""
    if file.abs_src_path:
        return Path(file.abs_src_path)
    return Path(config.docs_dir) / file.edit_uri if file.edit_uri else None


def _zensical(context: Any, text: str) -> Surroundings:
    """Zensical resolves links to Markdown wherever they stand in the HTML; of warnings it counts its own alone."""
    path = str(context.page.path)
    link = _links_from(path, _made_file)
    origin = Path(str(context.config.get("docs_dir", "docs"))) / path
    theme = context.config.get("theme")
    language = str(theme.get("language") or "") if isinstance(theme, dict) else ""
    strict = bool(context.config.get("strict"))
    return Surroundings(_written(origin, path, text), link, link, logging.getLogger(EXTENSION), language, strict)


def _made_file(page: str) -> str:
    """The Markdown file that ``service-blueprint build`` writes for a page."""
    return f"{posixpath.splitext(page)[0]}.md"


def _links_from(source: str, source_of: Callable[[str], str]) -> Link:
    """Links to the Markdown files of our pages from that of another one."""

    def link(page: str, anchor: str) -> str:
        path = posixpath.relpath(source_of(page), posixpath.dirname(source) or ".")
        return f"{quote(path)}{_fragment(anchor)}"

    return link


def _fragment(anchor: str) -> str:
    return f"#{quote(anchor)}" if anchor else ""


def _written(origin: Path | None, name: str, text: str) -> Written:
    """The text of a file, or what Markdown was given where there is no such file to be read."""
    if origin is None:
        return Written(name, text)
    path = seen(origin).as_posix()
    held = read_bytes(origin, path)
    try:
        return Written(name, text) if isinstance(held, Problem) else Written(path, held.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Written(name, text)
