"""JSON for programs: models are its one definition, from which the text, its schema and its reference page are made."""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Number = int | float
"""A number as JSON has it, without the ``.0`` that a whole one does not need."""


def _hyphened(name: str) -> str:
    return name.removesuffix("_").replace("_", "-")


class Data(BaseModel):
    """A mapping of what is told; with all of its keys, whatever is not there being null.

    A key is called as its field is, with hyphens, and without the underscore that keeps it from being a word of Python.
    """

    model_config = ConfigDict(
        frozen=True, use_attribute_docstrings=True, alias_generator=_hyphened, validate_by_name=True
    )


def json_text(data: BaseModel, *, without_nothing: bool = False) -> str:
    """Data as the text of a JSON file; ``without_nothing`` leaves out the keys whose values are null."""
    return _dumped(data.model_dump(mode="json", by_alias=True, exclude_none=without_nothing))


def json_schema_text(model: type[BaseModel], title: str) -> str:
    """The JSON Schema of data, edition 2020-12, as the text of a file."""
    made: dict[str, Any] = model.model_json_schema(by_alias=True, mode="serialization")
    for definition in (made, *made.get("$defs", {}).values()):
        definition.pop("title", None)
        for value in (definition, *definition.get("properties", {}).values()):
            value.pop("title", None)
            if "description" in value:
                value["description"] = " ".join(value["description"].replace("``", "`").split())
    return _dumped({"$schema": _DIALECT, "title": title, **made})


def number(value: float) -> Number:
    """The number without the ``.0`` that a whole one does not need."""
    return value if value % 1 else int(value)


def _dumped(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
