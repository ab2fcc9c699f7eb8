"""``new --site`` where there is a ``mkdocs.yml``: it keeps every line, the plugin comes to it, and the site builds."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from projects import build
from service_blueprint.hosts import joining
from service_blueprint.hosts.cli import main
from service_blueprint.writing import with_plugin as as_ever

CONFIGURATION = """\
# Ours
site_name: "Docs"   # as ever
theme:
    name: material
    font: false
plugins:
-   search:
        lang: en
# below
markdown_extensions:
- pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
extra:
  home: !ENV [HOME_PAGE, 'none']
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in {"mkdocs.yml": CONFIGURATION, "docs/index.md": "# Ours\n", "README.md": "# Ours\n"}.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, ["new", "--site", *words], prog_name="service-blueprint")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_plugin_is_added_and_told_and_the_site_builds(project: Path) -> None:
    before = state(project)
    result = run()
    assert (result.exit_code, result.stderr.count("\n")) == (0, 1)
    text = (project / "mkdocs.yml").read_text("utf-8")
    assert text == CONFIGURATION.replace("        lang: en\n", "        lang: en\n- service-blueprint\n")
    assert result.stdout.splitlines() == [
        ".vscode/extensions.json",
        ".vscode/settings.json",
        "blueprints/_catalog.schema.json",
        "blueprints/_catalog.yml",
        "blueprints/_schema.json",
        "blueprints/get-a-residents-parking-permit.yml",
        "mkdocs.yml:9: added: - service-blueprint",
    ]
    assert {path: data for path, data in state(project).items() if path in before} == {
        **before,
        "mkdocs.yml": text.encode(),
    }
    built = build(project, "--strict")
    assert built.returncode == 0, built.stderr
    assert (project / "site/blueprints/get-a-residents-parking-permit/index.html").exists()


def test_a_second_run_changes_nothing(project: Path) -> None:
    run()
    before = state(project)
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert state(project) == before


def test_blueprints_that_are_there_are_left_alone(project: Path) -> None:
    (project / "blueprints").mkdir()
    (project / "blueprints/ours.yml").write_text("title: Ours\nsteps: [{customer: Asks}]\n", "utf-8")
    assert run("--language", "pl").exit_code == 0
    assert [path for path in state(project) if path.startswith("blueprints/") and "_" not in path] == [
        "blueprints/ours.yml"
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"plugins: [search\n", "while parsing a flow sequence"),
        (b"plugins: !ENV PLUGINS\n", "'plugins' is no list"),
        (b"site_name: \xff\n", "it is not written in UTF-8"),
        (b"x" * 2_000_000, "1 MiB"),
    ],
    ids=["no YAML", "a tag", "bytes", "very large"],
)
def test_what_is_not_understood_is_said_in_a_line_and_nothing_is_written(project: Path, data: bytes, said: str) -> None:
    (project / "mkdocs.yml").write_bytes(data)
    before = state(project)
    result = run()
    assert result.exit_code == 2
    [line] = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert line.startswith("Error: 'mkdocs.yml' is left alone: ")
    assert said in line
    assert state(project) == before


def test_a_byte_order_mark_and_line_ends_stay(project: Path) -> None:
    (project / "mkdocs.yml").write_bytes("\ufeffsite_name: A\r\nplugins: [search]\r\n".encode())
    assert run().exit_code == 0
    assert (
        project / "mkdocs.yml"
    ).read_bytes() == "\ufeffsite_name: A\r\nplugins: [search, service-blueprint]\r\n".encode()


def test_where_a_file_cannot_be_written_the_configuration_is_as_before(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = state(project)
    monkeypatch.setattr(joining, "write_new", refuse)
    result = run()
    assert (result.exit_code, "No space left" in result.stderr) == (2, True)
    assert state(project) == before


def test_a_configuration_that_is_saved_meanwhile_is_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def meanwhile(text: str) -> str:
        (project / "mkdocs.yml").write_text("site_name: Edited\n", "utf-8")
        return as_ever(text)

    monkeypatch.setattr(joining, "with_plugin", meanwhile)
    result = run()
    assert (result.exit_code, "was changed meanwhile" in result.stderr) == (2, True)
    assert (project / "mkdocs.yml").read_text("utf-8") == "site_name: Edited\n"
    assert not (project / "blueprints").exists()
