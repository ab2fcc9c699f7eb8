import re
from pathlib import Path

import pytest

from projects import SMALLEST
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.pages import publication
from service_blueprint.pages.pictures import Picture, pictures
from service_blueprint.pages.publication import Collection, Entry, Publisher
from service_blueprint.problem import Place, Problem
from service_blueprint.reading import read_text
from service_blueprint.words import Words

BROKEN = Problem(Place("b.yml", 2, 1), "something is wrong")


def entry(blueprint_id: str, text: str = SMALLEST) -> Entry:
    reading = read_text(text.encode(), path=f"{blueprint_id}.yml", id=blueprint_id)
    assert reading.blueprint
    return Entry(blueprint_id, Path(reading.path), reading.title, reading.blueprint)


def collection(*entries: Entry) -> Collection:
    return Collection("blueprints", entries)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the blueprints that are drawn, as they are drawn."""
    ids: list[str] = []

    def noting(blueprint: Blueprint, words: Words) -> tuple[Picture, ...]:
        ids.append(blueprint.id)
        return pictures(blueprint, words)

    monkeypatch.setattr(publication, "pictures", noting)
    return ids


def test_only_blueprints_that_changed_are_drawn_again(drawn: list[str]) -> None:
    publisher = Publisher()
    first = publisher.publish(collection(entry("a"), entry("b")), "en")
    again = publisher.publish(collection(entry("a"), entry("b")), "en")
    assert drawn == ["a", "b"]
    assert first == again
    publisher.publish(collection(entry("a"), entry("b", SMALLEST.replace("Orders", "Asks"))), "en")
    assert drawn == ["a", "b", "b"]


def test_a_line_that_says_nothing_new_draws_nothing_again(drawn: list[str]) -> None:
    publisher = Publisher()
    publisher.publish(collection(entry("a")), "en")
    publisher.publish(collection(entry("a", f"# A comment\n{SMALLEST}")), "en")
    assert drawn == ["a"]


def test_another_language_draws_anew(drawn: list[str]) -> None:
    publisher = Publisher()
    publisher.publish(collection(entry("a")), "en")
    publisher.publish(collection(entry("a")), "pl")
    assert drawn == ["a", "a"]


def test_each_blueprint_has_its_pictures_and_its_table() -> None:
    published = Publisher().publish(collection(entry("hr/a")), "en")
    expected = {f"blueprints/hr/a/{view}.svg" for view in View}
    assert set(published.files) == {*expected, "blueprints/hr/a/touchpoints.csv"}
    assert all(published.files[picture].startswith(b"<svg") for picture in expected)


def test_a_broken_blueprint_has_a_page_and_nothing_else() -> None:
    published = Publisher().publish(collection(Entry("b", Path("b.yml"), "B", None, (BROKEN,))), "en")
    assert set(published.pages) == {"b"}
    assert published.files == {}
    assert "Something is wrong." in published.pages["b"].parts["faults"]


@pytest.mark.parametrize(("directory_urls", "link"), [(True, "../a/"), (False, "../a/index.html")])
def test_a_variant_leads_to_what_it_is_compared_with(directory_urls: bool, link: str) -> None:
    entries = collection(entry("a"), entry("b", f"variant-of: a\n{SMALLEST}"))
    published = Publisher().publish(entries, "en", directory_urls=directory_urls)
    assert f'<a href="{link}">Get a burger</a>' in published.pages["b"].parts["facts"]


def test_no_id_stands_twice_on_a_page() -> None:
    page = Publisher().publish(collection(entry("a")), "en").pages["a"]
    ids = re.findall(r'\sid="([^"]+)"', page.finished(page.filled(page.body)))
    assert len(ids) > len(View)
    assert sorted(ids) == sorted(set(ids))
