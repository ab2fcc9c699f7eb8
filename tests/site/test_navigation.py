import json
import re
from pathlib import Path

import pytest

from projects import SMALLEST, build, make_project
from service_blueprint.hosts.navigation import mentioned, order_of_folder, section
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


# pages of the section that belong to no blueprint

KIND = """
from service_blueprint.pages import publication
from service_blueprint.pages.kind import InNavigation, PageKind, PlacedPage
from service_blueprint.pages.page import Page

FILE = "blueprints/_fail-points/index.html"


def pages(edition):
    yield PlacedPage(Page("Fail points", "", {}, "en"), FILE)


KIND = PageKind("fail points", (FILE,), pages, InNavigation.FIRST, searched=True)
publication.KINDS = (*publication.KINDS, KIND)
"""


@pytest.mark.parametrize("nav", ["", "nav: [index.md, {Services: blueprints/index.md}]\n"], ids=["made", "written"])
def test_a_page_that_its_kind_puts_first_stands_between_that_of_all_and_those_of_the_blueprints(
    tmp_path: Path, nav: str
) -> None:
    files = {"kind.py": KIND, "blueprints/burger.yml": SMALLEST}
    project = make_project(tmp_path, files, f"hooks: [kind.py]\n{nav}")
    built = build(project, "--strict")
    assert built.returncode == 0, built.stderr
    page = (project / "site/index.html").read_text(encoding="utf-8")
    listed = re.findall(r'href="(blueprints/[^"]*)" class="md-nav__link', page)
    assert listed == ["blueprints/", "blueprints/_fail-points/", "blueprints/burger/"]


def test_engines_that_read_an_order_from_a_file_have_the_first_pages_first() -> None:
    first = ["blueprints/index.md", "blueprints/_fail-points.md"]
    order = json.loads(order_of_folder("Services", first, {"burger": "blueprints/burger.md"}))
    assert order["title"] == "Services"
    assert order["nav"][:3] == ["index.md", "_fail-points.md", "burger.md"]
