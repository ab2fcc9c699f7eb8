"""What the documentation shows is true: its blueprints can be read, its commands are there, its tables are whole.

The page on the notation has an example of every sign; it is added there, in Markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from textwrap import dedent, indent

import pytest
from playwright.sync_api import Page

import reference
import service_blueprint
from examples import Example, examples, with_drawings
from gauge import measure
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw
from service_blueprint.hosts.mkdocs.options import ServiceBlueprintConfig
from service_blueprint.layout import lay_out
from service_blueprint.layout.signs import SIGNS
from service_blueprint.reading import limits, read_text
from service_blueprint.shelves import read_file, read_folder

ROOT = Path(__file__).parent.parent
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]
KEY = re.compile(r"^(?:- )?([\w-]+):", re.MULTILINE)
TEXTS = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in PAGES}
FENCE = re.compile(r"^ *```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [(page, dedent(example)) for page, text in TEXTS.items() for example in FENCE.findall(text)]
WHOLE = [(page, example) for page, example in EXAMPLES if example.startswith("title:")]
STEP_KEYS = set(reference.DEFINITIONS["StepEntry"]["properties"])
PARTS = [(page, example) for page, example in EXAMPLES if STEP_KEYS.issuperset(KEY.findall(example))]
DRAWN = [example for text in TEXTS.values() for example in examples(text)]
SAMPLES = read_folder(ROOT / "blueprints").blueprints
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


def test_all_that_can_be_made_is_told() -> None:
    made = re.findall(r"^([a-z-]+):.* ## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    told = TEXTS["docs/contributing/development.md"]
    assert [target for target in made if target != "help" and f"`make {target}`" not in told] == []


def test_every_limit_is_told() -> None:
    there = [each for each in vars(limits).values() if isinstance(each, limits.Limit)]
    told = reference.with_tables(TEXTS["docs/reference/format.md"]).partition("## Limits")[2].partition("\n## ")[0]
    assert re.findall(r"^\| (?!what|---)(.*?) \| (.*?) \|", told, re.MULTILINE) == [
        (each.what, each.shown) for each in there
    ]


def test_every_mapping_of_the_format_has_its_table() -> None:
    shown = [name for page in TEXTS.values() for name in re.findall(r"^<!-- keys: (\w+) -->$", page, re.MULTILINE)]
    mappings = [name for name, definition in reference.DEFINITIONS.items() if "properties" in definition]
    assert sorted(shown) == sorted(mappings)


def test_every_mapping_of_the_index_has_its_table() -> None:
    shown = re.findall(r"^<!-- index: (\w+) -->$", TEXTS["docs/reference/site-index.md"], re.MULTILINE)
    mappings = [name for name, definition in reference.INDEX_DEFINITIONS.items() if "properties" in definition]
    assert sorted(shown) == sorted(mappings)


def test_every_mapping_that_is_written_as_json_has_its_table() -> None:
    shown = [name for page in TEXTS.values() for name in re.findall(r"^<!-- data: (\w+) -->$", page, re.MULTILINE)]
    mappings = [name for name, definition in reference.DATA_DEFINITIONS.items() if "properties" in definition]
    assert sorted(shown) == sorted(mappings)


@pytest.mark.parametrize("page", [page for page, text in TEXTS.items() if "<!-- data: " in text])
def test_every_key_of_json_is_told(page: str) -> None:
    told = reference.with_tables(TEXTS[page])
    keys = {
        key
        for name in re.findall(r"<!-- data: (\w+)", TEXTS[page])
        for key in reference.DATA_DEFINITIONS[name]["properties"]
    }
    assert [key for key in keys if f"| `{key}` |" not in told] == []
    assert "| None |" not in told


def test_every_key_has_a_meaning() -> None:
    unsaid = [
        f"{name}.{key}"
        for name, definition in reference.DEFINITIONS.items()
        for key, value in definition.get("properties", {}).items()
        if not value.get("description")
    ]
    assert unsaid == []


def test_every_name_for_programs_is_told() -> None:
    page = reference.with_tables(TEXTS["docs/reference/python.md"])
    told = re.findall(r"^## `(\w+)`$", page, re.MULTILINE)
    assert sorted(told) == sorted(service_blueprint.__all__)
    assert "_Path" not in page


def test_every_option_of_the_plugin_is_told() -> None:
    told = re.findall(r"^## `(\w+)`$", reference.options(), re.MULTILINE)
    assert told == [name for name, _ in ServiceBlueprintConfig._schema]


def test_the_picture_of_the_readme_is_as_the_tool_draws_it() -> None:
    reading = read_file(ROOT / "blueprints/laptop-request.yml", folder=ROOT / "blueprints")
    assert reading.blueprint is not None
    fresh = PICTURE.read_text(encoding="utf-8") == draw(reading.blueprint, View.ACTORS)
    assert fresh, "`make picture` draws it anew"


def shown(blueprint: Blueprint, view: View) -> Iterator[str]:
    """The names of all that a drawing shows: signs of its legend and its cards, and its parts."""
    diagram = lay_out(blueprint, view)
    yield from (entry.sign for entry in diagram.legend)
    yield from (sign.kind for card in diagram.cards for sign in card.signs)
    yield from (
        part.name for part in fields(diagram) if isinstance(value := getattr(diagram, part.name), tuple) and value
    )


@pytest.mark.parametrize("example", DRAWN, ids=lambda example: example.heading)
def test_a_drawn_example_shows_what_it_is_an_example_of(example: Example) -> None:
    drawn = {name for view in example.drawn_views for name in shown(example.blueprint, view)}
    assert [name for name in example.shows if name not in drawn] == []


def test_every_sign_and_part_of_a_diagram_has_an_example() -> None:
    there = {sign.id for sign in SIGNS}
    there |= {name for blueprint in SAMPLES.values() for view in View for name in shown(blueprint, view)}
    assert there - {name for example in DRAWN for name in example.shows} == set()


@pytest.mark.parametrize("example", DRAWN, ids=lambda example: example.heading)
def test_a_drawn_example_passes_the_gates(example: Example, canvas: Page) -> None:
    for view in example.drawn_views:
        assert measure(canvas, draw(example.blueprint, view)).faults == {}


def test_a_drawing_stands_beside_its_example() -> None:
    markdown = "## Star\n\n<!-- drawn as stages, customer: cards -->\n\n```yaml\ncustomer: Waits\n```\n"
    block = '<div class="highlight"><pre>Waits</pre></div>'
    made = with_drawings(f"<h2>Star</h2>\n<!-- drawn as stages, customer: cards -->\n{block}<p>End</p>", markdown)
    assert made.startswith(f'<h2>Star</h2>\n<div class="drawn">{block}<figure')
    assert re.findall(r'aria-label="(Star, \w+)"', made) == ["Star, stages", "Star, customer"]
    assert made.count("<svg") == 2
    assert made.endswith("</div><p>End</p>")
    assert len(re.findall(r' id="([^"]+)"', made)) == len(set(re.findall(r' id="([^"]+)"', made))) > 0


def test_an_example_at_fault_is_said_with_its_place() -> None:
    [example] = examples("## Star\n\n<!-- drawn: cards -->\n\n```yaml\ncustomer: Waits\nfeling: 1\n```\n")
    with pytest.raises(ValueError, match=r"Star:4:3: .*'feling'.*'feeling'"):
        _ = example.blueprint


def test_every_marker_of_a_drawn_example_is_understood() -> None:
    markers = [line for text in TEXTS.values() for line in text.splitlines() if line.startswith("<!-- drawn")]
    assert len(markers) == len(DRAWN) > 0
