"""How lengths of time are written: the units of the format, what people call them, ranges and rough figures."""

import re
from dataclasses import dataclass
from decimal import Decimal

from service_blueprint.blanks import folded

_DAY = 86_400
_YEAR = 31_556_952  # 365.2425 days, as in ISO C++ (std::chrono::years), so that twelve months are one

SECONDS = {
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": _DAY,
    "wd": 7 * _DAY // 5,
    "wk": 7 * _DAY,
    "mo": _YEAR // 12,
    "y": _YEAR,
}
"""What each unit of the format lasts, in seconds: time passes for the customer at night and on Sundays too.

A day is 24 hours, a week 7 days, 5 working days are 7 days, a year is the mean one of the Gregorian calendar, and a
month its twelfth part.
"""

# In English, Polish and Hungarian, in the forms that stand behind a number or behind "up to".
_CALLED = {
    "s": (
        *("sec", "secs", "second", "seconds", "sek", "sekunda", "sekundę", "sekundy", "sekund"),
        *("mp", "másodperc", "másodpercet", "másodpercig"),
    ),
    "min": (
        *("mins", "minute", "minutes", "minuta", "minutę", "minuty", "minut"),
        *("perc", "percet", "percig"),
    ),
    "h": (
        *("hr", "hrs", "hour", "hours", "godz", "godzina", "godzinę", "godziny", "godzin"),
        *("óra", "órát", "óráig"),
    ),
    "d": (
        *("day", "days", "dzień", "dnia", "dni", "doba", "dobę", "doby", "dób"),
        *("nap", "napot", "napig"),
    ),
    "wd": (
        *("workday", "workdays", "working day", "working days", "business day", "business days"),
        *("dzień roboczy", "dnia roboczego", "dni robocze", "dni roboczych", "dzień rob", "dni rob"),
        *("munkanap", "munkanapot", "munkanapig"),
    ),
    "wk": (
        *("w", "wks", "week", "weeks", "tydz", "tyg", "tydzień", "tygodnia", "tygodnie", "tygodni"),
        *("hét", "hetet", "hétig"),
    ),
    "mo": (
        *("mos", "mth", "mths", "month", "months", "mies", "miesiąc", "miesiąca", "miesiące", "miesięcy"),
        *("hó", "hónap", "hónapot", "hónapig"),
    ),
    "y": (
        *("yr", "yrs", "year", "years", "rok", "roku", "lata", "lat"),
        *("év", "évet", "évig"),
    ),
}
UNITS = {name: unit for unit, names in _CALLED.items() for name in (unit, *names)}
"""What people call each unit, in lower case, and the unit of the format that it is."""

_LONGEST_FIRST = sorted(UNITS, key=lambda name: (-len(name), name))
_TWO_WORDS = re.compile(rf"\b({'|'.join(name for name in _LONGEST_FIRST if ' ' in name)})\b", re.IGNORECASE)

_ABOUT = re.compile(r"(?:[~≈]|(?:about|approx\.?|around|ca\.?|circa|ok\.?|około|kb\.?|körülbelül) ) ?", re.IGNORECASE)
_PART = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?) ?([^\W\d_]+)\.?")
_WHOLE = re.compile(rf"{_PART.pattern}(?:[ ,]* {_PART.pattern}|{_PART.pattern})*")
_BARE = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_TO = re.compile(r" ?\.\.(?!\.) ?")
# As a range is shown: "1–5 d", "30 min – 2 h", "1–5 d, likely 2 d".
_SHOWN = re.compile(r"([^–]+?) ?– ?([^–]+?)(?:, (?:likely|zwykle|többnyire) ([^–]+))?")

_AMOUNT = rf"[0-9]{{1,9}}(?:[.,][0-9]{{1,9}})? ?(?:{'|'.join(_LONGEST_FIRST)})\.?"
_LENGTH = rf"{_AMOUNT}(?:[ ,]*{_AMOUNT})*"

NOTATION = rf"^(?:~ ?)?{_LENGTH}(?: ?\.\. ?{_LENGTH}){{0,2}}$"
"""A duration as a regular expression that editors know too; the units in lower case."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of one unit; ``unit`` is one of ``SECONDS``."""

    number: Decimal
    unit: str


Length = tuple[Amount, ...]
"""Amounts that are added up: 1 h and 30 min."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says of how long something lasts.

    ``ends`` are one length, the least and the most, or the least, the likely one and the most. ``about`` says that it
    is a rough figure.
    """

    ends: tuple[Length, ...]
    about: bool = False


def written(text: str) -> Written | None:
    """What a text says of how long something lasts, such as ``1 h 30 min`` or ``~1 d..5 d``; None if nothing clear.

    The ends of a range come in the order of the text, whether or not that makes sense.
    """
    about, ends = ends_of(text)
    lengths = tuple(length for end in ends if (length := _length(end)))
    return Written(lengths, about) if len(lengths) == len(ends) <= 3 else None


def ends_of(text: str) -> tuple[bool, list[str]]:
    """Whether a text speaks of a rough figure, and the texts of its ends, which may be anything."""
    whole = folded(text)
    about = _ABOUT.match(whole)
    rest = whole[about.end() :] if about else whole
    if shown := _SHOWN.fullmatch(rest):
        least, most, likely = shown.groups()
        if _BARE.fullmatch(least) and (parts := parts_of(most)) and len(parts) == 1:
            least = f"{least} {parts[0][1]}"
        return about is not None, [least, likely, most] if likely else [least, most]
    return about is not None, _TO.split(rest)


def parts_of(text: str) -> list[tuple[str, str]] | None:
    """The numbers of a length with what stands behind each, be it a unit or not; None for what looks otherwise."""
    plain = _TWO_WORDS.sub("wd", text)
    return _PART.findall(plain) if _WHOLE.fullmatch(plain) else None


def unit_of(name: str) -> str | None:
    """The unit of the format that goes by a name, such as "h" for "godziny"; None where that is no unit."""
    return UNITS.get(name.lower())


def seconds_in(length: Length) -> float:
    """How long a length lasts, in seconds."""
    return float(sum(amount.number * SECONDS[amount.unit] for amount in length))


def short(said: Written) -> str:
    """The short form, in which the format writes it: ``~1 d..5 d``."""
    return ("~" if said.about else "") + "..".join(map(short_length, said.ends))


def short_length(length: Length) -> str:
    """The short form of one length: ``1 h 30 min``."""
    return " ".join(f"{amount.number:f} {amount.unit}" for amount in length)


def _length(text: str) -> Length | None:
    amounts = [
        Amount(Decimal(number.replace(",", ".")), unit)
        for number, name in parts_of(text) or ()
        if (unit := unit_of(name))
    ]
    return tuple(amounts) if amounts and len(amounts) == len(parts_of(text) or ()) else None
