"""Blanks between words: which of them mean nothing, and which an author put on purpose."""

import re

_KEPT = "\u00a0\u2007\u202f\u3000"
"""The no-break spaces, as in "10 000 zł", and the wide space of Chinese and Japanese."""

_PASSING = re.compile(rf"(?:(?![{_KEPT}])\s)+")


def one_line(text: str) -> str:
    """A text on one line: line breaks and runs of blanks become one blank, no-break spaces stay between words."""
    return _PASSING.sub(" ", text.strip())


def folded(text: str) -> str:
    """The same with every kind of blank as the ordinary one, by which two wordings are the same text."""
    return " ".join(text.split())
