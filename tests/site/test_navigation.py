from typing import Any

import pytest

from service_blueprint.hosts.navigation import expanded, mentioned, section
from service_blueprint.pages.folders import tree

INDEX = "blueprints/index.md"
ITEMS = [INDEX, "blueprints/a.md"]


def test_a_section_has_a_folder_s_pages_before_its_folders() -> None:
    ids = ["hr/x", "a", "hr/it/y"]
    sources = {blueprint_id: f"{blueprint_id}.md" for blueprint_id in ids}
    assert section(tree(ids), sources) == ["a.md", {"Hr": ["hr/x.md", {"It": ["hr/it/y.md"]}]}]


def test_a_section_s_title_is_html_whatever_the_folder_is_called() -> None:
    [section_of_folder] = section(tree(["<b>{{/x"]), {"<b>{{/x": "x.md"})
    assert list(section_of_folder) == ["&lt;b&gt;&#123;&#123;"]


def test_a_folder_without_a_page_is_left_out() -> None:
    assert section(tree(["a", "hr/x"]), {"a": "a.md"}) == ["a.md"]


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (["index.md", INDEX], ["index.md", {"Blueprints": ITEMS}]),
        ([{"Services": INDEX}], [{"Services": ITEMS}]),
        ([{"Work": ["index.md", INDEX]}], [{"Work": ["index.md", {"Blueprints": ITEMS}]}]),
        (["index.md", {"Out": "https://example.org"}], ["index.md", {"Out": "https://example.org"}]),
    ],
)
def test_the_section_stands_where_the_nav_names_the_index(nav: list[Any], expected: list[Any]) -> None:
    assert expanded(nav, INDEX, "Blueprints", ITEMS) == expected


def test_every_path_of_a_nav_is_found() -> None:
    assert mentioned(["a.md", {"B": "b.md"}, {"C": [{"D": "d.md"}, "e.md"]}]) == {"a.md", "b.md", "d.md", "e.md"}
    assert mentioned(None) == set()
