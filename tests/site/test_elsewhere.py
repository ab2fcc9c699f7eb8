"""What a built site tells others: in the heads of its pages, in its inventory, read by real Sphinx and MkDocs sites."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocstrings import Inventory, InventoryItem
from playwright.sync_api import Page
from sphinx.util.inventory import InventoryFile

from projects import ROOT, SMALLEST, build, make_project, write
from served import served

SITE = "https://example.org/some/path/"
MODULE = '"""A module."""\n\ndef greet() -> None:\n    """Greet."""\n'


def built(folder: Path, files: dict[str, str] | None = None, configuration: str = "") -> Path:
    """The folder of a small site, built without a warning."""
    project = make_project(folder, {"blueprints/hr/burger.yml": SMALLEST, **(files or {})}, configuration)
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("project"))


def inventory(site: Path) -> dict[str, set[str]]:
    """The names of an inventory by their roles."""
    found = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="").data
    return {role: set(items) for role, items in found.items()}


def test_a_blueprints_page_says_each_thing_once_in_its_head(site: Path) -> None:
    head = (site / "blueprints/hr/burger/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    said = re.findall(r'<meta (?:name|property)="?([\w:-]+)', head)
    assert {"og:title", "og:type", "og:url", "twitter:card"} <= set(said)
    assert sorted(said) == sorted(set(said))
    assert f'<meta property="og:url" content="{SITE}blueprints/hr/burger/">' in head
    assert re.findall('<link rel="canonical" href="(.*?)">', head) == [f"{SITE}blueprints/hr/burger/"]
    [oembed] = re.findall('type="application/json\\+oembed" href="(.*?)"', head)
    answer = json.loads((site / oembed.removeprefix(SITE)).read_bytes())
    assert f'src="{SITE}blueprints/hr/burger/embed/"' in answer["html"]


def test_open_graph_data_that_is_there_already_stays_alone(tmp_path: Path) -> None:
    """As the social plugin of the theme writes it."""
    own = '{% extends "base.html" %}{% block extrahead %}<meta property="og:title" content="Card">{% endblock %}\n'
    folder = built(
        tmp_path, {"overrides/main.html": own}, "theme: {name: material, font: false, custom_dir: overrides}\n"
    )
    head = (folder / "blueprints/hr/burger/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert re.findall(r'<meta (?:name|property)="((?:og|twitter):\w+)', head) == ["og:title"]
    assert "application/json+oembed" in head


def test_pages_for_frames_are_neither_in_the_site_map_nor_in_the_search(site: Path) -> None:
    for file in ("sitemap.xml", "search/search_index.json"):
        assert "embed/" not in (site / file).read_text(encoding="utf-8")


def test_the_index_and_its_schema_are_published(site: Path) -> None:
    index = json.loads((site / "blueprints/index.json").read_bytes())
    assert [blueprint["id"] for blueprint in index["blueprints"]] == ["hr/burger"]
    assert (site / "blueprints" / index["$schema"]).is_file()


def test_a_sphinx_site_refers_to_blueprints_and_steps_by_name(site: Path, tmp_path: Path) -> None:
    with served(site) as url:
        write(
            tmp_path / "conf.py",
            f'extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {{"blueprints": ("{url}/", None)}}\n',
        )
        write(
            tmp_path / "index.rst",
            "Title\n=====\n\n:ref:`hr/burger#order`, :external+blueprints:ref:`the burger <hr/burger>`, "
            ":external+blueprints:doc:`hr/burger`\n",
        )
        command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(tmp_path), str(tmp_path / "out")]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    links = re.findall(r'<a class="reference external" href="(.*?)".*?>(.*?)</a>', html, re.DOTALL)
    assert [(address, re.sub("<.*?>", "", text)) for address, text in links] == [
        (f"{url}/blueprints/hr/burger/#order", "Orders"),
        (f"{url}/blueprints/hr/burger/", "the burger"),
        (f"{url}/blueprints/hr/burger/", "Get a burger"),
    ]


def test_an_mkdocs_site_refers_to_blueprints_and_steps_by_name(site: Path, tmp_path: Path) -> None:
    with served(site) as url:
        write(
            tmp_path / "mkdocs.yml",
            "site_name: Other\n"
            "theme: {name: material, font: false}\n"
            "plugins:\n"
            "  - mkdocstrings:\n"
            f"      handlers: {{python: {{inventories: [{{url: {url}/objects.inv, domains: [std]}}]}}}}\n",
        )
        write(tmp_path / "docs/index.md", "# Other\n\n[the order][hr/burger#order] and [hr/burger][]\n\n::: package\n")
        write(tmp_path / "package.py", MODULE)
        result = build(tmp_path, "--strict")
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert re.findall(rf'href="{url}/([^"]*)"[^>]*>(.*?)</a>', html) == [
        ("blueprints/hr/burger/#order", "the order"),
        ("blueprints/hr/burger/", "hr/burger"),
    ]


def test_the_inventory_of_another_plugin_keeps_what_it_has(tmp_path: Path) -> None:
    files = {"docs/api.md": "# API\n\n::: package\n", "package.py": MODULE}
    project = make_project(tmp_path, {"blueprints/hr/burger.yml": SMALLEST, **files})
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    write(project / "mkdocs.yml", text.replace("plugins:\n", "plugins:\n  - mkdocstrings\n"))
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    found = inventory(project / "site")
    assert {"package", "package.greet"} <= found["py:module"] | found["py:function"]
    assert {"hr/burger", "hr/burger#order"} <= found["std:label"]


def test_an_inventory_that_nobody_can_read_stays_and_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/hr/burger.yml": SMALLEST, "docs/objects.inv": "something else"})
    result = build(project, "--strict")
    assert result.returncode == 1
    assert "objects.inv of the site is no inventory, so blueprints are not in it: it does not begin as" in result.stderr
    assert (project / "site/objects.inv").read_text(encoding="utf-8") == "something else"


def test_an_inventory_of_the_sites_author_is_added_to(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/hr/burger.yml": SMALLEST})
    own = Inventory([InventoryItem("own", "std", "label", "own/")]).format_sphinx()
    (project / "docs/objects.inv").write_bytes(own)
    assert build(project, "--strict").returncode == 0
    assert inventory(project / "site")["std:label"] == {
        "own",
        "hr/burger",
        "hr/burger#order",
        "hr/burger#eats-and-leaves",
    }


def examples(language: str, url: str) -> list[str]:
    """The examples of the page on other sites, with the address of a site that is served."""
    page = (ROOT / "docs/how-to/refer-from-other-sites.md").read_text(encoding="utf-8")
    found = re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [example.replace("https://service-blueprints.example.org", url) for example in found]


def test_the_documentations_example_in_python_runs(url: str) -> None:
    [program] = [example for example in examples("python", url) if "import" in example]
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert f"Request a new laptop | Waits for news | {url}/blueprints/laptop-request/#prepare\n" in result.stdout


def test_the_documentations_example_in_javascript_runs(page: Page, url: str) -> None:
    [example] = examples("html", url)
    page.goto(f"{url}/blueprints/laptop-request/embed/")
    page.set_content(example)
    page.wait_for_function("document.querySelectorAll('li a').length > 2")
    links = page.locator("li a").evaluate_all("links => links.map((link) => link.href)")
    assert f"{url}/blueprints/laptop-request/" in links


def test_the_references_that_the_documentation_shows_lead_somewhere(sample_site: Path) -> None:
    page = (ROOT / "docs/how-to/refer-from-other-sites.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\b(laptop-request(?:#[a-z-]+)?)\b", page))
    assert len(shown) > 1
    assert shown <= inventory(sample_site)["std:label"]
