"""Golden cases of the normal form. A file in ``cases`` is one: a text ``before`` and ``after``; no code is needed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from golden import Golden
from service_blueprint.writing import formatted

ROOT = Path(__file__).parents[2]
CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_text_becomes_the_normal_form_that_the_case_says(file: Path, golden: Golden) -> None:
    case: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    made = formatted(case["before"].encode(), "made.yml", ids=case.get("ids", False), turns=case.get("turns"))
    assert isinstance(made, bytes)
    golden.value(file, "after", made.decode())


@pytest.mark.parametrize("sample", sorted((ROOT / "blueprints").rglob("*.yml")), ids=lambda path: path.stem)
def test_the_samples_are_in_normal_form(sample: Path) -> None:
    assert formatted(sample.read_bytes(), str(sample)) == sample.read_bytes()
