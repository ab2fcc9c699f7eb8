"""A step as authored: one column of the diagram."""

from typing import Annotated, ClassVar

from pydantic import Field

from service_blueprint.blueprint import Touchpoint
from service_blueprint.reading.cell import CellEntry
from service_blueprint.reading.limits import ENTRIES, PERSONAS
from service_blueprint.reading.shapes import Authored, OneOrMore, ShortFor
from service_blueprint.reading.shares import Part
from service_blueprint.reading.words import (
    BasisWord,
    Figure,
    Flag,
    HalfStep,
    Id,
    Length,
    Link,
    Markdown,
    Rating,
    Text,
    TouchpointWord,
)


class RemarkEntry(Authored):
    """A pain point, an opportunity or a question."""

    noun: ClassVar = "a pain, an opportunity or a question"
    main_key: ClassVar = "text"

    text: Text = Field(description="What it is.", examples=["No word for three days"])
    severity: Rating | None = Field(None, description="How grave it is: 1 (mild), 2 or 3 (grave).")
    owner: Text = Field("", description="Who sees to it: an actor.")
    link: Link = Field("", description="A ticket or a page about it.")
    source: Text = Field("", description="Where it is known from.", examples=["Interviews"])
    caused_by: Text = Field(
        "", description="What it comes of: the address of a step or an action.", examples=["ask.frontstage"]
    )


class FeelingEntry(Authored):
    """How the customer feels, and what the company believes of it."""

    noun: ClassVar = "a feeling"
    main_key: ClassVar = "customer"

    customer: HalfStep | None = Field(
        None, description="How the customer feels, from -2 to 2 in halves.", examples=[-1.5]
    )
    company: HalfStep | None = Field(
        None, description="What the company believes that the customer feels.", examples=[1]
    )
    by: dict[str, HalfStep] = Field(
        {},
        max_length=PERSONAS.most,
        description="How each of several customers feels, by the names of the blueprint's personas.",
        examples=[{"anna": 1, "marek": -1}],
    )
    words: Text = Field("", description="The feeling in words.", examples=["Forgotten"])
    quote: Text = Field("", description="What a customer said.", examples=["I did not dare to ask."])
    source: Text = Field("", description="Where it is known from.")


class MetricEntry(Authored):
    """A figure of a step."""

    noun: ClassVar = "a metric"
    main_key: ClassVar = "value"

    value: Figure = Field(description="What was measured: a number or a text.", examples=[1.4, "85 %"])
    target: Figure | None = Field(None, description="What it should be.")
    unit: Text = Field("", description="The unit of both.", examples=["calls"])
    source: Text = Field("", description="Where it is known from.")


Remarks = Annotated[list[Annotated[RemarkEntry, ShortFor()]], OneOrMore()]


class StepEntry(Authored):
    """A step of the service, from the evidence down to the support behind it."""

    noun: ClassVar = "a step"
    main_key: ClassVar = "customer"

    id: Id = Field(
        "",
        description="Its lasting name; anchors and comparisons hang on it. Left out, made from the customer's action.",
    )
    title: Text = Field("", description="A heading for the column, when the customer's action is too long for one.")
    phase: Text = Field("", description="The title of its phase; steps of a phase stand side by side.")
    when: Text = Field(
        "",
        description="When it happens at all, where that is not for everybody; the customer's way passes over it.",
        examples=["Refused", "At any time"],
    )
    evidence: CellEntry = Field([], description="What the customer sees or holds: an action, a list of them, or none.")
    customer: CellEntry = Field([], description="What the customer does.")
    frontstage: CellEntry = Field([], description="What happens before the customer's eyes.")
    backstage: CellEntry = Field([], description="What happens out of the customer's sight.")
    support: CellEntry = Field([], description="What supports those who act.")
    channel: Annotated[list[Text], OneOrMore()] = Field(
        [], description="How contact happens: a well-known channel, one of the catalog, or any text; one or several."
    )
    touchpoint: TouchpointWord = Field(Touchpoint.WORKING, description="How the contact does.")
    moment_of_truth: Flag = Field(False, description="Whether it makes or breaks the service for the customer.")
    feeling: Annotated[FeelingEntry, ShortFor()] | None = Field(None, description="How the customer feels.")
    pain: Remarks = Field([], description="What hurts here.")
    opportunity: Remarks = Field([], description="What could be better.")
    question: Remarks = Field([], description="What nobody knows yet.")
    basis: BasisWord | None = Field(None, description="What the step's content rests on.")
    wait: Length | None = Field(
        None, description="How long the customer waits here.", examples=["3 d", "5 wd", "~3 mo", "1 d..5 d"]
    )
    drops_out: Part | None = Field(
        None, description="Which part of all customers that come here give up here.", examples=["12 %", 0.12]
    )
    metrics: dict[str, Annotated[MetricEntry, ShortFor()]] = Field(
        {}, max_length=ENTRIES.most, description="Figures by their names."
    )
    policy: Annotated[list[Text], OneOrMore()] = Field([], description="The rules or laws that bind this step.")
    answers: Annotated[list[Text], OneOrMore()] = Field(
        [],
        description="Which of the blueprint's `expectations` it answers, word for word.",
        examples=["To know when the laptop comes"],
    )
    note: Markdown = Field("", description="Anything else, in Markdown.")
