"""What is said of a key of the format, beside the field that holds its value.

A field of ``blueprint.py`` that an author fills is annotated with a ``Key``: its title, what a change of it is about,
and where readers find it. Comparing, naming and showing follow from that, so a key that says no more than its title is
in every comparison, and stands under its title on the page and in the table. One that is left out somewhere says why.
"""

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Flag, StrEnum, auto
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints


class Subject(StrEnum):
    """What a change is about, in the order in which readers are told of it."""

    BLUEPRINT = "blueprint"
    PHASE = "phase"
    STEP = "step"
    ACTION = "action"
    FLOW = "flow"
    ACTOR = "actor"
    FEELING = "feeling"
    TIME = "time"
    OWNER = "owner"
    OTHER = "other"


class Shown(Flag):
    """Where readers find a value that has a place of its own.

    ``TABLE`` is the touchpoint table for readers, ``DATA`` the same as JSON, ``PAGE`` the rest of the blueprint's page,
    ``INDEX`` the site's index. ``FOR_READERS`` and ``FOR_PROGRAMS`` tell them apart: a key is in one of each.
    """

    UNDER_ITS_TITLE = 0
    TABLE = auto()
    DATA = auto()
    DRAWING = auto()
    PAGE = auto()
    INDEX = auto()
    FOR_READERS = TABLE | DRAWING | PAGE
    FOR_PROGRAMS = DATA | INDEX


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the format. ``title`` is what readers call it, in English; it is translated as other messages are.

    - ``subject`` is what a change of it is about.
    - ``name`` is what authors write, where that is not the field's name with hyphens.
    - ``shown`` are the places that show it in a way of their own. A key without any stands under its title: a
      blueprint's among the facts of the page and in the JSON, a step's or an action's in a column of the touchpoint
      table, a part of something behind that.
    - ``hidden`` is why no reader sees it, ``unwritten`` why no JSON has it, ``untold`` why no comparison tells of it;
      all are sentences. What is hidden hides its parts, and needs no other reason to be in no JSON.
    - ``apart`` says that it is compared in a way of its own, beside ``insight/fields.py``.
    - ``alone`` says that its title needs not be said together with that of what it is a part of.

    ``field`` is the field's name, and ``holds`` the kind of thing in it where that has keys of its own; ``keys_of``
    fills in both.
    """

    title: str = ""
    subject: Subject = Subject.OTHER
    name: str = ""
    shown: Shown = Shown.UNDER_ITS_TITLE
    hidden: str = ""
    unwritten: str = ""
    untold: str = ""
    apart: bool = False
    alone: bool = False
    field: str = ""
    holds: type | None = None

    @property
    def main(self) -> bool:
        """Whether it is the part that the whole is known by, and that is called as that is."""
        return not self.title

    @property
    def further(self) -> bool:
        """Whether no place of its own shows it, so that it stands under its title."""
        return not (self.shown or self.hidden or self.main)


MAIN = Key()
"""The part of a mapping that the whole is known by: the text of a pain point, the standard of a time."""


def keys_of(kind: type) -> tuple[Key, ...]:
    """The keys of a kind of thing, in the order in which readers are told of them."""
    return _keys_of(kind)


def key_at(path: str, *kinds: type) -> tuple[Key, ...]:
    """The keys on the way to a value, such as those of "pain" and "owner" for ``pain.owner`` of a step.

    ``kinds`` are those that the first may belong to. Raises KeyError where there is no such key.
    """
    for kind in kinds:
        for key in keys_of(kind):
            if key.name == path:
                return (key,)
            if key.holds and path.startswith(f"{key.name}."):
                return (key, *key_at(path.removeprefix(f"{key.name}."), key.holds))
    raise KeyError(path)


def main_of(kind: type) -> Key | None:
    """The key that a thing of this kind is known by."""
    return next((key for key in keys_of(kind) if key.main), None)


def parts_of(kind: type) -> tuple[Key, ...]:
    """The keys of a kind of thing beside the one that it is known by."""
    return tuple(key for key in keys_of(kind) if not key.main)


@cache
def _keys_of(kind: type) -> tuple[Key, ...]:
    found = []
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        if get_origin(hints[field.name]) is Annotated:
            held, key = get_args(hints[field.name])[:2]
            name = key.name or field.name.replace("_", "-")
            found.append(replace(key, name=name, field=field.name, holds=_held(held)))
    return tuple(found)


def _held(annotation: Any) -> type | None:
    """The kind of thing with keys in an annotation such as ``tuple[Remark, ...] | None``."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        return annotation
    return next((kind for each in get_args(annotation) if (kind := _held(each))), None)
