"""What a rule is: what it finds, and all that its page in the documentation says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten

from service_blueprint.blueprint import Action, Blueprint, Step
from service_blueprint.problem import Fault, Kind, Severity

Files = Mapping[str, str]
"""Files of an example by their names; the first is the one that is checked."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the blueprint.

    ``library`` are the blueprints that stand beside it, by id; ``rules`` the ids of all rules.
    """

    today: date
    library: Mapping[str, Blueprint]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule has found.

    It is in the step or action ``at``, or in the blueprint as a whole where that is None; ``keys`` lead on from there
    to the very value, as in ``("fails", 0)``.
    """

    fault: Fault
    at: Step | Action | None = None
    keys: tuple[str | int, ...] = ()


Find = Callable[[Blueprint, Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    ``id`` never changes once published. ``what`` (its first paragraph the short description), ``why`` and ``mend`` are
    Markdown. Checking ``bad`` finds this rule and no other, checking ``good`` finds nothing. ``find`` is None for what
    is found already while a file is read. ``kinds`` are the kinds of its findings.
    """

    id: str
    severity: Severity
    what: str
    why: str
    mend: str
    bad: Files = field(default_factory=dict)
    good: Files = field(default_factory=dict)
    find: Find | None = None
    kinds: tuple[Kind, ...] = ()

    @property
    def summary(self) -> str:
        """What the rule finds, in one line."""
        return " ".join(self.what.split("\n\n")[0].split())


def quoted(text: str) -> str:
    """A text as messages quote it, shortened to 40 characters."""
    words = shorten(text, 40, placeholder=" …")
    return f"'{words if words != '…' else text[:39] + '…'}'"
