"""Lengths of time for programs: as JSON holds them."""

from service_blueprint.pages.data import Data, Number


class WaitData(Data):
    """A length of time."""

    seconds: Number
    """How long it is, in seconds: of a range what is likely, or else the middle."""

    text: str | None
    """The same as it was written; null where it was added up."""

    least: Number | None
    """The least that it may be, in seconds; null where no range was written."""

    most: Number | None
    """The most that it may be, in seconds."""

    about: bool
    """Whether it is a rough figure."""


class TimeData(Data):
    """How long an action takes."""

    standard: WaitData | None
    """How long as a rule."""

    acceptable: WaitData | None
    """The longest that a customer accepts."""
