import re
from pathlib import Path

import pytest

from projects import SMALLEST
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.message import Message
from service_blueprint.pages import drawings
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.page import Page
from service_blueprint.pages.pictures import Picture, pictures
from service_blueprint.pages.publication import Publication, Publisher
from service_blueprint.problem import Place, Problem
from service_blueprint.reading import read_text
from service_blueprint.words import Words

BROKEN = Problem(Place("b.yml", 2, 1), Message("something is wrong"))


def entry(blueprint_id: str, text: str = SMALLEST) -> Entry:
    reading = read_text(text.encode(), path=f"{blueprint_id}.yml", id=blueprint_id)
    assert reading.blueprint
    return Entry(blueprint_id, Path(reading.path), reading.title, reading.blueprint, text=text.encode())


def collection(*entries: Entry) -> Collection:
    return Collection("blueprints", entries)


def page_of(published: Publication, blueprint_id: str) -> Page:
    [page] = (placed.page for placed in published.pages if placed.blueprint == blueprint_id)
    return page


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the blueprints that are drawn, as they are drawn."""
    ids: list[str] = []

    def noting(blueprint: Blueprint, words: Words, address: str) -> tuple[Picture, ...]:
        ids.append(blueprint.id)
        return pictures(blueprint, words, address)

    monkeypatch.setattr(drawings, "pictures", noting)
    return ids


def test_only_blueprints_that_changed_are_drawn_again(drawn: list[str]) -> None:
    publisher = Publisher()
    first = publisher.publish(collection(entry("a"), entry("b")), Site())
    again = publisher.publish(collection(entry("a"), entry("b")), Site())
    assert drawn == ["a", "b"]
    assert first == again
    publisher.publish(collection(entry("a"), entry("b", SMALLEST.replace("Orders", "Asks"))), Site())
    assert drawn == ["a", "b", "b"]


def test_a_line_that_says_nothing_new_draws_nothing_again(drawn: list[str]) -> None:
    publisher = Publisher()
    publisher.publish(collection(entry("a")), Site())
    publisher.publish(collection(entry("a", f"# A comment\n{SMALLEST}")), Site())
    assert drawn == ["a"]


def test_another_language_draws_anew(drawn: list[str]) -> None:
    publisher = Publisher()
    publisher.publish(collection(entry("a")), Site())
    publisher.publish(collection(entry("a")), Site("pl"))
    assert drawn == ["a", "a"]


def test_sites_in_several_languages_keep_what_is_drawn_for_each(drawn: list[str]) -> None:
    publisher = Publisher()
    for _ in range(3):
        for language in ("en", "pl"):
            publisher.publish(collection(entry("a")), Site(language))
    assert drawn == ["a", "a"]


def test_each_blueprint_has_its_pictures_and_its_table() -> None:
    published = Publisher().publish(collection(entry("hr/a")), Site())
    expected = {f"blueprints/hr/a/{view}.svg" for view in View}
    assert {*expected, "blueprints/hr/a/touchpoints.csv", "blueprints/hr/a/blueprint.yml"} <= set(published.files)
    assert all(published.files[picture].startswith(b"<svg") for picture in expected)


def test_a_broken_blueprint_has_a_page_and_nothing_else() -> None:
    published = Publisher().publish(collection(Entry("b", Path("b.yml"), "B", None, (BROKEN,))), Site())
    assert [placed.blueprint for placed in published.pages if placed.blueprint] == ["b"]
    assert [file for file in published.files if file.startswith("blueprints/b/")] == []
    assert "Something is wrong." in page_of(published, "b").parts["faults"]


@pytest.mark.parametrize(("directory_urls", "link"), [(True, "../a/"), (False, "../a/index.html")])
def test_a_variant_leads_to_what_it_is_compared_with(directory_urls: bool, link: str) -> None:
    entries = collection(entry("a"), entry("b", f"variant-of: a\n{SMALLEST}"))
    published = Publisher().publish(entries, Site(directory_urls=directory_urls))
    assert f'<a href="{link}">Get a burger</a>' in page_of(published, "b").parts["facts"]


def test_no_id_stands_twice_on_a_page() -> None:
    page = page_of(Publisher().publish(collection(entry("a")), Site()), "a")
    ids = re.findall(r'\sid="([^"]+)"', page.filled(page.body))
    assert len(ids) > len(View)
    assert sorted(ids) == sorted(set(ids))


def test_a_page_links_to_the_blueprints_that_its_actions_name() -> None:
    text = "title: Claim\nsteps: [{id: a, customer: {do: Reports, calls: hr/b, to: [c#send, gone#send]}}]"
    entries = collection(entry("a", text), entry("hr/b", "title: By hand\nsteps: [{customer: Waits}]"), entry("c"))
    facts = page_of(Publisher().publish(entries, Site()), "a").parts["facts"]
    assert '<a href="../hr/b/">By hand</a>' in facts
    assert '<a href="../c/">' in facts
    assert "gone" in facts
    assert 'gone"' not in facts
