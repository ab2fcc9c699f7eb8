"""What a blueprint's page has of the notes of steps and actions, which are an author's Markdown.

A note is a text of its own. It stands in a section below the table, which tells its beginning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service_blueprint.blueprint import Action, Blueprint, Step
from service_blueprint.pages.texts.rules import plain_text

_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\](?!:)")
"""The mark of a footnote, which stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a step, or of an action of it. ``name`` is that of its text on the page: a number, for ids hang on it.

    No number and the hyphen behind it begin another one's, so the ids of two notes never meet.
    """

    name: str
    text: str
    step: Step
    action: Action | None = None

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"_{self.name}"


def notes(blueprint: Blueprint) -> dict[str, tuple[Note, ...]]:
    """The notes of a blueprint by the ids of their steps, in order; nothing of a step that has none."""
    found: dict[str, list[Note]] = {}
    for number, (text, step, action) in enumerate(_texts(blueprint), 1):
        found.setdefault(step.id, []).append(Note(f"note-{number}", text, step, action))
    return {step: tuple(each) for step, each in found.items()}


def beginning(note: str) -> tuple[str, bool]:
    """The first paragraph of a note in plain words on one line, and whether these are all of it."""
    paragraph = _FOOTNOTE.sub("", note.strip().split("\n\n", 1)[0])
    words = plain_text(paragraph, raw_html=False)
    return words, words == note.strip()


def _texts(blueprint: Blueprint) -> Iterator[tuple[str, Step, Action | None]]:
    for step in blueprint.steps:
        if step.note.strip():
            yield step.note, step, None
        for action in step.actions:
            if action.note.strip():
                yield action.note, step, action
