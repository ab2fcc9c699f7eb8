"""How mappings may be shortened: a text for a mapping, one for a list.

Each short form is a mark on a field's type. It widens what validation takes in and what the JSON Schema allows, and
leaves one long form to the rest of the house.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from service_blueprint.blanks import one_line
from service_blueprint.reading.limits import ENTRIES, Limit


class Authored(BaseModel):
    """A mapping of the file. A key with nothing after it counts as left out.

    ``noun`` is what a message calls it; ``main_key`` is the key that a message shows, and that a short form stands for.
    Keys have hyphens where Python's names have underscores.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_").replace("_", "-")
    )

    noun: ClassVar[str]
    main_key: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        known = cls.known_keys()
        return {key: value for key, value in data.items() if value is not None or key not in known or key == "to"}

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys that the mapping may have, as authors write them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())


class Nothing(Enum):
    """The word ``none``: nothing happens here, on purpose."""

    HERE = "none"


class OneOrMore:
    """A list that may be written without its brackets where it has one entry; ``limit`` is how many there may be."""

    def __init__(self, limit: Limit = ENTRIES) -> None:
        self.limit = limit

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A list's schema that takes in a lone entry too."""
        many = core_schema.list_schema(_entry_of(handler(source)), max_length=self.limit.most)
        one_or_more = core_schema.union_schema([_entry_of(many), many])
        return core_schema.no_info_before_validator_function(_listed, many, json_schema_input_schema=one_or_more)


class ShortFor:
    """A mapping that may be written as the value of its main key alone."""

    def __get_pydantic_core_schema__(self, source: type[Authored], handler: GetCoreSchemaHandler) -> CoreSchema:
        """A mapping's schema that takes in a single value too."""
        mapping = handler(source)
        key = source.main_key
        field = source.model_fields[key]
        single = handler.generate_schema(field.rebuild_annotation())
        shapes = core_schema.union_schema([single, mapping])

        def spell_out(value: Any) -> Any:
            return {key: value} if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(spell_out, mapping, json_schema_input_schema=shapes)


class TextOr:
    """A text, which stays one, or a mapping."""

    def __init__(self, mapping: type[Authored]) -> None:
        self.mapping = mapping

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the text or the mapping, with the faults of the mapping where the value is one."""
        mapping = handler.generate_schema(self.mapping)
        return core_schema.no_info_wrap_validator_function(
            _text_or, mapping, json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), mapping])
        )


def is_none(value: Any) -> bool:
    """Whether ``value`` is the word ``none``."""
    return isinstance(value, str) and value.strip().lower() == Nothing.HERE.value


def _entry_of(many: Any) -> CoreSchema:
    entry: CoreSchema = many["items_schema"]
    return entry


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _text_or(value: Any, mapping: Callable[[Any], Any]) -> Any:
    return one_line(value) if isinstance(value, str) else mapping(value)
