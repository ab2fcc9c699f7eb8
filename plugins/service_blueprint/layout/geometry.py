"""What layout hands to drawing: boxes, lines and texts in px, the origin at the top left."""

from dataclasses import dataclass
from functools import cached_property

from service_blueprint.blueprint import Action, Blueprint, Felt, Flow, Order, Remark, Stage, Step, View
from service_blueprint.layout.lanes import Boundary, Lane
from service_blueprint.layout.text import Line

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: ``x`` is its left end (its middle, if ``middle``), ``y`` its base line, both in px."""

    x: float
    y: float
    line: Line
    middle: bool = False


@dataclass(frozen=True, slots=True)
class PlacedSign:
    """A sign on a card: its icon's top left corner and its texts. ``share`` is a wait's part of the longest, to 1.

    ``kind`` is the id of its entry in ``signs.py``.
    """

    kind: str
    icon: str
    at: Point
    texts: tuple[Text, ...]
    link: str = ""
    share: float = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn action. ``key`` is unique in the drawing; ``star`` marks a moment of truth.

    ``bars`` stand along the sides at which the flows end for all of which it waits.
    """

    key: str
    action: Action
    step: Step
    lane: Lane
    box: Box
    texts: tuple[Text, ...]
    signs: tuple[PlacedSign, ...]
    missing: bool = False
    star: bool = False
    cut: bool = False
    bars: tuple[Box, ...] = ()

    @property
    def stage(self) -> Stage:
        """The stage whose look it has: its lane's, or its own where the lane has cards of several."""
        return self.lane.stage or self.action.stage

    @property
    def tells_stage(self) -> bool:
        """Whether it tells its stage by a bar, as its lane does not."""
        return self.lane.stage is None


@dataclass(frozen=True, slots=True)
class Track:
    """A drawn flow: the corners of its way from card to card, and its label's lines where it has one.

    ``clock`` is the top left corner of the sign before a time in its label.
    """

    flow: Flow
    source: str
    target: str
    points: tuple[Point, ...]
    label: tuple[Text, ...] = ()
    label_box: Box | None = None
    clock: Point | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A lane or one of the bands around the lanes, over the whole width, and its title in the gutter."""

    name: str
    box: Box
    titles: tuple[Text, ...]
    subtitles: tuple[Text, ...] = ()
    lane: Lane | None = None


@dataclass(frozen=True, slots=True)
class Separator:
    """One of the three lines, and its label in the gutter."""

    boundary: Boundary
    y: float
    titles: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase's arrow over its steps (columns from ``first`` to ``last``, from 0).

    ``details`` stand below its title, cut where there is no room; ``said`` is all of them.
    """

    title: str
    box: Box
    texts: tuple[Text, ...]
    first: int
    last: int
    details: tuple[Text, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class FeltPoint:
    """A point on the curve of one of several customers, in px; ``label`` is the name at the curve's end."""

    felt: Felt
    at: Point
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a step: its title, or when it happens. ``box`` has the width of its column."""

    step: Step
    box: Box
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Mood:
    """A step's points on the feelings curves, as px down; None where nobody said. ``zero`` is neither good nor bad.

    ``by`` are those of several customers; where points would hide each other, they stand side by side.
    """

    step: Step
    x: float
    customer: float | None
    company: float | None
    zero: float
    words: Text | None = None
    by: tuple[FeltPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A pain point or an opportunity under its step."""

    kind: str
    step: Step
    remark: Remark
    box: Box
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Missing contact that no action stands for: an empty card."""

    step: Step
    box: Box
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """What holds cards of one lane and step together: an upright line at ``x`` px, and where its ticks end, in px.

    ``order`` says how they go, None where nobody said.
    """

    x: float
    ticks: tuple[Point, ...]
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and its meaning; ``at`` is the top left corner of the sign's 18 px square."""

    sign: str
    at: Point
    text: Text


@dataclass(frozen=True)
class Diagram:
    """A whole drawing, ready to be painted.

    ``columns`` are the steps' boxes from the top to the end of the lanes; the legend stands below ``legend_top`` px.
    """

    blueprint: Blueprint
    view: View
    width: float
    height: float
    legend_top: float
    gutter: float
    bands: tuple[Band, ...]
    separators: tuple[Separator, ...]
    phases: tuple[Phase, ...]
    headings: tuple[Heading, ...]
    conditions: tuple[Heading, ...]
    moods: tuple[Mood, ...]
    cards: tuple[Card, ...]
    tracks: tuple[Track, ...]
    notes: tuple[Note, ...]
    dashes: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    brackets: tuple[Bracket, ...]
    legend: tuple[LegendEntry, ...]
    columns: tuple[Box, ...]

    @cached_property
    def tracks_from(self) -> dict[str, list[Track]]:
        """The flows by the card that they leave, in order."""
        found: dict[str, list[Track]] = {}
        for track in self.tracks:
            found.setdefault(track.source, []).append(track)
        return found

    @cached_property
    def reaches(self) -> tuple[tuple[float, float], ...]:
        """How far each flow reaches to the left and to the right, in px."""
        return tuple((min(x for x, _ in track.points), max(x for x, _ in track.points)) for track in self.tracks)
