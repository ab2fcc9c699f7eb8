"""The document as authored is one definition: of validation, of the editors' schema, of the reference."""

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
    assert {"const": "none", "type": "string"}.items() <= step["frontstage"]["anyOf"][0].items()
    assert {"type": "string"} in step["pain"]["anyOf"]
    assert {"$ref": "#/$defs/RemarkEntry"} in step["pain"]["anyOf"]
    assert "number" in str(step["feeling"]["anyOf"])
    assert "moment-of-truth" in step
    assert {"type": "string"} in action["uses"]["anyOf"]
    assert "string" in str(action["to"]["anyOf"])


def test_the_schemas_say_what_is_required() -> None:
    assert BlueprintEntry.model_json_schema()["required"] == ["title", "steps"]
    assert "required" not in CatalogEntry.model_json_schema()


def test_the_schema_of_every_model_can_be_made() -> None:
    for model in _models(Authored)[1:]:
        assert TypeAdapter(model).json_schema()["additionalProperties"] is False
