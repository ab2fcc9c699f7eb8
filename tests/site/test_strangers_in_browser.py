"""Whatever a stranger writes into a blueprint, and calls its file, runs nothing and fetches nothing on any page."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import yaml
from click.testing import CliRunner
from jinja2 import Environment
from markdown import markdown
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from pages.test_plain_page import MANY
from projects import build, make_project, write
from repositories import CALM, Repository
from served import served
from service_blueprint.hosts.cli import main
from strangers import MARKDOWN, TEXTS, blueprint
from windows import patient

# What sites have on, and a plugin that runs templates over all that a page says of itself, as macros do.
CONFIGURATION = """\
repo_url: https://git.example.org/x/
edit_uri: edit/main/docs/
hooks: [macros.py]
markdown_extensions:
  - attr_list
  - md_in_html
  - admonition
  - footnotes
  - abbr
  - pymdownx.details
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tasklist: {custom_checkbox: true}
  - toc: {permalink: true}
"""
MACROS = """\
from jinja2 import Environment


def run(text):
    return Environment().from_string(text).render(hit=lambda: 'it ran')


def on_page_markdown(text, page, config, files):
    page.meta = {key: run(value) if isinstance(value, str) else value for key, value in page.meta.items()}
    return run(text)
"""
NAMES = ["<img src=x onerror=hit()>", '" onmouseover="hit()', "{{ hit() }}", "a\nhead: x"]
NAMED_BY = "title: A\nsteps:\n  - customer: A\n    frontstage: B\n"
SAFE = {"http:", "https:", "mailto:", "tel:"}

# All that could run without having done so yet: what waits for the reader to point at it, or to follow it.
LOADED = """() => [...document.querySelectorAll("*")].flatMap((element) => [
  ...[...element.attributes].filter((each) => each.name.startsWith("on")).map((each) => each.name),
  ...(element.closest(".sb-page") && element.matches("iframe, object, embed, base, meta, style, link") ?
    [element.outerHTML] : []),
  ...(element.matches("a[href]") ? [new URL(element.href, location).protocol] : []),
])"""
ANCHORS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a blueprint for each text, in another version before, one that is gone, and one that moved."""
    folder = tmp_path_factory.mktemp("strangers") / "project"
    with pytest.MonkeyPatch.context() as settings:
        for key, value in CALM.items():
            settings.setenv(key, value)
        repository = Repository.made(folder)
        make_project(folder, {".gitignore": "/site/\n/plain/\n", "macros.py": MACROS}, CONFIGURATION)
        for number, text in enumerate(TEXTS):
            before = blueprint(f"{text} before").replace("id: pay", "id: gone")
            write(folder / f"blueprints/s{number}.yml", before.replace("target: pay", "target: gone"))
            if number < 4:
                write(folder / f"blueprints/removed{number}.yml", blueprint(text))
        repository.commit(tag="1.0")
        share = -(-len(MARKDOWN) // len(TEXTS))
        for number, text in enumerate(TEXTS):
            summary = "\n\n".join([text, *MARKDOWN[number * share : (number + 1) * share]])
            write(folder / f"blueprints/s{number}.yml", f"formerly: old{number}\n{blueprint(text, summary)}")
            (folder / f"blueprints/removed{number}.yml").unlink(missing_ok=True)
        repository.commit(tag="well-named")
        for name in NAMES:
            write(folder / f"blueprints/{name}.yml", NAMED_BY)
            write(folder / f"blueprints/{name}/x.yml", NAMED_BY)
        fences = [
            f"[](blueprint:s{n}#ask)\n\n```blueprint\nblueprint: s{n}\nshow: both\n```\n" for n in range(len(TEXTS))
        ]
        inline = [f"```blueprint\nblueprint:\n{_indented(blueprint(text))}\n```\n" for text in TEXTS[:8]]
        write(folder / "docs/fences.md", "\n".join(["# Fences\n", *fences, *inline]))
        repository.commit()
    return folder


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """What MkDocs makes of it."""
    with pytest.MonkeyPatch.context() as settings:
        settings.setitem(build.__globals__["ENVIRONMENT"], "MIKE_DOCS_VERSION", "1.2")
        result = build(project)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def plain_site(project: Path) -> Path:
    """What an engine with macros and many extensions makes of the pages of ``build --into``, without a theme."""
    here = Path.cwd()
    os.chdir(project)
    try:
        result = CliRunner().invoke(main, ["build", "--no-png", "--version", "1.2", "--into", "plain"])
    finally:
        os.chdir(here)
    assert result.exit_code == 1, result.output  # for the files' names
    for file in (project / "plain").rglob("*.md"):
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        text = Environment().from_string(body).render(hit=lambda: "it ran")
        assert text.strip() == body.strip()
        html = markdown(body, extensions=[*MANY, "pymdownx.critic"])
        assert html.strip() == body.strip()
        head = Environment().from_string(yaml.safe_load(front).get("head", "")).render()
        write(file.with_suffix(".html"), f'<!doctype html><meta charset="utf-8"><title>T</title>{head}\n{html}')
    return project / "plain"


@pytest.fixture(scope="module")
def compared(project: Path) -> Path:
    """What ``diff`` writes; it refuses names of which no address can be made."""
    here = Path.cwd()
    os.chdir(project)
    try:
        words = ["diff", "1.0", "well-named", "--format", "html", "--out", "site-of-diff/index.html"]
        result = CliRunner().invoke(main, words)
    finally:
        os.chdir(here)
    assert result.exit_code in (0, 1), result.output
    return project / "site-of-diff"


def _visited(browser: Browser, folder: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Every page of a folder: its path, what happened on it, and the ids that it has twice."""
    with served(folder) as url:
        context = patient(browser.new_context())
        happened: list[str] = []
        _listen(context, url, happened)
        page = context.new_page()
        for file in sorted(path for path in folder.rglob("*") if path.suffix in endings):
            if file.parent.parent.name.startswith("old") or file.parent.parent.parent.name.startswith("old"):
                continue  # copies
            happened.clear()
            address = f"{url}/{quote(file.relative_to(folder).as_posix())}"
            page.goto(address)
            page.wait_for_load_state()
            loaded = set(page.evaluate(LOADED)) - SAFE
            twice = page.evaluate(ANCHORS)
            if page.url.partition("#")[0] != address and "/old" not in address:
                happened.append(f"led to {page.url}")
            yield file.relative_to(folder).as_posix(), [*happened, *sorted(loaded)], twice
        context.close()


def _listen(context: BrowserContext, url: str, happened: list[str]) -> None:
    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            happened.append(message.text)

    def asked(request: Request) -> None:
        if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(url):
            happened.append(f"fetched {request.url}")

    context.add_init_script("window.hit = () => console.error('a script ran')")
    context.on("console", note)
    context.on("request", asked)
    context.on("weberror", lambda error: happened.append(str(error.error)))


@pytest.mark.slow
def test_no_page_of_mkdocs_runs_or_fetches_what_a_stranger_wrote(browser: Browser, site: Path) -> None:
    found = {path: [happened, twice] for path, happened, twice in _visited(browser, site, (".html", ".svg"))}
    assert {path: happened for path, (happened, _) in found.items() if happened} == {}
    own = [path for path in found if path.startswith("blueprints/s") and path.count("/") == 2]
    assert {path: found[path][1] for path in own if found[path][1]} == {}
    for part in ("_changes/", "embed/", "old", "removed", "fences", "<img"):
        assert any(part in path for path in found), part


@pytest.mark.slow
def test_no_page_of_other_engines_does(browser: Browser, plain_site: Path) -> None:
    found = {path: [happened, twice] for path, happened, twice in _visited(browser, plain_site, (".html",))}
    assert {path: told for path, told in found.items() if any(told)} == {}
    assert len(found) > 2 * len(TEXTS)


def test_no_comparison_does(browser: Browser, compared: Path) -> None:
    [(_, happened, _)] = _visited(browser, compared, (".html",))
    assert happened == []


def test_no_template_of_a_plugin_runs_and_no_file_is_included(site: Path, plain_site: Path) -> None:
    for folder in (site, plain_site):
        for file in folder.rglob("*.html"):
            text = file.read_text("utf-8")
            assert "it ran" not in text, file
            assert "hooks: [macros.py]" not in text, file


def test_every_step_s_address_is_the_step_s(open_window: Callable[[], Page], site: Path) -> None:
    with served(site) as url:
        page = open_window()
        for number in range(len(TEXTS)):
            page.goto(f"{url}/blueprints/s{number}/#ask")
            assert page.locator("#ask").count() == 1
            assert page.locator("tr#ask").count() == 1
            assert page.locator("h1").count() == 1


def test_data_say_what_was_written(site: Path) -> None:
    index = json.loads((site / "blueprints/index.json").read_text("utf-8"))
    titles = {each["title"] for each in index["blueprints"]}
    assert {" ".join(text.split()) for text in TEXTS} <= titles
