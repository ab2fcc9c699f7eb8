"""The document as authored is one definition: of validation, of the editors' schema, of the reference."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from service_blueprint.reading.catalog import CatalogEntry
from service_blueprint.reading.document import BlueprintEntry
from service_blueprint.reading.shapes import Authored


def _models(model: type[Authored]) -> list[type[Authored]]:
    return [model, *(each for below in model.__subclasses__() for each in _models(below))]


@pytest.mark.parametrize("model", _models(Authored)[1:])
def test_every_key_is_described_for_the_reference(model: type[Authored]) -> None:
    assert model.noun
    assert model.main_key in model.known_keys()
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_the_schema_allows_the_short_forms() -> None:
    schema = BlueprintEntry.model_json_schema()
    step, action = schema["$defs"]["StepEntry"]["properties"], schema["$defs"]["ActionEntry"]["properties"]
    assert "none" in [shape.get("const") for shape in step["frontstage"]["anyOf"]]
    assert {"string", "array"} <= _types(step["frontstage"])
    assert {"string", "array"} <= _types(step["pain"])
    assert {"$ref": "#/$defs/RemarkEntry"} in step["pain"]["anyOf"]
    assert "number" in _types(step["feeling"])
    assert "string" in _types(action["time"])
    assert {"string", "array"} <= _types(action["uses"])
    assert {"string", "array"} <= _types(action["to"])


def _types(shapes: dict[str, Any]) -> set[str]:
    """The JSON types that a value may have, by the alternatives of its schema."""
    alternatives = shapes.get("anyOf", [])
    return {shapes.get("type", "")}.union(*(_types(shape) for shape in alternatives)) - {""}


def test_the_schemas_say_what_is_required() -> None:
    assert BlueprintEntry.model_json_schema()["required"] == ["title", "steps"]
    assert "required" not in CatalogEntry.model_json_schema()


def test_the_schema_of_every_model_can_be_made() -> None:
    for model in _models(Authored)[1:]:
        assert TypeAdapter(model).json_schema()["additionalProperties"] is False
