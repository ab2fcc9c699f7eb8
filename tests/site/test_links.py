"""Every link, picture, style sheet and script of every page leads somewhere on the site, anchors included."""

import shutil
from html import escape
from pathlib import Path

import pytest

from links import lost_links
from projects import ROOT, SMALLEST, build, make_project

SITE = "https://example.org/some/path/"


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_every_link_leads_somewhere(tmp_path: Path, directory_urls: str) -> None:
    configuration = f"use_directory_urls: {directory_urls}\n"
    project = make_project(tmp_path, {"docs/guide/start.md": "# Start\n"}, configuration)
    shutil.copytree(ROOT / "blueprints", project / "blueprints")
    (project / "blueprints/human-resources").mkdir()
    for moved in ("laptop-request.yml", "laptop-request-to-be.yml"):
        (project / "blueprints" / moved).rename(project / "blueprints/human-resources" / moved)
    text = project / "blueprints/human-resources/laptop-request-to-be.yml"
    text.write_text(
        text.read_text(encoding="utf-8").replace("variant-of: ", "variant-of: human-resources/"), encoding="utf-8"
    )
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr

    assert lost_links(project / "site", SITE) == []


def blueprint(summary: str) -> dict[str, str]:
    return {
        "blueprints/hr/burger.yml": f"summary: |\n  # Why\n\n  {summary}\n{SMALLEST}",
        "docs/index.md": "# Home\n\n## Part\n",
        "docs/hello.txt": "Hello",
    }


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../../index.md#part", "../../../#part"),
        ("burger.md#order", "./#order"),
        ("#order", "#order"),
        ("#why", "#_summary-why"),
        ("../index.md", "../../"),
        ("../../hello.txt", "../../../hello.txt"),
        ("blueprint:hr/burger#order", "./#order"),
        ("https://example.org/a", "https://example.org/a"),
        ("tel:+48123", "tel:+48123"),
    ],
)
def test_a_link_in_a_summary_leads_where_it_would_in_any_page(tmp_path: Path, link: str, address: str) -> None:
    project = make_project(tmp_path, blueprint(f"[text](<{link}>)"))
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert f'<a href="{address}">text</a>' in (project / "site/blueprints/hr/burger/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("../../lost.md", "contains a link '../../lost.md', but the target 'lost.md' is not found"),
        ("../../index.md#lost", "but the doc 'index.md' does not contain an anchor '#lost'"),
        ("#lost", "contains a link '#lost', but there is no such anchor on this page"),
        ("lost", "contains an unrecognized relative link 'lost'"),
        ("blueprint:hr/burger#lost", "there is no step 'lost' in the blueprint 'hr/burger'"),
    ],
)
def test_a_wrong_link_in_a_summary_fails_a_strict_build(tmp_path: Path, link: str, fault: str) -> None:
    result = build(make_project(tmp_path, blueprint(f"[text](<{link}>)")), "--strict")
    assert result.returncode == 1
    assert fault in result.stderr


def test_what_is_no_address_is_no_link_and_no_traceback(tmp_path: Path) -> None:
    project = make_project(tmp_path, blueprint("[text](<http://[>)"))
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "<span>text</span>" in (project / "site/blueprints/hr/burger/index.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["<![", "<![x", "<!a[", "</", "<a '", "<?", "&#"])
def test_what_is_half_html_is_text_and_no_traceback(tmp_path: Path, text: str) -> None:
    project = make_project(tmp_path, blueprint(text))
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert escape(text, quote=False) in (project / "site/blueprints/hr/burger/index.html").read_text("utf-8")


def test_headings_of_a_summary_are_contents_of_its_page(tmp_path: Path) -> None:
    project = make_project(tmp_path, blueprint("Text"))
    assert build(project, "--strict").returncode == 0
    html = (project / "site/blueprints/hr/burger/index.html").read_text("utf-8")
    assert '<h2 id="_summary-why">Why</h2>' in html
    assert 'href="#_summary-why" class="md-nav__link"' in html


def test_html_in_a_summary_is_html_where_the_site_s_owner_says_so(tmp_path: Path) -> None:
    files = blueprint('<b id="order" data-x>bold</b>')
    page = "site/blueprints/hr/burger/index.html"
    project = make_project(tmp_path, files)
    assert build(project, "--strict").returncode == 0
    assert "&lt;b id=" in (project / page).read_text("utf-8")
    make_project(project, {}, options="png: false, markdown_html: true")
    assert build(project, "--strict").returncode == 0
    assert '<b data-x="">bold</b>' in (project / page).read_text("utf-8")
