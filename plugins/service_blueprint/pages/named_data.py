"""Actors, systems and channels for programs: as JSON holds them."""

from service_blueprint.blueprint import Actor, Channel
from service_blueprint.pages.data import Data


class NamedData(Data):
    """Something with a name: an actor, a system, a channel."""

    id: str
    """Its id in the catalog, or the name that the blueprint gives it."""

    title: str
    """What it is called."""


def named(thing: Actor | Channel) -> NamedData:
    """What an actor or a channel is known by."""
    return NamedData(id=thing.id, title=thing.title)
