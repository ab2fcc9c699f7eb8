import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jsonschema import Draft202012Validator

from service_blueprint.blueprint import View
from service_blueprint.hosts.schemas import schema_files
from service_blueprint.insight.history import Removed
from service_blueprint.message import Message
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.elsewhere.site_index import site_index, site_index_schema_text, site_index_text
from service_blueprint.pages.publication import Publication, Publisher
from service_blueprint.problem import Place, Problem
from written import written

TEXT = """\
title: "Zażółć: \\"gęś\\" <b>"
summary: "*One* line.\\n\\nAnother."
owner: Desk
tags: [a, b]
language: pl
formerly: [old]
steps:
  - {id: ask, phase: First, customer: Asks, channel: phone, touchpoint: failing}
  - {id: wait, title: Waiting, customer: Waits}
"""
SITE = Site()
PROBLEM = Problem(Place("b.yml", 2, 1), Message("something is wrong"))
KEYS = {
    "": "$schema format site version catalog blueprints removed moved",
    "blueprint": (
        "id title state language summary owner tags formerly address yaml table embed oembed since views steps"
    ),
    "view": "view title svg png embed",
    "step": "id number title phase channel channels touchpoint address",
    "removal": "id title last",
}


def entry(blueprint_id: str, text: str = TEXT) -> Entry:
    return Entry(blueprint_id, Path("a.yml"), "A", written(text, id=blueprint_id), text=text.encode())


COLLECTION = Collection(
    "blueprints", [entry("hr/a"), Entry("b", Path("b.yml"), "B", None, (PROBLEM,))], catalog=b"actors: {}\n"
)


def index(site: Site = SITE, **others: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(site_index_text(site_index(COLLECTION, site, **{"since": {}, **others})))
    return made


def published(site: Site) -> Publication:
    return Publisher().publish(COLLECTION, site)


def listed(value: object, key: str = "") -> Iterable[str]:
    """Every address in an index."""
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from listed(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from listed(item, key)
    elif isinstance(value, str) and key in (
        "$schema",
        "catalog",
        "address",
        "yaml",
        "table",
        "embed",
        "oembed",
        "svg",
        "png",
    ):
        yield value


def test_its_keys_are_those_that_are_promised() -> None:
    removed = [Removed("gone", "Gone", "1.1", "gone", "1.2")]
    found = index(removed=removed)
    [blueprint] = found["blueprints"]
    parts = {
        "": found,
        "blueprint": blueprint,
        "view": blueprint["views"][0],
        "step": blueprint["steps"][0],
        "removal": found["removed"][0],
    }
    assert {name: " ".join(part) for name, part in parts.items()} == KEYS
    assert set(found["site"]) == {"name", "url"}


def test_it_says_what_the_blueprints_say() -> None:
    found = index(Site("en", "S", "https://example.org/", "1.2"), since={"hr/a": "1.1"})
    [blueprint] = found["blueprints"]
    assert found["site"] == {"name": "S", "url": "https://example.org/"}
    assert (found["version"], found["format"], found["moved"]) == ("1.2", 1, {"old": "hr/a"})
    assert (blueprint["id"], blueprint["title"]) == ("hr/a", 'Zażółć: "gęś" <b>')
    assert (blueprint["language"], blueprint["summary"], blueprint["owner"]) == ("pl", "One line.", "Desk")
    assert blueprint["since"] == "1.1"
    assert [view["view"] for view in blueprint["views"]] == list(View)
    assert blueprint["views"][0]["title"] == "Uczestnicy"
    ask, wait = blueprint["steps"]
    assert ask == {
        "id": "ask",
        "number": 1,
        "title": "Asks",
        "phase": "First",
        "channel": "phone",
        "channels": ["phone"],
        "touchpoint": "failing",
        "address": "hr/a/#ask",
    }
    assert (wait["title"], wait["phase"], wait["channel"], wait["touchpoint"]) == ("Waiting", None, None, "working")


def test_a_blueprint_with_faults_is_left_out() -> None:
    assert [blueprint["id"] for blueprint in index()["blueprints"]] == ["hr/a"]


@pytest.mark.parametrize(
    "site",
    [
        Site(),
        Site("pl", "S", "https://example.org/docs/", "1.2"),
        Site(directory_urls=False, url="https://example.org/"),
    ],
)
def test_every_address_leads_to_something_that_is_published(site: Site) -> None:
    publication = published(site)
    places = {placed.file for placed in publication.pages} | set(publication.files) | set(schema_files())
    found = json.loads(publication.files[addresses.SITE_INDEX])
    for address in listed(found):
        path = unquote(urlsplit(urljoin(f"https://x/{addresses.SITE_INDEX}", address)).path).removeprefix("/")
        assert (f"{path}index.html" if path.endswith("/") else path) in places, address
    assert (found["blueprints"][0]["oembed"] is None) == (not site.url)


@pytest.mark.parametrize("site", [Site(), Site("pl", "S", "https://example.org/", "1.2", png=True)])
def test_it_follows_its_schema(site: Site) -> None:
    schema = json.loads(site_index_schema_text())
    Draft202012Validator.check_schema(schema)
    removed = [Removed("gone", "Gone", "1.1", "gone", "1.2")]
    Draft202012Validator(schema).validate(index(site, removed=removed, since={"hr/a": "1.0"}))
    assert not Draft202012Validator(schema).is_valid({**index(site), "format": 2})


def test_the_schema_asks_for_every_key_and_allows_new_ones() -> None:
    schema = json.loads(site_index_schema_text())
    for definition in (schema, *schema["$defs"].values()):
        assert definition.get("required", []) == list(definition.get("properties", {}))
        assert "additionalProperties" not in definition
        assert all(value["description"] for value in definition.get("properties", {}).values())


def test_the_same_folder_gives_the_same_bytes() -> None:
    assert site_index_text(site_index(COLLECTION, Site(), {})) == site_index_text(site_index(COLLECTION, Site(), {}))


def test_an_empty_folder_has_an_index_too() -> None:
    found = json.loads(Publisher().publish(Collection("blueprints", []), Site()).files[addresses.SITE_INDEX])
    assert (found["blueprints"], found["catalog"], found["version"]) == ([], None, None)
