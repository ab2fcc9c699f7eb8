"""An action for programs, in the touchpoint table."""

from pydantic import ConfigDict

from service_blueprint.blueprint import Action, Actor, Channel
from service_blueprint.pages.data import Data
from service_blueprint.pages.duration_data import TimeData
from service_blueprint.pages.further import further_data
from service_blueprint.pages.value_data import plain_value


class KeyedData(Data):
    """Something that keys of the format belong to; those without a place of their own here stand behind the others."""

    model_config = ConfigDict(extra="allow")


class NamedData(Data):
    """Something with a name: an actor, a system, a channel."""

    id: str
    """Its id in the catalog, or the name that the blueprint gives it."""

    title: str
    """What it is called."""


class ActionData(KeyedData):
    """One action."""

    do: str
    """What is done."""

    by: NamedData | None
    """Who does it."""

    link: str | None
    """Where more is said of it."""

    time: TimeData | None
    """How long it takes."""

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


def named(thing: Actor | Channel) -> NamedData:
    """What something with a name is called."""
    return NamedData(id=thing.id, title=thing.title)


def action_data(action: Action) -> ActionData:
    """An action as the table has it."""
    by = named(action.by) if action.by else None
    time = TimeData(**plain_value(action.time)) if action.time else None
    return ActionData(
        do=action.do,
        by=by,
        link=action.link or None,
        time=time,
        ends=action.ends or None,
        calls=action.calls or None,
        repeats=action.repeats or None,
        temporary=action.temporary or None,
        needs=list(action.needs),
        makes=list(action.makes),
        **further_data(action),
    )
