"""Texts as a terminal and the log of a build can show them, whatever a file or its name holds.

What cannot be seen is shown as U+FFFD, so that nothing steers a terminal, turns the direction of a line or hides in it.
And nothing is a command to the system that runs the build: GitHub's runner obeys a line that begins with ``::``, blanks
before it aside, and ``##[`` anywhere, Azure's agent ``##vso[``, TeamCity ``##teamcity[``. A blank in between ends that.
"""

import re
import unicodedata

REPLACEMENT = "\ufffd"
BYTE_ORDER_MARK = "\ufeff"

_JOINERS = "\u200c\u200d"
# They say how the sign before them looks: emoji or text, which of the forms of a letter.
_SELECTORS = "\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
# All that Unicode calls "default ignorable": shown as nothing at all.
_UNSEEN = re.compile(
    f"[{_JOINERS}{_SELECTORS}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SELECTOR = re.compile(f"[{_SELECTORS}]")
_UNSHOWN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_ARABIC_NUMBER_SIGNS = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
_SEEN_FORMATS = re.compile(f"[{_ARABIC_NUMBER_SIGNS}\t]")
_KEYCAP = "\u20e3"
_VIRAMA = 9  # the combining class of signs that take the vowel from a letter; a joiner behind one is part of its form

_BRACKET_COMMAND = re.compile(r"(##\w*)\[")
_COLON_COMMAND = re.compile(r"^(\s*):(?=:)")
_COLON_COMMAND_IN_MARKUP = re.compile(r"^([^\S\n]*):(?=:.*::)", re.MULTILINE)
_NOT_PLAIN = re.compile(r"[^\x20-\x7e\n]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """A text on one line, with nothing unseen in it and nothing that a build would obey."""
    return _COLON_COMMAND.sub(r"\1: ", printable_part(text))


def printable_part(text: str) -> str:
    """The same for a text that no line begins with."""
    return _BRACKET_COMMAND.sub(r"\1 [", visible(text))


def printable_lines(text: str) -> str:
    """The same for a text whose line breaks, ``\\n`` or ``\\r\\n``, are meant, as is a byte order mark before it."""
    if text.startswith(BYTE_ORDER_MARK):
        return BYTE_ORDER_MARK + printable_lines(text.removeprefix(BYTE_ORDER_MARK))
    lines = text.split("\n")
    ends = ["\r" if line.endswith("\r") and number < len(lines) else "" for number, line in enumerate(lines, 1)]
    return "\n".join(printable(line.removesuffix(end)) + end for line, end in zip(lines, ends, strict=True))


def visible(text: str) -> str:
    """A text on one line with U+FFFD for all that is not seen; joiners and selectors stay where a script needs them."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if _is_seen(text, at, letter) else REPLACEMENT for at, letter in enumerate(text))


def printable_json(text: str) -> str:
    """JSON with escapes for what is not seen: the same values, but U+FFFD for half a surrogate pair, which none are."""
    return _BRACKET_COMMAND.sub(r"\1\\u005b", _NOT_PLAIN.sub(_in_json, text))


def printable_markup(text: str) -> str:
    """XML or HTML with references for what is not seen: the same document, but U+FFFD for what no document can hold."""
    shown = _BRACKET_COMMAND.sub(r"\1&#91;", _NOT_PLAIN.sub(_in_markup, text))
    return _COLON_COMMAND_IN_MARKUP.sub(r"\1&#58;", shown)


def encoded(text: str) -> bytes:
    """A text as UTF-8; the name of a file that is not UTF-8 itself has U+FFFD in place of its odd bytes."""
    return _LONE_SURROGATE.sub(REPLACEMENT, text).encode()


def _is_seen(text: str, at: int, letter: str) -> bool:
    if not _UNSEEN.match(letter):
        return not _is_unshown(letter)
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _SELECTOR.match(letter):
        return _takes_selectors(before) or (before.isascii() and before != "" and after == _KEYCAP)
    if letter not in _JOINERS:
        return False
    if _SELECTOR.match(before):
        before = text[at - 2 : at - 1] if at > 1 else ""
    if before and unicodedata.combining(before) == _VIRAMA:
        return True
    return _is_joined(before) and _is_joined(after) and not (before.isascii() and after.isascii())


def _is_unshown(letter: str) -> bool:
    if ord(letter) & 0xFFFE == 0xFFFE or "\ufdd0" <= letter <= "\ufdef":
        return True  # no character, and never one
    return unicodedata.category(letter) in _UNSHOWN and not _SEEN_FORMATS.match(letter)


def _is_joined(letter: str) -> bool:
    """Whether a letter, an accent or an emoji; ASCII's signs are none of these."""
    if letter.isascii():
        return letter.isalnum()
    return not _UNSEEN.match(letter) and unicodedata.category(letter)[0] in "LMNS"


def _takes_selectors(letter: str) -> bool:
    return not letter.isascii() and not _UNSEEN.match(letter) and not _is_unshown(letter)


def _in_json(found: re.Match[str]) -> str:
    letter = found[0]
    if not (_UNSEEN.match(letter) or _is_unshown(letter)):
        return letter
    if _LONE_SURROGATE.match(letter):
        return REPLACEMENT
    units = letter.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def _in_markup(found: re.Match[str]) -> str:
    letter = found[0]
    if letter == "\r" or not (_UNSEEN.match(letter) or _is_unshown(letter)):
        return letter
    unfit = unicodedata.category(letter) in ("Cc", "Cs") or ord(letter) & 0xFFFE == 0xFFFE
    return REPLACEMENT if unfit else f"&#x{ord(letter):x};"
