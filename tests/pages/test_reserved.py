"""Reading knows which addresses a page keeps; here is what the pages really keep."""

from pathlib import PurePosixPath

from pages.test_publication import collection, entry
from service_blueprint.pages.addresses import FOLDER
from service_blueprint.pages.collection import Site
from service_blueprint.pages.publication import Publisher
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID
from service_blueprint.reading.reserved import keeper_of


def test_no_other_page_can_stand_at_an_address_that_is_published() -> None:
    published = Publisher().publish(collection(entry("a")), Site(url="https://example.org/", png=True))
    own = f"{FOLDER}/a/index.html"
    for file in {*published.files, *(placed.file for placed in published.pages)} - {own}:
        path = PurePosixPath(file)
        if not path.is_relative_to(FOLDER):
            continue
        below = path.relative_to(FOLDER)
        # A page's address is its folder; where a file stands there can be no folder.
        clashing = [below / "more", *([below.parent] if below.name == "index.html" else [below])]
        for id in map(str, clashing):
            if BLUEPRINT_ID.fullmatch(id):
                assert keeper_of(id, {"a"}) == "a", id


def test_nothing_else_is_kept() -> None:
    for id in ("a/embed/x", "a/index", "a/b", "b/embed", "a/actors", "index", "embed"):
        assert not keeper_of(id, {"a"}), id
