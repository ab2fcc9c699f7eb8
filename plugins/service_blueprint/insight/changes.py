"""What a comparison of two blueprints finds: plain values, in no language."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from service_blueprint.blueprint import Action, Blueprint, Step
from service_blueprint.keys import Subject

T = TypeVar("T")


class Kind(StrEnum):
    """How something differs. A text that is there on both sides is reworded; any other value is changed."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    ``step`` and ``action`` say where, by id and address on the new side, or on the old one for what is gone; both are
    empty for what concerns the blueprint as a whole. ``key`` is the format's own word for the value, with a dot
    before a part of it, as in ``pain.owner``; ``item`` says which one of several. ``before`` and ``after`` are the
    values themselves as a blueprint holds them: a text, a number, a ``Step``, a ``Flow``; None where nothing was.
    """

    subject: Subject
    kind: Kind
    key: str = ""
    before: object = None
    after: object = None
    step: str = ""
    action: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """The same thing before and after; None on the side where there is none. ``moved``: it stands elsewhere now."""

    before: T | None
    after: T | None
    moved: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two blueprints, what belongs together in them, and what differs.

    ``steps`` are in the order of the new blueprint, each removed one behind the step that it followed. ``actions``
    are every action of both.
    """

    before: Blueprint | None
    after: Blueprint | None
    changes: tuple[Change, ...] = ()
    steps: tuple[Pair[Step], ...] = ()
    actions: tuple[Pair[Action], ...] = ()

    @cached_property
    def counts(self) -> dict[Subject, dict[Kind, int]]:
        """How many changes there are of each kind, by subject; only what occurs, in the order of the two lists."""
        return counted(self.changes)


def counted(changes: tuple[Change, ...]) -> dict[Subject, dict[Kind, int]]:
    """How many of the changes there are of each kind, by subject."""
    numbers = Counter((change.subject, change.kind) for change in changes)
    found = {subject: {kind: numbers[subject, kind] for kind in Kind if numbers[subject, kind]} for subject in Subject}
    return {subject: kinds for subject, kinds in found.items() if kinds}
