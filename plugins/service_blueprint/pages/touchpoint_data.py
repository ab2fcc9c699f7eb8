"""What the touchpoint table for programs holds: the models of its JSON."""

from service_blueprint.blueprint import Basis, Stage, Touchpoint
from service_blueprint.pages.about_data import AboutData
from service_blueprint.pages.action_data import ActionData, FollowingData
from service_blueprint.pages.data import Data, Number
from service_blueprint.pages.duration_data import WaitData
from service_blueprint.pages.named_data import ActorData, KeyedData, NamedData
from service_blueprint.pages.order_data import OrderData


class FeltData(Data):
    """How one of several customers feels."""

    persona: str
    """The id of who feels so."""

    name: str
    """What the persona is called."""

    feeling: Number
    """From -2 to 2."""


class FeelingData(KeyedData):
    """The customer's feeling."""

    customer: Number | None
    """From -2 to 2, as the customer says."""

    company: Number | None
    """The same as the company believes it."""

    by: list[FeltData]
    """How each of several customers feels."""

    words: str | None
    """In words."""

    quote: str | None
    """What somebody said."""

    source: str | None
    """Where it is known from."""


class RemarkData(KeyedData):
    """A pain point, an opportunity or a question."""

    text: str
    """What it says."""

    severity: int | None
    """How bad it is, from 1 to 3."""

    owner: NamedData | None
    """Who looks after it."""

    link: str | None
    """Where more is said of it."""

    caused_by: str | None
    """The address of the action that it comes of."""


class FailPointData(KeyedData):
    """Where something may go wrong."""

    what: str
    """What goes wrong."""

    recovery: str | None
    """What is done then."""

    owner: NamedData | None
    """Who looks after it."""


class MetricData(KeyedData):
    """A figure."""

    name: str
    """What is measured."""

    value: Number | str
    """How much it is."""

    target: Number | str | None
    """How much it should be."""

    unit: str | None
    """In what it is measured."""

    source: str | None
    """Where it is known from."""


class TouchpointData(KeyedData):
    """One step."""

    step: str
    """The id of the step."""

    number: int
    """Its place in time, counted from 1."""

    title: str | None
    """Its title, where it has one of its own."""

    phase: str | None
    """The title of its phase."""

    when: str | None
    """When it happens at all, where that is not for everybody."""

    contact: bool
    """Whether the customer meets the service in it, or should."""

    evidence: list[ActionData]
    """What the customer sees and holds."""

    customer: list[ActionData]
    """What the customer does."""

    frontstage: list[ActionData]
    """What is done within the customer's sight."""

    backstage: list[ActionData]
    """What is done out of it."""

    support: list[ActionData]
    """What is done by those who support."""

    nothing: list[Stage]
    """Those of the five in which nothing happens, on purpose."""

    order: list[OrderData]
    """How the actions go of those of the five that say so."""

    channel: list[NamedData]
    """By which channels."""

    systems: list[ActorData]
    """With which systems."""

    touchpoint: Touchpoint
    """How its contact does."""

    moment_of_truth: bool
    """Whether it decides what the customer thinks of the service."""

    feeling: FeelingData
    """How it feels, and how the company believes that it does."""

    wait: WaitData | None
    """How long the customer waits."""

    drops_out: Number | None
    """Which part of the customers give up here, from 0 to 1."""

    then: list[FollowingData]
    """Which arrows leave it."""

    pain: list[RemarkData]
    """What hurts."""

    opportunity: list[RemarkData]
    """What could be better."""

    question: list[RemarkData]
    """What nobody knows yet."""

    metrics: list[MetricData]
    """What is measured."""

    fails: list[FailPointData]
    """Where something may go wrong."""

    decision: list[str]
    """What is decided."""

    policy: list[str]
    """Which rules hold."""

    basis: Basis | None
    """What is known of it: observed, assumed."""

    note: str | None
    """Anything else, in Markdown."""


class PhaseData(Data):
    """A phase: steps that belong together."""

    title: str
    """What it is called."""

    time: WaitData | None
    """How long it takes as a whole."""

    goal: str | None
    """What the company wants in it."""

    owner: NamedData | None
    """Who looks after it."""


class TouchpointsData(Data):
    """The steps of a blueprint."""

    blueprint: str
    """The blueprint's id."""

    title: str
    """Its title."""

    customer: str | None
    """Who its customer is."""

    language: str | None
    """The language that it names."""

    about: AboutData
    """What else is said of it as a whole."""

    phases: list[PhaseData]
    """Its phases, in order."""

    touchpoints: list[TouchpointData]
    """Every step, in the order of time; ``contact`` says of each whether it is a touchpoint."""
