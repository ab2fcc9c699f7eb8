"""The page of all blueprints: a card for each, by folder, and a filter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from service_blueprint.blueprint import State
from service_blueprint.pages.folders import Folder, tree
from service_blueprint.pages.page import Heading, Page, mark
from service_blueprint.pages.templating import render
from service_blueprint.pages.value_words import state_title
from service_blueprint.words import Words

_NAMED = 10  # blueprints that the page's description names


@dataclass(frozen=True, slots=True)
class Card:
    """What the index shows of one blueprint; ``link`` and ``picture`` are relative to the index page.

    ``state`` is a state, or ``broken`` where there is no blueprint; ``badge`` says the same in words.
    """

    id: str
    title: str
    link: str
    state: str
    badge: str
    picture: str = ""
    summary: str = ""
    facts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one folder."""

    title: str
    anchor: str
    cards: tuple[Card, ...]


def index_page(
    cards: Sequence[Card], folder: str, words: Words, language: str, faults: Markup, changes: Markup
) -> Page:
    """The page of all blueprints.

    ``folder`` is where they are written, ``faults`` what is wrong with the catalog, ``changes`` leads to what changed.
    """
    by_id = {card.id: card for card in cards}
    groups = tuple(_groups(tree(by_id), by_id))
    title = words("Blueprints")
    present = {card.state for card in cards}
    example = files("service_blueprint.pages").joinpath("templates", "first-blueprint.yml").read_text("utf-8")
    return Page(
        title=title,
        body="\n\n".join(mark(part) for part in ("head", "changes", "faults", "cards")),
        parts={
            "head": Markup('<h1 id="_title" data-search-exclude>{}</h1>').format(title),
            "changes": changes,
            "faults": faults,
            "cards": render(
                "index",
                words,
                groups=groups,
                states=[(state, state_title(state, words)) for state in State if state in present],
                tags=sorted({tag for card in cards for tag in card.tags}, key=str.casefold),
                first_file=f"{folder}/get-a-burger.yml",
                example=example,
            ),
        },
        language=language,
        right_to_left=words.right_to_left,
        description=", ".join(card.title for card in cards[:_NAMED]),
        headings=tuple(Heading(group.title, group.anchor) for group in groups if group.title),
    )


def _groups(folder: Folder, by_id: dict[str, Card], above: str = "") -> Iterator[Group]:
    """A folder's own blueprints, then those of the folders in it."""
    title = f"{above} / {folder.title}" if above else folder.title
    if folder.blueprints:
        # Themes put an anchor into HTML as it is, and a folder may be called anything.
        anchor = "_" + re.sub(r"[^\w.-]", "-", folder.path)
        yield Group(title, anchor, tuple(by_id[blueprint_id] for blueprint_id in folder.blueprints))
    for inner in folder.folders:
        yield from _groups(inner, by_id, title)
