"""What of the disk is read: ordinary files of limited size, and links within the project alone."""

import os
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service_blueprint.problem import Problem
from service_blueprint.reading.limits import BYTES
from service_blueprint.shelves import read_catalog, read_folder
from service_blueprint.shelves.disk import link_fault, read_bytes
from service_blueprint.shelves.projects import PROJECT_FILES, project_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")

GOOD = "title: Get a burger\nsteps:\n  - customer: Orders\n"
OUT = "the link leads out of the project"
HIDDEN = "the link leads to what is hidden"
NOWHERE = "the file is a link that leads nowhere"
OTHER = "the link leads to a file that does not end in '.yml'"


def write(file: Path, text: str = GOOD) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a folder of blueprints, things beside it that links may lead to, and secrets around it."""
    top = tmp_path / "project"
    write(top / "blueprints/burger.yml")
    write(top / "shared/burger.yml")
    write(top / "notes.txt", "SECRET")
    write(top / ".git/config.yml", "SECRET")
    write(top / ".cache/burger.yml", "SECRET")
    write(tmp_path / "secret.yml", "SECRET")
    write(tmp_path / "elsewhere/secret.yml", "SECRET")
    write(tmp_path / "elsewhere/.git", "gitdir: x")
    return top


LINKS: dict[str, tuple[dict[str, str], str]] = {
    "a file beside it": ({"x.yml": "burger.yml"}, ""),
    "a file of the project": ({"x.yml": "../shared/burger.yml"}, ""),
    "another ending of a blueprint": ({"x.yaml": "../shared/burger.yml"}, ""),
    "a link to a link": ({"x.yml": "y.yml", "y.yml": "../shared/burger.yml"}, ""),
    "by way of a folder": ({"x.yml": "f/burger.yml", "f": "../shared"}, ""),
    "out and in again": ({"x.yml": "../../project/shared/burger.yml"}, ""),
    "a file outside": ({"x.yml": "../../secret.yml"}, OUT),
    "a file of the system": ({"x.yml": "/etc/passwd"}, OUT),
    "a device": ({"x.yml": "/dev/zero"}, OUT),
    "a process": ({"x.yml": "/proc/self/environ"}, OUT),
    "outside by way of a link": ({"x.yml": "y.yml", "y.yml": "../../secret.yml"}, OUT),
    "outside by way of a folder": ({"x.yml": "f/secret.yml", "f": "../../elsewhere"}, OUT),
    "another repository": ({"x.yml": "../../elsewhere/secret.yml"}, OUT),
    "nothing outside": ({"x.yml": "../../gone.yml"}, OUT),
    "the files of git": ({"x.yml": "../.git/config.yml"}, HIDDEN),
    "a hidden folder": ({"x.yml": "../.cache/burger.yml"}, HIDDEN),
    "a file of another kind": ({"x.yml": "../notes.txt"}, OTHER),
    "nothing": ({"x.yml": "gone.yml"}, NOWHERE),
    "itself": ({"x.yml": "x.yml"}, NOWHERE),
    "a circle": ({"x.yml": "y.yml", "y.yml": "z.yml", "z.yml": "x.yml"}, NOWHERE),
    "a folder": ({"x.yml": "../shared"}, "this is a folder, not a file"),
}


@pytest.mark.parametrize("case", LINKS)
@pytest.mark.parametrize("name", ["blueprint", "catalog"])
def test_a_link_is_followed_within_the_project_alone(project: Path, case: str, name: str) -> None:
    links, message = LINKS[case]
    folder = project / "blueprints"
    for made, target in links.items():
        (folder / made).symlink_to(target)
    link = folder / next(iter(links))
    if name == "catalog":
        (folder / "_catalog.yml").symlink_to(link.name)
        link = folder / "_catalog.yml"
        library = read_folder(folder)
        told = [problem for problem in library.problems if problem.place.path == str(link)]
        assert library.shared == read_catalog(link)
    else:
        told = [problem for each in read_folder(folder).readings for problem in each.problems]
        told = [problem for problem in told if problem.place.path == str(link) and problem.rule == "file"]
    held = read_bytes(link, str(link), folder=folder)
    if message:
        assert isinstance(held, Problem)
        assert [problem.message for problem in told] == [held.message] == [message]
        assert "SECRET" not in repr(read_folder(folder).texts)
    else:
        assert held == GOOD.encode()
        assert name == "catalog" or told == []


@pytest.mark.parametrize("name", PROJECT_FILES)
def test_outside_of_a_repository_the_settings_of_a_site_bound_links(tmp_path: Path, name: str) -> None:
    write(tmp_path / "site" / name, "")
    write(tmp_path / "site/shared/burger.yml")
    write(tmp_path / "secret.yml")
    (tmp_path / "site/blueprints").mkdir()
    inside, outside = tmp_path / "site/blueprints/inside.yml", tmp_path / "site/blueprints/outside.yml"
    inside.symlink_to("../shared/burger.yml")
    outside.symlink_to("../../secret.yml")
    assert project_of(tmp_path / "site/blueprints") == tmp_path / "site"
    fault = link_fault(outside)
    assert (link_fault(inside), fault and fault.message) == (None, OUT)


def test_a_repository_bounds_links_and_not_a_site_in_it(tmp_path: Path) -> None:
    write(tmp_path / ".git", "gitdir: elsewhere")  # as in a worktree
    write(tmp_path / "site/mkdocs.yml", "")
    assert project_of(tmp_path / "site/blueprints") == tmp_path


def test_outside_of_any_project_the_folder_of_blueprints_bounds_links(tmp_path: Path) -> None:
    write(tmp_path / "services/shared/burger.yml")
    write(tmp_path / "secret.yml")
    folder = tmp_path / "services"
    (folder / "hr").mkdir()
    (folder / "hr/inside.yml").symlink_to("../shared/burger.yml")
    (folder / "hr/outside.yml").symlink_to("../../secret.yml")
    told = {each.id: [problem.message for problem in each.problems] for each in read_folder(folder).readings}
    assert told == {"hr/inside": [], "hr/outside": [OUT], "shared/burger": []}
    alone = folder / "hr/outside.yml"
    assert isinstance(read_bytes(alone, "x"), Problem)  # nor when the file alone is named


def test_a_link_far_above_is_of_whoever_runs_this(tmp_path: Path) -> None:
    write(tmp_path / "disk/project/.git/HEAD")
    write(tmp_path / "disk/project/blueprints/burger.yml")
    (tmp_path / "home").symlink_to("disk")
    assert [each.problems for each in read_folder(tmp_path / "home/project/blueprints").readings] == [()]


def test_a_folder_of_blueprints_that_is_a_link_is_judged_too(project: Path) -> None:
    (project / "others").symlink_to("../elsewhere")
    (project / "same").symlink_to("blueprints")
    library = read_folder(project / "others")
    assert ([problem.message for problem in library.problems], library.readings) == ([OUT], ())
    assert [each.id for each in read_folder(project / "same").readings] == ["burger"]


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


OTHERS: dict[str, Callable[[Path], object]] = {
    "a pipe": lambda path: os.mkfifo(path),
    "a socket": make_socket,
    "a device": lambda path: os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5)),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_no_ordinary_file_is_neither_read_nor_waited_for(tmp_path: Path, kind: str) -> None:
    for name in ("x.yml", "_catalog.yml"):
        try:
            OTHERS[kind](tmp_path / name)
        except PermissionError:
            assert kind == "a device"  # only an administrator can make one
            return
    library = read_folder(tmp_path)
    # The catalog's, once for the folder and once for its blueprint, and the blueprint's own.
    told = [problem.message for problem in (*library.problems, *library.readings[0].problems)]
    assert told == ["this is no ordinary file"] * 3


@pytest.mark.parametrize("name", ["x.yml", "_catalog.yml"])
def test_of_a_large_file_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(8 * 1024**3)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("the file was read"))
    library = read_folder(tmp_path)
    [problem] = [*library.problems, *(problem for each in library.readings for problem in each.problems)]
    assert problem.message == "the file has 8192.0 MiB, and at most 1 MiB is read"


def test_a_file_that_grows_is_read_no_further_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, read = write(tmp_path / "x.yml"), 0

    def endless(_: int, size: int) -> bytes:
        nonlocal read
        read += min(size, 65536)
        return b"#" * min(size, 65536)

    monkeypatch.setattr(os, "read", endless)
    assert isinstance(read_bytes(file, "x.yml"), Problem)
    assert read == BYTES.most + 1
