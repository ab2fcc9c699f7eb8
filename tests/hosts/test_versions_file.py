"""``versions.json``: read, changed and written as mike would."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mike.versions import Versions  # type: ignore[import-untyped]

from service_blueprint.hosts.versions.versions_file import (
    SiteVersion,
    VersionsError,
    read_versions,
    versions_text,
    with_version,
)

NAMES = st.from_regex(r"\A([0-9]{1,3}(\.[0-9]{1,3}){0,2}(rc[1-9]|-beta)?|main|next)\Z")
THREE = (SiteVersion("1.2", "1.2", ("latest",)), SiteVersion("1.1", "May"), SiteVersion("1.0", "1.0", ("stable",)))


@given(st.lists(st.tuples(NAMES, st.sets(st.sampled_from(["latest", "stable"]))), max_size=6))
def test_versions_come_to_stand_as_mike_writes_them(published: list[tuple[str, set[str]]]) -> None:
    ours: tuple[SiteVersion, ...] = ()
    theirs = Versions()
    for name, aliases in published:
        ours = with_version(ours, name, sorted(aliases))
        theirs.add(name, aliases=sorted(aliases), update_aliases=True)
    written = json.loads(versions_text(ours))
    expected = [{**entry, "aliases": sorted(entry["aliases"])} for entry in theirs.to_json()]
    # mike takes 1.0 and 1 for the same age, and leaves such in the order in which they came.
    assert sorted(written, key=str) == sorted(expected, key=str)
    if len({key(entry["version"]) for entry in expected}) == len(expected):
        assert written == expected
    assert read_versions(versions_text(ours)) == tuple(sorted(ours, key=lambda each: names(written).index(each.name)))


def key(name: str) -> str:
    return str(Versions.from_json([{"version": name, "title": "", "aliases": []}])[name].version._key)


def names(entries: list[dict[str, object]]) -> list[object]:
    return [entry["version"] for entry in entries]


def test_newest_comes_first_and_what_is_to_come_before_it() -> None:
    text = versions_text(SiteVersion(name, name) for name in ("1.9", "1.10", "next", "1.10rc1", "v1.0", "1.10.1"))
    assert names(json.loads(text)) == ["next", "1.10.1", "1.10", "1.10rc1", "1.9", "v1.0"]


def test_an_alias_moves_and_a_version_keeps_its_title_and_its_own() -> None:
    changed = {version.name: version for version in with_version(THREE, "1.1", ["latest"])}
    assert changed["1.1"] == SiteVersion("1.1", "May", ("latest",))
    assert changed["1.2"].aliases == ()
    assert {each.name: each.aliases for each in with_version(THREE, "1.0", [])}["1.0"] == ("stable",)


def test_what_mike_noted_beside_a_version_stays() -> None:
    text = '[{"version": "1.0", "title": "1.0", "aliases": [], "properties": {"hidden": true}}]'
    assert json.loads(versions_text(with_version(read_versions(text), "1.1", [])))[1] == json.loads(text)[0]


@pytest.mark.parametrize("name", ["", ".", "..", "1 2", "1/2", "-1", "1.2.", "ä", "a\nb", "?", "%20", ".hidden"])
def test_a_name_that_is_no_address_is_refused(name: str) -> None:
    with pytest.raises(VersionsError, match="cannot be a part of an address"):
        with_version((), name, [])
    with pytest.raises(VersionsError, match="cannot be a part of an address"):
        with_version((), "1.0", [name])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("CON", "'CON' is a device on Windows"),
        ("nul", "'nul' is a device on Windows"),
        ("com1.2", "'com1.2' is a device on Windows"),
        ("pr", "'pr' is the folder of the previews"),
        ("PR", "'PR' is the folder of the previews"),
        ("index.html", "'index.html' looks like a file; begin it with a digit"),
        ("versions.json", "'versions.json' looks like a file"),
    ],
)
def test_a_name_that_no_folder_beside_the_versions_can_have_is_refused(name: str, said: str) -> None:
    with pytest.raises(VersionsError, match=said):
        with_version((), name, [])
    with pytest.raises(VersionsError, match=said):
        with_version((), "1.0", [name])


@pytest.mark.parametrize("name", ["latest", "Latest"])
def test_the_alias_of_the_newest_is_no_name_of_a_version(name: str) -> None:
    with pytest.raises(VersionsError, match=f"'{name}' is the alias of the newest version; call the version by its"):
        with_version((), name, [])
    assert with_version((), "1.0", ["latest"])[0].aliases == ("latest",)


@pytest.mark.parametrize(
    "name", ["1", "1.2.3", "v1.2", "1.2rc1", "2026-05", "main", "next", "beta-2", "console", "com10"]
)
def test_numbers_and_plain_words_are_names_of_versions(name: str) -> None:
    assert with_version((), name, [])[0].name == name


@pytest.mark.parametrize(
    ("name", "aliases", "said"),
    [
        ("stable", [], "'stable' is an alias of version 1.0"),
        ("Stable", [], "'Stable' is an alias of version 1.0"),
        ("1.3", ["1.0"], "'1.0' is the name of a version"),
        ("1.3", ["1.3"], "'1.3' is the name of a version"),
    ],
)
def test_a_name_that_something_else_has_is_refused(name: str, aliases: list[str], said: str) -> None:
    with pytest.raises(VersionsError, match=said):
        with_version(THREE, name, aliases)


def test_names_that_differ_in_case_alone_are_refused() -> None:
    with pytest.raises(VersionsError, match="there is a version 'next'"):
        with_version((SiteVersion("next", "next"),), "Next", [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is no JSON"),
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("{}", "it is no list"),
        ('["1.0"]', "its entry 1 is no version"),
        ('[{"version": "1.0", "title": "1.0", "aliases": []}, {"version": 1}]', "its entry 2 is no version"),
        ('[{"version": "1.0", "title": "1.0", "aliases": [1]}]', "its entry 1 is no version"),
        ('[{"version": "1.0", "title": "1.0", "aliases": [], "properties": 1}]', "its entry 1 is no version"),
    ],
)
def test_what_is_no_list_of_versions_is_said_so(text: str, said: str) -> None:
    with pytest.raises(VersionsError, match=said):
        read_versions(text)
