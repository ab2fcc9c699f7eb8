"""Which rules apply, and what is meant by an id that no rule has."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from service_blueprint.checking.rule import quoted
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.problem import Fault, Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that somebody wants: those in ``select`` (None for all) without those in ``ignore``, by their ids."""

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: Collection[str] | None, ignore: Iterable[str]) -> "Choice":
        """The choice of any collections of ids; an empty ``select`` selects nothing."""
        return cls(None if select is None else frozenset(select), frozenset(ignore))

    def takes(self, rule: str) -> bool:
        """Whether the rule of that id applies."""
        return rule not in self.ignore and (self.select is None or rule in self.select)

    def without(self, ignored: Iterable[str]) -> "Choice":
        """The same choice without the rules that a file ignores."""
        return Choice(self.select, self.ignore | frozenset(ignored))


NO_SUCH_RULE = Kind("unknown-rule", "there is no rule {id}", "see the list of rules in the reference", (DID_YOU_MEAN,))


def no_such_rule(id: str, rules: Collection[str]) -> Fault:
    """What is wrong with an ``id`` that none of ``rules`` has."""
    plain = id[:100].casefold().strip().replace("_", "-").replace(" ", "-")
    if near := get_close_matches(plain, rules, n=1):
        return NO_SUCH_RULE(DID_YOU_MEAN, id=quoted(id), meant=near[0])
    return NO_SUCH_RULE(id=quoted(id))
