"""The how-to "Build with another generator", followed to the letter in a project that has nothing but blueprints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import engines
from links import lost_links
from projects import ROOT, SMALLEST, write

GUIDE = (ROOT / "docs/how-to/build-with-another-generator.md").read_text(encoding="utf-8")
HOME = """\
# Home

As in [the order](blueprint:laptop-request#order).

```blueprint
laptop-request
```

| a | b |
| - | - |
| 1 | 2 |
"""


def told(section: str, language: str) -> list[str]:
    """The code in a language that a section of the guide shows."""
    text = GUIDE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the reader is: a folder with a blueprint, a page, and what the first command writes; no PNG."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "blueprints/laptop-request.yml", SMALLEST)
    write(tmp_path / "docs/index.md", HOME)
    [template] = told("Zensical", "html")
    write(tmp_path / "overrides/main.html", template)
    write_pages()
    return tmp_path


def write_pages() -> None:
    """Run the guide's first command."""
    [command] = told("Write the pages", "console")
    name, *words = shlex.split(command.removeprefix("$ "))
    script = str(Path(sys.executable).parent / name)
    subprocess.run([script, *words, "--no-png"], check=True, capture_output=True)


def assert_whole(site: Path) -> None:
    """A page of one's own shows the diagram and refers to the step; the blueprint's page is there with its head."""
    home = (site / "index.html").read_text(encoding="utf-8").replace('="./', '="')
    assert '<a href="blueprints/laptop-request/#order">the order</a>' in home
    assert home.count('<figure class="sb-figure"') == 1
    assert "<td>1</td>" in home
    assert 'href="assets/service-blueprint/service-blueprint.css"' in home
    assert re.search(r'<script [^>]*src="assets/service-blueprint/service-blueprint.js"[^>]* type="module"', home)
    page = (site / "blueprints/laptop-request/index.html").read_text(encoding="utf-8")
    assert 'property="og:title" content="Get a burger"' in page
    assert 'data-blueprint="laptop-request"' in page


def test_zensical_builds_with_the_configuration_that_is_told(project: Path) -> None:
    [configuration] = told("Zensical", "toml")
    write(project / "zensical.toml", configuration)
    write(project / "docs/note.md", '# Note\n\n!!! note\n    Read.\n\n=== "One"\n    First.\n\n```yaml\na: 1\n```\n')
    result = engines.zensical(project / "zensical.toml")
    assert result.returncode == 0, result.stdout + result.stderr
    assert_whole(project / "site")
    note = (project / "site/note/index.html").read_text(encoding="utf-8")
    assert all(f'class="{name}' in note for name in ("admonition note", "tabbed-set", "highlight"))


def test_zensical_has_names_that_other_files_often_have_at_their_addresses(project: Path) -> None:
    ids = ("index", "readme", "hr/index", "hr/readme", "hr/v2.0_x")
    for id in ids:
        write(project / f"blueprints/{id}.yml", f"summary: See [it](blueprint:hr/index#order).\n{SMALLEST}")
    write(project / "docs/index.md", " ".join(f"[{id}](blueprint:{id}#order)" for id in ids))
    write_pages()
    write(project / "zensical.toml", told("Zensical", "toml")[0])
    result = engines.zensical(project / "zensical.toml")
    assert result.returncode == 0, result.stdout + result.stderr
    home = (project / "site/index.html").read_text(encoding="utf-8")
    assert [id for id in ids if f'<a href="blueprints/{id}/#order">{id}</a>' not in home] == []
    assert lost_links(project / "site", "https://services.example.org/") == []


def test_zensical_stops_at_a_reference_to_nothing_when_told_to_be_strict(project: Path) -> None:
    [configuration] = told("Zensical", "toml")
    assert "With `strict = true` below" in GUIDE
    write(project / "zensical.toml", configuration.rstrip() + "\nstrict = true\n")
    write(project / "docs/index.md", HOME.replace("#order", "#odrer"))
    result = engines.zensical(project / "zensical.toml")
    assert result.returncode != 0
    assert "docs/index.md:3:19: there is no step 'odrer'" in result.stdout + result.stderr


def test_properdocs_builds_with_the_configuration_that_is_told(project: Path) -> None:
    [configuration] = told("ProperDocs", "yaml")
    write(project / "mkdocs.yml", configuration.replace("  name: material\n", "  name: material\n  font: false\n"))
    result = engines.properdocs(project / "mkdocs.yml", project / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    assert_whole(project / "site")


@pytest.mark.usefixtures("project")
def test_the_programs_that_are_told_run_with_python_markdown_alone() -> None:
    page, own = told("Any other", "python")
    names: dict[str, str] = {}
    exec(page, names)
    assert '<table class="sb-table"' in names["html"] and "<svg" in names["html"]
    exec(own, names)
    assert '<a href="/blueprints/laptop-request/#order">the order</a>' in names["html"]
    assert '<figure class="sb-figure"' in names["html"]
