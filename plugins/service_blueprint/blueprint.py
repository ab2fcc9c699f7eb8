"""What a blueprint is once it has been read.

The ground floor of the house: frozen values, no I/O, no YAML, no HTML. Everything above is a function of these.
The words are the format's own; a key that holds several things is a tuple here, empty where nothing was written.
What is said of a key stands beside its field (``keys.py``), in the order in which readers are told of what has changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from service_blueprint.blanks import folded
from service_blueprint.keys import MAIN, Key, Shown, Subject
from service_blueprint.problem import Place

LINK_SCHEMES = ("http", "https", "mailto", "tel")
"""What a link may begin with, wherever an author writes one; ``javascript:`` above all has no business on a page."""

NEXT = "next"
"""The target of an arrow to the customer's action in the next step that has one, where no action has that name."""

UNSEEN_CHANNELS = ("phone", "chat", "e-mail", "letter", "sms")
"""Channels by which customers deal with somebody whom they do not see. The last is a letter, too, only shorter."""
# Places that many keys share: the touchpoint table for readers and for programs, and the drawing as well.
_TABLE = Shown.TABLE | Shown.DATA
_DRAWN = _TABLE | Shown.DRAWING
_HEAD = Shown.PAGE | Shown.INDEX

_NO_PLACE = "It has no place on the pages yet."
_ARROWS = "The arrows that come and go with it are told of."
_FILE = "That a file has another name is no change of the service."
_FOR_AUTHORS = "It is for those who check the file."
_LISTED = "A phase is seen where a step belongs to it."
_ENTRY = "What the catalog says of a channel changes no service."
_NAME = "What it names is known by it: with another one it is another thing."


class Stage(StrEnum):
    """The bands of a step, from top to bottom of the diagram (Bitner, Ostrom and Morgan, 2008)."""

    EVIDENCE = "evidence"
    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"


class View(StrEnum):
    """The pictures that one file gives."""

    ACTORS = "actors"
    STAGES = "stages"
    CUSTOMER = "customer"
    SYSTEMS = "systems"
    FUNCTIONS = "functions"
    COMPANY = "company"


class State(StrEnum):
    """Which reality a blueprint shows."""

    AS_IS = "as-is"
    TO_BE = "to-be"
    WHAT_IF = "what-if"
    COMPETITOR = "competitor"


class Touchpoint(StrEnum):
    """How the contact of a step does; ``MISSING`` is contact that should be there and is not."""

    WORKING = "working"
    FAILING = "failing"
    MISSING = "missing"


class Basis(StrEnum):
    """What the content of a step rests on."""

    OBSERVED = "observed"
    REPORTED = "reported"
    ASSUMED = "assumed"


class ActorKind(StrEnum):
    """What sort of actor stands in the catalog."""

    TEAM = "team"
    SYSTEM = "system"
    PARTNER = "partner"
    PERSON = "person"


class FlowMode(StrEnum):
    """Whether arrows follow from the order of steps and stages or are all written down."""

    INFERRED = "inferred"
    EXPLICIT = "explicit"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; ``text`` is how the author wrote it ("1 h 30 min"), empty where it was added up.

    ``least`` and ``most`` are the ends of a range in seconds, None for a single figure; ``about`` marks a rough one.
    ``seconds`` is what it is reckoned with: of ``1 d..2 d..5 d`` the likely one, of ``1 d..5 d`` the middle,
    (least + most) / 2.
    """

    seconds: float
    text: str = field(default="", compare=False)
    least: float | None = None
    most: float | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Persona:
    """Whom a service is for; ``prefers`` is a channel's id. Declared in the catalog or in the blueprint itself."""

    id: str
    name: Annotated[str, MAIN]
    role: Annotated[str, Key("Role", shown=Shown.PAGE)] = ""
    summary: Annotated[str, Key("Summary", shown=Shown.PAGE)] = ""
    prefers: Annotated[str, Key("Preferred channel", hidden=_NO_PLACE)] = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what acts. ``declared`` is false for a name that stands in no catalog; its id is then its name."""

    id: str
    title: Annotated[str, Key("Title", Subject.ACTOR, shown=_DRAWN)]
    kind: Annotated[ActorKind | None, Key("Kind", shown=_TABLE)] = None
    owner: Annotated[str, Key("Owner", Subject.OWNER, hidden=_NO_PLACE)] = ""
    link: Annotated[str, Key("Link", shown=Shown.TABLE)] = ""
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Channel:
    """How contact happens. ``icon`` is the path of a Material icon such as ``material/phone``; empty where unknown."""

    id: str
    title: Annotated[str, Key("Title", shown=_DRAWN, untold=_ENTRY)]
    icon: Annotated[str, Key("Icon", shown=Shown.DRAWING, untold=_ENTRY)] = ""
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """A source or a link: a title, an address or both."""

    title: Annotated[str, MAIN]
    link: Annotated[str, Key("Link", shown=Shown.PAGE)] = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A pain point, an opportunity or a question; ``severity`` runs from 1 (mild) to 3 (grave), None where unrated."""

    text: Annotated[str, MAIN]
    severity: Annotated[int | None, Key("Severity", shown=_TABLE)] = None
    owner: Annotated[Actor | None, Key("Owner", Subject.OWNER, shown=_TABLE)] = None
    link: Annotated[str, Key("Link", shown=_TABLE)] = ""


@dataclass(frozen=True, slots=True)
class Feeling:
    """How the customer feels from -2 to 2, and what the company believes of it; None where nobody said."""

    customer: Annotated[float | None, MAIN] = None
    company: Annotated[float | None, Key("The company believes", Subject.FEELING, shown=_DRAWN, alone=True)] = None
    words: Annotated[str, Key("Feeling in words", Subject.FEELING, shown=_TABLE, alone=True)] = ""
    quote: Annotated[str, Key("Quote", Subject.FEELING, shown=_TABLE, alone=True)] = ""
    source: Annotated[str, Key("Source", Subject.FEELING, shown=_TABLE)] = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of a step. ``value`` and ``target`` are numbers or texts, as written."""

    name: str
    value: Annotated[float | int | str, MAIN]
    target: Annotated[float | int | str | None, Key("Target")] = None
    unit: Annotated[str, Key("Unit")] = ""
    source: Annotated[str, Key("Source")] = ""


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """How long an action takes as a rule, and the longest that a customer accepts (Shostack, 1984).

    One of the two may be None: a deadline alone says nothing of how long it takes.
    """

    standard: Annotated[Duration | None, MAIN] = None
    acceptable: Annotated[Duration | None, Key("Acceptable", Subject.TIME, shown=_DRAWN)] = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What an action costs; ``currency`` is empty where none was written."""

    amount: float | int
    currency: str = ""


@dataclass(frozen=True, slots=True)
class FailPoint:
    """What can go wrong in an action, how it is made good, and who sees to that."""

    what: Annotated[str, MAIN]
    recovery: Annotated[str, Key("Recovery", shown=_TABLE)] = ""
    owner: Annotated[Actor | None, Key("Owner", Subject.OWNER, shown=_TABLE)] = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One entry of an action's ``to``; ``target`` is the address as written."""

    target: Annotated[str, MAIN]
    label: Annotated[str, Key("Label", Subject.FLOW, shown=Shown.DRAWING)] = ""
    both: Annotated[bool, Key("Flow in both directions", Subject.FLOW, shown=Shown.DRAWING)] = False
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody does in one stage of one step.

    ``address`` is its lasting name: the written ``id``, or else ``<step>.<stage>`` for the first action of a stage
    and ``<step>.<stage>.<n>`` for the n-th. ``to`` is None where the key was left out, ``()`` for "no arrows".
    """

    address: str
    step: str
    stage: Stage
    do: Annotated[str, Key("Action", Subject.ACTION, shown=_DRAWN)]
    by: Annotated[Actor | None, Key("Who acts", Subject.ACTOR, shown=_DRAWN)] = None
    id: Annotated[str, Key("Id", shown=Shown.DRAWING, untold=_NAME)] = ""
    to: Annotated[tuple[Arrow, ...] | None, Key("Flow", Subject.FLOW, shown=Shown.DRAWING, apart=True)] = None
    time: Annotated[ServiceTime | None, Key("Time", Subject.TIME, shown=_DRAWN)] = None
    wait: Annotated[Duration | None, Key("Waiting time", Subject.TIME, shown=Shown.DRAWING)] = None
    decision: Annotated[bool, Key("Decision", shown=_DRAWN)] = False
    cost: Annotated[Cost | None, Key("Cost", hidden=_NO_PLACE)] = None
    channel: Annotated[Channel | None, Key("Channel", shown=_DRAWN)] = None
    note: Annotated[str, Key("Note", hidden=_NO_PLACE)] = ""
    link: Annotated[str, Key("Link", shown=_DRAWN)] = ""
    fails: Annotated[tuple[FailPoint, ...], Key("Fail point", shown=_DRAWN)] = ()
    uses: Annotated[tuple[Actor, ...], Key("Uses", shown=_DRAWN)] = ()
    policy: Annotated[tuple[str, ...], Key("Policy", shown=_DRAWN)] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """One stage of one step: its actions, or ``nothing`` where ``none`` was written: nothing happens, on purpose.

    A cell with neither is one that nobody has looked at yet.
    """

    actions: tuple[Action, ...] = ()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One column of the diagram. ``number`` counts from 1; ``id_written`` is false where the id was made."""

    id: Annotated[str, Key("Id", shown=_TABLE | Shown.INDEX, untold=_NAME)]
    number: int
    title: Annotated[str, Key("Title", shown=_TABLE | Shown.INDEX)] = ""
    phase: Annotated[str, Key("Phase", Subject.PHASE, shown=_DRAWN | Shown.INDEX, apart=True)] = ""
    channel: Annotated[Channel | None, Key("Channel", shown=_DRAWN | Shown.INDEX)] = None
    touchpoint: Annotated[Touchpoint, Key("Touchpoint", shown=_DRAWN | Shown.INDEX)] = Touchpoint.WORKING
    moment_of_truth: Annotated[bool, Key("Moment of truth", shown=_DRAWN)] = False
    feeling: Annotated[Feeling, Key("Feeling", Subject.FEELING, shown=_DRAWN)] = Feeling()
    wait: Annotated[Duration | None, Key("Waiting time", Subject.TIME, shown=_DRAWN)] = None
    basis: Annotated[Basis | None, Key("Basis", shown=_TABLE)] = None
    note: Annotated[str, Key("Note", hidden=_NO_PLACE)] = ""
    evidence: Annotated[Cell, Key("Evidence", shown=_DRAWN)] = Cell()
    customer: Annotated[Cell, Key("Customer", shown=_DRAWN)] = Cell()
    frontstage: Annotated[Cell, Key("Front stage", shown=_DRAWN)] = Cell()
    backstage: Annotated[Cell, Key("Back stage", shown=_DRAWN)] = Cell()
    support: Annotated[Cell, Key("Support", shown=_DRAWN)] = Cell()
    pains: Annotated[tuple[Remark, ...], Key("Pain point", name="pain", shown=_DRAWN)] = ()
    opportunities: Annotated[tuple[Remark, ...], Key("Opportunity", name="opportunity", shown=_DRAWN)] = ()
    questions: Annotated[tuple[Remark, ...], Key("Question", name="question", shown=_DRAWN | Shown.PAGE)] = ()
    metrics: Annotated[tuple[Metric, ...], Key("Figure", hidden=_NO_PLACE)] = ()
    policy: Annotated[tuple[str, ...], Key("Policy", shown=_DRAWN)] = ()
    id_written: bool = field(default=True, compare=False)
    place: Place | None = field(default=None, compare=False)

    def cell(self, stage: Stage) -> Cell:
        """The cell of one stage."""
        cells = {
            Stage.EVIDENCE: self.evidence,
            Stage.CUSTOMER: self.customer,
            Stage.FRONTSTAGE: self.frontstage,
            Stage.BACKSTAGE: self.backstage,
            Stage.SUPPORT: self.support,
        }
        return cells[stage]

    @property
    def actions(self) -> Iterator[Action]:
        """Every action of the step, stage by stage from the top."""
        for stage in Stage:
            yield from self.cell(stage).actions

    @property
    def heading(self) -> str:
        """What the step is called: its title, else the customer's first action, else anyone's, else its id."""
        acting = (action.do for action in self.actions if action.stage is not Stage.EVIDENCE)
        return self.title or next(acting, self.id)


@dataclass(frozen=True, slots=True)
class Flow:
    """An arrow between two actions, by their addresses. ``named`` is false for one that the order implies."""

    source: str
    target: str
    label: str = ""
    both: bool = False
    named: bool = False


@dataclass(frozen=True)
class Blueprint:
    """A service seen from its customer's side, step by step.

    ``actors`` are all that act, in the order of their lanes: the catalog's order, then that of first appearance.
    ``flows`` are the arrows to draw, named and implied. ``customer`` is empty where the file names no lane.
    ``formerly`` are the ids that the blueprint has had before, whose addresses go on leading to it.
    """

    id: str
    title: Annotated[str, Key("Title", shown=_HEAD | Shown.DATA)]
    steps: Annotated[tuple[Step, ...], Key("Steps", Subject.STEP, shown=_DRAWN | Shown.INDEX, apart=True)]
    flows: tuple[Flow, ...] = ()
    actors: tuple[Actor, ...] = ()
    summary: Annotated[str, Key("Summary", shown=_HEAD)] = ""
    customer: Annotated[str, Key("Customer", shown=_DRAWN)] = ""
    goal: Annotated[str, Key("Goal", shown=Shown.PAGE)] = ""
    outcome: Annotated[str, Key("Outcome", shown=Shown.PAGE)] = ""
    starts_when: Annotated[str, Key("Starts when", shown=Shown.PAGE)] = ""
    ends_when: Annotated[str, Key("Ends when", shown=Shown.PAGE)] = ""
    state: Annotated[State, Key("State", shown=_HEAD)] = State.AS_IS
    variant_of: Annotated[str, Key("Variant of", shown=Shown.PAGE)] = ""
    owner: Annotated[Actor | None, Key("Owner", Subject.OWNER, shown=_HEAD)] = None
    reviewed: Annotated[date | None, Key("Reviewed", shown=Shown.PAGE)] = None
    review_by: Annotated[date | None, Key("Review by", shown=Shown.PAGE)] = None
    language: Annotated[str, Key("Language", shown=_DRAWN | _HEAD)] = ""
    flow: Annotated[FlowMode, Key("Flows", shown=Shown.DRAWING, untold=_ARROWS)] = FlowMode.INFERRED
    persona: Annotated[Persona | None, Key("Persona", shown=Shown.PAGE)] = None
    expectations: Annotated[tuple[str, ...], Key("Expectation", shown=Shown.PAGE)] = ()
    tags: Annotated[tuple[str, ...], Key("Tag", shown=_HEAD)] = ()
    phases: Annotated[tuple[str, ...], Key("Phase", Subject.PHASE, hidden=_LISTED, apart=True)] = ()
    ignored_checks: Annotated[tuple[str, ...], Key("Checks left out", name="checks.ignore", hidden=_FOR_AUTHORS)] = ()
    sources: Annotated[tuple[Reference, ...], Key("Source", shown=Shown.PAGE)] = ()
    links: Annotated[tuple[Reference, ...], Key("Link", shown=Shown.PAGE)] = ()
    formerly: Annotated[tuple[str, ...], Key("Former ids", shown=Shown.INDEX, untold=_FILE)] = ()
    place: Place | None = field(default=None, compare=False)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Every action by its address, in the order of the file."""
        return {action.address: action for step in self.steps for action in step.actions}

    @cached_property
    def steps_by_id(self) -> dict[str, Step]:
        """Every step by its id, in order."""
        return {step.id: step for step in self.steps}

    @cached_property
    def longest_wait(self) -> float:
        """The longest wait of any step or action in s, 0 where nobody waits."""
        waits = [step.wait.seconds for step in self.steps if step.wait]
        waits += [action.wait.seconds for action in self.actions.values() if action.wait]
        return max(waits, default=0)

    def step_of(self, action: Action) -> Step:
        """The step in which an action happens."""
        return self.steps_by_id[action.step]

    @property
    def first_view(self) -> View:
        """The view shown first: ``actors`` where some stage has more than one actor, else ``stages``."""
        by_stage: dict[Stage, set[str]] = {}
        for action in self.actions.values():
            if action.by:
                by_stage.setdefault(action.stage, set()).add(action.by.id)
        return View.ACTORS if any(len(actors) > 1 for actors in by_stage.values()) else View.STAGES


@dataclass(frozen=True)
class Catalog:
    """What the blueprints of a folder share, each in the order of the file, by id.

    The properties give the same by titles, whatever blanks these have; of several entries with one title the first.
    """

    personas: Annotated[dict[str, Persona], Key("Persona", shown=Shown.PAGE, apart=True)] = field(default_factory=dict)
    actors: Annotated[dict[str, Actor], Key("Actor", shown=_DRAWN, apart=True)] = field(default_factory=dict)
    channels: Annotated[dict[str, Channel], Key("Channel", shown=_DRAWN, untold=_ENTRY)] = field(default_factory=dict)

    @cached_property
    def personas_by_name(self) -> dict[str, Persona]:
        """The personas by their names."""
        return {folded(each.name): each for each in reversed(self.personas.values())}

    @cached_property
    def actors_by_title(self) -> dict[str, Actor]:
        """The actors by their titles."""
        return {folded(each.title): each for each in reversed(self.actors.values())}

    @cached_property
    def channels_by_title(self) -> dict[str, Channel]:
        """The channels by their titles."""
        return {folded(each.title): each for each in reversed(self.channels.values())}
