"""What is wrong with a file: where, what, and what to do about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from service_blueprint.message import Message, Value

NO_ADVICE = Message("")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file; ``line`` and ``column`` count from 1, as editors do."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How bad a problem is; an ``ERROR`` leaves no blueprint to draw or fails a strict build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a file.

    ``what`` says what is wrong, ``advice`` what to do; both are whole clauses without a full stop. ``rule`` is the
    stable id under which a check can be selected or ignored, ``code`` that of this kind of fault.
    """

    place: Place
    what: Message
    advice: Message = NO_ADVICE
    code: str = "format"
    rule: str = "format"
    severity: Severity = field(default=Severity.ERROR)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.what)

    @property
    def remedy(self) -> str:
        """What to do, in English; "" where nothing can be told."""
        return str(self.advice)

    @property
    def text(self) -> str:
        """What is wrong and what to do, without the place, in English."""
        return f"{self.what}; {self.advice}" if self.advice else str(self.what)

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault or finding: what is said of each, with ``{fields}``, and what to do.

    ``code`` is the id of the rule that it belongs to, and for one of several of a rule what tells it from the others:
    ``low-feeling``, ``format.unknown-key``. It never changes once published. ``others`` are remedies for cases of
    which ``remedy`` is not the one.
    """

    code: str
    message: str
    remedy: str = ""
    others: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def rule(self) -> str:
        """The id of the rule that it belongs to."""
        return self.code.partition(".")[0]

    def __call__(self, remedy: str | None = None, /, **fields: Value) -> "Fault":
        """A fault of this kind; ``remedy`` is one of ``others`` where that of the kind is not the one."""
        return Fault(self, tuple(fields.items()), self.remedy if remedy is None else remedy)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a kind, wherever it is."""

    kind: Kind
    fields: tuple[tuple[str, Value], ...]
    remedy: str

    def of(self, **fields: Value) -> "Fault":
        """The same fault with more of its fields known."""
        return Fault(self.kind, (*self.fields, *fields.items()), self.remedy)

    def at(self, place: Place, severity: Severity | None = None) -> Problem:
        """The fault at its place; as grave as its kind unless ``severity`` says otherwise."""
        kind = self.kind
        advice = Message(self.remedy, self.fields) if self.remedy else NO_ADVICE
        return Problem(
            place, Message(self.kind.message, self.fields), advice, kind.code, kind.rule, severity or kind.severity
        )

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(Message(self.kind.message, self.fields))

    @property
    def text(self) -> str:
        """What is wrong and what to do, in English."""
        return self.at(Place("")).text

    def __str__(self) -> str:
        return self.kind.code  # whoever prints it may lack some of its fields
