"""Which rules apply, and what is meant by an id that no rule has."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from service_blueprint.checking.rule import quoted


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


def no_such_rule(id: str, rules: Collection[str]) -> tuple[str, str]:
    """What is wrong with an ``id`` that none of ``rules`` has, and what to do."""
    plain = id[:100].casefold().strip().replace("_", "-").replace(" ", "-")
    near = get_close_matches(plain, rules, n=1)
    return (
        f"there is no rule {quoted(id)}",
        f"did you mean '{near[0]}'?" if near else "see the list of rules in the reference",
    )
