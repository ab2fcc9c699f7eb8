"""Links as git keeps them."""

import pytest

from service_blueprint.shelves.git.links import also_at, followed, targets

LINKS = {
    "b/x.yml": "../shared/x.yml",
    "b/folder": "../shared",
    "b/twice.yml": "x.yml",
    "b/up": "..",
    "b/out.yml": "../../x.yml",
    "b/whole.yml": "/etc/passwd",
    "b/git.yml": "../.git/config.yml",
    "b/circle.yml": "circle.yml",
    "b/one": "two",
    "b/two": "one",
    "b/empty.yml": "",
}


@pytest.mark.parametrize(
    ("path", "real"),
    [
        ("b/plain.yml", "b/plain.yml"),
        (".hidden/plain.yml", ".hidden/plain.yml"),
        ("b/x.yml", "shared/x.yml"),
        ("b/twice.yml", "shared/x.yml"),
        ("b/folder/y.yml", "shared/y.yml"),
        ("b/up/shared/y.yml", "shared/y.yml"),
        ("b/up/b/up/b/x.yml", "shared/x.yml"),
        ("b/out.yml", None),
        ("b/whole.yml", None),
        ("b/git.yml", None),
        ("b/circle.yml", None),
        ("b/one/y.yml", None),
        ("b/empty.yml", "b"),
    ],
)
def test_a_link_is_followed_within_the_repository(path: str, real: str | None) -> None:
    assert followed(path, LINKS) == real


def test_a_file_is_reached_by_links_to_it_and_to_folders_around_it() -> None:
    assert also_at("shared/x.yml", targets(LINKS)) == [
        "b/folder/x.yml",
        "b/twice.yml",
        "b/up/shared/x.yml",
        "b/x.yml",
    ]
    assert also_at("shared-too/x.yml", targets({"b": "shared"})) == []
