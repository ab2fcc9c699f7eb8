"""The JSON Schema of a blueprint's file and of a catalog's, for editors: made from what the files are read by.

It sees each value by itself: its shape, its words, its notation. What hangs on several values, such as a dangling
arrow, an id given twice or a phase out of order, only reading sees.

It asks for the plain notation where reading is more lenient: ``true`` where reading takes "yes" as well, a number
without quotes. A number may stand where a text is wanted, for YAML makes one of ``title: 2026``.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from service_blueprint.reading.catalog import CatalogEntry
from service_blueprint.reading.channels import WELL_KNOWN
from service_blueprint.reading.document import BlueprintEntry
from service_blueprint.reading.names import CHANNEL_KEYS
from service_blueprint.reading.orders import WORDS
from service_blueprint.reading.shapes import Authored

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NULL = {"type": "null"}
_NEVER_EMPTY = ("to", *WORDS)
_NOTHING: tuple[Any, ...] = ("", [], {}, None)


def schema_text() -> str:
    """The JSON Schema of blueprints, as the text of a file."""
    return _text(BlueprintEntry, "Service blueprint")


def catalog_schema_text() -> str:
    """The JSON Schema of catalogs, as the text of a file."""
    return _text(CatalogEntry, "Catalog of service blueprints")


class _ForEditors(GenerateJsonSchema):
    """Makes texts of numbers, too."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text, which YAML takes for a number where it looks like one."""
        return {**super().str_schema(schema), "type": ["string", "number"]}


def _text(model: type[Authored], title: str) -> str:
    made = model.model_json_schema(schema_generator=_ForEditors)
    definitions = made.pop("$defs")
    for name, definition in definitions.items():
        _tidy(definition, _NOUNS.get(name))
    _tidy(made, title)
    whole = {"$schema": DIALECT, **made, "$defs": definitions}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _tidy(definition: dict[str, Any], title: str | None) -> None:
    """Leave in a definition what helps somebody who writes: ``title`` is what it is called, None for a list of words.

    The names of Python's classes and fields go; what its words mean is told where the key is described.
    """
    definition.pop("title", None)
    if title is None:
        definition.pop("description", None)
        return
    definition["title"] = title
    definition["description"] = definition["description"].replace("``", "`")
    required = definition.get("required", ())
    for key, value in definition["properties"].items():
        value.pop("title", None)
        if value.get("default", "") in _NOTHING:
            value.pop("default", None)
        if key in CHANNEL_KEYS:
            value["examples"] = list(WELL_KNOWN)
        _allow_nothing(value, key not in required and key not in _NEVER_EMPTY)


def _allow_nothing(value: dict[str, Any], allowed: bool) -> None:
    """Say whether the key of a value may stand there with nothing after it, which counts as left out."""
    if "type" in value:
        if allowed:
            value["type"] = [*([value["type"]] if isinstance(value["type"], str) else value["type"]), "null"]
        return
    shapes = [each for each in value.pop("anyOf", ()) if each != _NULL] or [{"$ref": value.pop("$ref")}]
    if allowed:
        shapes.append(_NULL)
    value.update({"anyOf": shapes} if len(shapes) > 1 else shapes[0])


def _nouns(model: type[Authored]) -> Iterator[tuple[str, str]]:
    for each in model.__subclasses__():
        yield each.__name__, each.noun[:1].upper() + each.noun[1:]
        yield from _nouns(each)


_NOUNS = dict(_nouns(Authored))
