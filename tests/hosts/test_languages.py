"""In which language problems are told, by whatever tells them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service_blueprint.hosts import cli
from service_blueprint.hosts.languages import Languages, language_in, site_language

BROKEN = "title: Laptop\n{more}steps:\n  - custumer: Asks\n"
ENGLISH = "'custumer' is no key of a step; write 'customer'"
POLISH = "element „krok” nie ma klucza 'custumer'; napisz 'customer'"
HUNGARIAN = "a(z) „lépés” elemnek nincs 'custumer' kulcsa; írja így: 'customer'"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "blueprints").mkdir()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def broken(folder: Path, language: str = "", site: str = "") -> None:
    text = BROKEN.format(more=f"language: {language}\n" if language else "")
    (folder / "blueprints/laptop.yml").write_text(text, "utf-8")
    if site:
        (folder / "mkdocs.yml").write_text(f"site_name: A\ntheme: {{name: material, language: {site}}}\n", "utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, words)


@pytest.mark.parametrize(
    ("asked", "language", "site", "told"),
    [
        ("", "", "", ENGLISH),
        ("", "", "pl", POLISH),
        ("", "hu", "pl", HUNGARIAN),
        ("pl", "hu", "", POLISH),
        ("en", "hu", "pl", ENGLISH),
        ("", "de", "pl", ENGLISH),
        ("", "pl-PL", "", POLISH),
    ],
)
def test_check_speaks_as_asked_else_as_the_file_else_as_the_site(
    asked: str, language: str, site: str, told: str, folder: Path
) -> None:
    broken(folder, language, site)
    options = ["--language", asked] if asked else []
    assert (
        f"blueprints/laptop.yml:{3 + bool(language)}:5: error: {told} [format]"
        in run("check", "blueprints", *options).output
    )


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif", "junit"])
def test_every_report_is_in_that_language_and_has_the_rule_and_code_as_they_are(form: str, folder: Path) -> None:
    broken(folder, "pl")
    made = run("check", "blueprints", "--format", form).stdout
    assert "nie ma klucza" in made
    assert ("format" if form == "text" else "format.unknown-key") in made
    if form == "json":
        [problem] = json.loads(made)["problems"]
        assert (problem["rule"], problem["code"], problem["remedy"]) == (
            "format",
            "format.unknown-key",
            "napisz 'customer'",
        )


@pytest.mark.parametrize(
    "words",
    [
        ("draw", "blueprints", "--out", "made"),
        ("table", "blueprints/laptop.yml"),
        ("diff", "blueprints/laptop.yml", "blueprints/laptop.yml"),
        ("build", "--into", "made", "--no-png"),
    ],
)
def test_every_command_tells_a_fault_in_the_language_of_its_file(words: tuple[str, ...], folder: Path) -> None:
    broken(folder, "pl")
    assert f"blueprints/laptop.yml:4:5: {POLISH}" in run(*words).output


def test_format_does_too(folder: Path) -> None:
    (folder / "blueprints/laptop.yml").write_text("language: hu\ntitle: [a\n", "utf-8")
    assert "tegye idézőjelbe" in run("format", "blueprints").output


def test_the_page_of_a_fault_is_in_the_language_of_the_site(folder: Path) -> None:
    broken(folder)
    run("build", "--into", "made", "--no-png", "--language", "hu")
    [page] = [file.read_text("utf-8") for file in (folder / "made").rglob("*.md") if "laptop" in str(file)]
    assert "kulcsa" in page
    assert "is no key" not in page


def test_the_language_of_a_file_is_found_however_broken_it_is() -> None:
    assert language_in(b'title: "\nlanguage: pl\nsteps: [') == "pl"
    assert language_in(b"language: 'pt-BR'  # a comment\n") == "pt-BR"
    assert language_in(b"summary: |\n  language: pl\n") == ""
    assert language_in(b"language: [pl]\n") == ""


@pytest.mark.parametrize("text", ["theme: material\n", "theme: [\n", "- a\n", "theme: {language: [pl]}\n", "\xff"])
def test_a_site_that_says_no_language_says_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "latin-1")
    assert site_language(tmp_path / "blueprints") == ""


def test_what_no_file_says_is_told_in_english() -> None:
    assert Languages().words("a.yml").language == "en"
