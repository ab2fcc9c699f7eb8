"""Actions and arrows for programs: the models of the JSON that holds them."""

from service_blueprint.pages.data import Data, Number
from service_blueprint.pages.duration_data import TimeData, WaitData
from service_blueprint.pages.named_data import ActorData, KeyedData


class CostData(Data):
    """What an action costs."""

    amount: Number
    """How much."""

    currency: str | None
    """In which currency, as it was written."""


class ActionData(KeyedData):
    """One action."""

    address: str
    """By which arrows reach it."""

    do: str
    """What is done."""

    by: ActorData | None
    """Who does it; the first of several."""

    also_by: list[ActorData]
    """The others who do it."""

    link: str | None
    """Where more is said of it."""

    time: TimeData | None
    """How long it takes."""

    wait: WaitData | None
    """How long the customer waits for it."""

    cost: CostData | None
    """What it costs."""

    note: str | None
    """Anything else, in Markdown."""

    ends: str | None
    """How the way ends with it, where it does."""

    calls: str | None
    """The id of the blueprint that tells how it is done."""

    repeats: str | None
    """How often, or until when, it is done again."""

    temporary: str | None
    """Until when it is done so, where that is not for good."""

    needs: list[str]
    """The papers without which it cannot be done."""

    makes: list[str]
    """The papers that come of it."""


class FollowingData(KeyedData):
    """An arrow that leaves a step."""

    from_: str
    """The address of the action that it leaves."""

    to: str
    """The address of the action that it leads to."""

    step: str
    """The id of that action's step."""

    back: bool
    """Whether that is an earlier step: a loop."""

    label: str | None
    """What stands beside it."""

    after: WaitData | None
    """After which time it is gone along."""

    share: Number | None
    """In which part of all cases, from 0 to 1."""

    both: bool
    """Whether it leads both ways."""

    named: bool
    """Whether an author wrote it; else it follows from the order."""
