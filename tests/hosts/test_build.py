"""``service-blueprint build``, run as a user runs it."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from projects import BROKEN, ROOT, SMALLEST, write
from repositories import Repository
from service_blueprint.hosts.cli import main

Run = Callable[..., Result]

BURGER = "docs/blueprints/burger"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a project with one blueprint; no PNG, which take long."""
    monkeypatch.chdir(tmp_path)
    write(Path("blueprints/burger.yml"), SMALLEST)

    def runs(*words: str) -> Result:
        result = CliRunner().invoke(main, ["build", "--no-png", *(words or ("--into", "docs"))])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runs


def files(folder: str = "docs") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_pages_and_all_that_they_need_are_written(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert re.fullmatch(r"docs: (\d+) files; \1 written, 0 as they were, 0 removed\n", result.output)
    assert {
        "assets/service-blueprint/service-blueprint.css",
        "assets/service-blueprint/service-blueprint.js",
        "blueprints/.nav.yml",
        "blueprints/_schema.json",
        "blueprints/burger/actors.svg",
        "blueprints/burger/blueprint.yml",
        "blueprints/burger/embed/index.html",
        "blueprints/burger/index.md",
        "blueprints/burger/touchpoints.csv",
        "blueprints/index.json",
        "blueprints/index.md",
        "objects.inv",
    } <= set(files())
    assert not [path for path in files() if path.endswith(".png")]


def test_png_files_are_written_unless_they_are_declined(run: Run) -> None:
    result = CliRunner().invoke(main, ["build", "--into", "docs"])
    assert result.exit_code == 0
    assert Path(BURGER, "actors.png").read_bytes().startswith(b"\x89PNG")
    assert run().exit_code == 0
    assert not Path(BURGER, "actors.png").exists()


def test_letters_that_a_png_lacks_are_told(run: Run) -> None:
    write(Path("blueprints/burger.yml"), SMALLEST.replace("Orders", "Orders \U0003fff0"))
    assert "\U0003fff0" not in run().output
    said = f"{Path('blueprints/burger.yml')}: no font of this machine has \U0003fff0 (U+3FFF0), so the PNG lacks them"
    assert said in CliRunner().invoke(main, ["build", "--into", "docs"]).output


def test_a_second_run_follows_the_blueprints(run: Run) -> None:
    write(Path("blueprints/hr/salad.yml"), SMALLEST)
    run()
    shutil.rmtree("blueprints/hr")
    write(Path("blueprints/burger.yml"), SMALLEST.replace("Get a burger", "Get two burgers"))
    result = run()
    assert re.search(r" [1-9]\d* written, [1-9]\d* as they were, [1-9]\d* removed$", result.output.strip())
    assert not Path("docs/blueprints/hr").exists()
    assert "Get two burgers" in Path(BURGER, "index.md").read_text(encoding="utf-8")


def test_the_same_blueprints_give_the_same_files_wherever_the_command_runs(run: Run, tmp_path: Path) -> None:
    run()
    os.chdir(tmp_path / "blueprints")
    run("--into", "../other", "--blueprints", ".")
    os.chdir(tmp_path)
    assert files("other") == files("docs")
    assert [path for path in files() if Path("docs", path).read_bytes() != Path("other", path).read_bytes()] == []


def test_a_page_of_the_author_s_is_left_alone_and_named(run: Run) -> None:
    write(Path("docs/blueprints/index.md"), "# Our services\n")
    result = run()
    assert result.exit_code == 0
    assert "'docs/blueprints/index.md' is left alone" in result.stderr.replace("\\", "/")
    assert Path("docs/blueprints/index.md").read_text() == "# Our services\n"
    assert Path(BURGER, "index.md").exists()


def test_a_blueprint_with_faults_has_a_page_that_says_so(run: Run) -> None:
    write(Path("blueprints/salad.yml"), BROKEN)
    result = run()
    assert result.exit_code == 1
    assert "salad.yml:4:5: 'custmer' is no key of a step" in result.stderr
    assert "1 blueprint cannot be drawn; its page says what is wrong" in result.stderr
    assert "custmer" in Path("docs/blueprints/salad/index.md").read_text(encoding="utf-8")
    assert "Get a burger" in Path(BURGER, "index.md").read_text(encoding="utf-8")


def test_html_in_a_summary_is_text_unless_it_is_asked_for(run: Run) -> None:
    write(Path("blueprints/burger.yml"), f'summary: "Some <b onclick=x>words</b>"\n{SMALLEST}')
    run()
    page = Path(BURGER, "index.md")
    assert "&lt;b onclick=x&gt;words&lt;/b&gt;" in page.read_text(encoding="utf-8")
    run("--into", "docs", "--markdown-html")
    assert '<b onclick="x">words</b>' in page.read_text(encoding="utf-8")


def test_texts_of_one_page_share_no_id_though_they_say_the_same(run: Run) -> None:
    text = "# One\n\nSee [below](#one) and [here](blueprint:burger#order).\n\n```blueprint\nblueprint: burger\n```\n"
    steps = [{"id": "ask", "customer": {"do": "Asks", "note": text}, "note": text}, {"customer": "Goes", "note": text}]
    write(Path("blueprints/salad.yml"), yaml.safe_dump({"title": "Salad", "summary": text, "steps": steps}))
    assert run().exit_code == 0
    html = Path("docs/blueprints/salad/index.md").read_text("utf-8")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert [id for id in set(ids) if ids.count(id) > 1] == []
    assert {"_summary-one", "_note-1-one", "_note-2-one", "_note-3-one"} <= set(ids)
    assert html.count('class="sb-figure') >= 4
    assert html.count('href="../../blueprints/burger/#order"') == 4
    assert {link for link in re.findall(r'href="#([^"]+)"', html) if link not in ids} == set()
    # Headings stand below the one that says whose note it is.
    assert re.findall(r"<h(\d) id=\"_(?:summary|note-\d)-one", html) == ["2", "4", "4", "4"]


def test_a_reference_in_a_summary_leads_to_the_other_blueprint(run: Run) -> None:
    write(Path("blueprints/hr/salad.yml"), f'summary: "See [it](blueprint:burger#order)."\n{SMALLEST}')
    assert run().exit_code == 0
    page = Path("docs/blueprints/hr/salad/index.md").read_text(encoding="utf-8")
    [link] = re.findall(r'<a href="([^"]*)">it</a>', page)
    assert os.path.normpath(f"blueprints/hr/salad/{link.partition('#')[0]}") == os.path.normpath("blueprints/burger")
    assert link.endswith("#order")


def test_a_reference_to_what_is_not_there_is_told_with_its_place(run: Run) -> None:
    write(Path("blueprints/salad.yml"), f'summary: "See [it](blueprint:burger#ordr)."\n{SMALLEST}')
    result = run()
    assert result.exit_code == 1
    assert re.search(r"^blueprints.salad\.yml:1:\d+: there is no step 'ordr' .*'order'", result.stderr, re.MULTILINE)
    assert result.stderr.count("ordr") == 1


def test_the_site_s_name_address_version_and_language_are_told(run: Run) -> None:
    words = ("--site-url", "https://example.org/services", "--site-name", "Services", "--version", "1.2")
    assert run("--into", "docs", "--language", "pl", *words).exit_code == 0
    index = json.loads(Path("docs/blueprints/index.json").read_text(encoding="utf-8"))
    assert index["site"] == {"name": "Services", "url": "https://example.org/services/"}
    assert index["version"] == "1.2"
    assert 'lang="pl"' in Path("docs/blueprints/index.md").read_text(encoding="utf-8")
    assert "https://example.org/services/" in Path(BURGER, "index.md").read_text(encoding="utf-8")


def test_the_order_of_the_pages_is_written_for_engines_that_go_by_it(run: Run) -> None:
    write(Path("blueprints/hr/salad.yml"), SMALLEST)
    run()
    nav = yaml.safe_load(Path("docs/blueprints/.nav.yml").read_text(encoding="utf-8"))
    assert nav == {
        "title": "Blueprints",
        "nav": [
            "index.md",
            "burger/index.md",
            {"Hr": ["hr/salad/index.md"]},
            {"glob": "*.md", "ignore_no_matches": True},
        ],
    }


def test_an_address_of_before_leads_on_but_stands_in_no_navigation(run: Run) -> None:
    write(Path("blueprints/burger.yml"), f"formerly: [sandwich]\n{SMALLEST}")
    run()
    page = Path("docs/blueprints/sandwich/index.md").read_text(encoding="utf-8")
    assert '<a href="../burger/"' in page
    assert Path("docs/blueprints/sandwich/actors.svg").exists()
    assert "sandwich" not in Path("docs/blueprints/.nav.yml").read_text(encoding="utf-8")


def test_what_changed_since_a_tagged_version_has_its_page(run: Run) -> None:
    Repository.made(Path.cwd()).commit(tag="1.0")
    write(Path("blueprints/burger.yml"), SMALLEST.replace("Counter takes", "Robot takes"))
    result = run("--into", "docs", "--version", "1.1")
    assert result.exit_code == 0, result.output
    assert "Robot takes" in Path(BURGER, "_changes/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Missing option '--into'"),
        (("--into", "file"), "'file' is a file"),
        (("--into", "file/docs"), "'file' cannot be read or written|'file.docs' cannot be read or written"),
        (("--into", "blueprints"), "would stand among the blueprints"),
        (("--into", "blueprints/docs"), "would stand among the blueprints"),
        (("--into", "."), "would stand among the blueprints"),
        (("--into", "link"), "would stand among the blueprints"),
        (("--into", "project", "--blueprints", "blueprints"), "is a project's folder, for 'mkdocs.yml' is in it"),
        (("--into", "docs", "--blueprints", "nowhere"), "'nowhere' does not exist"),
        (("--into", "docs", "--blueprints", "file"), "'file' is a file"),
        (("--into", "docs", "--blueprints", "empty"), "there is no blueprint in 'empty'"),
        (("--into", "docs", "--language", "de"), "'de' is not one of"),
        (("--into", "docs", "--site-url", "example.org"), "'example.org' is no whole address"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(run: Run, words: tuple[str, ...], message: str) -> None:
    write(Path("file"), "")
    write(Path("project/mkdocs.yml"), "")
    Path("empty").mkdir()
    Path("link").mkdir()
    Path("link/blueprints").symlink_to(Path("blueprints").absolute())
    before = files(".")
    result = CliRunner().invoke(main, ["build", "--no-png", *words])
    assert result.exit_code == 2
    assert re.search(message, result.stderr)
    assert files(".") == before


def test_settings_that_cannot_be_followed_are_told(run: Run) -> None:
    write(Path("pyproject.toml"), "[tool.service-blueprint]\nselect = 1\n")
    result = run()
    assert result.exit_code == 2
    assert "pyproject.toml" in result.stderr
    assert not Path("docs").exists()


def test_an_interrupted_run_leaves_no_half_written_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "blueprints", tmp_path / "blueprints")
    code = "from service_blueprint.hosts.cli import main; main()"
    command = [sys.executable, "-c", code, "build", "--into", "docs", "--no-png"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as build:
        while build.poll() is None and not (tmp_path / "docs").exists():
            time.sleep(0.001)
        build.send_signal(signal.SIGKILL)
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert "left alone" not in result.stderr
    assert not [
        path for path in (tmp_path / "docs").rglob(".*") if path.name not in (".service-blueprint.txt", ".nav.yml")
    ]
