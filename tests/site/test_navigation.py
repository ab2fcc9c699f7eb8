from service_blueprint.hosts.navigation import mentioned, section
from service_blueprint.pages.folders import tree


def test_a_section_has_a_folder_s_pages_before_its_folders() -> None:
    ids = ["hr/x", "a", "hr/it/y"]
    sources = {blueprint_id: f"{blueprint_id}.md" for blueprint_id in ids}
    assert section(tree(ids), sources) == ["a.md", {"Hr": ["hr/x.md", {"It": ["hr/it/y.md"]}]}]


def test_a_section_s_title_is_html_whatever_the_folder_is_called() -> None:
    [section_of_folder] = section(tree(["<b>{{/x"]), {"<b>{{/x": "x.md"})
    assert list(section_of_folder) == ["&lt;b&gt;&#123;&#123;"]


def test_a_folder_without_a_page_is_left_out() -> None:
    assert section(tree(["a", "hr/x"]), {"a": "a.md"}) == ["a.md"]


def test_every_path_of_a_nav_is_found() -> None:
    assert mentioned(["a.md", {"B": "b.md"}, {"C": [{"D": "d.md"}, "e.md"]}]) == {"a.md", "b.md", "d.md", "e.md"}
    assert mentioned(None) == set()
