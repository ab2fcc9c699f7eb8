"""``versions.json``, read as mike writes it."""

import pytest
from mike.versions import Versions  # type: ignore[import-untyped]

from service_blueprint.shelves.versions.versions_file import SiteVersion, VersionsError, read_versions


def test_what_mike_writes_is_read() -> None:
    theirs = Versions()
    theirs.add("1.0", aliases=["stable"])
    theirs.add("1.1", title="May", aliases=["latest"])
    assert read_versions(theirs.dumps()) == (SiteVersion("1.1", ("latest",)), SiteVersion("1.0", ("stable",)))


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
    ],
)
def test_what_is_no_list_of_versions_is_said_so(text: str, said: str) -> None:
    with pytest.raises(VersionsError, match=said):
        read_versions(text)
