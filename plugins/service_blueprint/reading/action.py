"""An action as authored: what somebody does in one stage of one step."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from service_blueprint.faults.shapes import EMPTY_TO, MISSING_KEY
from service_blueprint.message import Message
from service_blueprint.reading.shapes import Authored, OneOrMore, ShortFor
from service_blueprint.reading.shares import Part
from service_blueprint.reading.words import (
    BlueprintId,
    EndWords,
    Flag,
    Id,
    KindWord,
    Length,
    Link,
    Markdown,
    Number,
    Text,
    WaitsForWord,
    unfit,
)


class ArrowEntry(Authored):
    """Where an arrow goes."""

    noun: ClassVar = "an arrow"
    main_key: ClassVar = "target"

    target: Text = Field(
        description="The address that the arrow leads to: a step, an action or an action's id, in this blueprint or, "
        "behind its id and #, in another one.",
        examples=["find-form", "find-form.frontstage", "find-form.backstage.2", "profile", "hr/laptop-request#send"],
    )
    label: Text = Field("", description="What stands beside the arrow.", examples=["Accepted"])
    both: Flag = Field(False, description="An arrow head at each end.")
    after: Length | None = Field(
        None, description="How long until it is gone along: a deadline, a timer.", examples=["7 d"]
    )
    share: Part | None = Field(
        None, description="In which part of all cases a decision takes it.", examples=[0.2, "20 %"]
    )


class TimeEntry(Authored):
    """How long an action takes (Shostack, 1984)."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["standard"]}, {"required": ["acceptable"]}]})
    noun: ClassVar = "a time"
    main_key: ClassVar = "standard"

    standard: Length | None = Field(
        None, description="How long it takes as a rule.", examples=["5 min", "1 h 30 min", "~3 d", "1 d..5 d"]
    )
    acceptable: Length | None = Field(
        None, description="The longest that a customer accepts; alone, a deadline.", examples=["10 min"]
    )

    @model_validator(mode="after")
    def _say_one(self) -> Self:
        """Neither of the two says nothing."""
        if not (self.standard or self.acceptable):
            raise unfit(MISSING_KEY(noun=Message(self.noun), key=self.main_key))
        return self


class CostEntry(Authored):
    """What an action costs."""

    noun: ClassVar = "a cost"
    main_key: ClassVar = "amount"

    amount: Number = Field(description="How much, as a number.", examples=[12.5])
    currency: Text = Field("", description="Its currency.", examples=["EUR"])


class FailEntry(Authored):
    """A fail point: what can go wrong."""

    noun: ClassVar = "a fail point"
    main_key: ClassVar = "what"

    what: Text = Field(description="What goes wrong.", examples=["A licence is missing"])
    recovery: Text = Field("", description="How it is made good.", examples=["Temporary licence for five days"])
    owner: Text = Field("", description="Who sees to that: an actor.")


class ActionEntry(Authored):
    """What somebody or something does; a text stands for ``do`` alone."""

    noun: ClassVar = "an action"
    main_key: ClassVar = "do"

    do: Text = Field(description="What is done.", examples=["Confirms the request and the due date"])
    by: Annotated[list[Text], OneOrMore()] = Field(
        [],
        description="Who or what does it: the id of an actor of the catalog, or any text; several do it together.",
        examples=["desk", "Service Desk"],
    )
    kind: KindWord | None = Field(
        None, description="What sort of actor that is, where the catalog does not say it.", examples=["system"]
    )
    id: Id = Field(
        "", description="A name of its own, by which arrows reach it; unique in the file.", examples=["profile"]
    )
    to: Annotated[list[Annotated[ArrowEntry, ShortFor()]], OneOrMore()] | None = Field(
        None, description="Where its arrows go, in place of those that lead down from it; [] for none."
    )
    ends: EndWords = Field(
        "", description="The way ends here, with these words; nothing follows.", examples=["Refused"]
    )
    waits_for: WaitsForWord | None = Field(
        None, description="Whether it begins with the first arrow that leads to it, as usual, or when all have come."
    )
    decision: Flag = Field(False, description="Drawn as a decision; each of its arrows has a label.")
    time: Annotated[TimeEntry, ShortFor()] | None = Field(None, description="How long it takes.")
    cost: Annotated[CostEntry, ShortFor()] | None = Field(None, description="What it costs.")
    wait: Length | None = Field(None, description="How long the customer waits for it.", examples=["2 h"])
    fails: Annotated[list[Annotated[FailEntry, ShortFor()]], OneOrMore()] = Field(
        [], description="Its fail points: what can go wrong."
    )
    uses: Annotated[list[Text], OneOrMore()] = Field([], description="The systems that it leans on: actors.")
    calls: BlueprintId = Field(
        "", description="The id of another blueprint, which tells how it is done.", examples=["insurance/manual-check"]
    )
    repeats: Text = Field(
        "", description="How often, or until when, it is done again.", examples=["every day until it comes"]
    )
    temporary: Text = Field(
        "", description="Until when it is done so, where that is not for good.", examples=["until the new portal"]
    )
    needs: Annotated[list[Text], OneOrMore()] = Field(
        [], description="The papers without which it cannot be done.", examples=["Order"]
    )
    makes: Annotated[list[Text], OneOrMore()] = Field(
        [], description="The papers that come of it.", examples=["Packing slip"]
    )
    channel: Annotated[list[Text], OneOrMore()] = Field(
        [], description="How contact happens in this action.", examples=["phone"]
    )
    policy: Annotated[list[Text], OneOrMore()] = Field([], description="The rules or laws that bind it.")
    note: Markdown = Field("", description="Anything else, in Markdown.")
    link: Link = Field("", description="A procedure or a ticket.", examples=["https://example.org/procedure"])

    @field_validator("to", mode="before")
    @classmethod
    def _say_where_to(cls, value: Any) -> Any:
        """An empty ``to`` could mean "no arrows" or "not decided yet": ask."""
        if value is None:
            raise unfit(EMPTY_TO())
        return value
