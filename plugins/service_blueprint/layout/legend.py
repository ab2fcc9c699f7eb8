"""The legend: each sign that occurs in a drawing, and only those."""

from service_blueprint.blueprint import Basis, Blueprint
from service_blueprint.layout.face import SMALL_FONT
from service_blueprint.layout.geometry import Bracket, Card, Gap, LegendEntry, Mood, Note, Point, SignKind, Text
from service_blueprint.layout.text import wrap
from service_blueprint.words import Words, message

# All sizes in px.
SIGN, GAP, ENTRY_GAP, ROW = 18.0, 6.0, 20.0, 24.0
TOP = 14.0

# The channel's own icon and name stand together on a card, and an actor's name explains itself.
MEANINGS = {
    SignKind.TIME: message("Time"),
    SignKind.WAIT: message("Waiting time"),
    SignKind.FAIL: message("Fail point"),
    SignKind.POLICY: message("Policy"),
    SignKind.USES: message("Uses"),
    SignKind.LINK: message("Link"),
    SignKind.QUESTION: message("Question"),
    SignKind.FAILING: message("Failing contact"),
}


def legend_of(meanings: dict[str, str], left: float, right: float, y: float) -> tuple[tuple[LegendEntry, ...], float]:
    """The signs and meanings between ``left`` and ``right`` px from ``y`` px on, in rows, and where these end."""
    if not meanings:
        return (), y
    entries = []
    x = left + ENTRY_GAP
    y += TOP
    for sign, meaning in meanings.items():
        (line,) = wrap(meaning, right - left - ENTRY_GAP - SIGN - GAP, SMALL_FONT, lines=1)
        wide = SIGN + GAP + line.width
        if x + wide > right and x > left + ENTRY_GAP:
            x, y = left + ENTRY_GAP, y + ROW
        entries.append(LegendEntry(sign, (x, y), Text(x + SIGN + GAP, y + 13, line)))
        x += wide + ENTRY_GAP
    return tuple(entries), y + ROW


def occurring(
    blueprint: Blueprint,
    cards: tuple[Card, ...],
    moods: tuple[Mood, ...],
    notes: tuple[Note, ...],
    gaps: tuple[Gap, ...],
    brackets: tuple[Bracket, ...],
    dashes: tuple[Point, ...],
    words: Words,
) -> dict[str, str]:
    """The signs that occur, with their meanings, in the order in which they are read."""
    found: dict[str, str] = {}
    if any(mood.customer is not None for mood in moods):
        found["feeling"] = message("How the customer feels")
    if any(mood.company is not None for mood in moods):
        found["belief"] = message("What the company believes")
    if any(card.star for card in cards):
        found["moment-of-truth"] = message("Moment of truth")
    if gaps or any(card.missing for card in cards):
        found["missing"] = message("Missing contact")
    elif _has(cards, SignKind.MISSING):
        found["missing-sign"] = message("Missing contact")
    if any(card.action.decision for card in cards):
        found["decision"] = message("Decision")
    if dashes:
        found["dash"] = message("Nothing happens here, on purpose")
    if brackets:
        found["bracket"] = message("In any order, or one of them")
    for kind, meaning in MEANINGS.items():
        if _has(cards, kind):
            found[kind.value] = meaning
    if any(card.step.basis is Basis.ASSUMED for card in cards):
        found["assumed"] = message("Assumed")
    if any(note.remark.severity for note in notes):
        found["severity"] = message("Severity")
    return {sign: words(meaning) for sign, meaning in found.items()}


def _has(cards: tuple[Card, ...], kind: SignKind) -> bool:
    return any(sign.kind is kind for card in cards for sign in card.signs)
