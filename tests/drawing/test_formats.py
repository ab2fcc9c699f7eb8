"""The register of picture formats: each can be made, and is named wherever formats are named."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from service_blueprint.blueprint import View
from service_blueprint.drawing.formats import FORMATS, PUBLISHED, SLOW, SVG, PictureFormat, make, published
from service_blueprint.hosts.commands.build import build
from service_blueprint.hosts.commands.draw import draw
from service_blueprint.hosts.mkdocs.options import ServiceBlueprintConfig
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Site
from service_blueprint.pages.elsewhere.site_index import IndexedView
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID
from service_blueprint.words import words_for
from written import written

DOCS = Path(__file__).parents[2] / "docs"
BLUEPRINT = written("title: T\nsteps:\n- {id: a, customer: Asks, frontstage: Answers}\n")
EACH = pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.id)
ON_SITES = pytest.mark.parametrize("format", PUBLISHED, ids=lambda format: format.id)
SLOW_ONE = pytest.mark.parametrize("format", SLOW, ids=lambda format: format.id)


def test_no_two_formats_have_one_ending() -> None:
    assert len({format.id for format in FORMATS}) == len(FORMATS)


def test_a_site_has_the_first_format_always_and_a_slow_one_where_it_is_wanted() -> None:
    assert published()[0] is SVG
    assert not [format for format in published() if format.slow]
    assert published({format.id for format in SLOW}) == PUBLISHED


@EACH
def test_a_format_is_made_of_the_drawing_or_of_the_blueprint(format: PictureFormat) -> None:
    assert bool(format.of_painting) != bool(format.of_view)
    made = make(format, BLUEPRINT, View.STAGES, words_for("en"))
    assert made.content == make(format, BLUEPRINT, View.STAGES, words_for("en")).content
    assert made.content
    assert made.lacking == ""


@EACH
def test_the_command_line_offers_a_format_and_says_what_it_is_for(format: PictureFormat) -> None:
    [option] = [param for param in draw.params if param.name == "form"]
    assert format.id in getattr(option.type, "choices", ())
    assert format.purpose in (getattr(option, "help", "") or "")
    assert format.purpose.startswith(format.title)


@EACH
def test_the_documentation_says_when_to_take_a_format(format: PictureFormat) -> None:
    told = (DOCS / "how-to/draw-on-the-command-line.md").read_text(encoding="utf-8")
    assert format is SVG or re.search(rf"`--format {format.id}`", told)


@ON_SITES
def test_the_address_of_a_published_picture_is_promised_and_no_page_has_it(format: PictureFormat) -> None:
    told = (DOCS / "reference/addresses.md").read_text(encoding="utf-8")
    assert f"| `blueprints/<id>/<view>.{format.id}` |" in told
    assert f"| `blueprints/<old-id>/<view>.{format.id}` |" in told
    assert addresses.picture_file("a", View.ACTORS, format.id) == f"blueprints/a/actors.{format.id}"
    assert not BLUEPRINT_ID.fullmatch(f"a/actors.{format.id}"), "see _LIKE_A_FILE in reading/blueprint_ids.py"


@ON_SITES
def test_the_index_of_a_site_has_the_address_of_a_published_picture(format: PictureFormat) -> None:
    assert format.id in IndexedView.model_fields


@SLOW_ONE
def test_a_site_can_do_without_a_slow_format(format: PictureFormat) -> None:
    assert format.id in {name for name, _ in ServiceBlueprintConfig._schema}
    assert f"--no-{format.id}" in {option for param in build.params for option in param.secondary_opts}
    assert [field.name for field in fields(Site) if field.name == format.id]
    assert Site(png=True).formats == PUBLISHED
    assert format not in Site().formats


def test_formats_are_named_in_their_register_alone() -> None:
    """An ending in quotes in the code is a place in which a new format would be forgotten.

    The names that programs use, and the format that a function of theirs takes, are written out.
    """
    package = Path(addresses.__file__).parents[1]
    endings = re.compile(rf'"\.?(?:{"|".join(format.id for format in FORMATS if format is not SVG)})"')
    naming = [
        str(module.relative_to(package).as_posix())
        for module in package.rglob("*.py")
        if endings.search(module.read_text(encoding="utf-8"))
    ]
    assert {*naming} - {"api.py", "drawing/__init__.py"} == {"drawing/formats.py"}
