"""What stands at the addresses that a blueprint had before."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from pages.test_publication import collection, entry, page_of
from projects import SMALLEST
from service_blueprint.blueprint import View
from service_blueprint.pages.collection import Site, moves
from service_blueprint.pages.kind import PlacedPage
from service_blueprint.pages.publication import Publication, Publisher

SITE = Site(url="https://example.org/docs/")


def publish(site: Site = SITE, /, **texts: str) -> Publication:
    """What is published of blueprints by their ids, in which ``__`` is a slash; each text stands before the steps."""
    entries = (entry(name.replace("__", "/"), f"{text}\n{SMALLEST}") for name, text in texts.items())
    return Publisher().publish(collection(*entries), site)


def moved_page(published: Publication, former: str) -> PlacedPage:
    [placed] = (placed for placed in published.pages if placed.former == former)
    return placed


def test_each_former_id_has_a_page_that_leads_to_the_blueprint() -> None:
    published = publish(new="formerly: [old, hr/older]")
    for former, link in {"old": "../new/", "hr/older": "../../new/"}.items():
        placed = moved_page(published, former)
        assert placed.file == f"blueprints/{former}/index.html"
        assert placed.source == f"blueprints/{former}.md"
        assert placed.origin == Path("new.yml")
        html = placed.page.filled(placed.page.body)
        assert f'This blueprint has a new address: <a href="{link}" data-sb-moved>Get a burger</a>' in html
        assert f'<noscript><meta http-equiv="refresh" content="0; url={link}"></noscript>' in placed.page.head


def test_no_search_and_no_navigation_has_the_page_and_it_names_the_new_one_as_the_real_one() -> None:
    placed = moved_page(publish(new="formerly: old"), "old")
    assert placed.blueprint == ""
    assert not placed.page.searched
    assert 'search: {"exclude": true}' in placed.page.source
    assert '<meta name="robots" content="noindex">' in placed.page.head
    assert placed.page.canonical == "https://example.org/docs/blueprints/new/"


def test_links_to_the_steps_of_the_old_page_are_no_fault() -> None:
    assert moved_page(publish(new="formerly: old"), "old").page.anchors == ("order", "eats-and-leaves")


def test_the_page_speaks_the_language_of_the_blueprint() -> None:
    page = moved_page(publish(new="formerly: old\nlanguage: pl"), "old").page
    assert page.language == "pl"
    assert "Ten blueprint ma nowy adres:" in page.parts["moved"]


def test_the_page_without_directory_addresses_leads_to_the_file() -> None:
    placed = moved_page(publish(Site(directory_urls=False), new="formerly: old"), "old")
    assert 'href="../new/index.html"' in placed.page.parts["moved"]
    assert placed.page.canonical == ""


def test_every_file_of_the_blueprint_is_at_its_old_address_too() -> None:
    files = publish(new="formerly: hr/old").files
    for name in (*(f"{view}.svg" for view in View), "touchpoints.csv", "blueprint.yml", "oembed.json"):
        assert files[f"blueprints/hr/old/{name}"] == files[f"blueprints/new/{name}"], name
    assert {name.removeprefix("blueprints/new/") for name in files if name.startswith("blueprints/new/")} == {
        name.removeprefix("blueprints/hr/old/") for name in files if name.startswith("blueprints/hr/old/")
    }


def test_bitmaps_are_there_where_the_site_has_them() -> None:
    files = publish(Site(png=True), new="formerly: old").files
    assert files["blueprints/old/stages.png"] == files["blueprints/new/stages.png"]


def test_a_frame_shows_the_diagram_at_its_old_address_with_links_that_are_right_there() -> None:
    files = publish(new="formerly: hr/old").files
    for name in ("embed/index.html", *(f"embed/{view}/index.html" for view in View)):
        old, new = f"blueprints/hr/old/{name}", f"blueprints/new/{name}"
        assert with_whole_links(files[old], old) == with_whole_links(files[new], new)


def with_whole_links(html: bytes, file: str) -> str:
    """A page with its links as seen from the root of the site."""

    def whole(link: re.Match[str]) -> str:
        return f'{link[1]}="{urljoin(f"https://example.org/docs/{file}", link[2])}"'

    return re.sub(r'\b(href|src)="([^"]*)"', whole, html.decode())


def test_a_blueprint_that_has_the_id_now_keeps_its_address() -> None:
    published = publish(new="formerly: old", old="summary: Mine")
    assert page_of(published, "old").description == "Mine"
    assert [placed.former for placed in published.pages if placed.former] == []
    assert published.files["blueprints/old/blueprint.yml"].startswith(b"summary: Mine")


def test_of_two_that_claim_an_id_the_first_has_it() -> None:
    published = publish(a="formerly: old", b="formerly: [old, older]")
    assert "../a/" in moved_page(published, "old").page.parts["moved"]
    assert "../b/" in moved_page(published, "older").page.parts["moved"]


def test_an_old_address_gives_way_to_whatever_stands_there_now() -> None:
    published = publish(a="formerly: [b/embed, c]", b="summary: B", c__embed="summary: C")
    assert [placed.former for placed in published.pages if placed.former] == ["c"]
    assert "blueprints/c/embed/index.html" not in published.files
    assert "blueprints/c/actors.svg" in published.files


def test_a_page_takes_the_place_of_another_ones_diagram_and_nothing_stands_twice() -> None:
    published = publish(a="summary: A", a__embed="summary: B")
    files = [*(placed.file for placed in published.pages), *published.files]
    assert len(files) == len(set(files))
    assert "blueprints/a/embed/index.html" not in published.files
    assert not [file for file in files for other in files if file.startswith(f"{other}/")]


def test_the_index_for_other_tools_says_what_has_moved() -> None:
    published = publish(a="formerly: [old, b]", b="formerly: old")
    assert json.loads(published.files["blueprints/index.json"])["moved"] == {"old": "a"}


def test_a_blueprint_with_faults_claims_nothing() -> None:
    broken = entry("a", f"formerly: old\n{SMALLEST}")
    assert moves([broken]).keys() == {"old"}
    assert moves([type(broken)(broken.id, broken.path, broken.title, None)]) == {}


@pytest.mark.parametrize("former", ["old", "hr/old"])
def test_links_of_the_page_lead_to_all_blueprints(former: str) -> None:
    page = moved_page(publish(new=f"formerly: {former}"), former).page
    assert f'href="{"../" * (former.count("/") + 1)}"' in page.parts["up"]
