"""Which actions of the customer are alternatives that a decision of the company opens.

A refusal, a second try or an exception has its own column among the others, but most customers never come there: only
an exit of a decision leads to it. So the customer's way must not run through it as if everybody did.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from service_blueprint.blueprint import Action, Flow, Stage

Exit = tuple[str, str]
"""One way out of a decision: the decision's address, and the label of the arrows that are taken together."""


class Alternatives:
    """What the decisions of the company open, as far as the named arrows say.

    At a decision one of the arrows is taken, elsewhere all are: what an action names happens, side by side. A run ends
    where an action names no arrow.
    """

    def __init__(self, actions: Sequence[Action], named: Sequence[Flow]) -> None:
        self._after: dict[str, list[str]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        for flow in named:
            self._after[flow.source].append(flow.target)
            self._before[flow.target].append(flow.source)
        # Who goes on in another blueprint has come to an end in this one.
        self._leaving = {each.address for each in actions if any(arrow.elsewhere for arrow in each.to or ())}
        self._decisions = {action.address for action in actions if action.decision}
        customers = {action.address for action in actions if action.stage is Stage.CUSTOMER}
        leaving = [flow for flow in named if flow.source in self._decisions - customers]
        self._openings = self._opened(customers, leaving)

    def exits_to(self, address: str) -> frozenset[Exit]:
        """The exits of decisions of the company that open an action of the customer; none for one on everybody's way.

        Such an action can be reached from the exit, and a run that comes to the decision may end without it.
        """
        return self._openings.get(address, frozenset())

    def leave_no_other(self, addresses: Collection[str]) -> bool:
        """Whether some decision that opens these actions cannot be left but by one of them."""
        ends = self._may_end_without(frozenset(addresses))
        return any(decision not in ends for address in addresses for decision, _ in self.exits_to(address))

    def _opened(self, customers: set[str], leaving: Sequence[Flow]) -> Mapping[str, frozenset[Exit]]:
        found: dict[str, set[Exit]] = defaultdict(set)
        for flow in leaving:
            for reached in self._reached(flow.target) & customers:
                found[reached].add((flow.source, flow.label))
        openings = {}
        for address, exits in found.items():
            ends = self._may_end_without(frozenset({address}))
            openings[address] = frozenset(exit for exit in exits if exit[0] in ends)
        return openings

    def _reached(self, start: str) -> set[str]:
        """All that can be reached from an action, itself included."""
        seen = {start}
        waiting = [start]
        while waiting:
            for target in self._after.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen

    def _may_end_without(self, addresses: frozenset[str]) -> set[str]:
        """The actions from which a run may come to its end without any of ``addresses``; loops are left in the end."""
        ending = {address for address in self._before if not self._after.get(address)}
        ending = (ending | (self._leaving & self._decisions)) - addresses
        waiting = list(ending)
        met: dict[str, int] = defaultdict(int)
        while waiting:
            for source in self._before.get(waiting.pop(), ()):
                met[source] += 1
                enough = source in self._decisions or met[source] == len(self._after[source])
                if enough and source not in ending and source not in addresses:
                    ending.add(source)
                    waiting.append(source)
        return ending
