"""What a sign of a diagram is; all of them stand in ``signs.py``."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service_blueprint.blueprint import Action, Blueprint, Order, Stage, Step
from service_blueprint.layout.geometry import Bracket, Card, Gap, Mood, Note, Point, Track
from service_blueprint.words import Words

SEVERAL = 3
"""Lines that a sign may take whose text an author wrote."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An action that is asked which signs its card carries; ``lane`` is the title of its lane.

    ``apart`` are the orders of the lists that it is in and whose cards stand in several lanes.
    """

    blueprint: Blueprint
    step: Step
    action: Action
    lane: str
    words: Words
    apart: frozenset[Order] = frozenset()

    @property
    def first(self) -> bool:
        """Whether this is the customer's first in its step, which carries what the step has as a whole."""
        return self.step.customer.actions[:1] == (self.action,)

    @property
    def bears_wait(self) -> bool:
        """Whether this carries what happens to customers in its step: its first but evidence, mostly the customer's."""
        return self.action is next((each for each in self.step.actions if each.stage is not Stage.EVIDENCE), None)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a sign says on a card. ``icon`` takes the place of the sign's; ``share`` is a part of the longest, to 1."""

    text: str
    icon: str = ""
    link: str = ""
    share: float = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a drawing, or a part of one, shows."""

    cards: tuple[Card, ...]
    moods: tuple[Mood, ...]
    notes: tuple[Note, ...]
    gaps: tuple[Gap, ...]
    brackets: tuple[Bracket, ...]
    dashes: tuple[Point, ...]
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign.

    ``meaning`` is what the legend says of it, empty where its text on the card explains itself. ``spoken`` is what
    stands before its text in the card's label, and where it has no text it is all that is said; it is empty where the
    text says what it is. ``weight`` is its place on a card and in the label, the least first.

    ``says`` gives its lines on a card, of at most ``lines`` each. ``borne`` tells of a card that it bears the sign in
    its outline or its corner, ``present`` that the sign stands elsewhere than on cards.

    ``icon`` is a file of ``drawing/icons/``, a copy of the Material icon ``copied_from``. ``look`` is the name of its
    look in the style sheet, its id where left out.
    """

    id: str
    meaning: str
    spoken: str
    weight: int = 0
    says: Callable[[Bearer], Iterator[Saying]] | None = None
    borne: Callable[[Step, Action], bool] | None = None
    present: Callable[[Shown], bool] | None = None
    icon: str = ""
    copied_from: str = ""
    look: str = ""
    bold: bool = False
    lines: int = 1

    @property
    def style(self) -> str:
        """What the names of its classes end in."""
        return self.look or self.id

    def occurs(self, shown: Shown) -> bool:
        """Whether it stands anywhere in what is shown."""
        if self.present and self.present(shown):
            return True
        if self.borne and any(self.borne(card.step, card.action) for card in shown.cards):
            return True
        return any(placed.kind == self.id for card in shown.cards for placed in card.signs)
