"""All roads to a folder of blueprints say the same of it: commands, the site, a comparison of commits, the history.

Each oddity is a folder with one sound blueprint, ``burger``, and something odd.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from projects import SMALLEST, make_project, write
from repositories import CALM, Repository
from service_blueprint.hosts import cli
from service_blueprint.shelves.versions.history import history_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")


@dataclass(frozen=True)
class Oddity:
    """Files and links of a folder, the ids of what can be read in it, and what is said of the rest.

    ``said`` is an error, ``warned`` is none. ``second`` is what is said where files are told apart by their addresses.
    """

    files: dict[str, str | bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    read: tuple[str, ...] = ("burger",)
    said: str = ""
    warned: str = ""
    second: str = ""


ODDITIES = {
    "no catalog": Oddity(),
    "a catalog": Oddity({"_catalog.yml": "actors:\n  desk: {title: Desk}\n"}),
    "a catalog with nothing in it": Oddity({"_catalog.yml": ""}),
    "a broken catalog": Oddity({"_catalog.yml": "actor: {}\n"}, read=(), said="_catalog.yml:1:1: 'actor' is no key"),
    "a catalog that is no YAML": Oddity({"_catalog.yml": "actors: [1"}, read=(), said="_catalog.yml:1:"),
    "a catalog of bytes": Oddity({"_catalog.yml": b"\x89PNG\0"}, read=(), said="byte 0x89 is not UTF-8"),
    "a catalog that is too large": Oddity({"_catalog.yml": "#" * 1_048_577}, read=(), said="at most 1 MiB is read"),
    "a catalog that is a link within": Oddity(links={"_catalog.yml": "../shared/catalog.yml"}),
    "a catalog that is a link outside": Oddity(
        links={"_catalog.yml": "../../outside.yml"}, read=(), said="the link leads out of the project"
    ),
    "a catalog that is a link to itself": Oddity(
        links={"_catalog.yml": "_catalog.yml"}, read=(), said="the file is a link that leads nowhere"
    ),
    "a draft": Oddity({"_draft.yml": "titel: Draft\n", "_drafts/a.yml": "titel: Draft\n"}),
    "what is hidden": Oddity({".old.yml": "titel: Old\n", ".old/a.yml": "titel: Old\n"}),
    "a name with a blank": Oddity({"a tea.yml": SMALLEST}, said="the name 'a tea' cannot be the address of a page"),
    "a name with a number sign": Oddity({"a#b.yml": SMALLEST}, said="the name 'a#b' cannot be the address of a page"),
    "a name in Polish": Oddity({"żółw.yml": SMALLEST}, said="the name 'żółw' cannot be the address of a page"),
    "another ending": Oddity({"tea.yaml": SMALLEST}, read=("burger", "tea"), warned="does not end in '.yml'"),
    "two files with one address": Oddity({"burger.yaml": SMALLEST}, second="the file has the same address as"),
    "an empty file": Oddity({"tea.yml": ""}, said="tea.yml:1:1: the file is empty"),
    "a file that is too large": Oddity({"tea.yml": "#" * 1_048_577}, said="at most 1 MiB is read"),
    "a file of bytes": Oddity({"tea.yml": b"\x89PNG\r\n\0"}, said="tea.yml:1:1: byte 0x89 is not UTF-8"),
    "a file with faults": Oddity({"tea.yml": "titel: Tea\n"}, said="tea.yml:1:1: "),
    "a link within": Oddity(links={"tea.yml": "../shared/tea.yml"}, read=("burger", "tea")),
    "a link to a link": Oddity(links={"tea.yml": "cup.yml", "cup.yml": "burger.yml"}, read=("burger", "cup", "tea")),
    "a link outside": Oddity(links={"tea.yml": "../../outside.yml"}, said="the link leads out of the project"),
    "a link to what is hidden": Oddity(
        links={"tea.yml": "../.hidden/tea.yml"}, said="the link leads to what is hidden"
    ),
    "a link to another kind": Oddity(links={"tea.yml": "../notes.txt"}, said="a file that does not end in '.yml'"),
    "a link that leads nowhere": Oddity(links={"tea.yml": "gone.yml"}, said="the file is a link that leads nowhere"),
    "a link to itself": Oddity(links={"tea.yml": "tea.yml"}, said="the file is a link that leads nowhere"),
}
Found = tuple[set[str] | None, str]


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli.main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def drawings(folder: str) -> set[str]:
    return {path.parent.relative_to(folder).as_posix() for path in Path(folder).rglob("*.svg")}


def by_draw(_: pytest.LogCaptureFixture) -> Found:
    told = run("draw", "blueprints", "--out", "pictures").output
    return drawings("pictures"), told


def by_check(_: pytest.LogCaptureFixture) -> Found:
    return None, run("check", "blueprints").output.replace(": error: ", ": ")


def by_table(_: pytest.LogCaptureFixture) -> Found:
    files = [path for path in sorted(Path("blueprints").iterdir()) if path.name[0] not in "._"]
    results = {file: run("table", str(file)) for file in files}
    told = "".join(result.output for result in results.values())
    return {file.stem for file, result in results.items() if result.exit_code == 0}, told


def by_build(_: pytest.LogCaptureFixture) -> Found:
    told = run("build", "--into", "written", "--no-png").output
    return drawings("written/blueprints"), told


def by_site(log: pytest.LogCaptureFixture) -> Found:
    log.set_level("INFO")
    build_site(load_config("mkdocs.yml"))
    return drawings("site/blueprints"), log.text


def by_diff_of_commits(_: pytest.LogCaptureFixture) -> Found:
    return compared("HEAD~1", "HEAD")


def by_diff_of_files(_: pytest.LogCaptureFixture) -> Found:
    return compared("HEAD~1")


def compared(*revisions: str) -> Found:
    """All is new; one file that cannot be read ends a comparison, which then tells of nothing."""
    result = run("diff", *revisions, "blueprints", "--format", "json")
    if result.exit_code == 2:
        return None, result.output
    return {each["blueprint"] for each in json.loads(result.stdout)["blueprints"]}, result.stderr


def by_history(_: pytest.LogCaptureFixture) -> Found:
    history = history_of(Path("blueprints"))
    told = "\n".join(map(str, history.problems))
    return {id for version in history.versions for id in version.blueprints}, told


ROADS: dict[str, Callable[[pytest.LogCaptureFixture], Found]] = {
    road.__name__: road
    for road in (
        by_draw,
        by_check,
        by_table,
        by_build,
        by_site,
        by_diff_of_commits,
        by_diff_of_files,
        by_history,
    )
}
COMMITS = ("by_diff_of_commits", "by_diff_of_files", "by_history")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository whose first commit has no blueprint; the working directory."""
    for key, value in CALM.items():
        monkeypatch.setenv(key, value)
    write(tmp_path / "outside.yml", SMALLEST)
    repository = Repository.made(tmp_path / "project")
    files = {
        "shared/tea.yml": SMALLEST,
        "shared/catalog.yml": "actors:\n  desk: {title: Desk}\n",
        ".hidden/tea.yml": SMALLEST,
        "notes.txt": SMALLEST,
    }
    make_project(repository.folder, files)
    repository.commit()
    monkeypatch.chdir(repository.folder)
    return repository


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("name", ODDITIES)
def test_every_road_says_the_same(name: str, road: str, project: Repository, caplog: pytest.LogCaptureFixture) -> None:
    oddity = ODDITIES[name]
    write(Path("blueprints/burger.yml"), SMALLEST)
    for path, target in oddity.links.items():
        Path("blueprints", path).symlink_to(target)
    project.commit({f"blueprints/{path}": text for path, text in oddity.files.items()}, tag="1.0")
    read, told = ROADS[road](caplog)
    assert read is None or read == set(oddity.read)
    assert oddity.said in told
    if not oddity.said:
        assert told == "" if road in COMMITS else "cannot be" not in told
    if road in ("by_draw", "by_check", "by_table", "by_site"):
        assert oddity.warned in told
    if road not in COMMITS:
        assert oddity.second in told
    if read is None and road != "by_check":
        assert oddity.said


@pytest.mark.parametrize("road", ["by_draw", "by_check", "by_table", "by_build", "by_site"])
@pytest.mark.parametrize("name", ["burger.yml", "_catalog.yml"])
def test_what_is_no_ordinary_file_is_told_alike_where_there_can_be_one(
    name: str, road: str, project: Repository, caplog: pytest.LogCaptureFixture
) -> None:
    write(Path("blueprints/tea.yml"), SMALLEST)
    os.mkfifo(f"blueprints/{name}")
    read, told = ROADS[road](caplog)
    assert f"blueprints/{name}:1:1: this is no ordinary file" in told
    assert read is None or read == ({"tea"} if name == "burger.yml" else set())


def test_the_site_leads_to_the_fault_of_the_catalog_wherever_its_blueprints_would_be(project: Repository) -> None:
    write(Path("blueprints/burger.yml"), SMALLEST)
    write(Path("blueprints/_catalog.yml"), "actors: {}\nactor: {}\n")
    write(Path("docs/index.md"), f"# Home\n\n```blueprint\nburger\n```\n\n```blueprint\n{SMALLEST}```\n")
    build_site(load_config("mkdocs.yml"))
    page = Path("site/blueprints/burger/index.html").read_text("utf-8")
    assert "This blueprint cannot be read, because the catalog has faults. The page is back as soon as" in page
    index = Path("site/blueprints/index.html").read_text("utf-8")
    assert "This blueprint cannot be read, because the catalog has faults." in index
    home = Path("site/index.html").read_text("utf-8")
    assert "the blueprint cannot be read, because the catalog has faults".capitalize() in home
    for text in (page, index, home):
        assert "blueprints/_catalog.yml:2:1" in text
        assert "<mark>actor: " in text
        assert "<svg class" not in text.partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize("words", [["draw"], ["check"], ["table"]])
def test_a_command_says_that_it_is_the_catalog(words: list[str], project: Repository) -> None:
    write(Path("blueprints/burger.yml"), SMALLEST)
    write(Path("blueprints/_catalog.yml"), "actor: {}\n")
    result = run(*words, "blueprints/burger.yml")
    assert result.exit_code == 1
    assert "1 blueprint cannot be read, because the catalog has faults" in result.stderr
    assert result.output.count("_catalog.yml:1:1: ") == 1
