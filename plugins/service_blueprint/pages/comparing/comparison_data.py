"""What has changed, for programs: as JSON, in no particular language."""

from collections.abc import Sequence
from typing import Literal

from pydantic import ConfigDict

from service_blueprint.blueprint import Order
from service_blueprint.insight.changes import Change, Kind, counted
from service_blueprint.keys import Subject
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.data import Data, Number, json_schema_text, json_text
from service_blueprint.pages.value_data import plain_value

Status = Literal["changed", "added", "removed", "renamed", "unreadable-before"]
Counts = dict[Subject, dict[Kind, int]]


class _Value(Data):
    """A value that is a mapping; it is known by its keys, so it has no others."""

    model_config = ConfigDict(extra="forbid")


class DurationValue(_Value):
    """A length of time."""

    seconds: Number
    """How long it is, in seconds: of a range what is likely, or else the middle."""

    text: str | None
    """The same as it was written."""

    least: Number | None
    """The least that it may be, in seconds; null where no range was written."""

    most: Number | None
    """The most that it may be, in seconds."""

    about: bool
    """Whether it is a rough figure."""


class NamedValue(_Value):
    """An actor, a channel, or a whole blueprint."""

    id: str
    """Its id."""

    title: str
    """What it is called."""


class CostValue(_Value):
    """What something costs."""

    amount: Number
    """How much."""

    currency: str | None
    """Of what."""


class StepValue(_Value):
    """A step."""

    id: str
    """Its id."""

    number: int
    """Its place in time, counted from 1."""

    heading: str
    """What it is called: its title, or else what the customer does in it."""


class ActionValue(_Value):
    """An action."""

    address: str
    """Its address, as in ``send-request.frontstage``."""

    stage: str
    """The stage that it stands in."""

    do: str
    """What is done."""

    by: NamedValue | None
    """Who does it; the first of several."""

    also_by: list[NamedValue]
    """The others who do it."""


class FlowValue(_Value):
    """An arrow."""

    from_: str
    """The address of the action that it leaves."""

    to: str
    """The address of the action that it leads to."""

    label: str | None
    """The words that stand at it."""

    both: bool
    """Whether it leads both ways."""

    after: DurationValue | None
    """After which time it is gone along."""

    share: Number | None
    """In which part of all cases, from 0 to 1."""


class OrderValue(_Value):
    """How the actions of a list go."""

    order: Order | None
    """One after another, at the same time, or one of them; null where only a list inside it says so."""

    entries: "list[str | OrderValue]"
    """The addresses of its actions, and the lists inside it."""


Objects = NamedValue | DurationValue | CostValue | StepValue | ActionValue | FlowValue | OrderValue
Value = Objects | bool | Number | str | None


class ChangeData(Data):
    """One change."""

    subject: Subject
    """What it is about."""

    kind: Kind
    """How it differs. A text that is there on both sides is reworded; any other value is changed."""

    key: str | None
    """The format's own key, a part after a dot: ``pain.owner``."""

    step: str | None
    """The id of the step on the new side, or on the old one for what is gone."""

    action: str | None
    """The address of the action, in the same way."""

    item: str | None
    """Which one of several, by its text."""

    before: Value
    """The value that there was."""

    after: Value
    """The value that there is."""


class ComparedBlueprint(Data):
    """One blueprint that differs."""

    blueprint: str
    """Its id."""

    title: str
    """Its title."""

    path: str
    """Its file."""

    old_path: str | None
    """The file's former name; null unless it was renamed."""

    status: Status
    """What became of it; the old file of what is ``unreadable-before`` was broken."""

    trouble: str | None
    """What was wrong with the old file."""

    counts: Counts
    """How many changes there are, by subject and kind: ``{"step": {"added": 1}}``; only what occurs."""

    changes: list[ChangeData]
    """Each of them, those of the whole blueprint first, then step by step."""


class ChangesData(Data):
    """All that has changed between two states."""

    before: str
    """The name of the first: a revision as it was called, ``working tree``, or a file."""

    after: str
    """The name of the second."""

    differs: bool
    """Whether anything has changed."""

    counts: Counts
    """How many changes there are over all blueprints, by subject and kind."""

    blueprints: list[ComparedBlueprint]
    """Every blueprint that differs."""


def comparison_json(reviews: Sequence[Review], before: str, after: str) -> str:
    """The changes as JSON; the keys and the words of the format do not change."""
    found = [review for review in reviews if review.differs]
    return json_text(
        ChangesData(
            before=before,
            after=after,
            differs=bool(found),
            counts=counted(tuple(change for review in found for change in review.comparison.changes)),
            blueprints=[_compared(review) for review in found],
        )
    )


def comparison_schema_text() -> str:
    """The JSON Schema of the changes, as the text of a file."""
    return json_schema_text(ChangesData, "Changes of service blueprints")


def _compared(review: Review) -> ComparedBlueprint:
    return ComparedBlueprint(
        blueprint=review.blueprint.id,
        title=review.blueprint.title,
        path=review.path,
        old_path=review.old_path or None,
        status=_status(review),
        trouble=review.trouble or None,
        counts=review.comparison.counts,
        changes=[_change(change) for change in review.comparison.changes],
    )


def _status(review: Review) -> Status:
    if review.trouble:
        return "unreadable-before"
    if review.comparison.before is None:
        return "added"
    if review.comparison.after is None:
        return "removed"
    return "changed" if review.comparison.changes else "renamed"


def _change(change: Change) -> ChangeData:
    return ChangeData(
        subject=change.subject,
        kind=change.kind,
        key=change.key or None,
        step=change.step or None,
        action=change.action or None,
        item=change.item or None,
        before=plain_value(change.before),
        after=plain_value(change.after),
    )
