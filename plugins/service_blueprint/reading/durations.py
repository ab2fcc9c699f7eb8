"""Lengths of time as people write them: ``30 s``, ``5 min``, ``1 h 30 min``."""

import re

from service_blueprint.blanks import folded, one_line
from service_blueprint.blueprint import Duration
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.faults.remedies import MEND_LENGTH
from service_blueprint.faults.values import ADD_UNIT, MINUTES, NO_UNIT, WEEKS
from service_blueprint.message import Message

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400

SECONDS = {"s": 1, "min": _MINUTE, "h": _HOUR, "d": _DAY, "wk": 7 * _DAY}
"""What each unit of the format lasts, in seconds. A day is 24 hours, a week 7 days: time passes for the customer."""

_SPELT_OUT = {
    **dict.fromkeys(("sec", "secs", "second", "seconds"), "s"),
    **dict.fromkeys(("mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("day", "days"), "d"),
    **dict.fromkeys(("w", "wks", "week", "weeks"), "wk"),
}
_PART = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?) ?([^\W\d_]+)")
_UNITS = "|".join(sorted((*SECONDS, *_SPELT_OUT), key=len, reverse=True))
_AMOUNT = rf"[0-9]{{1,9}}(?:[.,][0-9]{{1,9}})? ?(?:{_UNITS})"

NOTATION = rf"^{_AMOUNT}(?:[ ,]*{_AMOUNT})*$"
"""A duration as a regular expression that editors know too; the units in lower case."""

_WHOLE = re.compile(rf"{_PART.pattern}(?:[ ,]* {_PART.pattern}|{_PART.pattern})*")


class DurationError(ServiceBlueprintError, ValueError):
    """A text is no duration; ``remedy`` says what to do about it."""

    def __init__(self, remedy: str, **fields: str) -> None:
        self.remedy = Message(remedy, tuple(fields.items()))
        super().__init__(str(self.remedy))


def parse_duration(text: str) -> Duration:
    """The duration that ``text`` writes, such as ``1 h 30 min``, ``1.5 h`` or ``90min``.

    Raises ``DurationError`` with what to do about it, for a text that is none.
    """
    written = folded(text)
    if not _WHOLE.fullmatch(written):
        if re.fullmatch(r"[\d.,]+", written):
            raise DurationError(ADD_UNIT, written=written, units=", ".join(SECONDS))
        raise DurationError(MEND_LENGTH)
    seconds = 0.0
    for number, unit in _PART.findall(written):
        seconds += float(number.replace(",", ".")) * _seconds_of(unit)
    return Duration(seconds, one_line(text))


def _seconds_of(unit: str) -> int:
    known = unit.lower()
    known = _SPELT_OUT.get(known, known)
    if known in SECONDS:
        return SECONDS[known]
    if known == "m":
        raise DurationError(MINUTES)
    if known.startswith(("mo", "y")):
        raise DurationError(WEEKS)
    raise DurationError(NO_UNIT, unit=unit, units=", ".join(SECONDS))
