"""The page that shows what changed in all blueprints since the version before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service_blueprint.insight.history import BlueprintChange
from service_blueprint.pages import addresses
from service_blueprint.pages.comparing.changes import count_lines
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.kind import InNavigation, PageKind, PlacedPage
from service_blueprint.pages.page import Heading, Page, mark
from service_blueprint.pages.past import Past
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render
from service_blueprint.words import Words

_HERE = addresses.SITE_CHANGES


@dataclass(frozen=True, slots=True)
class Row:
    """A blueprint on the page; ``changes`` leads to the page of what changed in it, where that is the version's own."""

    title: str
    link: str
    notes: tuple[str, ...] = ()
    changes: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The blueprints with which the same happened; ``sign`` is that of a change in lists and drawings."""

    anchor: str
    title: str
    rows: Sequence[Row]


def _pages(edition: Edition) -> Iterator[PlacedPage]:
    if edition.past.newest:
        yield PlacedPage(_page(edition.past, edition.past.newest.name, edition.reader), _HERE)


def _page(past: Past, before: str, reader: Reader) -> Page:
    """The page of what changed since the version ``before``."""
    words = reader.words
    title = past.title(past.site.version, before, words)
    sections = [section for section in _sections(past, before, words) if section.rows]
    return Page(
        title=title,
        body=mark("changes"),
        parts={
            "changes": render(
                "site_changes",
                words,
                up=past.site.index_link(_HERE),
                title=title,
                before=before,
                before_link=past.link(before, addresses.INDEX, _HERE),
                after=past.site.version or words("This version"),
                counts=[(section.title, words.number(len(section.rows))) for section in sections],
                sections=sections,
                source=past.source(words),
            )
        },
        language=reader.language,
        right_to_left=words.right_to_left,
        headings=tuple(Heading(section.title, section.anchor) for section in sections),
    )


def _sections(past: Past, before: str, words: Words) -> Iterator[Section]:
    known = [change for change in past.changes if change.comparison.before]
    changed = [change for change in known if change.comparison.changes]
    same = [change for change in known if not change.comparison.changes]
    yield Section("_changed", words("Changed"), [_changed(change, past, words) for change in changed])
    new = [change for change in past.changes if not change.comparison.before and not change.unread]
    yield Section("_new", words("New"), [_row(change, past) for change in new])
    renamed = [change for change in same if change.moved_from]
    yield Section("_renamed", words("Renamed"), [_row(change, past, *_renamed(change, words)) for change in renamed])
    yield Section("_removed", words("Removed"), list(_removed(past)))
    unchanged = [change for change in same if not change.moved_from]
    yield Section("_unchanged", words("Unchanged"), [_unchanged(change, past, words) for change in unchanged])
    unread = words("In version {version} its file has a fault", version=before)
    rows = [_row(change, past, unread) for change in past.changes if change.unread]
    rows += [
        Row(id, past.link_here(addresses.page_file(id), _HERE), (words("Its file has a fault"),))
        for id in sorted(past.current.unread)
    ]
    yield Section("_unknown", words("Not compared"), rows)


def _row(change: BlueprintChange, past: Past, *notes: str, changes: str = "") -> Row:
    blueprint = change.blueprint
    link = past.link_here(addresses.page_file(blueprint.id), _HERE)
    return Row(blueprint.title, link, notes, changes, blueprint.language)


def _changed(change: BlueprintChange, past: Past, words: Words) -> Row:
    counts = [f"{title}: {count}" for title, count in count_lines(change.comparison.changes, words)]
    link = past.link_here(addresses.changes_file(change.blueprint.id), _HERE)
    return _row(change, past, *_renamed(change, words), *counts, changes=link)


def _renamed(change: BlueprintChange, words: Words) -> list[str]:
    return [words("Renamed from {path}", path=change.moved_from)] if change.moved_from else []


def _removed(past: Past) -> Iterator[Row]:
    """Those that the version before still had; of the others earlier versions tell."""
    for gone in past.removed:
        if gone.since == past.site.version and gone.last_id == gone.id:
            yield Row(gone.title, past.link_here(addresses.page_file(gone.id), _HERE), (gone.id,))


def _unchanged(change: BlueprintChange, past: Past, words: Words) -> Row:
    since = past.standings[change.blueprint.id].since
    return _row(change, past, words("Unchanged since {version}", version=since))


SITE_CHANGES = PageKind("changes of the site", (_HERE,), _pages, InNavigation.NONE, searched=False)
