"""What is added to a YAML file that its author keeps. A file in ``authoring_cases`` is a case; no code is needed.

``before`` is a ``mkdocs.yml``; ``after`` the same with the plugin, or ``refused`` why it is left alone.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from golden import Golden
from service_blueprint.writing import with_plugin
from service_blueprint.writing.authoring import AuthoringError, with_value

CASES = sorted((Path(__file__).parent / "authoring_cases").glob("*.yml"))
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_the_plugin_is_added_as_the_case_says(file: Path, golden: Golden) -> None:
    case: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    try:
        made, key = with_plugin(case["before"]), "after"
    except AuthoringError as refused:
        made, key = str(refused), "refused"
    golden.value(file, key, made)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=repr)
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_every_line_stays_and_nothing_is_added_twice(file: Path, line_end: str) -> None:
    before = yaml.safe_load(file.read_text("utf-8"))["before"].replace("\n", line_end)
    try:
        after = with_plugin(before)
    except AuthoringError:
        return
    assert with_plugin(after) == after
    assert "\n" not in before or after.count("\n") == after.count(line_end)
    rest = iter(after.splitlines())
    kept = [line for line in before.splitlines() if line.strip(" ]}") and "[" not in line and "{" not in line]
    assert [line for line in kept if line not in rest] == []


def test_the_projects_own_configuration_has_it_already() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert with_plugin(text) == text
    assert with_plugin(text.replace("  - service-blueprint\n", "")) == text


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(AuthoringError):
        with_plugin("a: " + "[" * 5000)


def test_a_value_is_replaced_and_nothing_else() -> None:
    text = "# Of a\na: 'old'   # beside\nb: {a: 1}\n"
    assert with_value(text, "a", "new") == text.replace("'old'", "new")
    assert with_value(text, "c", "new") == text
