"""Published cases of others, written in the format: what their sources say must be seen, and nothing else.

Each file of ``tests/published/`` names its source in its first line; only facts are taken from there. To try one more,
put it there.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from gauge import measure
from service_blueprint.blueprint import View
from service_blueprint.drawing import draw
from service_blueprint.shelves import read_folder

FOLDER = Path(__file__).parent / "published"
CASES = read_folder(FOLDER).blueprints


def test_every_case_is_read_and_names_its_source() -> None:
    files = sorted(FOLDER.glob("*.yml"))
    assert [file.stem for file in files] == sorted(CASES)
    assert [file.name for file in files if not file.read_text("utf-8").startswith("# Source: ")] == []


@pytest.mark.parametrize("name", CASES)
def test_something_leads_to_all_that_a_customer_does(name: str) -> None:
    case = CASES[name]
    reached = {flow.target for flow in case.flows} | {flow.source for flow in case.flows if flow.both}
    _, *others = (action for step in case.steps if not step.when for action in step.customer.actions)
    assert [action.do for action in others if action.address not in reached] == []


@pytest.mark.parametrize("name", CASES)
def test_every_view_of_a_case_passes_the_gates(name: str, canvas: Page) -> None:
    for view in View:
        assert measure(canvas, draw(CASES[name], view)).faults == {}, view
