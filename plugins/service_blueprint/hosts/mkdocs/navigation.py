"""The blueprints' section in the navigation that MkDocs or another plugin has made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from service_blueprint.hosts.navigation import section
from service_blueprint.pages import addresses
from service_blueprint.pages.folders import tree


def appended(
    nav: Navigation, index: Page | None, first: Sequence[Page], pages: Mapping[str, Page], title: str
) -> Navigation:
    """A navigation that was made by itself, with the blueprints as its last section.

    ``index`` is the page of all blueprints, ``first`` are those behind it and ``pages`` the blueprints' own by id, as
    far as they are to be shown. Pages of the site's author in the same folder stay beside them.
    """
    ours = _Identical([*first, *pages.values()])
    items = _kept(nav.items, lambda item: item not in ours)
    own = next((item for item in items if isinstance(item, Section) and _is_of_folder(item)), None)
    beside: list[Any] = list(own.children) if own else []
    if index and index not in _Identical(beside):
        beside.insert(0, index)
    behind = next((at for at, item in enumerate(beside, 1) if item is index), 0)
    beside[behind:behind] = first
    if section_items := [*beside, *_items(pages)]:
        items = [*(item for item in items if item is not own), Section(title, section_items)]
    return linked(items)


def expanded(nav: Navigation, index: Page, first: Sequence[Page], pages: Mapping[str, Page], title: str) -> Navigation:
    """A navigation that the site's author wrote, with the blueprints where it names the page of all, ``index``.

    The section has the title that is written there, else ``title``; ``first`` and ``pages`` are as in ``appended``.
    """
    written = vars(index).pop("title", None)  # what is not written is the page's own

    def section_of(item: StructureItem) -> StructureItem:
        if item is index:
            return Section(written or title, [index, *first, *_items(pages)])
        if isinstance(item, Section):
            item.children = [section_of(child) for child in item.children]
        return item

    return linked([section_of(item) for item in nav.items])


def holds(nav: Navigation, page: Page) -> bool:
    """Whether a page stands anywhere in a navigation."""
    return page in _Identical(_pages(nav.items))


def linked(items: list[Any]) -> Navigation:
    """A navigation of items, each of which knows what it stands in, and which page comes before and after it."""
    for item in items:
        item.parent = None
    _tell_parents(items)
    pages = list(_pages(items))
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    return Navigation(items, pages)


class _Identical:
    """Items to look others up in; MkDocs holds two pages for equal that have the same title."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._ids = {id(item) for item in items}

    def __contains__(self, item: object) -> bool:
        return id(item) in self._ids


def _items(pages: Mapping[str, Page]) -> list[Any]:
    """The pages in their folders, which are sections."""

    def made(item: Any) -> Any:
        if isinstance(item, str):
            return pages[item]
        ((title, below),) = item.items()
        return Section(title, [made(each) for each in below])

    return [made(item) for item in section(tree(pages), {id: id for id in pages})]


def _kept(items: Iterable[Any], keep: Callable[[Any], bool]) -> list[Any]:
    """The items that are to be kept, without sections in which nothing is left."""
    kept = []
    for item in items:
        if isinstance(item, Section):
            item.children = _kept(item.children, keep)
            if item.children:
                kept.append(item)
        elif keep(item):
            kept.append(item)
    return kept


def _is_of_folder(item: Section) -> bool:
    return any(page.file.src_uri.startswith(f"{addresses.FOLDER}/") for page in _pages([item]))


def _pages(items: Iterable[Any]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        yield from _pages(item.children or ())


def _tell_parents(items: Iterable[Any]) -> None:
    for item in items:
        for child in item.children or ():
            child.parent = item
        _tell_parents(item.children or ())
