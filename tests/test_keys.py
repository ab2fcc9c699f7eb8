"""Each key of the format is compared, named and shown, or says why not; the file ``keys.yml`` has them all.

Each is taken away from that file by itself, and what comes of it is looked at. A new key is to be written there.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from babel import Locale
from jsonschema import Draft202012Validator

import reference
import update_translations
from service_blueprint import blueprint as ground_floor
from service_blueprint.blueprint import Action, Blueprint, Catalog, FailPoint, ServiceTime, Stage, View
from service_blueprint.insight.changes import Change, Comparison
from service_blueprint.insight.comparison import compare
from service_blueprint.insight.union import union
from service_blueprint.keys import Key, Shown, keys_of
from service_blueprint.languages import LANGUAGES
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.comparing.change_labels import label_of
from service_blueprint.pages.comparing.changes import change_groups, count_lines
from service_blueprint.pages.publication import Publisher
from service_blueprint.pages.table import table_html
from service_blueprint.pages.table_data import table_json
from service_blueprint.pages.value_words import value_text
from service_blueprint.reading.action import CostEntry
from service_blueprint.reading.cell import NestedListEntry
from service_blueprint.reading.document import ChecksEntry
from service_blueprint.reading.embed import EmbedEntry
from service_blueprint.reading.schema import catalog_schema_text, schema_text
from service_blueprint.reading.shapes import Authored
from service_blueprint.words import Words, words_for
from service_blueprint.writing.normal_form import normal_form
from written import written

TESTS = Path(__file__).parent
FILE = yaml.safe_load((TESTS / "keys.yml").read_text("utf-8"))
BASE = written("{title: Base, steps: [{customer: Asks}]}", id="base")
ALL_WORDS = [words_for(language) for language in LANGUAGES]
MESSAGES = {message.id for message in update_translations.messages()}  # test_words.py asks for their translations
DATACLASSES = [each for each in vars(ground_floor).values() if isinstance(each, type) and is_dataclass(each)]
KINDS = [kind for kind in DATACLASSES if keys_of(kind)]
MODELS = {each.__name__: each for each in Authored.__subclasses__() if each is not EmbedEntry}
OTHERWISE_CALLED = {ServiceTime: "TimeEntry", FailPoint: "FailEntry"}
UNDER_NAMES = ("metrics", "personas", "actors", "channels")
PUBLISHER = Publisher()

Way = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A key of the file: the keys on the way to it from the top of its document, and the path to its value.

    ``name`` are the names of these keys with dots; the stage of an action is left open.
    """

    document: str
    name: str
    keys: tuple[Key, ...]
    kind: type
    path: Way

    @property
    def key(self) -> Key:
        return self.keys[-1]

    @property
    def whole(self) -> Key:
        """The key itself, or for the main part of something that of the whole, with which it is told of."""
        return self.keys[-2] if self.key.main else self.key

    @property
    def showing(self) -> Key:
        """The key that says where this one is shown: that of the whole where this is under its title, or hidden."""
        return next((key for key in self.keys if key.further or key.hidden), self.whole)

    @property
    def told_as(self) -> str:
        """The key under which a comparison tells of it."""
        name = self.name.removeprefix("steps.").removeprefix("action.")
        return name.rpartition(".")[0] if self.key.main and not name.startswith("metrics.") else name


def walked(document: str, data: dict[str, Any], kind: type, name: str, keys: tuple[Key, ...], path: Way) -> Any:
    """Every key in a mapping, and in the mappings below it."""
    for key in keys_of(kind):
        way = tuple(key.name.split("."))
        value = data
        for part in way:
            value = value.get(part, {})
        if value in ({}, None):
            continue
        yield Place(document, f"{name}{key.name}", (*keys, key), kind, (*path, *way))
        holds, inner = (Action, f"{name}action.") if key.name in {*Stage} else (key.holds, f"{name}{key.name}.")
        for below, entry in mappings(value, (*path, *way), named=key.name in UNDER_NAMES) if holds else ():
            yield from walked(document, entry, holds or kind, inner, (*keys, key), below)


def mappings(value: Any, path: Way, *, named: bool) -> Iterator[tuple[Way, dict[str, Any]]]:
    several = value.items() if named else enumerate(value) if isinstance(value, list) else ()
    yield from (((*path, at), entry) for at, entry in several if isinstance(entry, dict))
    if isinstance(value, dict) and not named:
        yield path, value


WALKED = [
    *walked("blueprint", FILE["blueprint"], Blueprint, "", (), ()),
    *(place for place in walked("catalog", FILE["catalog"], Catalog, "", (), ()) if place.kind is not Catalog),
]
PLACES = {place.name: place for place in reversed(WALKED)}  # where each occurs first
each_place = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)


@cache
def whole() -> Blueprint:
    return made(FILE)


def otherwise(place: Place) -> Blueprint:
    """The blueprint of the file without one key, or with something else in its place."""
    file = deepcopy(FILE)
    *way, last = place.path
    around = file[place.document]
    for part in way:
        around = around[part]
    if place.name in FILE["instead"]:
        around[last] = FILE["instead"][place.name]
    else:
        del around[last]
    return made(file)


def made(file: dict[str, Any]) -> Blueprint:
    return written(yaml.safe_dump(file["blueprint"]), catalog=yaml.safe_dump(file["catalog"]), id="laptop")


def model_of(kind: type) -> type[Authored]:
    """As what a kind of thing is read."""
    return MODELS[OTHERWISE_CALLED.get(kind, f"{kind.__name__}Entry")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_key_that_authors_may_write_is_one_of_the_field_that_holds_it(kind: type) -> None:
    assert sorted({key.name.partition(".")[0] for key in keys_of(kind)}) == sorted(model_of(kind).known_keys())


def test_every_mapping_that_authors_may_write_has_keys_or_is_one_value() -> None:
    assert {*MODELS.values()} - {model_of(kind) for kind in KINDS} == {CostEntry, ChecksEntry, NestedListEntry}


def test_the_file_has_every_key() -> None:
    there = {(place.kind, place.key.name) for place in PLACES.values()}
    every = {(kind, key.name) for kind in KINDS if kind is not Catalog for key in keys_of(kind)}
    assert every - there == set(), "write these into tests/keys.yml"


@each_place
def test_a_key_is_compared_and_named_or_says_why_not(place: Place) -> None:
    comparison = compare(whole(), otherwise(place))
    told = [change for change in comparison.changes if change.key == place.told_as]
    if why := place.whole.untold:
        assert (told, why[-1]) == ([], ".")
        return
    assert told, "compare it in insight/fields.py, or say beside the field why it is untold"
    assert title(place) in MESSAGES
    for words in ALL_WORDS:
        assert words(title(place)) in said(comparison, told[0], words)


@each_place
def test_a_change_of_a_step_is_marked_in_the_drawing(place: Place) -> None:
    comparison = compare(whole(), otherwise(place))
    if any(change.step for change in comparison.changes):
        assert union(comparison)[1].kinds


def title(place: Place) -> str:
    """What readers call a key; the main part of something is called as the whole is."""
    return place.whole.title


def said(comparison: Comparison, change: Change, words: Words) -> str:
    """What readers are told of a change; steps and actions that come and go stand in lines of their own."""
    if change.key not in {"steps", *Stage}:
        return label_of(change, words)
    lines = [line.text for group in change_groups(comparison, words) for line in group.lines]
    return f"{count_lines(comparison.changes, words)} {lines}"


def outputs(blueprint: Blueprint) -> dict[Shown, str]:
    """All that readers see of a blueprint, by where they see it."""
    words = words_for(blueprint.language)
    entries = [Entry(each.id, Path(f"{each.id}.yml"), each.title, each, text=b"") for each in (blueprint, BASE)]
    site = PUBLISHER.publish(Collection("blueprints", entries), Site())
    [page] = [placed.page for placed in site.pages if placed.blueprint == blueprint.id]
    return {
        Shown.TABLE: table_html(blueprint, words),
        Shown.DATA: table_json(blueprint),
        Shown.DRAWING: "".join(site.files[addresses.picture_file(blueprint.id, view)].decode() for view in View),
        Shown.PAGE: "".join([*page.parts.values(), *page.texts.values()]),
        Shown.INDEX: site.files[addresses.SITE_INDEX].decode(),
    }


@cache
def outputs_of_the_whole() -> dict[Shown, str]:
    return outputs(whole())


@each_place
def test_a_key_is_shown_or_says_why_not(place: Place) -> None:
    before, after = outputs_of_the_whole(), outputs(otherwise(place))
    differing = [where for where in before if before[where] != after[where]]
    wanted = place.showing.shown
    if place.showing.further:
        wanted = (Shown.TABLE if place.keys[0].name == "steps" else Shown.PAGE) | Shown.DATA
        assert words_for(whole().language)(title(place)) in before[Shown.TABLE & wanted or Shown.PAGE]
    lacking = [where for where in wanted if where not in differing]
    assert lacking == [], "show it there, or say beside the field where it is shown or why it is hidden"
    seen = [where for where in differing if where in Shown.FOR_READERS]
    written = [where for where in differing if where in Shown.FOR_PROGRAMS]
    assert bool(seen) is not bool(place.showing.hidden), "either a reader sees it, or the field says why none does"
    unwritten = place.showing.unwritten or place.showing.hidden
    assert written or unwritten, "give it in the JSON of the table, or say beside the field why it is in none"
    assert not (written and place.showing.unwritten)


def test_what_is_not_shown_is_a_short_list_with_its_reasons() -> None:
    reasons = [why for place in WALKED for why in (place.key.hidden, place.key.unwritten, place.key.untold) if why]
    assert [why for why in reasons if not why.endswith(".")] == []
    unseen = {place.name for place in WALKED if place.key.hidden or place.key.unwritten}
    assert unseen == {"checks.ignore", "formerly", "channels.icon"}


@pytest.mark.parametrize(("document", "schema"), [("catalog", catalog_schema_text()), ("blueprint", schema_text())])
def test_the_normal_form_and_the_schema_know_every_key(document: str, schema: str) -> None:
    text = yaml.safe_dump(FILE[document], allow_unicode=True)
    assert yaml.safe_load(normal_form(text)) == FILE[document]
    assert [error.message for error in Draft202012Validator(json.loads(schema)).iter_errors(FILE[document])] == []


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_the_reference_tells_of_every_key(model: type[Authored]) -> None:
    assert f"<!-- keys: {model.__name__} -->" in (TESTS.parent / "docs/reference/format.md").read_text("utf-8")
    told = reference.DEFINITIONS[model.__name__]["properties"]
    assert [key for key in model.known_keys() if not told[key].get("description")] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_choice_that_is_told_has_its_words(kind: type) -> None:
    told = {key.field: key.name for key in keys_of(kind) if not key.untold}
    for field in fields(kind):
        for choice in choices(field.type) if field.name in told else ():
            assert value_text(choice, told[field.name], Marked(Locale("en"))).startswith("«"), choice


class Marked(Words):
    """Words that show which texts are looked up in the catalogs."""

    def __call__(self, message: str, /, **values: object) -> str:
        return f"«{message}»"


def choices(annotation: Any) -> list[StrEnum]:
    """The words among which authors choose."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return list(annotation)
    return [choice for each in get_args(annotation) for choice in choices(each)]
