"""The versions before the one that is built, read from real git repositories and published folders."""

import json
import shutil
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from repositories import CALM, Repository
from service_blueprint.insight.history import History
from service_blueprint.problem import Severity
from service_blueprint.reading import read_text
from service_blueprint.shelves.versions.branch import Branch
from service_blueprint.shelves.versions.history import history_of
from service_blueprint.shelves.versions.numbers import earlier, number_of

LAPTOP = "title: Laptop\nsteps:\n  - {id: ask, customer: Asks, frontstage: {by: desk, do: Answers}}\n"
BURGER = "title: Burger\nsteps:\n  - {id: order, customer: Orders}\n"
BROKEN = "title: Laptop\nsteps:\n  - custumer: Asks\n"
CATALOG = "actors:\n  desk: {title: Service Desk, kind: team}\n"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for key, value in CALM.items():
        monkeypatch.setenv(key, value)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository.made(tmp_path / "our services")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def blueprints(repository: Repository) -> Path:
    (repository.folder / "blueprints").mkdir()
    return repository.folder / "blueprints"


def shown(history: History) -> dict[str, list[str]]:
    return {version.name: sorted(version.blueprints) for version in history.versions}


def said(history: History) -> list[tuple[Severity, str]]:
    return [(problem.severity, str(problem)) for problem in history.problems]


def publish(repository: Repository, listed: str | list[str], folder: str = "", to: str = "gh-pages") -> None:
    """A branch as mike makes it, with a list of versions; nothing of it is checked out."""
    if isinstance(listed, list):
        listed = json.dumps([{"version": name, "title": name, "aliases": []} for name in listed])
    pages = Repository.made(repository.folder.parent / "pages")
    pages.commit({str(PurePosixPath(folder, "versions.json")): listed})
    repository.git("fetch", "--quiet", pages.folder.as_uri(), f"main:{to}")


# Which versions there are


@pytest.mark.parametrize(
    ("name", "number"),
    [("1.2", (1, 2)), ("v1.2", (1, 2)), ("1.2.0", (1, 2)), ("2026.11.22", (2026, 11, 22)), ("0", (0,))],
)
def test_a_version_is_a_number(name: str, number: tuple[int, ...]) -> None:
    assert number_of(name) == number


@pytest.mark.parametrize("name", ["", "v", "1.", ".1", "1..2", "1.2rc1", "latest", "V1", "1.²", "1/2", "9" * 5000])
def test_anything_else_is_none(name: str) -> None:
    assert number_of(name) == ()


def test_versions_come_in_the_order_of_their_numbers_and_before_the_one_that_is_built() -> None:
    names = ["1.10", "v1.9", "1.2", "v1.2", "nightly", "1.2.0", "2.0"]
    assert earlier(names, "2.0") == ["1.2", "v1.9", "1.10"]
    assert earlier(names, "1.9.0") == ["1.2"]
    assert earlier(names, "") == earlier(names, "preview") == ["1.2", "v1.9", "1.10", "2.0"]


# From git


def test_tags_are_versions(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="v1.0")
    repository.commit({"blueprints/food/burger.yml": BURGER})
    repository.git("tag", "--annotate", "1.1", "--message", "The second one")
    repository.git("tag", "nightly")
    repository.commit({"blueprints/_draft.yml": BURGER, "docs/other.yml": BURGER}, tag="1.2")
    history = history_of(blueprints, "1.3")
    assert shown(history) == {
        "1.0": ["laptop"],
        "1.1": ["food/burger", "laptop"],
        "1.2": ["food/burger", "laptop"],
    }
    assert history.problems == ()


def test_what_is_built_and_what_comes_after_it_is_no_earlier_version(repository: Repository, blueprints: Path) -> None:
    for tag in ("1.0", "1.1", "1.2"):
        repository.commit({"blueprints/laptop.yml": LAPTOP}, tag=tag)
    assert list(shown(history_of(blueprints, "v1.1"))) == ["1.0"]
    assert list(shown(history_of(blueprints))) == ["1.0", "1.1", "1.2"]


def test_a_tag_of_another_branch_is_no_earlier_version(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    repository.git("switch", "--quiet", "--create", "other")
    repository.commit({"blueprints/burger.yml": BURGER}, tag="1.1")
    repository.git("switch", "--quiet", "main")
    assert list(shown(history_of(blueprints))) == ["1.0"]


def test_each_version_has_the_catalog_of_its_time(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP, "blueprints/_catalog.yml": CATALOG}, tag="1.0")
    repository.commit({"blueprints/_catalog.yml": CATALOG.replace("Service Desk", "IT support")}, tag="1.1")
    titles = [version.blueprints["laptop"].actors[0].title for version in history_of(blueprints).versions]
    assert titles == ["Service Desk", "IT support"]


def test_the_folder_may_be_the_whole_repository_or_lie_deep_in_it(tmp_path: Path) -> None:
    top = Repository.made(tmp_path / "top")
    top.commit({"laptop.yml": LAPTOP}, tag="1.0")
    assert shown(history_of(top.folder)) == {"1.0": ["laptop"]}
    deep = Repository.made(tmp_path / "deep")
    deep.commit({"sites/számítógép/blueprints/laptop.yml": LAPTOP, "laptop.yml": LAPTOP}, tag="1.0")
    assert shown(history_of(deep.folder / "sites/számítógép/blueprints")) == {"1.0": ["laptop"]}


@pytest.mark.parametrize("git", [".git", "{top}/.git"])
def test_a_hook_of_git_knows_the_same(
    git: str, repository: Repository, blueprints: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    monkeypatch.setenv("GIT_DIR", git.format(top=repository.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    history = history_of(blueprints)
    assert (shown(history), history.problems) == ({"1.0": ["laptop"]}, ())


def test_versions_before_the_first_blueprint_are_left_out(repository: Repository, blueprints: Path) -> None:
    repository.commit({"README.md": "# Nothing yet"}, tag="0.1")
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    assert shown(history_of(blueprints)) == {"1.0": ["laptop"]}


@pytest.mark.parametrize("branch", ["gh-pages", "refs/remotes/origin/gh-pages"])
@pytest.mark.parametrize("folder", ["", "docs"])
def test_the_folders_of_tagged_versions_are_those_that_mike_has_published(
    branch: str, folder: str, repository: Repository, blueprints: Path
) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="v1.0")
    repository.commit(tag="v1.1")
    publish(repository, ["1.0.0", "main"], folder, branch)
    before = repository.git("status", "--porcelain"), repository.git("rev-parse", "HEAD")
    history = history_of(blueprints, branch=Branch(folder=folder))
    assert history.problems == ()
    assert (repository.git("status", "--porcelain"), repository.git("rev-parse", "HEAD")) == before
    assert [(version.name, version.folder) for version in history.versions] == [("1.0", "1.0.0"), ("1.1", "")]


def test_no_text_is_read_twice(repository: Repository, blueprints: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noting(*arguments: Any, **named: Any) -> Any:
        read.append(named["path"])
        return read_text(*arguments, **named)

    monkeypatch.setattr("service_blueprint.reading.reading.read_text", noting)
    repository.commit({"blueprints/laptop.yml": LAPTOP, "blueprints/burger.yml": BURGER}, tag="1.0")
    repository.commit({"README.md": "# Other"}, tag="1.1")
    repository.commit({"blueprints/laptop.yml": LAPTOP.replace("Asks", "Begs")}, tag="1.2")
    history = history_of(blueprints)
    assert read == ["1.0:blueprints/burger.yml", "1.0:blueprints/laptop.yml", "1.2:blueprints/laptop.yml"]
    assert history.versions[0].blueprints["burger"] is history.versions[2].blueprints["burger"]


def test_a_blueprint_that_was_broken_once_is_unknown_in_that_version_alone(
    repository: Repository, blueprints: Path
) -> None:
    repository.commit({"blueprints/laptop.yml": BROKEN, "blueprints/burger.yml": BURGER}, tag="1.0")
    repository.commit({"README.md": "# Other"}, tag="1.1")
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.2")
    history = history_of(blueprints)
    assert shown(history) == {"1.0": ["burger"], "1.1": ["burger"], "1.2": ["burger", "laptop"]}
    assert [version.unread for version in history.versions] == [{"laptop"}, {"laptop"}, frozenset()]
    [problem] = history.problems
    assert str(problem).startswith("1.0:blueprints/laptop.yml:3:5: ")
    assert "unknown in that version" in problem.remedy
    assert problem.severity is Severity.WARNING


def test_a_broken_catalog_makes_the_blueprints_of_its_version_unknown(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP, "blueprints/_catalog.yml": "actors: [1"}, tag="1.0")
    history = history_of(blueprints)
    assert history.versions[0].unread == {"laptop"}
    assert [problem.place.path for problem in history.problems] == ["1.0:blueprints/_catalog.yml"]


def test_what_is_no_blueprint_by_its_name_or_kind_is_none(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP, "blueprints/Große Anfrage.yml": BURGER})
    repository.write("blueprints/laptop.yaml", BURGER)
    repository.commit(tag="1.0")
    [version] = history_of(blueprints).versions
    # Of two files with one address the first has it, as on the site.
    assert {id: each.title for id, each in version.blueprints.items()} == {"laptop": "Burger"}


def test_a_link_is_what_it_led_to_and_cannot_be_read_where_it_led_out(repository: Repository, blueprints: Path) -> None:
    links = {
        "link": "laptop.yml",
        "twice": "link.yml",
        "shared": "../shared/burger.yml",
        "outside": "../../../secret.yml",
        "whole": "/etc/passwd",
        "circle": "circle.yml",
        "hidden": "../.hidden/burger.yml",
        "text": "../shared/notes.txt",
        "nowhere": "gone.yml",
        "folder": "../shared",
    }
    repository.commit({"blueprints/laptop.yml": LAPTOP, "shared/burger.yml": BURGER, "shared/notes.txt": BURGER})
    repository.write(".hidden/burger.yml", BURGER)
    for name, target in links.items():
        (blueprints / f"{name}.yml").symlink_to(target)
    repository.commit(tag="1.0")
    repository.commit({"shared/burger.yml": BURGER.replace("Burger", "Sandwich")}, tag="1.1")
    history = history_of(blueprints)
    first, second = history.versions
    expected = {"laptop": "Laptop", "link": "Laptop", "twice": "Laptop", "shared": "Burger"}
    assert {id: each.title for id, each in first.blueprints.items()} == expected
    assert second.blueprints["shared"].title == "Sandwich"
    assert first.unread == second.unread == links.keys() - expected.keys()
    assert {problem.place.path: problem.message for problem in history.problems} == {
        f"1.0:blueprints/{name}.yml": message
        for name, message in {
            "circle": "the file is a link that leads nowhere",
            "folder": "the link leads to a file that does not end in '.yml'",
            "hidden": "the link leads to what is hidden",
            "nowhere": "the file is a link that leads nowhere",
            "outside": "the link leads out of the project",
            "text": "the link leads to a file that does not end in '.yml'",
            "whole": "the link leads out of the project",
        }.items()
    }


def test_a_file_of_any_size_is_not_read(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP, "blueprints/large.yml": "#" * (1024 * 1024 + 1)}, tag="1.0")
    repository.commit(tag="1.1")
    history = history_of(blueprints)
    assert [version.unread for version in history.versions] == [{"large"}, {"large"}]
    assert [problem.message for problem in history.problems] == ["the file has 1.0 MiB, and at most 1 MiB is read"]


def test_another_file_that_holds_the_same_is_no_blueprint(repository: Repository, blueprints: Path) -> None:
    copies = ("laptop.yml.bak", "old/laptop.txt", "_draft.yml")
    repository.commit({f"blueprints/{name}": LAPTOP for name in ("laptop.yml", *copies)}, tag="1.0")
    assert shown(history_of(blueprints)) == {"1.0": ["laptop"]}


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_version_in_which_the_folder_was_none_has_no_blueprints(kind: str, tmp_path: Path) -> None:
    repository = Repository.made(tmp_path / "work")
    blueprints = repository.folder / "blueprints"
    repository.commit({"elsewhere/laptop.yml": LAPTOP})
    if kind == "file":
        blueprints.write_text("Our blueprints are in a drawer.", "utf-8")
    else:
        blueprints.symlink_to("elsewhere")
    repository.commit(tag="1.0")
    blueprints.unlink()
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.1")
    history = history_of(blueprints)
    assert (shown(history), history.problems) == ({"1.1": ["laptop"]}, ())


def test_a_tag_that_names_no_commit_is_passed_over(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    repository.git("tag", "1.1", "HEAD:blueprints/laptop.yml")
    repository.git("tag", "--annotate", "1.2", "HEAD^{tree}", "--message", "A tree")
    history = history_of(blueprints)
    assert shown(history) == {"1.0": ["laptop"]}
    assert said(history) == [
        (Severity.INFO, f".:1:1: the tag '{tag}' names no commit and is no version; tag a commit")
        for tag in ("1.1", "1.2")
    ]


@pytest.mark.parametrize("case", ["no repository", "no commit", "no tag"])
def test_where_git_knows_nothing_nothing_is_said(case: str, repository: Repository, blueprints: Path) -> None:
    if case == "no repository":
        shutil.rmtree(repository.folder / ".git")
    elif case == "no tag":
        repository.commit({"blueprints/laptop.yml": LAPTOP})
    assert history_of(blueprints) == History()


@pytest.mark.parametrize("case", ["there is no git", "git refuses"])
def test_where_git_does_not_answer_this_is_said(
    case: str, repository: Repository, blueprints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    if case == "there is no git":
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        (repository.folder / ".git" / "config").write_text("[core", "utf-8")
    history = history_of(blueprints)
    assert history.versions == ()
    [(severity, text)] = said(history)
    assert severity is Severity.INFO
    assert "earlier versions are not asked of git: git" in text


def test_a_damaged_repository_is_an_error_and_no_half_history(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    repository.commit({"blueprints/laptop.yml": BURGER}, tag="1.1")
    blob = repository.git("rev-parse", "1.0:blueprints/laptop.yml").strip()
    (repository.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    history = history_of(blueprints)
    assert history.versions == ()
    [problem] = history.problems
    assert problem.severity is Severity.ERROR
    assert "earlier versions cannot be read" in problem.message
    assert "git fsck" in problem.remedy


@pytest.fixture
def shallow(repository: Repository, tmp_path: Path) -> Path:
    """The folder of blueprints in a clone with the last commit alone, though with its tag."""
    repository.commit({"blueprints/laptop.yml": BURGER}, tag="1.0")
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.1")
    repository.git("clone", "--quiet", "--depth", "1", repository.folder.as_uri(), str(tmp_path / "clone"))
    return tmp_path / "clone" / "blueprints"


def test_a_shallow_clone_knows_no_versions_and_says_how_it_would(shallow: Path) -> None:
    history = history_of(shallow, "1.1")
    assert history.versions == ()
    [problem] = history.problems
    assert "not the whole history" in problem.message
    assert "git fetch --unshallow --tags" in problem.remedy
    assert problem.severity is Severity.INFO


# What was published


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"version": "1.0"}', "[" * 100_000, "\0", '[{"version": 1}]'])
def test_a_broken_list_of_versions_is_an_error_and_leads_nowhere(
    text: str, repository: Repository, blueprints: Path
) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    publish(repository, text)
    history = history_of(blueprints)
    assert [(version.name, version.folder) for version in history.versions] == [("1.0", "")]
    [problem] = history.problems
    assert (problem.severity, problem.place.path) == (Severity.ERROR, "gh-pages:versions.json")
    assert "where earlier versions stand is not known from this file" in problem.message
    assert problem.remedy


def test_nothing_is_read_of_what_a_published_file_leads_to_elsewhere(
    repository: Repository, blueprints: Path, tmp_path: Path
) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP}, tag="1.0")
    (tmp_path / "elsewhere.json").write_text('[{"version": "1.0", "title": "", "aliases": []}]', "utf-8")
    pages = Repository.made(tmp_path / "pages")
    (pages.folder / "versions.json").symlink_to(tmp_path / "elsewhere.json")
    pages.commit()
    repository.git("fetch", "--quiet", pages.folder.as_uri(), "main:gh-pages")
    history = history_of(blueprints)
    assert [version.folder for version in history.versions] == [""]
    assert [problem.place.path for problem in history.problems] == ["gh-pages:versions.json"]


def test_what_is_published_and_has_no_tag_is_told(repository: Repository, blueprints: Path) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP})
    publish(repository, ["1.1", "1.0", "main"])
    history = history_of(blueprints, "1.2")
    assert history.versions == ()
    [(severity, text)] = said(history)
    assert severity is Severity.INFO
    assert text.startswith("gh-pages:versions.json:1:1: version 1.1 is published, but git has no tag of it")
    assert "git tag 1.1 COMMIT" in text
    assert history_of(blueprints, "1.0") == History()


def test_a_published_version_whose_tag_is_elsewhere_is_not_told_to_have_none(
    repository: Repository, blueprints: Path
) -> None:
    repository.commit({"blueprints/laptop.yml": LAPTOP})
    repository.git("switch", "--quiet", "--create", "other")
    repository.commit({"blueprints/burger.yml": BURGER}, tag="v1.1")
    repository.git("switch", "--quiet", "main")
    publish(repository, ["1.1"])
    assert history_of(blueprints) == History()
