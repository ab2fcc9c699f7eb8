"""The tool's own words, numbers, dates and durations in the reader's language.

The English text is the message id of ordinary gettext catalogs, ``translations/<language>/LC_MESSAGES/
service_blueprint.po``; they are read as they are, so there is nothing to compile. ``languages.py`` finds them.
``tools/update_translations.py`` brings the catalogs up to date with the code.
"""

import gettext
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_precision,
    get_currency_symbol,
    is_currency,
)

from service_blueprint.blueprint import Cost, Duration, Flow, ServiceTime, Share
from service_blueprint.durations import Amount, Length, Written, written
from service_blueprint.languages import ENGLISH, catalog_file
from service_blueprint.message import All, Either, Message, Value
from service_blueprint.problem import Problem

# Seconds in each unit of which a length of time is made up; others are kept where an author wrote them.
_UNITS = {"d": 86400, "h": 3600, "min": 60}
# A number of things that takes the form of many in every language.
_MANY = 5


class Words:
    """The words of one language. ``language`` is the tag of the catalog in use; "en" where there is none.

    ``right_to_left`` says how the language asked for is written, whether or not it has a catalog.
    """

    def __init__(self, locale: Locale) -> None:
        self.language, self._catalog = _catalog_for(locale)
        self.right_to_left: bool = locale.text_direction == "rtl"
        self._locale = locale

    def __call__(self, message: str, /, **values: object) -> str:
        """A message in this language, or as it is where the catalog lacks it; ``{name}`` stands for a value."""
        translated = self._catalog.gettext(message) if message else ""
        return translated.format_map(values) if values else translated

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of a message that goes with a number of things; ``{n}`` stands for the number itself."""
        return self._catalog.ngettext(one, many, n).format_map({"n": self.number(n), **values})

    def said(self, message: Message) -> str:
        """A message with its fields, in this language; in English where the catalog lacks it."""
        if not message or self.language == ENGLISH:
            return str(message)
        if message.many:
            form = self._catalog.ngettext(message.text, message.many, message.n)
        else:
            form = self._catalog.gettext(message.text)
        return form.format_map({name: self._field(value) for name, value in message.fields})

    def told(self, problem: Problem) -> str:
        """What is wrong and what to do, in this language and without the place."""
        what, advice = self.said(problem.what), self.said(problem.advice)
        return f"{what}; {advice}" if advice else what

    def _field(self, value: Value) -> str:
        match value:
            case Message():
                return self.said(value)
            case Either():
                return format_list(value.items, "or", self._locale)
            case All():
                return format_list(value.items, "standard", self._locale)
            case Decimal():
                digits = "0" * -int(value.as_tuple().exponent)
                return str(format_decimal(value, f"#,##0.{digits}", self._locale))
            case int() | float():
                return self.number(value)
        return value

    def number(self, value: float) -> str:
        """A number with the language's signs, to at most three decimals."""
        return str(format_decimal(value, locale=self._locale))

    def share(self, share: Share) -> str:
        """A part of all cases in per cent, with all its digits: "12.5%" is "12,5%" in Polish."""
        return str(format_percent(share.part, locale=self._locale, decimal_quantization=False))

    def flow(self, flow: Flow) -> str:
        """What is said of a flow in one line: its label, its share, and after which time; nothing for nothing."""
        share = self.share(flow.share) if flow.share else ""
        after = self(message("after {time}"), time=self.duration(flow.after)) if flow.after else ""
        return ", ".join(text for text in (flow.label, share, after) if text)

    def money(self, cost: Cost) -> str:
        """An amount of money as people write it, without cents where there are none; no less than was written.

        What is no currency (ISO 4217) stands behind the number.
        """
        if not is_currency(cost.currency):
            return f"{self.number(cost.amount)} {cost.currency}".strip()
        amount = Decimal(str(cost.amount))
        form = str(self._locale.currency_formats["standard"].pattern)
        symbol = get_currency_symbol(cost.currency, self._locale)
        if symbol[-1:].isalpha():  # a sign stands close to its number, a word does not
            form = form.replace("¤#", "¤\xa0#")
        if amount == amount.to_integral_value():
            form = form.replace(".00", "")
        precise = round(amount, get_currency_precision(cost.currency)) == amount
        whole = ".00" not in form
        return str(
            format_currency(
                amount,
                cost.currency,
                form,
                self._locale,
                currency_digits=not whole,
                decimal_quantization=precise,
            )
        )

    def date(self, day: date) -> str:
        """A day, with the month as a word where the language is used to that."""
        return str(format_date(day, "medium", locale=self._locale))

    def duration(self, duration: Duration) -> str:
        """A length of time in short words: in the units that its author chose, else in the two largest ones.

        What it says in English can be read again as the same.
        """
        said = written(duration.text) or _reckoned(duration)
        time = self._range(said.ends)
        return self(message("about {time}"), time=time) if said.about else time

    def service_time(self, time: ServiceTime) -> tuple[str, ...]:
        """How long an action takes, then the longest that is accepted; that alone for a deadline."""
        standard = (self.duration(time.standard),) if time.standard else ()
        return (*standard, f"≤ {self.duration(time.acceptable)}") if time.acceptable else standard

    def _range(self, ends: tuple[Length, ...]) -> str:
        """One length, or a range as people write it: "1-5 d" with an en dash, "30 min - 2 h", "1-5 d, likely 2 d"."""
        if len(ends) == 1:
            return self._length(ends[0])
        least, *likely, most = ends
        if len(least) == len(most) == 1 and least[0].unit == most[0].unit:
            time = f"{self._digits(least[0].number)}–{self._length(most)}"
        else:
            time = f"{self._length(least)} – {self._length(most)}"
        return self(message("{range}, likely {time}"), range=time, time=self._length(likely[0])) if likely else time

    def _length(self, length: Length) -> str:
        return " ".join(map(self._amount, length))

    def _amount(self, amount: Amount) -> str:
        digits = self._digits(amount.number)
        n = _counted(amount.number)
        match amount.unit:
            case "y":
                return self.plural("{n} y", "{n} y", n, n=digits)
            case "mo":
                return self.plural("{n} mo", "{n} mo", n, n=digits)
            case "wk":
                return self.plural("{n} wk", "{n} wk", n, n=digits)
            case "wd":
                return self.plural("{n} wd", "{n} wd", n, n=digits)
            case "d":
                return self.plural("{n} d", "{n} d", n, n=digits)
            case "h":
                return self.plural("{n} h", "{n} h", n, n=digits)
            case "min":
                return self.plural("{n} min", "{n} min", n, n=digits)
            case _:
                return self.plural("{n} s", "{n} s", n, n=digits)

    def _digits(self, number: Decimal) -> str:
        """All digits of a number, none set apart: "1,500" behind "min" would be read as one and a half."""
        return str(format_decimal(number, "0.#########", locale=self._locale))


def words_for(language: str) -> Words:
    """The words for a language tag such as "pl", "pl-PL" or "zh-Hant-TW"; English for one that nobody knows."""
    return _words_for(language.strip())


def message(text: str) -> str:
    """Mark a message that stands in a table and is looked up later, so that it is found for the catalogs."""
    return text


@lru_cache
def _words_for(tag: str) -> Words:
    name = tag.replace("-", "_")
    while name:
        try:
            return Words(Locale.parse(name))
        except (ValueError, UnknownLocaleError):
            name = name.rpartition("_")[0]
    return Words(Locale(ENGLISH))


def _catalog_for(locale: Locale) -> tuple[str, gettext.NullTranslations]:
    """The nearest catalog, such as that of "pt" for "pt_BR", with its language tag."""
    name = str(locale)
    while name:
        file = catalog_file(name)
        if file.is_file():
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(file.read_bytes())))
            compiled.seek(0)
            return name.replace("_", "-"), gettext.GNUTranslations(compiled)
        name = name.rpartition("_")[0]
    return ENGLISH, gettext.NullTranslations()


def _counted(number: Decimal) -> int:
    """The whole number that takes the same form of a noun; parts of a unit take that of many."""
    return int(number) if number == number.to_integral_value() else _MANY


def _reckoned(duration: Duration) -> Written:
    """A length of time that was added up, in the two largest units of each end."""
    ends = (duration.least, duration.most)
    told = [end for end in ends if end is not None] or [duration.seconds]
    return Written(tuple(map(_split, told)), duration.about)


def _split(seconds: float) -> Length:
    """A length of time in its largest unit and the next smaller one, rounded to that; below a minute in seconds."""
    if seconds < 60:
        return (Amount(Decimal(f"{seconds:.3f}").normalize(), "s"),)
    # A month is no whole number of days, so that hours would say more than is known.
    smallest = 86400 if seconds >= 30 * 86400 else 3600 if seconds >= 86400 else 60
    rest = round(seconds / smallest) * smallest
    parts = []
    for unit, length in _UNITS.items():
        n, rest = divmod(rest, length)
        if n:
            parts.append(Amount(Decimal(n), unit))
    return tuple(parts)
