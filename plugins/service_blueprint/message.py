"""What is said to people: a sentence and its fields, in English until somebody says it in another language.

The English sentence is the gettext id; ``{name}`` in it stands for a field, ``{{`` for a brace. ``words.py`` says it in
other languages.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Either:
    """One of several, as in "'a', 'b' or 'c'"; how the last is joined hangs on the language."""

    items: tuple[str, ...]

    def __str__(self) -> str:
        *before, last = self.items
        return f"{', '.join(before)} or {last}" if before else last


@dataclass(frozen=True, slots=True)
class All:
    """Several together, as in "'a', 'b' and 'c'"."""

    items: tuple[str, ...]

    def __str__(self) -> str:
        *before, last = self.items
        return f"{', '.join(before)} and {last}" if before else last


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, or a part of one, with its fields by name.

    ``many`` is the form for any number ``{n}`` of things but one; "" where the sentence counts nothing. A number is
    written as the language has it; what is no amount, such as a line, is given as a text.
    """

    text: str
    fields: tuple[tuple[str, "Value"], ...] = ()
    many: str = ""

    def __str__(self) -> str:
        form = self.many if self.many and self.n != 1 else self.text
        return form.format_map({name: in_english(value) for name, value in self.fields})

    def __lt__(self, other: "Message") -> bool:
        return str(self) < str(other)

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def n(self) -> int:
        """How many things it counts; 0 where it counts none."""
        return next((value for name, value in self.fields if name == "n" and isinstance(value, int)), 0)


Value = str | int | float | Decimal | Either | All | Message


def counted(one: str, many: str, n: int) -> Message:
    """A message about ``n`` things, ``{n}`` in it, in the form that goes with the number."""
    return Message(one, (("n", n),), many)


def in_english(value: Value) -> str:
    """A field as an English sentence has it."""
    match value:
        case int():
            return f"{value:,}"
        case float():
            return f"{value:g}"
        case _:
            return str(value)
