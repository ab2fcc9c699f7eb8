"""What the JSON Schema tells an editor of a value's looks."""

from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Looks:
    """What an editor is told of a value's looks: keywords of JSON Schema. Reading does not heed them.

    ``hint`` is what to say of a text that does not look so; editors show it, other validators pass over it.
    """

    def __init__(self, hint: str = "", **keywords: Any) -> None:
        self._keywords = {**keywords, "patternErrorMessage": hint} if hint else keywords

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The type's own JSON Schema with the keywords."""
        return {**handler(schema), **self._keywords}
