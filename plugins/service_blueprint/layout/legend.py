"""The legend: each sign that occurs in a drawing, and only those."""

from service_blueprint.layout.face import SMALL_FONT
from service_blueprint.layout.geometry import LegendEntry, Text
from service_blueprint.layout.sign import Shown
from service_blueprint.layout.signs import SIGNS
from service_blueprint.layout.text import width, wrap
from service_blueprint.words import Words

# All sizes in px.
SIGN, GAP, ENTRY_GAP, ROW = 18.0, 6.0, 20.0, 24.0
TOP = 14.0


def legend_of(meanings: dict[str, str], left: float, right: float, y: float) -> tuple[tuple[LegendEntry, ...], float]:
    """The signs and meanings between ``left`` and ``right`` px from ``y`` px on, in rows, and where these end.

    In a drawing too narrow for that they begin at its edge.
    """
    if not meanings:
        return (), y
    widest = max(width(meaning, SMALL_FONT) for meaning in meanings.values())
    if left + ENTRY_GAP + SIGN + GAP + widest > right:
        left = 0
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


def occurring(shown: Shown, words: Words) -> dict[str, str]:
    """The signs that occur, with their meanings, in the order in which they are read.

    The curve of each of several customers is a sign of its own, ``felt-1`` that of the first.
    """
    felt = {point.felt.number: point.felt.name for mood in shown.moods for point in mood.by}
    curves = {f"felt-{number}": words("How {name} feels", name=felt[number]) for number in sorted(felt)}
    return curves | {sign.id: words(sign.meaning) for sign in SIGNS if sign.meaning and sign.occurs(shown)}
