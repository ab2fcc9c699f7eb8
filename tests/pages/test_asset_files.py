"""Style sheets take what the drawing decides from there: its colours, and how wide and high its parts are."""

import re
from pathlib import Path

import pytest

from service_blueprint import pages
from service_blueprint.drawing.style import palette
from service_blueprint.pages.asset_files import DIAGRAM_STYLE, EMBED_STYLE, STYLES, asset_files

FOLDER = Path(pages.__file__).parent
MADE = {address: content.decode() for address, content in asset_files().items() if address.endswith(".css")}
DRAWN = {f"--sb-{colour}" for colour in palette("light")} | {"--sb-titles-least", "--sb-titles-most", "--sb-foot"}


def declared(css: str) -> set[str]:
    return {*re.findall(r"(--sb-[\w-]+):", css)}


@pytest.mark.parametrize("sheets", [STYLES, (EMBED_STYLE,)], ids=["pages", "frame"])
def test_whatever_a_style_sheet_uses_is_declared_where_it_is_loaded(sheets: tuple[str, ...]) -> None:
    css = "\n".join(MADE[sheet] for sheet in sheets)
    by_page = [*FOLDER.glob("assets/*.js"), *FOLDER.glob("templates/*.j2")]
    set_by_pages = {name for path in by_page for name in re.findall(r"--sb-[\w-]+", path.read_text(encoding="utf-8"))}
    used = {*re.findall(r"var\((--sb-[\w-]+)\)", css)}
    assert used - declared(css) - set_by_pages == set()


@pytest.mark.parametrize("sheet", sorted(FOLDER.glob("assets/*.css")), ids=lambda path: path.name)
def test_no_style_sheet_says_again_what_the_drawing_decides(sheet: Path) -> None:
    assert declared(sheet.read_text(encoding="utf-8")) & DRAWN == set()


def test_the_signs_of_changes_on_a_page_have_the_colours_of_the_marks_in_a_drawing() -> None:
    assert ".sb-kind" in MADE[DIAGRAM_STYLE].partition("{")[0]
