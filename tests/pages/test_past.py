"""What the pages tell of the versions before this one."""

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest

from service_blueprint.blueprint import View
from service_blueprint.drawing.comparison import comparison_picture
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.history import History, Version
from service_blueprint.message import Message
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import asset_files
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.page import Page
from service_blueprint.pages.publication import Publication, Publisher
from service_blueprint.problem import Place, Problem
from service_blueprint.words import Words
from written import written

ASK = "{title: Laptop, steps: [{id: ask, customer: Asks}, {id: get, customer: Gets it}]}"
BEG = ASK.replace("Asks", "Begs")
SIGN = ASK.replace("{id: get", "{id: sign, customer: Signs}, {id: get")
BURGER = "{title: Burger, steps: [{id: order, customer: Orders}]}"
NOW = Site(version="1.2")


def version(name: str, folder: str = "", **texts: str) -> Version:
    blueprints = {id: written(text, id=id) for id, text in texts.items()}
    return Version(name, blueprints, folder=folder)


def history(*versions: Version) -> History:
    return History(versions)


def collection(**texts: str) -> Collection:
    blueprints = [written(text, id=id) for id, text in texts.items()]
    return Collection("blueprints", [Entry(each.id, Path("a.yml"), each.title, each) for each in blueprints])


def published(history: History, site: Site = NOW, **texts: str) -> Publication:
    return Publisher().publish(collection(**texts), site, history=history)


def page(publication: Publication, file: str) -> Page:
    [found] = [placed.page for placed in publication.pages if placed.file == file]
    return found


def html(publication: Publication, file: str) -> str:
    found = page(publication, file)
    return found.filled(found.body)


def own(publication: Publication) -> str:
    return html(publication, addresses.page_file("laptop"))


def files(publication: Publication) -> set[str]:
    return {placed.file for placed in publication.pages}


def index(publication: Publication) -> dict[str, object]:
    found: dict[str, object] = json.loads(publication.files[addresses.SITE_INDEX])
    return found


# Where nothing is known


def test_without_earlier_versions_nothing_is_said_of_versions() -> None:
    made = published(History(), laptop=ASK)
    assert files(made).isdisjoint({addresses.SITE_CHANGES, addresses.changes_file("laptop")})
    assert "Version" not in own(made)
    assert "_changes" not in html(made, addresses.INDEX)
    assert index(made)["blueprints"][0]["since"] is None  # type: ignore[index]


# The page of a blueprint


@pytest.mark.parametrize(
    ("before", "site", "words"),
    [
        ([version("1.1", laptop=BEG)], NOW, "Changed in 1.2"),
        ([version("1.1", laptop=ASK)], NOW, "Unchanged since 1.1"),
        ([version("1.0", laptop=BEG), version("1.1", laptop=ASK)], NOW, "Unchanged since 1.1"),
        ([version("1.1", burger=BURGER)], NOW, "New in 1.2"),
        ([version("1.1", laptop=BEG)], Site(), "Changed since 1.1"),
        ([version("1.1", laptop=ASK)], Site(), "Unchanged since 1.1"),
        ([version("1.1", burger=BURGER)], Site(), "New since 1.1"),
        ([version("1.1", laptop=BEG)], replace(NOW, language="pl"), "Zmieniono w wersji 1.2"),
        ([version("1.1", laptop=BEG)], replace(NOW, language="hu"), "Módosult a(z) 1.2 verzióban"),
    ],
)
def test_a_page_says_since_which_version_it_stands_so(before: list[Version], site: Site, words: str) -> None:
    assert words in own(published(history(*before), site, laptop=ASK))


def test_the_fact_leads_to_what_changed_then() -> None:
    made = published(history(version("1.0", laptop=BEG), version("1.1", laptop=ASK)), laptop=ASK)
    assert '<a href="_changes/">Unchanged since 1.1</a><small>1 change from 1.0</small>' in own(made)
    assert addresses.changes_file("laptop") in files(made)


def test_without_directory_addresses_it_leads_to_the_file() -> None:
    made = published(history(version("1.1", laptop=BEG)), replace(NOW, directory_urls=False), laptop=ASK)
    assert '<a href="_changes/index.html">Changed in 1.2</a>' in own(made)
    assert '<a href="../index.html">1.2</a>' in html(made, addresses.changes_file("laptop"))


def test_what_was_always_so_leads_nowhere() -> None:
    made = published(history(version("1.1", laptop=ASK)), laptop=ASK)
    assert "<dd>Unchanged since 1.1</dd>" in own(made)
    assert addresses.changes_file("laptop") not in files(made)


def test_steps_that_are_gone_keep_their_addresses() -> None:
    before = version("1.0", "1.0", laptop=SIGN), version("1.1", "1.1", laptop=ASK)
    made = published(history(*before), laptop=ASK)
    assert '<li id="sign">Signs' in own(made)
    assert '<a href="../../../1.0/blueprints/laptop/#sign">Last in version 1.0</a>' in own(made)
    assert own(made).count('id="_gone"') == 1
    unknown = published(history(version("1.0", laptop=SIGN)), laptop=ASK)
    assert "<small>Last in version 1.0</small>" in own(unknown)


def test_a_step_that_is_gone_leads_to_the_one_that_it_has_become() -> None:
    before = "{title: Laptop, steps: [{customer: Asks the service desk}]}"
    made = published(history(version("1.1", laptop=before)), laptop=before.replace("the", "our"))
    assert '<li id="asks-the-service-desk">' in own(made)
    assert '<a href="#asks-our-service-desk">Asks our service desk</a>' in own(made)


def test_without_steps_that_are_gone_there_is_no_section_for_them() -> None:
    assert "_gone" not in own(published(history(version("1.1", laptop=BEG)), laptop=ASK))


# What changed in a blueprint


def test_the_comparison_says_between_which_versions_how_much_and_what() -> None:
    before = version("1.0", "1.0", laptop=BEG), version("1.1", "v1.1", laptop=BEG)
    shown = html(published(history(*before), laptop=ASK), addresses.changes_file("laptop"))
    assert "<h1>What changed in 1.2</h1>" in shown
    assert '<a href="../../../../v1.1/blueprints/laptop/">1.1</a>' in shown
    assert '<a href="../">1.2</a>' in shown
    assert "<dt>Actions</dt><dd>1 reworded</dd>" in shown
    assert "<del>Begs</del>" in shown
    assert "<ins>Asks</ins>" in shown
    assert 'class="badge badge-changed"' in shown
    assert "Nothing has changed since then." not in shown
    assert "Earlier versions were read from the tags of the git repository." in shown


def test_a_comparison_that_lies_back_says_that_nothing_has_changed_since() -> None:
    before = version("1.0", laptop=BEG), version("1.1", laptop=ASK)
    shown = html(published(history(*before), laptop=ASK), addresses.changes_file("laptop"))
    assert "<h1>What changed in 1.1</h1>" in shown
    assert "Nothing has changed since then." in shown
    assert "1.0/" not in shown, "nobody knows where that version stands"


def test_a_renamed_blueprint_is_compared_with_the_page_that_it_had() -> None:
    made = published(history(version("1.1", "1.1", pc=BEG)), laptop=ASK.replace("steps", "formerly: pc, steps"))
    shown = html(made, addresses.changes_file("laptop"))
    assert '<a href="../../../../1.1/blueprints/pc/">1.1</a>' in shown
    assert "Renamed from pc" in shown


def test_the_page_is_in_the_language_of_its_blueprint() -> None:
    text = ASK.replace("steps", "language: hu, steps")
    made = published(history(version("1.1", laptop=text.replace("Asks", "Begs"))), laptop=text)
    shown = html(made, addresses.changes_file("laptop"))
    assert '<div class="sb-page" lang="hu"' in shown
    assert "Mi változott a(z) 1.2 verzióban" in shown


def test_what_an_author_wrote_never_becomes_markup() -> None:
    evil = ASK.replace("Laptop", "'<script>alert(1)</script>'").replace("Asks", "'<b>Asks</b>'")
    made = published(history(version("1.1", laptop=evil.replace("<b>", "<i>"), fax=evil)), laptop=evil)
    assert addresses.page_file("fax") in files(made)
    for file in files(made):
        assert "<script>alert" not in html(made, file)
        assert "<b>Asks" not in html(made, file)
        assert "<script>" not in page(made, file).source


# What changed on the site


def test_the_site_lists_what_has_become_of_each_blueprint() -> None:
    before = Version(
        "1.1",
        {id: written(text, id=id) for id, text in (("laptop", BEG), ("pc", BURGER), ("fax", BURGER), ("tea", BURGER))},
        frozenset({"coffee"}),
    )
    desktop = BURGER.replace("steps", "formerly: pc, steps")
    made = published(history(before), laptop=ASK, desktop=desktop, tea=BURGER, cola=BURGER, coffee=BURGER)
    shown = html(made, addresses.SITE_CHANGES)
    assert "<h1>What changed in 1.2</h1>" in shown
    sections = {part.partition('"')[0]: part for part in shown.split('<h2 id="_')[1:]}
    assert list(sections) == ["changed", "new", "renamed", "removed", "unchanged", "unknown"]
    assert '<a href="../laptop/">Laptop</a>' in sections["changed"]
    assert "Actions: 1 reworded" in sections["changed"]
    assert 'href="../laptop/_changes/"' in sections["changed"]
    assert '<a href="../cola/">' in sections["new"]
    assert "Renamed from pc" in sections["renamed"]
    assert '<a href="../fax/">' in sections["removed"]
    assert "Unchanged since 1.1" in sections["unchanged"]
    assert "In version 1.1 its file has a fault" in sections["unknown"]
    assert all(part.count("<li>") == 1 for part in sections.values())


def test_a_blueprint_with_a_fault_is_neither_gone_nor_compared() -> None:
    broken = Entry("laptop", Path("laptop.yml"), "Laptop", None, (Problem(Place("laptop.yml"), Message("is wrong")),))
    made = Publisher().publish(Collection("blueprints", [broken]), NOW, history=history(version("1.1", laptop=ASK)))
    assert [placed.file for placed in made.pages if placed.file == addresses.page_file("laptop")] != []
    assert "Its file has a fault" in html(made, addresses.SITE_CHANGES)
    assert index(made)["removed"] == []


def test_what_was_removed_earlier_is_not_told_again() -> None:
    before = version("1.0", fax=BURGER, laptop=ASK), version("1.1", laptop=ASK)
    made = published(history(*before), laptop=ASK)
    assert "_removed" not in html(made, addresses.SITE_CHANGES)
    assert addresses.page_file("fax") in files(made)


def test_what_was_renamed_before_it_went_is_told_once() -> None:
    mail = BURGER.replace("steps", "formerly: fax, steps")
    before = version("1.0", fax=BURGER, laptop=ASK), version("1.1", mail=mail, laptop=ASK)
    shown = html(published(history(*before), laptop=ASK), addresses.SITE_CHANGES)
    assert '<a href="../mail/">Burger</a>' in shown
    assert "../fax/" not in shown


def test_the_index_of_blueprints_leads_there() -> None:
    before = history(version("1.1", laptop=ASK))
    assert '<a href="_changes/">What changed in 1.2</a>' in html(published(before, laptop=ASK), addresses.INDEX)
    unnamed = published(before, Site(), laptop=ASK)
    assert '<a href="_changes/">What has changed since 1.1</a>' in html(unnamed, addresses.INDEX)


# Blueprints that are gone


def test_a_blueprint_that_is_gone_leaves_a_page() -> None:
    before = version("1.0", "1.0", fax=BURGER), version("1.1", "1.1", laptop=ASK)
    shown = html(published(history(*before), laptop=ASK), addresses.page_file("fax"))
    assert "This blueprint was removed in version 1.1." in shown
    assert '<a href="../../../1.0/blueprints/fax/">Read it in version 1.0</a>' in shown
    assert "Perhaps you look for" not in shown
    unnamed = html(published(history(before[0]), Site(), laptop=ASK), addresses.page_file("fax"))
    assert "This blueprint has been removed." in unnamed
    assert "The last version with it is 1.0." in unnamed


def test_its_page_is_in_its_own_language_and_says_in_which_others_are() -> None:
    polish = BURGER.replace("steps", "language: pl, steps")
    made = published(history(version("1.0", fax=polish), version("1.1", laptop=ASK)), laptop=BURGER)
    shown = html(made, addresses.page_file("fax"))
    assert '<div class="sb-page" lang="pl"' in shown
    assert "Ten blueprint usunięto w wersji 1.1." in shown
    assert '<a href="../laptop/" lang="en">Burger</a>' in shown


@pytest.mark.parametrize(
    ("language", "site", "said"),
    [
        ("", NOW, ['<html lang="en"', "This blueprint was removed in version 1.1.", ">Read it in version 1.0</a>"]),
        ("pl", NOW, ['<html lang="pl"', "Ten blueprint usunięto w wersji 1.1.", "<title>Burger · Usunięto</title>"]),
        ("", replace(NOW, language="hu"), ['<html lang="hu"', "Ezt a blueprintet a(z) 1.1 verzióban eltávolították."]),
    ],
)
def test_what_others_have_in_a_frame_says_that_it_is_gone(language: str, site: Site, said: list[str]) -> None:
    fax = BURGER.replace("steps", f"language: {language}, steps") if language else BURGER
    before = version("1.0", "v1.0", **{"hr/fax": fax}), version("1.1", laptop=ASK)
    made = published(history(*before), site, laptop=ASK)
    for view in (None, *View):
        file = addresses.embed_file("hr/fax", view)
        shown = made.files[file].decode()
        assert all(words in shown for words in said)
        up = "../" * (file.count("/") + 1)
        assert f'<a href="{up}v1.0/blueprints/hr/fax/">' in shown
        page = "../" if view is None else "../../"
        assert f'<a class="sb-embed__title" href="{page}" target="_blank"' in shown
        assert '<base target="_blank">' in shown, "its other links leave the frame too"


def test_a_frame_names_the_last_version_where_nobody_knows_where_that_stands_and_which_may_be_meant() -> None:
    made = published(history(version("1.1", fax=BURGER)), laptop=BURGER)
    shown = made.files[addresses.embed_file("fax")].decode()
    assert "The last version with it is 1.1." in shown
    assert '<a href="../../laptop/">Burger</a>' in shown


def test_all_that_such_a_frame_names_is_published() -> None:
    for site in (NOW, replace(NOW, directory_urls=False)):
        made = published(history(version("1.1", fax=BURGER)), site, laptop=BURGER)
        places = {*files(made), *made.files, *asset_files()}
        for view in (None, *View):
            file = addresses.embed_file("fax", view)
            named = re.findall(r'(?:href|src)="([^":]+)"', made.files[file].decode())
            assert len(named) == 6
            for address in named:
                path = urljoin(f"/{file}", address).removeprefix("/")
                assert (f"{path}index.html" if path.endswith("/") else path) in places


def test_a_former_id_is_gone_with_its_blueprint_frame_and_all() -> None:
    made = published(history(version("1.1", "1.1", fax=BURGER.replace("steps", "formerly: telex, steps"))), laptop=ASK)
    assert '<a href="../../../1.1/blueprints/fax/">' in html(made, addresses.page_file("telex"))
    assert "removed in version 1.2" in made.files[addresses.embed_file("telex", View.SYSTEMS)].decode()


def test_what_is_gone_has_no_pictures_tables_or_answers_to_unfold_a_link() -> None:
    site = replace(NOW, url="https://example.org/latest/")
    made = published(history(version("1.1", fax=BURGER)), site, laptop=ASK)
    there = {file.removeprefix("blueprints/fax/") for file in made.files if file.startswith("blueprints/fax/")}
    assert there == {"embed/index.html", *(f"embed/{view}/index.html" for view in View)}
    assert "oembed" not in made.files[addresses.embed_file("fax")].decode()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"fax": BURGER, "laptop": ASK.replace("steps", "variant-of: fax, steps")}, ASK),
        ({"fax": BURGER.replace("steps", "variant-of: laptop, steps")}, ASK),
        ({"fax": BURGER}, BURGER),
    ],
    ids=["a variant of it", "what it was a variant of", "its title"],
)
def test_it_names_the_blueprint_that_may_be_meant(before: dict[str, str], now: str) -> None:
    made = published(history(version("1.1", **before)), laptop=now, other=ASK.replace("Laptop", "Other"))
    shown = html(made, addresses.page_file("fax"))
    assert "Perhaps you look for:" in shown
    assert '<a href="../laptop/">' in shown
    assert '<a href="../other/">' not in shown


def test_a_page_that_is_there_now_is_not_replaced() -> None:
    made = published(history(version("1.1", **{"laptop/embed": BURGER})), laptop=ASK)
    assert "blueprints/laptop/embed/index.html" in made.files
    assert "blueprints/laptop/embed/index.html" not in files(made)


def test_the_index_for_programs_knows_since_when_and_what_is_gone() -> None:
    made = published(history(version("1.0", fax=BURGER, laptop=ASK), version("1.1", laptop=ASK)), laptop=ASK)
    assert index(made)["blueprints"][0]["since"] == "1.0"  # type: ignore[index]
    assert index(made)["removed"] == [{"id": "fax", "title": "Burger", "last": "1.0"}]


# All of these pages


def test_they_are_neither_in_the_navigation_nor_in_the_search() -> None:
    made = published(history(version("1.1", laptop=BEG, fax=BURGER)), laptop=ASK)
    told = {addresses.SITE_CHANGES, addresses.changes_file("laptop"), addresses.page_file("fax")}
    assert told <= files(made)
    for placed in made.pages:
        assert placed.page.searched is (placed.file not in told)
        if placed.file in told:
            assert not placed.blueprint
            assert 'search: {"exclude": true}' in placed.page.source


def test_only_a_comparison_that_is_another_one_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def noting(comparison: Comparison, words: Words, prefix: str) -> object:
        assert comparison.after
        drawn.append(comparison.after.id)
        return comparison_picture(comparison, words, prefix)

    monkeypatch.setattr("service_blueprint.pages.drawings.comparison_picture", noting)
    publisher, before = Publisher(), history(version("1.1", laptop=BEG, burger=BURGER.replace("Orders", "Asks")))
    publisher.publish(collection(laptop=ASK, burger=BURGER), NOW, history=before)
    publisher.publish(collection(laptop=ASK, burger=BURGER), NOW, history=before)
    assert drawn == ["laptop", "burger"]
    publisher.publish(collection(laptop=SIGN, burger=BURGER), NOW, history=before)
    assert drawn == ["laptop", "burger", "laptop"]
