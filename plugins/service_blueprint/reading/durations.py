"""Lengths of time as people write them: ``30 s``, ``1 h 30 min``, ``~3 d``, ``1 d..5 d``."""

import re

from service_blueprint.blanks import folded, one_line
from service_blueprint.blueprint import Duration
from service_blueprint.durations import (
    SECONDS,
    Length,
    Written,
    ends_of,
    parts_of,
    seconds_in,
    short,
    short_length,
    unit_of,
    written,
)
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.faults.remedies import MEND_LENGTH
from service_blueprint.faults.values import ADD_UNIT, ADD_UNITS, MEND_RANGE, MINUTES, NO_UNIT, TURN_ROUND, WORKING_DAYS
from service_blueprint.message import Message

_BARE = re.compile(r"[\d.,]+")


class DurationError(ServiceBlueprintError, ValueError):
    """A text is no duration; ``remedy`` says what to do about it."""

    def __init__(self, remedy: str, **fields: str) -> None:
        self.remedy = Message(remedy, tuple(fields.items()))
        super().__init__(str(self.remedy))


def parse_duration(text: str) -> Duration:
    """The duration that ``text`` writes, such as ``1 h 30 min``, ``1.5 h``, ``~3 d`` or ``1 d..2 d..5 d``.

    Raises ``DurationError`` with what to do about it, for a text that is none.
    """
    said = written(text)
    if said is None:
        raise _why_not(text)
    if any(_mixes(length) for length in said.ends):
        raise DurationError(WORKING_DAYS)
    ends = [seconds_in(length) for length in said.ends]
    if ends != sorted(ends):
        turned = tuple(sorted(said.ends, key=seconds_in))
        raise DurationError(TURN_ROUND, meant=short(Written(turned, said.about)))
    match ends:
        case [seconds]:
            return Duration(seconds, one_line(text), about=said.about)
        case [least, most]:
            return Duration((least + most) / 2, one_line(text), least, most, said.about)
    least, likely, most = ends
    return Duration(likely, one_line(text), least, most, said.about)


def _mixes(length: Length) -> bool:
    """Whether a length adds working days to other units; of what day is an hour more than 5 working days?"""
    units = {amount.unit for amount in length}
    return "wd" in units and len(units) > 1


def _why_not(text: str) -> DurationError:
    """What is to be done about a text that is no duration."""
    about, ends = ends_of(text)
    units = ", ".join(SECONDS)
    for _, name in (part for end in ends for part in parts_of(end) or ()):
        if name.lower() == "m":
            return DurationError(MINUTES)
        if unit_of(name) is None:
            return DurationError(NO_UNIT, unit=name, units=units)
    if len(ends) == 1:
        if _BARE.fullmatch(ends[0]):
            return DurationError(ADD_UNIT, written=folded(ends[0]), units=units)
        dashed = re.fullmatch(r"[^-]*\d[^-]*-[^-]*\d[^-]*", ends[0])
        return DurationError(MEND_RANGE if dashed else MEND_LENGTH)
    last = written(ends[-1])
    if len(ends) <= 3 and last and len(last.ends[0]) == 1 and all(_BARE.fullmatch(end) for end in ends[:-1]):
        unit = last.ends[0][0].unit
        meant = "..".join((*(f"{end} {unit}" for end in ends[:-1]), short_length(last.ends[0])))
        return DurationError(ADD_UNITS, meant=f"~{meant}" if about else meant)
    return DurationError(MEND_RANGE)
