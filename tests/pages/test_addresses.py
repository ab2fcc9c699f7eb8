from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.blueprint import View
from service_blueprint.pages import addresses

SEGMENT = st.text("abcäő-_ %#?&'+", min_size=1).filter(str.strip)
IDS = st.lists(SEGMENT, min_size=1, max_size=3).map("/".join)
SITE = "https://example.org/a/sub/path/"


def address(file: str, *, directory_urls: bool) -> str:
    return file.removesuffix("index.html") if directory_urls else file


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (addresses.page_file("hr/laptop-request"), "blueprints/hr/laptop-request/index.html"),
        (addresses.picture_file("laptop-request", View.ACTORS), "blueprints/laptop-request/actors.svg"),
        (addresses.picture_file("laptop-request", View.CUSTOMER, "png"), "blueprints/laptop-request/customer.png"),
        (addresses.table_file("laptop-request"), "blueprints/laptop-request/touchpoints.csv"),
        (addresses.INDEX, "blueprints/index.html"),
    ],
)
def test_the_addresses_on_the_site_stay_as_they_are(file: str, expected: str) -> None:
    assert file == expected


@given(IDS, IDS, st.booleans())
def test_a_link_leads_from_any_page_to_any_other(here: str, there: str, directory_urls: bool) -> None:
    source, target = addresses.page_file(here), addresses.page_file(there)
    link = addresses.link(target, source, directory_urls=directory_urls)
    base = SITE + addresses.link(source, "index.html", directory_urls=directory_urls)
    assert unquote(urljoin(base, link)) == SITE + address(target, directory_urls=directory_urls)


def test_a_link_to_the_page_itself_is_its_folder() -> None:
    page = addresses.page_file("a")
    assert addresses.link(page, page) == "./"
