"""What stands at the former addresses of a blueprint: a page that leads to it, and its files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Entry, Site
from service_blueprint.pages.elsewhere.embed_page import embed_page
from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.pictures import Picture
from service_blueprint.pages.templating import render
from service_blueprint.words import Words

_FILES: tuple[Callable[[str], str], ...] = (
    addresses.table_file,
    addresses.yaml_file,
    addresses.oembed_file,
    *(partial(addresses.picture_file, view=view, ending=ending) for view in View for ending in ("svg", "png")),
)


def moves(entries: Iterable[Entry]) -> dict[str, Blueprint]:
    """The blueprints by each id that they had before.

    An id that a file has now is that file's; of two blueprints that claim one, the first has it.
    """
    entries = tuple(entries)
    now = {entry.id for entry in entries}
    moved: dict[str, Blueprint] = {}
    for blueprint in (entry.blueprint for entry in entries if entry.blueprint):
        for former in blueprint.formerly:
            if former not in now:
                moved.setdefault(former, blueprint)
    return moved


def moved_page(former: str, blueprint: Blueprint, site: Site, words: Words, language: str) -> Page:
    """The page at a former address: it says where the blueprint is now, and takes the reader to the same step there.

    A script does that, for only it knows the step; without one the page's head does, to the beginning of the new page.
    """
    here, there = addresses.page_file(former), addresses.page_file(blueprint.id)
    link = addresses.link(there, here, directory_urls=site.directory_urls)
    title = blueprint.title
    return Page(
        title=title,
        body="\n\n".join(map(mark, ("up", "head", "moved"))),
        parts={
            "up": render("up", words, link=site.index_link(here)),
            "head": render("head", words, title=title, badge=words("Moved"), kind="moved", tags=()),
            "moved": render("moved", words, title=title, link=link),
        },
        language=language,
        right_to_left=words.right_to_left,
        wide=True,
        head=render("moved_head", words, link=link),
        searched=False,
        canonical=addresses.on_site(site.canonical_url, there, directory_urls=site.directory_urls),
        anchors=tuple(blueprint.steps_by_id),
    )


def moved_files(
    former: str,
    blueprint: Blueprint,
    pictures: Iterable[Picture],
    files: Mapping[str, bytes],
    site: Site,
    words: Words,
    language: str,
) -> Iterator[tuple[str, bytes]]:
    """What stands below a former address, so that whatever shows the diagram or reads a file goes on doing so.

    These are copies of those of the ``files`` of the site that are the blueprint's, and the ``pictures`` alone.
    """
    for file_of in _FILES:
        content = files.get(file_of(blueprint.id))
        if content is not None:
            yield file_of(former), content
    for picture in pictures:
        names = [addresses.embed_file(former, picture.view)]
        if picture.view is blueprint.first_view:
            names.append(addresses.embed_file(former))
        for name in names:
            yield name, embed_page(blueprint, picture, name, site, words, language).encode()
