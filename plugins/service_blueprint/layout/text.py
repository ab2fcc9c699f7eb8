"""Measuring and wrapping text, without a browser.

Lines are broken by a small part of Unicode's line breaking rules (UAX 14): at spaces, after a hyphen or a slash
between words, and between Chinese and Japanese characters, with their rules for punctuation (JIS X 4051). Korean is
written with spaces and is broken there.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from service_blueprint.layout.metrics import EM, clusters, units

ELLIPSIS = "…"

ROUNDING = 1e-6  # thousandths of an em: a width that comes from ``width`` or ``longest_word`` holds its own text

# White space at which a line may end, and control characters, which XML cannot carry. No-break spaces are not here, nor
# the wide space of Chinese and Japanese, which keeps its width and behind which a line may end.
_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f]+")

_LETTERS = r"[^\W\d_][^\W\d_]"
_HYPHENS = r"\-/\u2010\u2013\u2014\u05be"
_IDEOGRAPHS = r"\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffe6\U00020000-\U0003fffd"
_NEVER_FIRST = (
    r"、。，．・：；？！％）］｝〕〉》」』】〙〗〟ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    r"!%),.:;?\]}’”»…‥\u00a0\u2007\u202f\u3000\u200d\u2060\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_NEVER_LAST = r"（［｛〔〈《「『【〘〖〝(\[{‘“«\u00a0\u2007\u202f\u2060"
_BREAK = re.compile(
    rf"(?<={_LETTERS}[{_HYPHENS}])(?={_LETTERS})"
    rf"|(?:(?<=[{_IDEOGRAPHS}])|(?=[{_IDEOGRAPHS}]))(?<=[^{_NEVER_LAST}])(?=[^{_NEVER_FIRST}])"
    r"|(?<=\u3000)(?!\u3000)"
    r"|(?<=\u200b)"  # a zero-width space
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wrapped text; ``width`` in px. All lines of a text run the same way, by its first letter."""

    text: str
    width: float
    right_to_left: bool = False

    def start(self, left: float, right: float) -> float:
        """Where its left end stands between two edges, all in px: it begins at the edge from which it is read."""
        return right - self.width if self.right_to_left else left


class _Fragment(NamedTuple):
    """A piece of text that is not broken.

    ``gap`` is the width of the space between it and the one before where both stand on one line, 0 where they touch.
    Widths are in thousandths of an em.
    """

    gap: int
    text: str
    units: int


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line, in px, at a font size in px."""
    return units(text, bold) * size / EM


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The least width, in px, at which ``wrap`` breaks no word."""
    return max((units(fragment.text, bold) for fragment in _fragments(text, bold)), default=0) * size / EM


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 5) -> tuple[Line, ...]:
    """Break a text into lines that are no wider than ``width`` px at a font size of ``size`` px.

    White space is collapsed. Lines are of lengths as even as they can be; a one-letter word goes with the next one,
    as Polish typography asks and no other minds. A word is broken only when it is wider than the line, and then
    between characters as a reader sees them, so that a line is wider than ``width`` only when a single character is.
    Where more than ``lines`` lines were needed, the last ends in an ellipsis. A text without anything to see gives no
    lines.
    """
    limit = width * EM / size + ROUNDING
    rtl = is_rtl(text)
    fragments = [piece for fragment in _fragments(text, bold) for piece in _cut_to(limit, fragment, bold)]
    filled = _fill(fragments, limit)
    if len(filled) > lines:
        rest = list(chain.from_iterable(filled[lines - 1 :]))
        kept = (Line(*_line(row, size), rtl) for row in filled[: lines - 1])
        return (*kept, Line(*_shortened(rest, limit, size, bold), rtl))
    return tuple(Line(*_line(row, size), rtl) for row in _balanced(fragments, filled))


def is_rtl(text: str) -> bool:
    """Whether a text runs from right to left, by its first letter that has a direction (UAX 9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


@lru_cache(maxsize=4096)
def _fragments(text: str, bold: bool) -> tuple[_Fragment, ...]:
    """A text cut wherever a line may end; kept, as a text is wrapped at several widths before one is chosen."""
    space = units(" ", bold)
    found: list[_Fragment] = []
    for word in _SPACE.split(text):
        gap = space if found else 0
        for piece in filter(None, _BREAK.split(word)):
            found.append(_Fragment(gap, piece, units(piece, bold)))
            gap = 0
    return tuple(found)


def _cut_to(limit: float, fragment: _Fragment, bold: bool) -> list[_Fragment]:
    """A fragment that is too wide for any line, cut into pieces that are not."""
    if fragment.units <= limit:
        return [fragment]
    pieces = []
    gap, text, taken = fragment.gap, "", 0
    for cluster in clusters(fragment.text):
        more = units(cluster, bold)
        if text and taken + more > limit:
            pieces.append(_Fragment(gap, text, taken))
            gap, text, taken = 0, "", 0
        text += cluster
        taken += more
    return [*pieces, _Fragment(gap, text, taken)]


def _fill(fragments: list[_Fragment], limit: float) -> list[list[_Fragment]]:
    """Put as many fragments on each line as it holds, at least one; no one-letter word stays behind at its end."""
    rows: list[list[_Fragment]] = []
    room = 0.0
    for fragment in fragments:
        needed = fragment.gap + fragment.units
        if rows and needed <= room:
            rows[-1].append(fragment)
            room -= needed
            continue
        row = [fragment]
        while rows and _hangs(rows[-1], row, limit):
            row.insert(0, rows[-1].pop())
        rows.append(row)
        room = limit - _row_units(row)
    return rows


def _hangs(row: list[_Fragment], following: list[_Fragment], limit: float) -> bool:
    """Whether a line ends in a word such as English "a", Polish "w" or Hungarian "a" that the next one can take."""
    last = row[-1]
    one_letter = len(row) > 1 and len(last.text) == 1 and last.text.islower() and last.gap and following[0].gap
    return bool(one_letter) and _row_units([last, *following]) <= limit


def _balanced(fragments: list[_Fragment], rows: list[list[_Fragment]]) -> list[list[_Fragment]]:
    """The same number of lines, the widest as narrow as can be."""
    widest = max(map(_row_units, rows), default=0)
    while True:
        narrower = _fill(fragments, widest - 1)
        needed = max(map(_row_units, narrower), default=0)
        if len(narrower) > len(rows) or needed >= widest:
            return rows
        rows, widest = narrower, needed


def _shortened(row: list[_Fragment], limit: float, size: float, bold: bool) -> tuple[str, float]:
    """As many whole words of the row as fit with an ellipsis; of a single word, as many characters."""
    dots = units(ELLIPSIS, bold)
    while len(row) > 1 and _row_units(row) + dots > limit:
        row = row[:-1]
    characters = clusters(_row_text(row))
    while len(characters) > 1 and units("".join(characters), bold) + dots > limit:
        characters.pop()
    text = "".join(characters).rstrip(" ,.;:-–—/") + ELLIPSIS
    return text, width(text, size, bold=bold)


def _line(row: list[_Fragment], size: float) -> tuple[str, float]:
    return _row_text(row), _row_units(row) * size / EM


def _row_text(row: list[_Fragment]) -> str:
    return row[0].text + "".join(f" {piece.text}" if piece.gap else piece.text for piece in row[1:])


def _row_units(row: list[_Fragment]) -> int:
    return sum(fragment.gap + fragment.units for fragment in row) - row[0].gap
