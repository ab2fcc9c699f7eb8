"""What a page says of its version, as MkDocs builds it; a browser looks at it in test_versions_in_browser.py."""

import json
import re
from pathlib import Path

import pytest

import projects
from projects import SMALLEST, build, make_project, write

VERSIONED = "extra:\n  version: {provider: mike, default: latest}\n"
FILES = {"blueprints/burger.yml": SMALLEST}
PAGE = "site/blueprints/burger/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, FILES, VERSIONED)


def page_built(project: Path, monkeypatch: pytest.MonkeyPatch, version: str = "") -> str:
    """The page of a blueprint, built as a version, a preview or neither."""
    monkeypatch.setitem(projects.ENVIRONMENT, "MIKE_DOCS_VERSION", version)
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    return (project / PAGE).read_text("utf-8")


def asks_for_versions(page: str) -> bool:
    """Whether the theme asks for the list of versions."""
    [settings] = re.findall(r'<script id="__config" type="application/json">(.*?)</script>', page)
    return bool(json.loads(settings)["version"])


def banner(page: str) -> str:
    """The text of the banner, without its tags."""
    found = re.search(r'md-banner--warning">(.*?)</aside>', page, re.DOTALL)
    text = re.sub(r"<script.*?</script>|<[^>]*>", "", found[1], flags=re.DOTALL) if found else ""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You are reading version 1.0. Go to the current version"),
        ("pl", "Czytasz wersję 1.0. Przejdź do bieżącej wersji"),
        ("hu", "Ön a(z) 1.0 verziót olvassa. Ugrás a jelenlegi verzióhoz"),
    ],
)
def test_a_version_says_which_it_is_in_the_language_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    project = make_project(tmp_path, FILES, VERSIONED)
    configuration = project / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text("utf-8").replace("font: false", f"font: false\n  language: {language}"), "utf-8"
    )
    page = page_built(project, monkeypatch, "1.0")
    assert banner(page) == said
    assert 'href="../../../latest/"' in page
    assert asks_for_versions(page)


def test_it_leads_to_the_alias_that_readers_come_to(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = project / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace("default: latest", "default: stable"), "utf-8")
    assert 'href="../../../stable/"' in page_built(project, monkeypatch, "1.0")


def test_a_site_that_is_no_version_says_nothing_and_asks_for_none(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_built(project, monkeypatch)
    assert "md-banner" not in page
    assert not asks_for_versions(page)


def test_a_preview_says_that_it_is_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_built(project, monkeypatch, "pr/12")
    assert "This is a preview of a change that is not published yet." in page
    assert banner(page) == ""
    assert not asks_for_versions(page)


def test_a_site_s_own_template_stands_and_can_say_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = '{% extends "base.html" %}{% block outdated %}Look out! '
    configuration = project / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text("utf-8").replace("font: false", "font: false\n  custom_dir: overrides"), "utf-8"
    )
    write(project / "overrides/main.html", own + "{% endblock %}")
    assert banner(page_built(project, monkeypatch, "1.0")) == "Look out!"
    partial = '{% include "partials/service-blueprint-version.html" %}{% endblock %}'
    write(project / "overrides/main.html", own + partial)
    assert banner(page_built(project, monkeypatch, "1.0")).startswith("Look out! You are reading version 1.0.")


def test_another_theme_is_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = project / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text("utf-8").replace("name: material\n  font: false", "name: mkdocs"), "utf-8"
    )
    assert "You are reading" not in page_built(project, monkeypatch, "1.0")
