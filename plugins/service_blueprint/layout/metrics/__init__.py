"""How wide each character is.

The widths are those of Roboto, the font of Material for MkDocs; ``widths.json`` holds them, and
``tools/make_metrics.py`` makes that file. What Roboto lacks is estimated, rather too wide than too narrow.
Kerning is left out: it makes a line narrower by a per cent at most.
"""

import json
import unicodedata
from functools import cache
from importlib.resources import files

EM = 1000  # widths are counted in thousandths of an em, as whole numbers, so that sums are exact
EMOJI = 1300  # Noto Color Emoji takes 1.25 em, Segoe UI Emoji 1.37
UNKNOWN = 800  # a letter of a script without a table: Devanagari, Thai, Tamil and others are between 0.5 and 1 em

ZERO_WIDTH_JOINER = "\u200d"
ZERO_WIDTH_SPACE = "\u200b"  # where a line may end, so nothing clings to it
EMOJI_SELECTOR = "\ufe0f"
SKIN_TONES = range(0x1F3FB, 0x1F400)
FLAG_LETTERS = range(0x1F1E6, 0x1F200)
HANGUL_VOWELS_AND_FINALS = range(0x1160, 0x1200)  # drawn into the syllable that the first consonant begins
PICTOGRAPHS = range(0x1F000, 0x1FC00)
IDEOGRAPHS_BEGIN = 0x2E80


class _Units(dict[str, int]):
    """The width of a character in thousandths of an em; one that no table knows is estimated once."""

    def __missing__(self, character: str) -> int:
        self[character] = estimate = _estimate(character)
        return estimate


def units(text: str, bold: bool) -> int:
    """The width of a text in thousandths of an em."""
    table = _table("bold" if bold else "regular")
    if EMOJI_SELECTOR in text or ZERO_WIDTH_JOINER in text:
        return sum(_cluster_units(cluster, table) for cluster in clusters(text))
    return sum(map(table.__getitem__, text))


def _cluster_units(cluster: str, table: _Units) -> int:
    """The width of one character as a reader sees it; an emoji made of several counts once."""
    first = cluster[0]
    chosen = EMOJI_SELECTOR in cluster and table[first] > 0 and not first.isspace()
    joined = ZERO_WIDTH_JOINER in cluster and table[first] == EMOJI
    return EMOJI if chosen or joined else sum(map(table.__getitem__, cluster))


def clusters(text: str) -> list[str]:
    """A text cut between characters as a reader sees them: letters with their marks, joined emoji, flags.

    A small part of Unicode's grapheme clusters (UAX 29), enough not to tear anything apart.
    """
    found: list[str] = []
    half_flag = False
    for character in text:
        flag = ord(character) in FLAG_LETTERS
        joined = (
            bool(found)
            and ZERO_WIDTH_SPACE not in (found[-1], character)
            and (
                _clings(character)
                or (found[-1][-1] == ZERO_WIDTH_JOINER and unicodedata.category(character) == "So")
                or (flag and half_flag)
            )
        )
        half_flag = flag and not joined
        if joined:
            found[-1] += character
        else:
            found.append(character)
    return found


def _clings(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
        or ord(character) in SKIN_TONES
        or ord(character) in HANGUL_VOWELS_AND_FINALS
    )


def _estimate(character: str) -> int:
    """The width of a character that is in no table, in thousandths of an em."""
    code = ord(character)
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cc") or code in SKIN_TONES or code in HANGUL_VOWELS_AND_FINALS:
        return 0
    if category == "Mc":
        return UNKNOWN // 2
    if code in FLAG_LETTERS:
        return EMOJI // 2
    if code in PICTOGRAPHS:
        return EMOJI
    broad = unicodedata.east_asian_width(character)
    if broad in ("W", "F"):
        return EM if code >= IDEOGRAPHS_BEGIN else EMOJI
    return EM // 2 if broad == "H" else UNKNOWN


@cache
def _table(face: str) -> _Units:
    """The widths of one face, "regular" or "bold"."""
    groups = _metrics()[face]
    return _Units({character: int(units) for units, characters in groups.items() for character in characters})


@cache
def _metrics() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("widths.json").read_text(encoding="utf-8")
    metrics: dict[str, dict[str, str]] = json.loads(text)
    return metrics
