"""The addresses in promised-addresses.txt: a built site has them all, and the documentation names them all."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from projects import CONFIGURATION, ROOT, build
from repositories import Repository
from service_blueprint.blueprint import View
from service_blueprint.hosts.schemas import schema_files
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import HOST_SCRIPT
from service_blueprint.pages.kind import FORMER_ID
from service_blueprint.pages.kind import ID as ID_OF_KIND
from service_blueprint.pages.kinds import KINDS

LINES = (Path(__file__).parent / "promised-addresses.txt").read_text(encoding="utf-8").splitlines()
PROMISED = [line for line in LINES if line and not line.startswith("#")]
ID, OLD_ID, STEP = "hr/laptop-request", "order-laptop", "send-request"
CATALOG = "actors:\n  desk: Service Desk\n"
FIRST = """\
title: Request a new laptop
steps:
  - {id: send-request, customer: Sends the request, frontstage: {by: desk, do: Confirms it}}
  - {id: remind, customer: Reminds the desk}
  - {id: prepare, backstage: {by: desk, do: Unpacks the laptop}}
"""
NOW = FIRST.replace("steps:", f"formerly: {OLD_ID}\nsteps:").replace(
    "  - {id: remind, customer: Reminds the desk}\n", ""
)
REMOVED = "title: Get a burger\nsteps: [{id: order, customer: Orders}]\n"
GONE = (addresses.page_file("burger"), *(addresses.embed_file("burger", view) for view in (None, *View)))


def file_of(address: str) -> str:
    """The file that stands at an address."""
    path = address.partition("#")[0]
    return f"{path}index.html" if path.endswith("/") else path


class Ids(HTMLParser):
    """The ids of a page, in order."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name == "id"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in its second version; the first had the blueprint elsewhere, a step more, and another blueprint."""
    project = Repository.made(tmp_path_factory.mktemp("project"))
    configuration = CONFIGURATION.replace("{OPTIONS}", '{version: "1.1"}')
    project.commit(
        {
            ".gitignore": "site/\n",
            "mkdocs.yml": configuration,
            "docs/index.md": "# Home\n",
            "blueprints/_catalog.yml": CATALOG,
            f"blueprints/{OLD_ID}.yml": FIRST,
            "blueprints/burger.yml": REMOVED,
        },
        tag="1.0",
    )
    for gone in (OLD_ID, "burger"):
        (project.folder / f"blueprints/{gone}.yml").unlink()
    project.commit({f"blueprints/{ID}.yml": NOW})
    result = build(project.folder, "--strict")
    assert result.returncode == 0, result.stderr
    return project.folder / "site"


@pytest.mark.parametrize("address", PROMISED)
def test_a_built_site_has_every_address_that_is_promised(site: Path, address: str) -> None:
    file = site / file_of(address)
    assert file.is_file()
    step = address.partition("#")[2]
    if step:
        assert Ids(file).found.count(step) == 1


def test_every_step_has_its_address_with_and_without_contact_and_when_it_is_gone(site: Path) -> None:
    ids = Ids(site / addresses.page_file(ID)).found
    assert [ids.count(step) for step in ("send-request", "prepare", "remind")] == [1, 1, 1]


def test_a_blueprint_that_is_gone_keeps_its_page_and_those_for_frames(site: Path) -> None:
    assert all((site / file).is_file() for file in GONE)


def test_every_file_among_the_blueprints_is_promised(site: Path) -> None:
    """What is published is pasted somewhere sooner or later; so a new kind of file is a decision."""
    promised = {file_of(address) for address in PROMISED}
    there = {file.relative_to(site).as_posix() for file in (site / "blueprints").rglob("*") if file.is_file()}
    assert there - {*GONE} == {file for file in promised if file.startswith("blueprints/")}


def test_the_code_gives_these_addresses() -> None:
    given = {address.replace(ID_OF_KIND, ID).replace(FORMER_ID, OLD_ID) for kind in KINDS for address in kind.addresses}
    given |= {HOST_SCRIPT, *schema_files()}
    assert given == {file_of(address) for address in PROMISED}


def test_the_documentation_promises_the_same() -> None:
    text = (ROOT / "docs/reference/addresses.md").read_text(encoding="utf-8")
    told = set()
    for pattern in re.findall(r"^\| `(.*?)` \|", text, re.MULTILINE):
        address = pattern.replace("<id>", ID).replace("<old-id>", OLD_ID).replace("<step>", STEP)
        told |= {address.replace("<view>", view) for view in View}
    assert told == set(PROMISED)


def test_no_address_is_promised_twice() -> None:
    assert sorted(PROMISED) == sorted(set(PROMISED))
