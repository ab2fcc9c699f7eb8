"""What a blueprint is once it has been read.

The ground floor of the house: frozen values, no I/O, no YAML, no HTML. Everything above is a function of these.
The words are the format's own; a key that holds several things is a tuple here, empty where nothing was written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from service_blueprint.blanks import folded
from service_blueprint.problem import Place

LINK_SCHEMES = ("http", "https", "mailto", "tel")
"""What a link may begin with, wherever an author writes one; ``javascript:`` above all has no business on a page."""

UNSEEN_CHANNELS = ("phone", "chat", "e-mail", "letter", "sms")
"""Channels by which customers deal with somebody whom they do not see. The last is a letter, too, only shorter."""


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
    """A length of time; ``text`` is how the author wrote it ("1 h 30 min")."""

    seconds: float
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Persona:
    """Whom a service is for; ``prefers`` is a channel's id. Declared in the catalog or in the blueprint itself."""

    id: str
    name: str
    role: str = ""
    summary: str = ""
    prefers: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what acts. ``declared`` is false for a name that stands in no catalog; its id is then its name."""

    id: str
    title: str
    kind: ActorKind | None = None
    owner: str = ""
    link: str = ""
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Channel:
    """How contact happens. ``icon`` is the path of a Material icon such as ``material/phone``; empty where unknown."""

    id: str
    title: str
    icon: str = ""
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """A source or a link: a title, an address or both."""

    title: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A pain point, an opportunity or a question; ``severity`` runs from 1 (mild) to 3 (grave), None where unrated."""

    text: str
    severity: int | None = None
    owner: Actor | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Feeling:
    """How the customer feels from -2 to 2, and what the company believes of it; None where nobody said."""

    customer: float | None = None
    company: float | None = None
    words: str = ""
    quote: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of a step. ``value`` and ``target`` are numbers or texts, as written."""

    name: str
    value: float | int | str
    target: float | int | str | None = None
    unit: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """How long an action takes as a rule, and the longest that a customer accepts (Shostack, 1984)."""

    standard: Duration
    acceptable: Duration | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What an action costs; ``currency`` is empty where none was written."""

    amount: float | int
    currency: str = ""


@dataclass(frozen=True, slots=True)
class FailPoint:
    """What can go wrong in an action, how it is made good, and who sees to that."""

    what: str
    recovery: str = ""
    owner: Actor | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One entry of an action's ``to``; ``target`` is the address as written."""

    target: str
    label: str = ""
    both: bool = False
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
    do: str
    by: Actor | None = None
    id: str = ""
    to: tuple[Arrow, ...] | None = None
    decision: bool = False
    time: ServiceTime | None = None
    cost: Cost | None = None
    wait: Duration | None = None
    fails: tuple[FailPoint, ...] = ()
    uses: tuple[Actor, ...] = ()
    channel: Channel | None = None
    policy: tuple[str, ...] = ()
    note: str = ""
    link: str = ""
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

    id: str
    number: int
    title: str = ""
    phase: str = ""
    evidence: Cell = Cell()
    customer: Cell = Cell()
    frontstage: Cell = Cell()
    backstage: Cell = Cell()
    support: Cell = Cell()
    channel: Channel | None = None
    touchpoint: Touchpoint = Touchpoint.WORKING
    moment_of_truth: bool = False
    feeling: Feeling = Feeling()
    pains: tuple[Remark, ...] = ()
    opportunities: tuple[Remark, ...] = ()
    questions: tuple[Remark, ...] = ()
    basis: Basis | None = None
    wait: Duration | None = None
    metrics: tuple[Metric, ...] = ()
    policy: tuple[str, ...] = ()
    note: str = ""
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
    title: str
    steps: tuple[Step, ...]
    flows: tuple[Flow, ...] = ()
    actors: tuple[Actor, ...] = ()
    summary: str = ""
    customer: str = ""
    persona: Persona | None = None
    goal: str = ""
    outcome: str = ""
    expectations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    starts_when: str = ""
    ends_when: str = ""
    state: State = State.AS_IS
    variant_of: str = ""
    owner: Actor | None = None
    reviewed: date | None = None
    review_by: date | None = None
    sources: tuple[Reference, ...] = ()
    links: tuple[Reference, ...] = ()
    language: str = ""
    flow: FlowMode = FlowMode.INFERRED
    phases: tuple[str, ...] = ()
    ignored_checks: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
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

    personas: dict[str, Persona] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)

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
