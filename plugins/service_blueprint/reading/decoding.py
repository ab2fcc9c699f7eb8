"""Bytes of a file -> its text, or what is wrong with them."""

import codecs
import re
from decimal import Decimal

from service_blueprint.faults.notation import (
    NOT_UTF_8,
    TOO_LARGE,
    UTF_16,
    UTF_16_UNMARKED,
)
from service_blueprint.faults.notation import (
    UNPRINTABLE as NOT_PRINTABLE,
)
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.limits import BYTES

UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML does not allow in a file, and XML mostly not in a drawing."""

LINE_BREAK = re.compile("\r\n|[\n\r]")
"""What ends a line, for editors and for YAML."""

_OTHER_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Characters that YAML 1.1 took for line breaks; YAML 1.2 and editors do not, and lines are counted as editors do."""

_MOST_NAMED = 20


def decode(data: bytes, path: str) -> str | tuple[Problem, ...]:
    """The text of UTF-8 bytes, a byte order mark at their beginning taken off; else the faults that prevent it."""
    if len(data) > BYTES.most:
        return (too_large(len(data), path),)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return (UTF_16().at(Place(path)),)
    if data[:2].count(0) == 1:
        return (UTF_16_UNMARKED().at(Place(path)),)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        byte = error.object[error.start]
        return (NOT_UTF_8(byte=f"0x{byte:02X}").at(_place(path, before, len(before))),)
    found = [match for match, _ in zip(UNPRINTABLE.finditer(text), range(_MOST_NAMED), strict=False)]
    if found:
        return tuple(
            NOT_PRINTABLE(character=f"U+{ord(match.group()):04X}").at(_place(path, text, match.start()))
            for match in found
        )
    return text.translate(_OTHER_BREAKS)


def shown_text(data: bytes) -> str:
    """The text of a file whose faults are shown beside it, whatever it is."""
    return data.decode("utf-8-sig", "replace")


def too_large(size: int, path: str, most: int = BYTES.most) -> Problem:
    """The fault of a file of ``size`` bytes, of which ``most`` are read at most, and so none at all."""
    return TOO_LARGE(size=Decimal(f"{size / 1024**2:.1f}"), most=most // 1024**2).at(Place(path))


def _place(path: str, text: str, offset: int) -> Place:
    lines = LINE_BREAK.split(text[:offset])
    return Place(path, len(lines), len(lines[-1]) + 1)
