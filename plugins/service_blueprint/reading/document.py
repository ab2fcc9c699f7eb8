"""A blueprint's file as authored."""

from typing import Annotated, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator

from service_blueprint.blueprint import FlowMode, State
from service_blueprint.faults.shapes import MISSING_KEY
from service_blueprint.message import Message
from service_blueprint.reading.action import CostEntry
from service_blueprint.reading.catalog import PersonaEntry
from service_blueprint.reading.limits import PERSONAS, STEPS
from service_blueprint.reading.shapes import Authored, OneOrMore, ShortFor, TextOr
from service_blueprint.reading.step import StepEntry
from service_blueprint.reading.words import (
    BlueprintId,
    Date,
    FlowWord,
    HalfStep,
    Language,
    Length,
    Link,
    Markdown,
    StateWord,
    Text,
    unfit,
)


class ReferenceEntry(Authored):
    """A source or a link."""

    noun: ClassVar = "a source or link"
    main_key: ClassVar = "title"

    title: Text = Field("", description="What it is called.", examples=["Ticket export"])
    link: Link = Field("", description="Where it is.", examples=["https://example.org/export"])


class ChecksEntry(Authored):
    """What the checks are told about this file."""

    noun: ClassVar = "'checks'"
    main_key: ClassVar = "ignore"

    ignore: Annotated[list[Text], OneOrMore()] = Field([], description="The rules that this file is let off.")


class OutcomeEntry(Authored):
    """What the customer is left with at the end."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["words"]}, {"required": ["feeling"]}]})
    noun: ClassVar = "an outcome"
    main_key: ClassVar = "words"

    words: Text = Field("", description="The feeling in words.", examples=["Calm. Somebody cared."])
    feeling: HalfStep | None = Field(
        None, description="The feeling that is wanted, from -2 to 2 in halves.", examples=[2]
    )

    @model_validator(mode="after")
    def _say_one(self) -> Self:
        """Neither of the two says nothing."""
        if not self.words and self.feeling is None:
            raise unfit(MISSING_KEY(noun=Message(self.noun), key=self.main_key))
        return self


class PhaseEntry(Authored):
    """A phase: steps that belong together."""

    noun: ClassVar = "a phase"
    main_key: ClassVar = "title"

    title: Text = Field(description="What it is called, as in the `phase` of its steps.", examples=["Wait"])
    time: Length | None = Field(None, description="How long it takes as a whole.", examples=["6 wk"])
    goal: Text = Field("", description="What the company wants to reach in it.", examples=["Stay in touch"])
    owner: Text = Field("", description="Who looks after it: an actor.")


References = Annotated[list[Annotated[ReferenceEntry, ShortFor()]], OneOrMore()]
Texts = Annotated[list[Text], OneOrMore()]


class BlueprintEntry(Authored):
    """A service blueprint: a service seen from its customer's side, step by step."""

    noun: ClassVar = "a blueprint"
    main_key: ClassVar = "title"

    title: Text = Field(description="What the blueprint is called.", examples=["Request a new laptop"])
    summary: Markdown = Field("", description="What it is about, in Markdown.")
    customer: Text = Field("", description="The name of the customer lane.", examples=["Employee"])
    persona: Annotated[list[Annotated[str | PersonaEntry, TextOr(PersonaEntry)]], OneOrMore(PERSONAS)] = Field(
        [],
        description="Whom the service is for: the id of a persona of the catalog, any text, or a mapping; or several.",
    )
    goal: Text = Field("", description="What the customer wants.")
    expectations: Texts = Field([], description="What the customer expects.")
    outcome: Annotated[OutcomeEntry, ShortFor()] | None = Field(
        None, description="The feeling at the end; design starts here."
    )
    price: Annotated[CostEntry, ShortFor()] | None = Field(None, description="What the customer pays.", examples=[12.5])
    tags: Texts = Field([], description="Words by which the blueprint is found.")
    starts_when: Text = Field("", description="What sets it off.")
    ends_when: Text = Field("", description="What ends it.")
    state: StateWord = Field(State.AS_IS, description="Which reality it shows.")
    variant_of: Text = Field("", description="The id of the blueprint that this one is compared with.")
    formerly: Annotated[list[BlueprintId], OneOrMore()] = Field(
        [],
        description="The ids that the blueprint had before: their addresses go on leading to it.",
        examples=["order-laptop"],
    )
    owner: Text = Field("", description="Who looks after the blueprint: an actor.")
    reviewed: Date | None = Field(None, description="The day of the last review.", examples=["2026-10-01"])
    review_by: Date | None = Field(None, description="The day by which the next review is due.")
    participants: Texts = Field([], description="Who took part in making it.", examples=["Three people of the desk"])
    sources: References = Field([], description="What the content rests on.")
    links: References = Field([], description="Where to read on.")
    language: Language = Field("", description="The language of the words that the tool puts on the diagram.")
    flow: FlowWord = Field(
        FlowMode.INFERRED, description="Whether arrows follow from the order or are all written down."
    )
    phases: Annotated[list[Annotated[PhaseEntry, ShortFor()]], OneOrMore()] = Field(
        [], description="The phases, in order: their titles, or mappings."
    )
    checks: ChecksEntry | None = Field(None, description="Which checks to ignore.")
    steps: list[StepEntry] = Field(min_length=1, max_length=STEPS.most, description="The steps, in the order of time.")
