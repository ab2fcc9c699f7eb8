"""Each kind of page and file is in the list, is published, has its address promised, and stands where it says."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import reference
import service_blueprint
from projects import ROOT
from service_blueprint import pages
from service_blueprint.blueprint import View
from service_blueprint.insight.history import History, Version
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.kind import FORMER_ID, ID, FileKind, InNavigation, Kind, PageKind
from service_blueprint.pages.kinds import KINDS
from service_blueprint.pages.past import Past
from service_blueprint.pages.publication import Publication, Publisher
from service_blueprint.shelves import read_folder
from written import written

PACKAGE = Path(service_blueprint.__file__).parent
MODULES = [module.name for module in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}.")]
PROMISED = (ROOT / "tests/site/promised-addresses.txt").read_text(encoding="utf-8")
DOCUMENTED = (ROOT / "docs/reference/addresses.md").read_text(encoding="utf-8")
NEW, OLD = "laptop-request", "order-laptop"
FIRST_STATE = "title: Burger\nsteps: [{id: order, customer: Orders}]\n"

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


SITE = Site(url="https://example.org/", version="1.1")


@pytest.fixture(scope="module")
def samples() -> tuple[Collection, History]:
    """A sample in the second version of its site; in the first it was another and elsewhere, and there was one more."""
    blueprint = replace(read_folder(ROOT / "blueprints").blueprints[NEW], formerly=(OLD,))
    entry = Entry(NEW, Path(f"{NEW}.yml"), blueprint.title, blueprint, text=b"title: as written")
    before = {id: written(FIRST_STATE, id=id) for id in (OLD, "burger")}
    return Collection("blueprints", [entry], catalog=b"actors: {}"), History((Version("1.0", before),))


@pytest.fixture(scope="module")
def edition(samples: tuple[Collection, History]) -> Edition:
    collection, history = samples
    return Edition(collection, SITE, Past.of(collection, SITE, history))


@pytest.fixture(scope="module")
def published(samples: tuple[Collection, History]) -> Publication:
    collection, history = samples
    return Publisher().publish(collection, SITE, history=history)


@each_kind
def test_each_kind_is_on_the_sample_site_at_the_addresses_that_it_says(
    kind: Kind, edition: Edition, published: Publication
) -> None:
    there = {*published.files, *(placed.file for placed in published.pages)}
    files = [placed.file for placed in kind.placed(edition)]
    assert files, "let one of the samples have it"
    assert {*files} <= there, "another kind has its address"
    patterns = [".+".join(map(re.escape, re.split(f"{ID}|{FORMER_ID}", address))) for address in kind.addresses]
    assert [file for file in files if not any(re.fullmatch(pattern, file) for pattern in patterns)] == []


@each_kind
def test_each_address_is_promised_and_told(kind: Kind) -> None:
    told = addresses_in(re.findall(r"^\| `(.*?)` \|", DOCUMENTED, re.MULTILINE))
    assert {*kind.addresses} <= told, "add it to docs/reference/addresses.md"
    promised = addresses_in(PROMISED.split())
    examples = {address.replace(ID, f"hr/{NEW}").replace(FORMER_ID, OLD) for address in kind.addresses}
    assert examples <= promised, "add it to promised-addresses.txt"


def test_each_page_knows_what_its_kind_says_of_it(edition: Edition) -> None:
    for kind in KINDS:
        if isinstance(kind, PageKind):
            for placed in kind.placed(edition):
                assert (placed.navigation, placed.page.searched) == (kind.navigation, kind.searched)
                assert bool(placed.blueprint) is (kind.navigation is InNavigation.FOLDER), "that has a folder by its id"


def test_no_kind_of_a_module_is_left_out_of_the_list() -> None:
    found = [
        value
        for module in map(importlib.import_module, MODULES)
        for value in vars(module).values()
        if isinstance(value, PageKind | FileKind)
    ]
    assert {id(kind) for kind in found} == {id(kind) for kind in KINDS}, "list it in pages/kinds.py"
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_module_that_makes_pages_belongs_to_a_kind() -> None:
    imports = {module: imported(module) for module in MODULES}
    reached, left = set[str](), ["service_blueprint.pages.kinds"]
    while left:
        module = left.pop()
        reached.add(module)
        left += imports[module] - reached
    making = [module for module in MODULES if re.search(r"\b(Page|PlacedPage|PlacedFile)\(", source(module))]
    assert [module for module in making if module not in reached] == [], "list its kind in pages/kinds.py"


def test_the_architecture_page_has_the_table_of_all_kinds() -> None:
    page = (ROOT / "docs/contributing/architecture.md").read_text(encoding="utf-8")
    assert "\n<!-- kinds -->\n" in page
    rows = [line for line in reference.kinds().splitlines() if line.startswith("| ")][2:]
    assert [row.split(" | ")[0].strip("| ") for row in rows] == [kind.name for kind in KINDS]


def source(module: str) -> str:
    """The code of a module of the package, the docstring of which may name anything."""
    path = PACKAGE.parent.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return path.read_text(encoding="utf-8")


def imported(module: str) -> set[str]:
    """The modules of the pages room that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(source(module))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names & {*MODULES}


def addresses_in(written: Iterable[str]) -> set[str]:
    """The files at addresses as people write them, each view by its name."""
    paths = {address.partition("#")[0].replace("<view>", view) for address in written for view in View}
    return {f"{path}index.html" if path.endswith("/") else path for path in paths}
