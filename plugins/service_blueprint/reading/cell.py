"""A cell as authored: what a stage of a step holds, and how its actions go."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from service_blueprint.blueprint import Order
from service_blueprint.faults import shapes as faults
from service_blueprint.reading.action import ActionEntry
from service_blueprint.reading.limits import CELL
from service_blueprint.reading.orders import WORDS, actions_in, word_of
from service_blueprint.reading.shapes import Authored, Nothing, ShortFor, is_none
from service_blueprint.reading.wording import quoted
from service_blueprint.reading.words import unfit

_Validate = Callable[[Any], Any]
_ACTION = Annotated[ActionEntry, ShortFor()]


def _listed(value: Any) -> Any:
    many = value if isinstance(value, list) else [value]
    if any(is_none(each) for each in many):
        raise unfit(faults.NONE_AMONG_ACTIONS())
    return many


class EntryOf:
    """An action, or a list inside the list where ``inner`` is a kind of such."""

    def __init__(self, inner: "type[NestedListEntry] | None" = None) -> None:
        self.inner = inner

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of an action, with that of a list of actions beside it."""
        action = handler.generate_schema(_ACTION)
        shapes = [action, handler.generate_schema(self.inner)] if self.inner else [action]

        def read(value: Any, as_action: _Validate) -> Any:
            if isinstance(value, list):
                raise unfit(faults.LIST_WITHOUT_ORDER())
            if not word_of(value):
                return as_action(value)
            if not self.inner:
                raise unfit(faults.LIST_TOO_DEEP())
            return self.inner.model_validate(value)

        return core_schema.no_info_wrap_validator_function(
            read, action, json_schema_input_schema=core_schema.union_schema(list(shapes))
        )


class ListOf:
    """A list of such entries, which may be written without its brackets where it has one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the list, which takes in a lone entry too."""
        many: Any = handler(source)
        several = core_schema.list_schema(many["items_schema"], min_length=1, max_length=CELL.most)
        shapes = core_schema.union_schema([many["items_schema"], several])
        return core_schema.no_info_before_validator_function(_listed, several, json_schema_input_schema=shapes)


_Innermost = list[Annotated["ActionEntry | NestedListEntry", EntryOf()]]


def _going(description: str, example: list[str]) -> Any:
    return Field(None, description=description, examples=[example])


class NestedListEntry(Authored):
    """Several actions and how they go: one of three words, and behind it the actions."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})
    noun: ClassVar = "a list of actions"
    main_key: ClassVar = "in-turn"

    in_turn: Annotated[_Innermost, ListOf()] | None = _going(
        "One after another: an arrow leads from each to the next.", ["Grills", "Wraps"]
    )
    together: Annotated[_Innermost, ListOf()] | None = _going("At the same time.", ["Grills", "Toasts the bun"])
    one_of: Annotated[_Innermost, ListOf()] | None = _going("Only one of them happens.", ["Pays", "Signs"])

    @model_validator(mode="before")
    @classmethod
    def _say_one_order(cls, data: Any) -> Any:
        word = word_of(data)
        if word is None:
            return data
        other = next((each for each in WORDS if each != word and each in data), None)
        if other:
            raise unfit(faults.TWO_ORDERS(word=word, other=other))
        beside = next((str(key) for key in data if key != word), None)
        if beside is not None:
            raise unfit(faults.BESIDE_ORDER(key=quoted(beside), word=word))
        if data[word] is None:
            raise unfit(faults.EMPTY_KEY(key=word))
        return data

    @property
    def order(self) -> Order:
        """How its entries go."""
        return next(order for order in Order if getattr(self, order.name.lower()) is not None)

    @property
    def entries(self) -> "list[ActionEntry | NestedListEntry]":
        """Its entries, in the order of the file."""
        return self.in_turn or self.together or self.one_of or []


_Entries = list[Annotated[ActionEntry | NestedListEntry, EntryOf(NestedListEntry)]]


def _of_nested(name: str) -> Any:
    return NestedListEntry.model_fields[name]


class ListEntry(NestedListEntry):
    """The same, with lists inside it."""

    in_turn: Annotated[_Entries, ListOf()] | None = _of_nested("in_turn")
    together: Annotated[_Entries, ListOf()] | None = _of_nested("together")
    one_of: Annotated[_Entries, ListOf()] | None = _of_nested("one_of")


def _cell(value: Any, actions: _Validate) -> Any:
    if is_none(value):
        return Nothing.HERE
    if value == []:
        raise unfit(faults.EMPTY_CELL())
    ordered = bool(word_of(value))
    read = ListEntry.model_validate(value) if ordered else actions(_listed(value))
    if sum(1 for _ in actions_in(value, ())) > CELL.most:
        raise unfit(faults.TOO_MANY_IN_CELL(most=CELL.most))
    return read


class CellOf:
    """An action, a list of actions, or ``none``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of a list of actions that takes in a lone one, one that says its order, and the word ``none``."""
        many: Any = handler.generate_schema(_Entries)
        entry = many["items_schema"]
        ordered = handler.generate_schema(ListEntry)
        none = core_schema.literal_schema([Nothing.HERE.value])
        some = core_schema.list_schema(entry, min_length=1, max_length=CELL.most)
        shapes = core_schema.union_schema([none, handler.generate_schema(_ACTION), ordered, some])
        listed = core_schema.list_schema(entry, max_length=CELL.most)
        return core_schema.no_info_wrap_validator_function(_cell, listed, json_schema_input_schema=shapes)


CellEntry = Annotated[list[ActionEntry | NestedListEntry] | ListEntry | Nothing, CellOf()]
"""What a stage of a step holds."""
