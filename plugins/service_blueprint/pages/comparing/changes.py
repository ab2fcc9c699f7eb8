"""What has changed, in words: lines for readers, sorted by step, and counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_blueprint.blueprint import Action, Blueprint, Flow, Step
from service_blueprint.insight.changes import Change, Comparison, Kind, counted
from service_blueprint.keys import Subject, key_at
from service_blueprint.pages.comparing.change_labels import label_of
from service_blueprint.pages.value_words import value_text
from service_blueprint.stages import stage_title
from service_blueprint.words import Words, message, words_for

SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.MOVED: "↔", Kind.REWORDED: "~", Kind.CHANGED: "~"}
_SUBJECTS = {
    Subject.BLUEPRINT: message("Blueprints"),
    Subject.PHASE: message("Phases"),
    Subject.STEP: message("Steps"),
    Subject.ACTION: message("Actions"),
    Subject.FLOW: message("Flows"),
    Subject.ACTOR: message("Who acts"),
    Subject.FEELING: message("Feelings"),
    Subject.TIME: message("Times"),
    Subject.OWNER: message("Owners"),
    Subject.OTHER: message("Other"),
}


@dataclass(frozen=True)
class Review:
    """One blueprint in two states. ``path`` is its file, ``old_path`` the one that it had where it was renamed.

    ``trouble`` says why there is nothing to compare with, where the old file cannot be read; empty otherwise.
    """

    comparison: Comparison
    path: str
    old_path: str = ""
    trouble: str = ""

    @property
    def blueprint(self) -> Blueprint:
        """The new blueprint, or the old one where it is gone. Raises ValueError where there is neither."""
        found = self.comparison.after or self.comparison.before
        if found is None:
            raise ValueError("a review of nothing")
        return found

    @property
    def words(self) -> Words:
        """The words of the blueprint's language."""
        return words_for(self.blueprint.language)

    @property
    def differs(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.comparison.changes or self.old_path or self.trouble)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words: ``sign label: before → after``, where either may be empty."""

    kind: Kind
    label: str
    before: str = ""
    after: str = ""

    @property
    def sign(self) -> str:
        """The sign of the kind; the words beside it say the same."""
        return SIGNS[self.kind]

    @property
    def text(self) -> str:
        """The change without its sign."""
        values = " → ".join(text for text in (self.before, self.after) if text)
        return f"{self.label}: {values}" if self.label and values else self.label or values


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one step, or of the blueprint as a whole; ``kind`` is how the step itself has changed."""

    title: str
    lines: tuple[ChangeLine, ...]
    kind: Kind | None = None

    @property
    def sign(self) -> str:
        """The sign of the step's own change; empty where it is only its parts that differ."""
        return SIGNS[self.kind] if self.kind else ""


def count_lines(changes: tuple[Change, ...], words: Words) -> tuple[tuple[str, str], ...]:
    """The counts as pairs such as ("Steps", "1 added, 2 moved"); empty where nothing has changed."""
    return tuple(
        (words(_SUBJECTS[subject]), ", ".join(_count(kind, n, words) for kind, n in kinds.items()))
        for subject, kinds in counted(changes).items()
    )


def kind_words(words: Words) -> dict[Kind, str]:
    """What has become of something, as labels."""
    return {
        Kind.ADDED: words("Added"),
        Kind.REMOVED: words("Removed"),
        Kind.MOVED: words("Moved"),
        Kind.REWORDED: words("Reworded"),
        Kind.CHANGED: words("Changed"),
    }


def change_groups(comparison: Comparison, words: Words) -> tuple[ChangeGroup, ...]:
    """All changes in the order of the comparison: what concerns the whole, then step by step."""
    if comparison.before is None or comparison.after is None:
        return ()
    teller = _Teller(comparison.before, comparison.after, words)
    whole = tuple(teller.lines(change for change in comparison.changes if not change.step))
    groups = [ChangeGroup(words("The blueprint as a whole"), whole)] if whole else []
    for pair in comparison.steps:
        step = pair.after or pair.before
        if step is None:
            continue
        changes = [change for change in comparison.changes if change.step == step.id]
        own = next((change.kind for change in changes if change.subject is Subject.STEP), None)
        lines = tuple(teller.lines(changes))
        if pair.before is None or pair.after is None:
            kind = Kind.ADDED if pair.after else Kind.REMOVED
            lines = (*(teller.action(kind, action) for action in step.actions), *lines)
        if lines or own:
            title = words("Step {number}: {heading}", number=words.number(step.number), heading=step.heading)
            groups.append(ChangeGroup(title, lines, own))
    return tuple(groups)


def _count(kind: Kind, n: int, words: Words) -> str:
    counts = {
        Kind.ADDED: words("{n} added", n=words.number(n)),
        Kind.REMOVED: words("{n} removed", n=words.number(n)),
        Kind.MOVED: words("{n} moved", n=words.number(n)),
        Kind.REWORDED: words("{n} reworded", n=words.number(n)),
        Kind.CHANGED: words("{n} changed", n=words.number(n)),
    }
    return counts[kind]


class _Teller:
    """Says changes in the words of one language; both blueprints are needed to name what is gone."""

    def __init__(self, before: Blueprint, after: Blueprint, words: Words) -> None:
        self.before = before
        self.after = after
        self.words = words

    def lines(self, changes: Iterable[Change]) -> Iterator[ChangeLine]:
        for change in changes:
            if change.subject is not Subject.STEP or change.kind is Kind.MOVED:
                yield self._line(change)

    def action(self, kind: Kind, action: Action) -> ChangeLine:
        """An action that comes or goes."""
        gone = kind is Kind.REMOVED
        return ChangeLine(kind, self._who(action), action.do if gone else "", "" if gone else action.do)

    def _line(self, change: Change) -> ChangeLine:
        words = self.words
        match change.before, change.after:
            case Step() as old, Step() as new:
                places = words.number(old.number), words.number(new.number)
                return ChangeLine(change.kind, words("Place"), *places)
            case Action() as old, Action() as new:
                label = f"{self._who(new)}, “{new.do}”"
                return ChangeLine(change.kind, label, self._place(old, self.before), self._place(new, self.after))
            case None, Action() as action:
                return self.action(change.kind, action)
            case Action() as action, None:
                return self.action(change.kind, action)
            case (Flow() as flow, _) | (None, Flow() as flow):
                return self._flow(change, flow)
        if change.key == "do":
            return ChangeLine(change.kind, self._who(self.after.actions[change.action]), *self._values(change))
        if change.subject is Subject.FLOW:
            ends = self._ends(change.action, change.item, self.after)
            # A label is seen to be one; a time or a share says what it is.
            part = "" if change.key == "to.label" else f", {words(key_at(change.key, Action)[-1].title)}"
            return ChangeLine(change.kind, f"{words('Flow')} {ends}{part}", *self._values(change))
        label = label_of(change, words)
        if change.action:
            action = self.after.actions[change.action]
            label = f"{stage_title(action.stage, words)}, “{action.do}”, {label}"
        return ChangeLine(change.kind, label, *self._values(change))

    def _values(self, change: Change) -> tuple[str, str]:
        if change.kind is Kind.MOVED:
            return "", value_text(change.after, change.key, self.words)
        return (
            value_text(change.before, change.key, self.words),
            value_text(change.after, change.key, self.words),
        )

    def _flow(self, change: Change, flow: Flow) -> ChangeLine:
        side = self.before if change.kind is Kind.REMOVED else self.after
        if change.after and change.before:
            flow, side = (change.after if isinstance(change.after, Flow) else flow), self.after
        ends = self._ends(flow.source, flow.target, side, both=flow.both)
        said = self.words.flow(flow)
        label = f" ({said})" if said else ""
        if change.key == "to.both":
            return ChangeLine(change.kind, self.words("Flow in both directions"), "", f"{ends}{label}")
        gone = change.kind is Kind.REMOVED
        whole = f"{ends}{label}"
        return ChangeLine(change.kind, self.words("Flow"), whole if gone else "", "" if gone else whole)

    def _ends(self, source: str, target: str, side: Blueprint, *, both: bool = False) -> str:
        arrow = "↔" if both else "→"
        return f"“{side.actions[source].do}” {arrow} “{side.actions[target].do}”"

    def _who(self, action: Action) -> str:
        stage = stage_title(action.stage, self.words)
        return f"{stage}, {action.who}" if action.who else stage

    def _place(self, action: Action, side: Blueprint) -> str:
        step = side.step_of(action)
        actions = step.cell(action.stage).actions
        place = f"{self.words.number(step.number)} {step.heading}, {stage_title(action.stage, self.words)}"
        return f"{place} ({self.words.number(actions.index(action) + 1)})" if len(actions) > 1 else place
