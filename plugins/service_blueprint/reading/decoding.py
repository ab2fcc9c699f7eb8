"""Bytes of a file -> its text, or what is wrong with them."""

import codecs
import re

from service_blueprint.problem import Place, Problem
from service_blueprint.reading.limits import BYTES

UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML does not allow in a file, and XML mostly not in a drawing."""

LINE_BREAK = re.compile("\r\n|[\n\r]")
"""What ends a line, for editors and for YAML."""

_OTHER_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Characters that YAML 1.1 took for line breaks; YAML 1.2 and editors do not, and lines are counted as editors do."""

_SAVE_AS_UTF_8 = "save the file as UTF-8; most editors offer it under 'Save with encoding'"
_MOST_NAMED = 20


def decode(data: bytes, path: str) -> str | tuple[Problem, ...]:
    """The text of UTF-8 bytes, a byte order mark at their beginning taken off; else the faults that prevent it."""
    if len(data) > BYTES.most:
        return (too_large(len(data), path),)
    for mark, encoding in ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if data.startswith(mark):
            return (Problem(Place(path), f"the file is saved as {encoding}", _SAVE_AS_UTF_8),)
    if data[:2].count(0) == 1:
        return (Problem(Place(path), "the file is saved as UTF-16 without a byte order mark", _SAVE_AS_UTF_8),)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        byte = error.object[error.start]
        return (Problem(_place(path, before, len(before)), f"byte 0x{byte:02X} is not UTF-8", _SAVE_AS_UTF_8),)
    found = [match for match, _ in zip(UNPRINTABLE.finditer(text), range(_MOST_NAMED), strict=False)]
    if found:
        return tuple(
            Problem(
                _place(path, text, match.start()),
                f"the character U+{ord(match.group()):04X} cannot be printed",
                "delete it; it is invisible in most editors",
            )
            for match in found
        )
    return text.translate(_OTHER_BREAKS)


def shown_text(data: bytes) -> str:
    """The text of a file whose faults are shown beside it, whatever it is."""
    return data.decode("utf-8-sig", "replace")


def too_large(size: int, path: str, most: int = BYTES.most) -> Problem:
    """The fault of a file of ``size`` bytes, of which ``most`` are read at most, and so none at all."""
    return Problem(
        Place(path),
        f"the file has {size / 1024**2:.1f} MiB, and at most {most // 1024**2} MiB is read",
        "split the blueprint; a file of sixty steps has about 0.05 MiB",
    )


def _place(path: str, text: str, offset: int) -> Place:
    lines = LINE_BREAK.split(text[:offset])
    return Place(path, len(lines), len(lines[-1]) + 1)
