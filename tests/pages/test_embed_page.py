import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from service_blueprint.blueprint import View
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import asset_files
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.elsewhere.embedding import embed_code, frame_height
from service_blueprint.pages.pictures import Drawing
from service_blueprint.pages.publication import Publication, Publisher
from written import written

TEXT = """\
title: 'Ask "them" </title><script> & wait'
language: pl
state: to-be
steps:
  - {id: ask, customer: Asks, frontstage: {by: desk, do: Answers, link: "https://example.org/procedure"}}
  - {id: wait, customer: Waits}
"""
PUBLISHED = Site("en", "Our services", "https://example.org/docs/", "1.2")


def published(site: Site = PUBLISHED) -> Publication:
    entry = Entry("hr/a", Path("a.yml"), "A", written(TEXT, id="hr/a"), text=TEXT.encode())
    return Publisher().publish(Collection("blueprints", [entry]), site)


def page(site: Site = PUBLISHED, view: View | None = None) -> str:
    return published(site).files[addresses.embed_file("hr/a", view)].decode()


def test_every_view_has_a_page_and_the_first_one_is_that_of_the_blueprint() -> None:
    files = published().files
    shown = {
        str(view): re.findall(r'<svg [^>]*data-view="([a-z]+)"', files[addresses.embed_file("hr/a", view)].decode())
        for view in (None, *View)
    }
    assert shown == {"None": ["stages"], **{str(view): [str(view)] for view in View}}


@pytest.mark.parametrize("site", [PUBLISHED, Site(), Site(directory_urls=False)])
def test_all_that_it_names_is_published_wherever_the_site_stands(site: Site) -> None:
    publication = published(site)
    places = {placed.file for placed in publication.pages} | {*publication.files, *asset_files()}
    for view in (None, *View):
        file = addresses.embed_file("hr/a", view)
        html = publication.files[file].decode()
        around = html.partition("<svg")[0] + html.rpartition("</svg>")[2]
        named = re.findall(r'\s(?:href|src)="([^"]+)"', around)
        relative = [address for address in named if not urlsplit(address).scheme]
        assert len(relative) >= 3
        for address in relative:
            path = unquote(urlsplit(urljoin(f"https://x/{file}", address)).path).removeprefix("/")
            assert (f"{path}index.html" if path.endswith("/") else path) in places


def test_a_card_of_the_company_leads_to_the_frame_of_the_view_that_shows_who_is_behind_it() -> None:
    find = re.compile('class="behind" xlink:href="(.*?)"')
    assert find.findall(page(view=View.COMPANY)) == ["../actors/#ask"]
    assert find.findall(page(Site(directory_urls=False), View.COMPANY)) == ["../actors/index.html#ask"]
    assert not any(find.findall(page(view=view)) for view in View if view is not View.COMPANY)


def test_search_engines_are_led_to_the_blueprints_page() -> None:
    html = page()
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://example.org/docs/blueprints/hr/a/">' in html
    assert '<link rel="canonical" href="../">' in page(Site())


def test_what_an_author_writes_is_text() -> None:
    html = page()
    title = re.findall(r"<title>(.*?)</title>", html)[0]
    assert unescape(title) == 'Ask "them" </title><script> & wait · Poziomy'
    assert re.findall("<script[^>]*>", html) == ['<script src="../../../../assets/service-blueprint/embed-page.js">']


def test_it_is_in_the_language_of_the_blueprint() -> None:
    html = page()
    assert '<html lang="pl" dir="ltr">' in html
    assert "Wersja 1.2" in html


def test_a_site_without_versions_names_none() -> None:
    assert "sb-embed__version" not in page(Site())


def test_its_state_is_said_for_readers_who_see_no_more_of_the_blueprint() -> None:
    assert "<span>Stan docelowy</span>" in page()


def test_its_links_leave_the_frame() -> None:
    links = re.findall(r"<a [^>]*>", page())
    assert len(links) == 2
    for link in links:
        assert 'target="_blank"' in link
        assert 'rel="noopener"' in link


def test_every_step_has_a_place_and_no_id_stands_twice() -> None:
    ids = re.findall(r'\sid="([^"]+)"', page())
    assert {"ask", "wait"} <= set(ids)
    assert sorted(ids) == sorted(set(ids))


def test_a_page_of_no_origin_needs_nothing_that_browsers_refuse_it() -> None:
    """Modules are not loaded into a frame that is in a sandbox."""
    files = asset_files()
    script = files["assets/service-blueprint/embed-page.js"].decode()
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert 'type="module"' not in page()


def test_no_two_modules_of_the_plain_script_name_the_same() -> None:
    script = asset_files()["assets/service-blueprint/embed-page.js"].decode()
    named = re.findall(r"^(?:function|const|let|class) (\w+)", script, re.MULTILINE)
    assert len(named) > 10
    assert sorted(named) == sorted(set(named))


def test_the_code_of_a_frame_is_one_element() -> None:
    assert embed_code('https://example.org/?a&b"#ask', 'A "b" <c>', 400) == (
        '<iframe src="https://example.org/?a&amp;b&quot;#ask" title="A &quot;b&quot; &lt;c&gt;" width="100%" '
        'height="400" loading="lazy" frameborder="0"></iframe>'
    )


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (2000, 400, 400 * 0.9 + 17 + 32),
        (1600, 400, 400 + 32),
        (1280, 400, 400 * 1.25 + 32),
        (677, 298, 420),
        (1000, 3000, 800),
    ],
)
def test_a_frame_that_no_script_fits_is_as_high_as_its_diagram_on_a_wide_page_but_no_higher_than_a_screen(
    width: int, height: int, expected: float
) -> None:
    assert frame_height(Drawing("", width, height, "")) == expected
