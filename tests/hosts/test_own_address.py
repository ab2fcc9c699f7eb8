import pytest

from service_blueprint.hosts.versions.own_address import own_address


@pytest.mark.parametrize(
    ("canonical", "version", "expected"),
    [
        ("https://example.org/latest/", "1.0", "https://example.org/1.0/"),
        ("https://example.org/our/services/latest/", "1.0", "https://example.org/our/services/1.0/"),
        ("https://example.org/stable/", "1.0", "https://example.org/1.0/"),
        ("https://example.org/latest/", "pr/12", "https://example.org/pr/12/"),
        ("https://example.org/latest/", "1 a", "https://example.org/1%20a/"),
        ("https://example.org/1.0/", "1.0", "https://example.org/1.0/"),
        ("https://example.org/", "1.0", "https://example.org/"),
        ("https://latest/", "1.0", "https://latest/"),
        ("https://example.org/latest/", "", "https://example.org/latest/"),
        ("", "1.0", ""),
    ],
)
def test_a_version_stands_beside_the_current_one(canonical: str, version: str, expected: str) -> None:
    assert own_address(canonical, version, {"latest", "stable", ""}) == expected
