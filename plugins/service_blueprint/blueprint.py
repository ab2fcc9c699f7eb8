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
_FACT = Shown.PAGE | Shown.DATA
_HEAD = _FACT | Shown.INDEX
_PHASE = _FACT | Shown.DRAWING

_ARROWS = "The arrows that come and go with it are told of."
_FILE = "That a file has another name is no change of the service."
_LEADING = "Their addresses go on leading to the page."
_LOOKS = "It is how something looks, and says nothing of it."
_FOR_AUTHORS = "It is for those who check the file."
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


class Order(StrEnum):
    """How the actions of a list go, where its author says so."""

    IN_TURN = "in-turn"
    TOGETHER = "together"
    ONE_OF = "one-of"


class WaitsFor(StrEnum):
    """How many of the arrows that lead to an action have to come before it begins."""

    ONE = "one"
    ALL = "all"


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
class Share:
    """A part of all cases: ``part`` is from 0 to 1."""

    part: float


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what acts. ``declared`` is false for a name that stands in no catalog; its id is then its name.

    ``kind`` is the catalog's, else that which the actions of the blueprint give (``reading/kinds.py``). ``owner`` is
    who looks after it; whose own owner is not told here.
    """

    id: str
    title: Annotated[str, Key("Title", Subject.ACTOR, shown=_DRAWN)]
    kind: Annotated[ActorKind | None, Key("Kind", shown=_TABLE)] = None
    owner: Annotated["Actor | None", Key("Owner", Subject.OWNER, shown=_FACT)] = None
    link: Annotated[str, Key("Link", shown=_TABLE)] = ""
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Channel:
    """How contact happens. ``icon`` is the path of a Material icon such as ``material/phone``; empty where unknown."""

    id: str
    title: Annotated[str, Key("Title", shown=_DRAWN, untold=_ENTRY)]
    icon: Annotated[str, Key("Icon", shown=Shown.DRAWING, untold=_ENTRY, unwritten=_LOOKS)] = ""
    declared: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the customer is left with, in words and as the feeling from -2 to 2 that is wanted; None where unsaid."""

    words: Annotated[str, MAIN] = ""
    feeling: Annotated[float | None, Key("Wanted feeling", Subject.FEELING, shown=_FACT, alone=True)] = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the customer's way: how long it takes, what the company wants in it, and who looks after it."""

    title: Annotated[str, MAIN]
    time: Annotated[Duration | None, Key("Time", Subject.TIME, shown=_PHASE)] = None
    goal: Annotated[str, Key("Goal", shown=_PHASE)] = ""
    owner: Annotated[Actor | None, Key("Owner", Subject.OWNER, shown=_PHASE)] = None


@dataclass(frozen=True, slots=True)
class Persona:
    """Whom a service is for, declared in the catalog or in the blueprint itself."""

    id: str
    name: Annotated[str, MAIN]
    role: Annotated[str, Key("Role", shown=_FACT)] = ""
    summary: Annotated[str, Key("Summary", shown=_FACT)] = ""
    prefers: Annotated[Channel | None, Key("Preferred channel", shown=_FACT)] = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A source or a link: a title, an address or both."""

    title: Annotated[str, MAIN]
    link: Annotated[str, Key("Link", shown=_FACT)] = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A pain point, an opportunity or a question; ``severity`` runs from 1 (mild) to 3 (grave), None where unrated.

    ``caused_by`` is the address of the action that it comes of, empty where nobody said.
    """

    text: Annotated[str, MAIN]
    severity: Annotated[int | None, Key("Severity", shown=_TABLE)] = None
    owner: Annotated[Actor | None, Key("Owner", Subject.OWNER, shown=_TABLE)] = None
    link: Annotated[str, Key("Link", shown=_TABLE)] = ""
    source: Annotated[str, Key("Source")] = ""
    caused_by: Annotated[str, Key("Caused by", shown=_TABLE)] = ""


@dataclass(frozen=True, slots=True)
class Felt:
    """How one of several customers feels, from -2 to 2.

    ``persona`` is the id of who feels so, and ``number`` the place among the blueprint's personas, counted from 1.
    """

    persona: str
    name: str
    number: int
    value: float


@dataclass(frozen=True, slots=True)
class Feeling:
    """How the customer feels from -2 to 2, and what the company believes of it; None where nobody said.

    ``by`` is how each of several customers feels, in the order of the blueprint's personas, as far as somebody said.
    """

    customer: Annotated[float | None, MAIN] = None
    company: Annotated[float | None, Key("The company believes", Subject.FEELING, shown=_DRAWN, alone=True)] = None
    by: Annotated[tuple[Felt, ...], Key("A customer's feeling", Subject.FEELING, shown=_DRAWN, alone=True)] = ()
    words: Annotated[str, Key("Feeling in words", Subject.FEELING, shown=_TABLE, alone=True)] = ""
    quote: Annotated[str, Key("Quote", Subject.FEELING, shown=_TABLE, alone=True)] = ""
    source: Annotated[str, Key("Source", Subject.FEELING, shown=_TABLE)] = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of a step. ``value`` and ``target`` are numbers or texts, as written."""

    name: str
    value: Annotated[float | int | str, MAIN]
    target: Annotated[float | int | str | None, Key("Target", shown=_TABLE)] = None
    unit: Annotated[str, Key("Unit", shown=_TABLE)] = ""
    source: Annotated[str, Key("Source", shown=_TABLE)] = ""


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
    """One entry of an action's ``to``; ``target`` is the address as written.

    It is gone along ``after`` some time has passed, and in a ``share`` of all cases.
    """

    target: Annotated[str, MAIN]
    label: Annotated[str, Key("Label", Subject.FLOW, shown=_DRAWN)] = ""
    both: Annotated[bool, Key("Flow in both directions", Subject.FLOW, shown=_DRAWN)] = False
    after: Annotated[Duration | None, Key("After", Subject.FLOW, shown=_DRAWN)] = None
    share: Annotated[Share | None, Key("Share of cases", Subject.FLOW, shown=_DRAWN)] = None
    place: Place | None = field(default=None, compare=False)

    @property
    def elsewhere(self) -> str:
        """The id of the other blueprint that it leads into, as in ``hr/laptop-request#send``; else nothing."""
        id, sign, _ = self.target.partition("#")
        return id if sign else ""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody does in one stage of one step.

    ``address`` is its lasting name: the written ``id``, or else ``<step>.<stage>`` for the first action of a stage
    and ``<step>.<stage>.<n>`` for the n-th. ``to`` is None where the key was left out, ``()`` for "no arrows", which an
    action that ``ends`` a way has none of. ``kind`` is what was written of who acts; what holds of them is that of the
    actor.
    """

    address: str
    step: str
    stage: Stage
    do: Annotated[str, Key("Action", Subject.ACTION, shown=_DRAWN)]
    actors: Annotated[tuple[Actor, ...], Key("Who acts", Subject.ACTOR, name="by", shown=_DRAWN)] = ()
    kind: Annotated[ActorKind | None, Key("Kind", Subject.ACTOR, shown=_DRAWN)] = None
    id: Annotated[str, Key("Id", shown=Shown.DRAWING | Shown.DATA, untold=_NAME)] = ""
    to: Annotated[tuple[Arrow, ...] | None, Key("Flow", Subject.FLOW, shown=_DRAWN, apart=True)] = None
    ends: Annotated[str, Key("End", Subject.ACTION, shown=_DRAWN)] = ""
    time: Annotated[ServiceTime | None, Key("Time", Subject.TIME, shown=_DRAWN)] = None
    wait: Annotated[Duration | None, Key("Waiting time", Subject.TIME, shown=_DRAWN)] = None
    waits_for: Annotated[WaitsFor | None, Key("Waits for")] = None
    decision: Annotated[bool, Key("Decision", shown=_DRAWN)] = False
    cost: Annotated[Cost | None, Key("Cost", shown=_TABLE)] = None
    channels: Annotated[tuple[Channel, ...], Key("Channel", name="channel", shown=_DRAWN)] = ()
    note: Annotated[str, Key("Note", shown=_TABLE | Shown.PAGE)] = ""
    link: Annotated[str, Key("Link", shown=_DRAWN)] = ""
    fails: Annotated[tuple[FailPoint, ...], Key("Fail point", shown=_DRAWN)] = ()
    uses: Annotated[tuple[Actor, ...], Key("Uses", shown=_DRAWN)] = ()
    calls: Annotated[str, Key("Calls", shown=_DRAWN | Shown.PAGE)] = ""
    repeats: Annotated[str, Key("Repeated", shown=_DRAWN)] = ""
    temporary: Annotated[str, Key("Temporary", shown=_DRAWN | Shown.PAGE)] = ""
    needs: Annotated[tuple[str, ...], Key("Needs", shown=_DRAWN)] = ()
    makes: Annotated[tuple[str, ...], Key("Makes", shown=_DRAWN)] = ()
    policy: Annotated[tuple[str, ...], Key("Policy", shown=_DRAWN)] = ()
    place: Place | None = field(default=None, compare=False)

    @property
    def by(self) -> Actor | None:
        """Who acts, the first where several do; their lane is where its card stands."""
        return next(iter(self.actors), None)

    @property
    def who(self) -> str:
        """The titles of all that act, as they stand beside what they do; empty where nobody is named."""
        return ", ".join(actor.title for actor in self.actors)


@dataclass(frozen=True, slots=True)
class Listing:
    """How several actions of a cell go: an entry is the address of an action, or a list inside the list.

    ``order`` is None where nobody said it of this list, but of one inside it.
    """

    order: Order | None
    entries: tuple["str | Listing", ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """All its actions, those of lists inside it too, from the first to the last."""
        return tuple(address for entry in self.entries for address in addresses_in(entry))

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The actions with which it may begin; what goes in turn begins with the first."""
        entries = self.entries[:1] if self.order is Order.IN_TURN else self.entries
        return tuple(
            address for each in entries for address in (each.beginnings if isinstance(each, Listing) else (each,))
        )

    @property
    def ends(self) -> tuple[str, ...]:
        """The actions with which it may end; what goes in turn ends with the last."""
        entries = self.entries[-1:] if self.order is Order.IN_TURN else self.entries
        return tuple(address for each in entries for address in (each.ends if isinstance(each, Listing) else (each,)))

    @property
    def shape(self) -> tuple[object, ...]:
        """How it goes and how the lists inside it go, whichever actions they have."""
        return (self.order, *(entry.shape for entry in self.entries if isinstance(entry, Listing)))

    @property
    def lists(self) -> tuple["Listing", ...]:
        """Itself and the lists inside it whose order somebody said, from the outermost."""
        inner = tuple(each for entry in self.entries if isinstance(entry, Listing) for each in entry.lists)
        return (self, *inner) if self.order else inner


def addresses_in(entry: str | Listing) -> tuple[str, ...]:
    """The actions of one entry of a list, by their addresses."""
    return entry.addresses if isinstance(entry, Listing) else (entry,)


@dataclass(frozen=True, slots=True)
class Turn:
    """The place of an action in a list: the ``number`` of its entry, from 1, among ``count``."""

    order: Order
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One stage of one step: its actions, or ``nothing`` where ``none`` was written: nothing happens, on purpose.

    A cell with neither is one that nobody has looked at yet. ``order`` is how the actions go, None for a plain list.
    """

    actions: tuple[Action, ...] = ()
    nothing: bool = False
    order: Listing | None = None

    @property
    def beginnings(self) -> tuple[Action, ...]:
        """The actions with which it may begin: all of them, unless they go in turn."""
        return self._those(self.order.beginnings) if self.order else self.actions

    @property
    def ends(self) -> tuple[Action, ...]:
        """The actions with which it may end: all of them, unless they go in turn."""
        return self._those(self.order.ends) if self.order else self.actions

    def turns(self, address: str) -> tuple[Turn, ...]:
        """The places of an action in the lists that it is in and whose order somebody said, from the outermost."""
        found = []
        for listing in self.order.lists if self.order else ():
            for number, entry in enumerate(listing.entries, start=1):
                if listing.order and address in addresses_in(entry):
                    found.append(Turn(listing.order, number, len(listing.entries)))
        return tuple(found)

    def path_to(self, action: Action) -> tuple[str | int, ...]:
        """The keys that lead from the cell to one of its actions in the file."""
        path: list[str | int] = []
        entry: str | Listing | None = self.order
        while isinstance(entry, Listing):
            path += [entry.order.value] if entry.order else []
            index = next(n for n, each in enumerate(entry.entries) if action.address in addresses_in(each))
            path.append(index)
            entry = entry.entries[index]
        return tuple(path) or (self.actions.index(action),)

    def _those(self, addresses: tuple[str, ...]) -> tuple[Action, ...]:
        return tuple(action for action in self.actions if action.address in addresses)


@dataclass(frozen=True, slots=True)
class Step:
    """One column of the diagram. ``number`` counts from 1; ``id_written`` is false where the id was made."""

    id: Annotated[str, Key("Id", shown=_TABLE | Shown.INDEX, untold=_NAME)]
    number: int
    title: Annotated[str, Key("Title", shown=_TABLE | Shown.INDEX)] = ""
    phase: Annotated[str, Key("Phase", Subject.PHASE, shown=_DRAWN | Shown.INDEX, apart=True)] = ""
    when: Annotated[str, Key("When", shown=_DRAWN)] = ""
    channels: Annotated[tuple[Channel, ...], Key("Channel", name="channel", shown=_DRAWN | Shown.INDEX)] = ()
    touchpoint: Annotated[Touchpoint, Key("Touchpoint", shown=_DRAWN | Shown.INDEX)] = Touchpoint.WORKING
    moment_of_truth: Annotated[bool, Key("Moment of truth", shown=_DRAWN)] = False
    feeling: Annotated[Feeling, Key("Feeling", Subject.FEELING, shown=_DRAWN)] = Feeling()
    wait: Annotated[Duration | None, Key("Waiting time", Subject.TIME, shown=_DRAWN)] = None
    drops_out: Annotated[Share | None, Key("Drop-out", shown=_DRAWN)] = None
    basis: Annotated[Basis | None, Key("Basis", shown=_TABLE)] = None
    note: Annotated[str, Key("Note", shown=_TABLE | Shown.PAGE)] = ""
    evidence: Annotated[Cell, Key("Evidence", shown=_DRAWN)] = Cell()
    customer: Annotated[Cell, Key("Customer", shown=_DRAWN)] = Cell()
    frontstage: Annotated[Cell, Key("Front stage", shown=_DRAWN)] = Cell()
    backstage: Annotated[Cell, Key("Back stage", shown=_DRAWN)] = Cell()
    support: Annotated[Cell, Key("Support", shown=_DRAWN)] = Cell()
    pains: Annotated[tuple[Remark, ...], Key("Pain point", name="pain", shown=_DRAWN)] = ()
    opportunities: Annotated[tuple[Remark, ...], Key("Opportunity", name="opportunity", shown=_DRAWN)] = ()
    questions: Annotated[tuple[Remark, ...], Key("Question", name="question", shown=_DRAWN | Shown.PAGE)] = ()
    metrics: Annotated[tuple[Metric, ...], Key("Figure", shown=_TABLE)] = ()
    policy: Annotated[tuple[str, ...], Key("Policy", shown=_DRAWN)] = ()
    answers: Annotated[tuple[str, ...], Key("Expectation answered")] = ()
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
    """An arrow between two actions, by their addresses.

    ``after`` and ``share`` are those of the ``Arrow``. ``named`` is false for one that the order implies; ``arrow`` is
    all that an author wrote of it, None for such a one.
    """

    source: str
    target: str
    label: str = ""
    both: bool = False
    named: bool = False
    after: Duration | None = None
    share: Share | None = None
    arrow: Arrow | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Blueprint:
    """A service seen from its customer's side, step by step.

    ``actors`` are all that act, in the order of their lanes: the catalog's order, then that of first appearance.
    ``flows`` are the arrows to draw, named and implied. ``customer`` is empty where the file names no lane.
    ``formerly`` are the ids that the blueprint has had before, whose addresses go on leading to it. ``others`` are the
    ids and titles of the blueprints that its actions name, as far as its folder is known and has them.
    """

    id: str
    title: Annotated[str, Key("Title", shown=_HEAD)]
    steps: Annotated[tuple[Step, ...], Key("Steps", Subject.STEP, shown=_DRAWN | Shown.INDEX, apart=True)]
    flows: tuple[Flow, ...] = ()
    actors: tuple[Actor, ...] = ()
    summary: Annotated[str, Key("Summary", shown=_HEAD)] = ""
    customer: Annotated[str, Key("Customer", shown=_DRAWN)] = ""
    goal: Annotated[str, Key("Goal", shown=_FACT)] = ""
    outcome: Annotated[Outcome | None, Key("Outcome", shown=_FACT)] = None
    price: Annotated[Cost | None, Key("Price")] = None
    starts_when: Annotated[str, Key("Starts when", shown=_FACT)] = ""
    ends_when: Annotated[str, Key("Ends when", shown=_FACT)] = ""
    state: Annotated[State, Key("State", shown=_HEAD)] = State.AS_IS
    variant_of: Annotated[str, Key("Variant of", shown=_FACT)] = ""
    owner: Annotated[Actor | None, Key("Owner", Subject.OWNER, shown=_HEAD)] = None
    reviewed: Annotated[date | None, Key("Reviewed", shown=_FACT)] = None
    review_by: Annotated[date | None, Key("Review by", shown=_FACT)] = None
    language: Annotated[str, Key("Language", shown=_DRAWN | _HEAD)] = ""
    flow: Annotated[FlowMode, Key("Flows", shown=Shown.DRAWING | Shown.DATA, untold=_ARROWS)] = FlowMode.INFERRED
    personas: Annotated[tuple[Persona, ...], Key("Persona", name="persona", shown=_FACT)] = ()
    expectations: Annotated[tuple[str, ...], Key("Expectation", shown=_FACT)] = ()
    tags: Annotated[tuple[str, ...], Key("Tag", shown=_HEAD)] = ()
    phases: Annotated[tuple[Phase, ...], Key("Phase", Subject.PHASE, shown=Shown.DATA, apart=True)] = ()
    ignored_checks: Annotated[tuple[str, ...], Key("Checks left out", name="checks.ignore", hidden=_FOR_AUTHORS)] = ()
    participants: Annotated[tuple[str, ...], Key("Who took part")] = ()
    sources: Annotated[tuple[Reference, ...], Key("Source", shown=_FACT)] = ()
    links: Annotated[tuple[Reference, ...], Key("Link", shown=_FACT)] = ()
    formerly: Annotated[tuple[str, ...], Key("Former ids", shown=Shown.INDEX, untold=_FILE, hidden=_LEADING)] = ()
    others: tuple[tuple[str, str], ...] = ()
    place: Place | None = field(default=None, compare=False)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Every action by its address, in the order of the file."""
        return {action.address: action for step in self.steps for action in step.actions}

    @cached_property
    def flows_from(self) -> dict[str, tuple[Flow, ...]]:
        """The flows by the addresses of the actions that they leave; none for an action that nothing leaves."""
        leaving: dict[str, list[Flow]] = {}
        for flow in self.flows:
            leaving.setdefault(flow.source, []).append(flow)
        return {address: tuple(flows) for address, flows in leaving.items()}

    @cached_property
    def steps_by_id(self) -> dict[str, Step]:
        """Every step by its id, in order."""
        return {step.id: step for step in self.steps}

    @cached_property
    def phase_titles(self) -> tuple[str, ...]:
        """The titles of the phases, in order."""
        return tuple(phase.title for phase in self.phases)

    @cached_property
    def longest_wait(self) -> float:
        """The longest wait of any step or action in s, 0 where nobody waits."""
        waits = [step.wait.seconds for step in self.steps if step.wait]
        waits += [action.wait.seconds for action in self.actions.values() if action.wait]
        return max(waits, default=0)

    def title_of(self, other: str) -> str:
        """What another blueprint that an action names is called; its id where nobody knows."""
        return dict(self.others).get(other, other)

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
