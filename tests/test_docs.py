"""What the documentation shows is true: its blueprints can be read, its commands are there, its tables are whole."""

import re
from pathlib import Path
from textwrap import dedent, indent

import pytest

import reference
from service_blueprint.blueprint import View
from service_blueprint.drawing import draw
from service_blueprint.hosts.mkdocs import ServiceBlueprintConfig
from service_blueprint.reading import read_file, read_text

ROOT = Path(__file__).parent.parent
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
KEY = re.compile(r"^(?:- )?([\w-]+):", re.MULTILINE)
TEXTS = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in PAGES}
FENCE = re.compile(r"^ *```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [(page, dedent(example)) for page, text in TEXTS.items() for example in FENCE.findall(text)]
WHOLE = [(page, example) for page, example in EXAMPLES if example.startswith("title:")]
STEP_KEYS = set(reference.DEFINITIONS["StepEntry"]["properties"])
PARTS = [(page, example) for page, example in EXAMPLES if STEP_KEYS.issuperset(KEY.findall(example))]
PICTURE = ROOT / "docs/assets/laptop-request/actors.svg"


@pytest.mark.parametrize(("page", "example"), WHOLE)
def test_a_blueprint_that_is_shown_whole_can_be_read(page: str, example: str) -> None:
    assert read_text(example.encode(), path=page, id="example").problems == ()


@pytest.mark.parametrize(("page", "example"), PARTS)
def test_a_part_of_a_blueprint_that_is_shown_can_be_read_in_its_place(page: str, example: str) -> None:
    step = example if example.startswith("- ") else "- " + indent(example, "  ").lstrip()
    text = f"title: Example\nsteps:\n{step}"
    assert read_text(text.encode(), path=page, id="example").problems == ()


@pytest.mark.parametrize("page", TEXTS)
def test_what_can_be_made_is_in_the_makefile(page: str) -> None:
    made = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()
    said = re.findall(r"(?:^\$ |`)make ([a-z-]+)", TEXTS[page], re.MULTILINE)
    assert [target for target in said if target not in made] == []


def test_every_mapping_of_the_format_has_its_table() -> None:
    shown = re.findall(r"<!-- keys: (\w+) -->", TEXTS["docs/reference/format.md"])
    mappings = [name for name, definition in reference.DEFINITIONS.items() if "properties" in definition]
    assert sorted(shown) == sorted(mappings)


def test_every_key_has_a_meaning() -> None:
    unsaid = [
        f"{name}.{key}"
        for name, definition in reference.DEFINITIONS.items()
        for key, value in definition.get("properties", {}).items()
        if not value.get("description")
    ]
    assert unsaid == []


def test_every_option_of_the_plugin_is_told() -> None:
    told = re.findall(r"^## `(\w+)`$", reference.options(), re.MULTILINE)
    assert told == [name for name, _ in ServiceBlueprintConfig._schema]


def test_the_picture_of_the_readme_is_as_the_tool_draws_it() -> None:
    reading = read_file(ROOT / "blueprints/laptop-request.yml", folder=ROOT / "blueprints")
    assert reading.blueprint is not None
    fresh = PICTURE.read_text(encoding="utf-8") == draw(reading.blueprint, View.ACTORS)
    assert fresh, "`make picture` draws it anew"
