"""The inventory, as its real readers read it: Sphinx, and mkdocstrings for MkDocs."""

import zlib
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocstrings import Inventory, InventoryItem
from sphinx.util.inventory import InventoryFile

from service_blueprint.pages.collection import Site
from service_blueprint.pages.elsewhere.inventory import DOCUMENT, LABEL, InventoryError, Name, inventory, joined, names
from written import written

SITE = "https://example.org/services"
HEAD = inventory([], Site(name="P", version="1")).rpartition(b"\n")[0] + b"\n"
IDS = st.from_regex(r"[a-z0-9-]{1,9}(/[a-z0-9-]{1,9})?(#[a-z0-9-]{1,9})?", fullmatch=True)
NAMES = st.builds(
    lambda name, role, title: Name(name, role, f"blueprints/{name}", title),
    IDS,
    st.sampled_from((LABEL, DOCUMENT)),
    st.text(),
)
AWKWARD = 'A: "b" \\ <c> # d\n\te $ - std:label -1\u2028Ż\x85日本\ud800'


def by_sphinx(content: bytes) -> dict[tuple[str, str], tuple[str, str]]:
    """Address and title of each role and name, as Sphinx reads an inventory."""
    found = InventoryFile.loads(content, uri=SITE).data
    return {
        (role, name): (item.uri, item.display_name) for role, items in found.items() for name, item in items.items()
    }


def shown(title: str) -> str:
    return " ".join(title.encode(errors="replace").decode().split()) or "-"


def expected(several: list[Name]) -> dict[tuple[str, str], tuple[str, str]]:
    return {(name.role, name.name): (f"{SITE}/{name.address}", shown(name.title)) for name in several}


@given(st.lists(NAMES, unique_by=lambda name: (name.role, name.name)), st.text(), st.text())
def test_sphinx_reads_back_what_is_written(several: list[Name], project: str, version: str) -> None:
    assert by_sphinx(inventory(several, Site(name=project, version=version))) == expected(several)


@given(st.lists(NAMES, unique_by=lambda name: name.name))
def test_mkdocstrings_reads_back_what_is_written(several: list[Name]) -> None:
    found = Inventory.parse_sphinx(BytesIO(inventory(several, Site())))
    read = {(f"{item.domain}:{item.role}", item.name): f"{SITE}/{item.uri}" for item in found.values()}
    assert read == {key: address for key, (address, _) in expected(several).items()}


def test_awkward_titles_and_names_are_read_back() -> None:
    several = [Name("a b", LABEL, "a/", AWKWARD), Name("c", DOCUMENT, "c/", "-"), Name("d", LABEL, "d/", " \n ")]
    assert by_sphinx(inventory(several, Site(name=AWKWARD, version=AWKWARD))) == expected(several)


def test_the_same_names_give_the_same_bytes() -> None:
    several = [Name("a", LABEL, "a/", "A")]
    assert inventory(several, Site(name="S")) == inventory(several, Site(name="S"))


@pytest.mark.parametrize(
    ("directory_urls", "page"), [(True, "blueprints/hr/a/"), (False, "blueprints/hr/a/index.html")]
)
def test_blueprints_and_steps_have_names(directory_urls: bool, page: str) -> None:
    blueprint = written("title: A\nsteps:\n  - {id: ask, customer: Asks}\n", id="hr/a")
    several = names({"hr/a": blueprint, "old": blueprint}, Site(directory_urls=directory_urls))
    assert [(name.name, name.role, name.address, name.title) for name in several] == [
        ("hr/a", DOCUMENT, page, "A"),
        ("hr/a", LABEL, page, "A"),
        ("hr/a#ask", LABEL, f"{page}#ask", "Asks"),
        ("old", DOCUMENT, page, "A"),
        ("old", LABEL, page, "A"),
        ("old#ask", LABEL, f"{page}#ask", "Asks"),
    ]


@example([Name("a", LABEL, "api/a", "Theirs")], [Name("a", LABEL, "blueprints/a", "Ours")])
@given(
    st.lists(NAMES, unique_by=lambda name: (name.role, name.name)),
    st.lists(NAMES, unique_by=lambda name: (name.role, name.name)),
)
def test_of_two_inventories_the_first_keeps_all_that_it_has(first: list[Name], second: list[Name]) -> None:
    both = joined(inventory(first, Site(name="First")), inventory(second, Site(name="Second")))
    assert by_sphinx(both) == {**expected(second), **expected(first)}
    assert b"# Project: First\n" in both


def test_that_of_mkdocstrings_is_joined() -> None:
    theirs = Inventory([InventoryItem("package.f", "py", "function", "api/#package.f")], project="P").format_sphinx()
    both = by_sphinx(joined(theirs, inventory([Name("a", LABEL, "a/", "A")], Site())))
    assert both == {
        ("py:function", "package.f"): (f"{SITE}/api/#package.f", "-"),
        ("std:label", "a"): (f"{SITE}/a/", "A"),
    }


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"<!doctype html>\n<p>\n<p>\n<p>\n<p>",
        b"# Sphinx inventory version 1\n# Project: P\n# Version: 1\na mod a.html\n",
        HEAD,
        HEAD + b"not packed",
        HEAD + zlib.compress(b"a std:label -1 a/ A\n" * 99)[:-9],
        HEAD.replace(b"using zlib", b"by hand") + zlib.compress(b""),
    ],
)
def test_what_is_no_inventory_is_not_joined(broken: bytes) -> None:
    with pytest.raises(InventoryError):
        joined(broken, inventory([], Site()))


def test_an_inventory_that_is_packed_of_endlessly_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service_blueprint.pages.elsewhere.inventory._LARGEST", 1000)
    with pytest.raises(InventoryError, match="unpacked it has more than"):
        joined(HEAD + zlib.compress(b"x" * 100_000), inventory([], Site()))
