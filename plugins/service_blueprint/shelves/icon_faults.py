"""Icons that a catalog names and nobody can draw."""

from collections.abc import Iterator

from service_blueprint.drawing.icons import is_missing
from service_blueprint.faults.names import NO_ICON
from service_blueprint.problem import Problem
from service_blueprint.reading import Library
from service_blueprint.reading.wording import quoted


def icon_faults(library: Library) -> Iterator[Problem]:
    """What is wrong with the icons of a catalog's channels; the blueprints are drawn even so, without these icons."""
    source = library.shared.source
    for channel in library.catalog.channels.values():
        if source and channel.icon and is_missing(channel.icon):
            yield NO_ICON(icon=quoted(channel.icon)).at(source.place(("channels", channel.id, "icon")))
