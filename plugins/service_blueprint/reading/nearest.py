"""The known word that was probably meant by an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_MOST_COMPARED = 1000


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The one of ``known`` that is most like ``word``, or None where none is like it.

    Upper and lower case, blanks, underscores and hyphens make no difference. ``likeness`` runs from 0 (anything will
    do) to 1 (the same); it is the ratio of Ratcliff and Obershelp (1988).
    Of very many words only the first are compared.
    """
    spelt = {_plain(other): other for other in reversed(list(islice(known, _MOST_COMPARED)))}
    found = get_close_matches(_plain(word[:100]), spelt, n=1, cutoff=likeness)
    return spelt[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
