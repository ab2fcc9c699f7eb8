"""A stranger's values in every field, through every page that is made of them, in a Chromium.

Beside each value's blueprint stands its twin, which has harmless words in the same fields. A value may change the words
on a page and nothing else. ``make test-all`` looks at all values through every page, every other run at one of each
kind through those that show most of them.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from markdown import Markdown
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

from hostile.corpus import PLAIN, Trial, Value, broken, catalog, kinds, some_values, trial
from projects import build, make_project
from repositories import CALM, Repository
from served import served
from service_blueprint.blueprint import View
from service_blueprint.hosts.cli import main
from service_blueprint.insight.comparison import compare
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.comparing.comparison import comparison_html, comparison_svg
from service_blueprint.reading import read_text

HERE = Path(__file__).parent
SHAPE = (HERE / "shape.js").read_text("utf-8")
OURS = "[class^='sb-'], [class*=' sb-'], header, main, footer, article"
SCHEMES = {"http:", "https:", "mailto:", "tel:", "none"}  # what is no address leads nowhere
MOST_TO_A_PAGE = 20
SHOWN = """\
[](blueprint:NAME) [](blueprint:NAME#further)

```blueprint
blueprint: NAME
steps: [there]
show: both
```
"""
USUAL = ["admonition", "attr_list", "md_in_html", "tables", "toc", "fenced_code", "footnotes", "abbr", "def_list"]
"""Extensions of Markdown that most sites have on."""


@dataclass
class Watch:
    """What a browser did that no page of ours should have it do."""

    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def told(self) -> list[str]:
        """All of it since it was last asked for."""
        told = [*self.ran, *(f"asks {each}" for each in self.asked), *self.complaints]
        for each in (self.ran, self.asked, self.complaints):
            each.clear()
        return told


@dataclass
class Looking:
    """A built site with the values that it is made of, and a browser's page to look at it."""

    url: str
    folder: Path
    trials: Sequence[Trial]
    page: Page
    watch: Watch

    def shape(self, path: str, word: str = "") -> dict[str, Any]:
        """What the page at a path is made of; what the browser did goes into the watch."""
        self.page.goto(f"{self.url}/{path}", wait_until="load")
        return dict(self.page.evaluate(SHAPE, {"word": word, "own": OURS}))


@pytest.fixture(
    scope="module", params=["one of each", *(pytest.param(kind, marks=pytest.mark.slow) for kind in kinds())]
)
def trials(request: pytest.FixtureRequest) -> Sequence[Trial]:
    """Those of one site; a site of all values would spend its time on lists of its pages in each of them."""
    values = kinds().get(request.param, some_values())
    # Values that differ in blanks alone would be one key of the catalog; files are tried with each of them.
    apart = {value.line: value for value in reversed(values)}
    return [trial(value) for value in reversed(apart.values())]


@pytest.fixture(scope="module")
def site(trials: Sequence[Trial], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of all values, their twins, files with faults, and pages that show them; its version before had twins."""
    folder = tmp_path_factory.mktemp("hostile") / "project"
    with pytest.MonkeyPatch.context() as settings:
        for key, value in CALM.items():
            settings.setitem(build.__globals__["ENVIRONMENT"], key, value)
        settings.setitem(build.__globals__["ENVIRONMENT"], "MIKE_DOCS_VERSION", "1.1")
        repository = Repository.made(folder)
        make_project(folder, {".gitignore": "/site/\n"}, "markdown_extensions: [attr_list, md_in_html, admonition]\n")
        before = {f"blueprints/{each.value.name}.yml": each.before for each in trials}
        shared = {"blueprints/_catalog.yml": catalog(each.value for each in trials)}
        repository.commit({**before, **shared}, tag="1.0")
        now = {f"blueprints/{each.value.name}.yml": each.text for each in trials}
        twins = {f"blueprints/{each.value.twin.name}.yml": each.twin for each in _differing_twins(trials)}
        faulty = {f"blueprints/{each.value.name}-broken.yml": broken(each.value) for each in trials}
        repository.commit({**now, **twins, **faulty, **_pages(trials)})
        result = build(folder)
    assert result.returncode == 0, result.stderr[-3000:]
    (folder / "site/favicon.ico").touch()  # which a browser asks for beside a drawing that stands alone
    return folder / "site"


@pytest.fixture(scope="module")
def looking(site: Path, trials: Sequence[Trial], browser: Browser) -> Iterator[Looking]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, watch = context.new_page(), Watch()
    _watched(context, page, watch)
    with served(site) as url:
        yield Looking(url, site, trials, page, watch)
    context.close()


def test_a_page_keeps_its_shape(looking: Looking) -> None:
    told = faults_of(looking, lambda name: f"blueprints/{name}/", heading=True)
    assert not told, listed(told)


@pytest.mark.slow
def test_a_diagram_alone_keeps_its_shape(looking: Looking) -> None:
    told = faults_of(looking, lambda name: f"blueprints/{name}/embed/", heading=True)
    assert not told, listed(told)


@pytest.mark.slow
@pytest.mark.parametrize("view", View)
def test_a_drawing_keeps_its_shape(looking: Looking, view: View) -> None:
    told = faults_of(looking, lambda name: f"blueprints/{name}/{view}.svg", heading=False)
    assert not told, listed(told)


def test_cards_say_what_was_written(looking: Looking) -> None:
    lacking = {}
    for each in looking.trials:
        if each.titled and each.value.line.lower() != "none":  # which is no action
            labels = looking.shape(f"blueprints/{each.value.name}/actors.svg")["labels"]
            told = sum(label.startswith(bare(each.value.line)) for label in labels)
            if told < each.text.count("{do: ") - each.text.count("{do: Here"):
                lacking[each.value.text] = labels
    assert not lacking, listed(lacking)


@pytest.mark.slow
def test_the_page_of_changes_does_nothing(looking: Looking) -> None:
    told = {}
    for each in looking.trials:
        shape = looking.shape(f"blueprints/{each.value.name}/_changes/", each.value.text)
        faults = [*_acting(shape), *looking.watch.told()]
        faults += ["not told"] if each.titled and not shape["told"] else []
        if faults:
            told[each.value.text] = faults
    assert not told, listed(told)


def test_a_page_of_faults_does_nothing(looking: Looking) -> None:
    plain = looking.shape(f"blueprints/{looking.trials[0].value.name}-broken/")
    told = {}
    for each in looking.trials:
        shape = looking.shape(f"blueprints/{each.value.name}-broken/", each.value.line)
        faults = [*_acting(shape), *looking.watch.told()]
        faults += ["other parts"] if shape["acting"] != plain["acting"] else []
        if faults:
            told[each.value.text] = faults
    assert not told, listed(told)


@pytest.mark.parametrize("path", ["blueprints/", "blueprints/_changes/"])
def test_the_page_of_all_blueprints_tells_of_each(looking: Looking, path: str) -> None:
    shape = looking.shape(path)
    assert [*_acting(shape), *looking.watch.told()] == []
    text = bare(looking.page.locator("main").first.text_content() or "")
    titled = [each.value for each in looking.trials if each.titled]
    assert [value.text for value in titled if bare(value.text) not in text] == []


def test_pages_of_ones_own_show_them_as_text(looking: Looking) -> None:
    told = {}
    for path in _pages(looking.trials):
        shape = looking.shape(f"{Path(path).stem}/")
        if faults := [*_acting(shape), *looking.watch.told()]:
            told[path] = faults
    assert not told, listed(told)


@pytest.mark.slow
def test_a_comparison_does_nothing(looking: Looking) -> None:
    """As one page and as one drawing, which ``service-blueprint diff`` writes."""
    told = {}
    for each in looking.trials:
        before, after = (read_text(text.encode(), path="f.yml", id="f").blueprint for text in (each.twin, each.text))
        reviews = [Review(compare(before, after), f"{each.value.line}.yml")]
        page, drawing = f"{each.value.name}.html", f"{each.value.name}.svg"
        (looking.folder / page).write_text(comparison_html(reviews, each.value.text, each.value.text), "utf-8")
        (looking.folder / drawing).write_text(comparison_svg(reviews), "utf-8")
        shape = looking.shape(page, each.value.line)
        faults = [*_acting(shape), *([] if shape["told"] else ["not told"])]
        faults += [*_acting(looking.shape(drawing)), *looking.watch.told()]
        if faults:
            told[each.value.text] = faults
    assert not told, listed(told)


@pytest.mark.slow
def test_a_page_for_other_generators_keeps_its_shape(looking: Looking, monkeypatch: pytest.MonkeyPatch) -> None:
    """``service-blueprint build`` writes it, and extensions that most sites have on make HTML of it."""
    monkeypatch.chdir(looking.folder.parent)
    done = CliRunner().invoke(main, ["build", "--no-png", "--into", "plain"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output[-2000:]
    for file in Path("plain").rglob("index.md"):
        text = file.read_text("utf-8").partition("\n---\n")[2]
        page = looking.folder / "plain" / file.parent.name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        html = Markdown(extensions=USUAL).convert(text)
        page.write_text(f"<!doctype html><meta charset=utf-8><article>{html}</article>", "utf-8")
    told = faults_of(looking, lambda name: f"plain/{name}/", heading=True)
    assert not told, listed(told)


@pytest.mark.slow
def test_a_search_shows_them_as_text(looking: Looking) -> None:
    looking.page.goto(f"{looking.url}/?q={PLAIN}")
    looking.page.get_by_role("textbox", name="Search").first.click()
    told = {}
    for value in (each.value for each in looking.trials):
        words = re.findall(r"[a-z]{3,}", value.text)[:3]
        looking.page.get_by_role("textbox", name="Search").first.fill(" ".join(words))
        looking.page.wait_for_timeout(60)
        found = looking.page.locator(".md-search-result :is(script, img, iframe, svg [onload], style, object, form)")
        if found.count() or looking.watch.told():
            told[value.text] = ["acts in the list of what was found"]
    assert not told, listed(told)


@pytest.mark.slow
def test_what_readers_copy_does_nothing(looking: Looking) -> None:
    """The embed code is put into a page as it is."""
    told = {}
    for each in looking.trials:
        looking.page.goto(f"{looking.url}/blueprints/{each.value.name}/")
        shared = json.loads(looking.page.locator("[data-sb-shared]").get_attribute("data-sb-shared") or "")
        looking.watch.told()
        copied = f"blueprints/{each.value.name}/copied.html"
        (looking.folder / copied).write_text(f"<!doctype html><p>{shared['views']['actors']['embed']}", "utf-8")
        shape = looking.shape(copied)
        faults = [*_acting(shape, {"styles": ["border:0"]}), *looking.watch.told()]
        faults += [] if shape["acting"] == {"iframe": 1} else [str(shape["acting"])]
        if faults:
            told[each.value.text] = faults
    assert not told, listed(told)


def faults_of(looking: Looking, path: Callable[[str], str], *, heading: bool) -> dict[str, list[str]]:
    """What differs in each value's page from its twin's but the words, by the value."""
    told = {}
    twins: dict[str, tuple[dict[str, Any], list[str]]] = {}
    for each in _differing_twins(looking.trials):
        found = looking.shape(path(each.value.twin.name), each.value.twin.text)
        plain = json.dumps(found).replace(each.value.twin.text, PLAIN).replace(each.value.twin.name, "NAME")
        twins[each.fields] = json.loads(plain), looking.watch.told()
    for each in looking.trials:
        twin, usual = twins[each.fields]
        shape = looking.shape(path(each.value.name), each.value.line)
        faults = [*_acting(shape, twin), *(fault for fault in looking.watch.told() if fault not in usual)]
        # A picture that an author names is looked for on the site, and need not be there.
        faults = [fault for fault in faults if not any(f"({image})" in fault for image in shape["images"])]
        faults += _differing(shape, twin, each.value)
        if heading and each.titled and shape["heading"] != bare(each.value.line):
            faults.append(f"the heading is {shape['heading']!r}")
        if faults:
            told[each.value.text] = faults
    return told


def _differing_twins(trials: Sequence[Trial]) -> list[Trial]:
    """One of those whose twins have the same fields, which is most of them."""
    return list({each.fields: each for each in trials}.values())


def _acting(shape: dict[str, Any], twin: dict[str, Any] = {}) -> list[str]:  # noqa: B006 - only read
    """What could act on a page."""
    faults = [f"a handler {name}" for name in shape["handlers"]]
    faults += [
        f"an address {scheme}" for scheme in shape["schemes"] if scheme not in SCHEMES | set(twin.get("schemes", ()))
    ]
    own = re.compile(r"(--sb-[a-z]+: [\d.]+;? ?)+")
    faults += [
        f"a style {style}"
        for style in shape["styles"]
        if not own.fullmatch(style) and style not in twin.get("styles", ())
    ]
    doubled = [name for name, count in Counter(shape["ids"]).items() if count > 1]
    return faults + ([f"ids given twice: {doubled}"] if doubled else [])


def _differing(shape: dict[str, Any], twin: dict[str, Any], value: Value) -> list[str]:
    """What else is there, or is not, than on the twin's page."""
    faults = [
        f"other {name}: {_between(shape[name], twin[name])}"
        for name in ("acting", "parts")
        if shape[name] != twin[name]
    ]
    faults += [f"{shape['cards']} cards and arrows, not {twin['cards']}"] if shape["cards"] != twin["cards"] else []
    known = {each.replace(PLAIN, value.text).replace("NAME", value.name) for each in twin["ids"]}
    faults += [f"no id {each}" for each in sorted(known - set(shape["ids"]))]
    faults += [f"told {shape['told']} times, not {twin['told']}"] if shape["told"] < twin["told"] else []
    return faults


def _between(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    """How much more or less there is of each."""
    return {name: n for name in {**one, **other} if (n := one.get(name, 0) - other.get(name, 0))}


def _pages(trials: Sequence[Trial]) -> dict[str, str]:
    """Pages of Markdown with fences of and references to the values' blueprints."""
    pages = {}
    for number in range(0, len(trials), MOST_TO_A_PAGE):
        names = [each.value.name for each in trials[number : number + MOST_TO_A_PAGE]]
        pages[f"docs/page{number}.md"] = "# Page\n\n" + "\n".join(SHOWN.replace("NAME", name) for name in names)
    return pages


def _watched(context: BrowserContext, page: Page, watch: Watch) -> None:
    context.expose_function("canary", lambda *words: watch.ran.append("a script ran"))

    def ask(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname != "127.0.0.1":
            watch.asked.append(request.url)

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            watch.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def dismiss(dialog: Dialog) -> None:
        watch.ran.append("a dialog")
        dialog.dismiss()

    page.on("request", ask)
    page.on("console", note)
    page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    page.on("dialog", dismiss)
    page.on("popup", lambda popup: watch.ran.append("a window"))


def listed(told: dict[str, list[str]]) -> str:
    """What is wrong by the value, in full."""
    return "".join(f"\n{value!r}: {'; '.join(faults)}" for value, faults in told.items())


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)
