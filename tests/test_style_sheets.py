"""Style sheets: what the linter tells of them, and that a browser knows all that they say."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tinycss2 import serialize

from lint_css import declarations, faults

ROOT = Path(__file__).parent.parent
SHEETS = sorted(path for folder in ("plugins", "docs") for path in (ROOT / folder).rglob("*.css"))

SOUND = """\
@import 'b.css';
a { color: red; &:hover { color: blue } }
@media print { a { height: 1vh; height: 1dvh } }
"""


def test_a_sound_sheet_has_no_faults() -> None:
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    ("sheet", "fault"),
    [
        ("a { color red }", "1:14: what ends here is neither a declaration nor a rule"),
        ("a { color: red", ""),
        ("a { }\n", "1:1: a rule that says nothing"),
        ("@media print { b { /* later */ } }", "1:16: a rule that says nothing"),
        ("a {\n  top: 0;\n  left: 0;\n  top: 1px;\n}\n", "4:3: top stands twice in a rule"),
        ("a { color: red; }\n}\n", "2:2: what ends here is neither"),
    ],
)
def test_a_fault_is_told_with_its_place(sheet: str, fault: str) -> None:
    assert [told.startswith(fault) for told in faults(sheet)] == ([True] if fault else [])


def test_declarations_are_found_at_any_depth() -> None:
    assert [each.name for each in declarations(SOUND)] == ["color", "color", "height", "height"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_browser_knows_every_property_and_value(sheet: Path, canvas: Page) -> None:
    said = [(each.name, serialize(each.value).strip()) for each in declarations(sheet.read_text("utf-8"))]
    unknown = canvas.evaluate("all => all.filter(([name, value]) => !CSS.supports(name, value))", said)
    assert unknown == []
