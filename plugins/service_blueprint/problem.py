"""What is wrong with a file: where, what, and what to do about it."""

from dataclasses import dataclass, field
from enum import StrEnum


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

    ``message`` says what is wrong, ``remedy`` what to do; both are whole clauses without a full stop.
    ``rule`` is the stable id under which a check can be selected or ignored.
    """

    place: Place
    message: str
    remedy: str = ""
    rule: str = "format"
    severity: Severity = field(default=Severity.ERROR)

    @property
    def text(self) -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.message}; {self.remedy}" if self.remedy else self.message

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"
