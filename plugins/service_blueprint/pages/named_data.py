"""What has a name, for programs: as JSON holds it."""

from pydantic import ConfigDict

from service_blueprint.blueprint import Actor, Channel
from service_blueprint.pages.data import Data


class KeyedData(Data):
    """Something that keys of the format belong to; those without a place of their own here stand behind the others."""

    model_config = ConfigDict(extra="allow")


class NamedData(Data):
    """Something with a name: an actor, a system, a channel."""

    id: str
    """Its id in the catalog, or the name that the blueprint gives it."""

    title: str
    """What it is called."""


class ActorData(NamedData):
    """Who or what acts."""

    owner: NamedData | None
    """Who looks after it."""

    link: str | None
    """Where more is said of it."""


def named(thing: Actor | Channel) -> NamedData:
    """An actor or a channel by its name alone."""
    return NamedData(id=thing.id, title=thing.title)


def actor_data(actor: Actor) -> ActorData:
    """An actor with what the catalog says of it."""
    owner = named(actor.owner) if actor.owner else None
    return ActorData(id=actor.id, title=actor.title, owner=owner, link=actor.link or None)
