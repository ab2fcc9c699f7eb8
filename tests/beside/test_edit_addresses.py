import pytest

from service_blueprint.hosts.mkdocs.edit_addresses import straight


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://h/r/edit/main/docs/a.md", "https://h/r/edit/main/docs/a.md"),
        ("https://h/r?path=/docs/../b/x.yml", "https://h/r?path=/b/x.yml"),
        ("https://h/r?path=/site/docs/../../b/x.yml&v=main", "https://h/r?path=/b/x.yml&v=main"),
        ("https://h/r?path=docs/../b/x.yml", "https://h/r?path=b/x.yml"),
        ("https://h/r?path=%2Fdocs%2F..%2Fb%2Fx.yml", "https://h/r?path=%2Fb%2Fx.yml"),
        ("https://h/r?path=%2fmy%20docs%2f..%2fb%2fx.yml", "https://h/r?path=%2fb%2fx.yml"),
        ("https://h/r?path=..%2Fb%2Fx.yml", "https://h/r?path=b%2Fx.yml"),
        ("https://h/r#/docs/../b/x.yml", "https://h/r#/b/x.yml"),
        ("https://h/r?path=/../b/x.yml", "https://h/r?path=/b/x.yml"),
        ("https://h/../b/x.yml", "https://h/b/x.yml"),
        ("https://h/r?path=/docs/a..b/x.yml", "https://h/r?path=/docs/a..b/x.yml"),
    ],
)
def test_an_address_goes_straight_there(written: str, expected: str) -> None:
    assert straight(written) == expected
