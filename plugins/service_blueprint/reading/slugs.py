"""Ids made from texts, for steps whose author wrote none."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 48
"""Characters of a made id at most; a longer one ends after a whole word."""

_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | dict.fromkeys("'’ʼ", "")
)
"""Letters that Unicode does not take apart into a base letter and an accent, and apostrophes, which leave no gap."""


def slug(text: str) -> str:
    """``text`` as an id of the letters a to z, digits and hyphens: ``Wypełnia formularz`` -> ``wypelnia-formularz``.

    Empty where nothing of the text can be written so, as with Greek or Chinese.
    """
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    made = "-".join(words)
    if len(made) <= LONGEST:
        return made
    cut = made[: LONGEST + 1].rfind("-")
    return made[: cut if cut > 0 else LONGEST]


class Unused:
    """Gives out ids of which each is given once."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._latest: dict[str, int] = {}

    def like(self, wanted: str) -> str:
        """``wanted`` itself, or with the first of -2, -3 ... that is not used yet."""
        made, number = wanted, self._latest.get(wanted, 1)
        while made in self._used:
            number += 1
            made = f"{wanted}-{number}"
        self._latest[wanted] = number
        self._used.add(made)
        return made
