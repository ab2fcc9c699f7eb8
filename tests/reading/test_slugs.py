import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.reading.slugs import LONGEST, Unused, slug
from service_blueprint.reading.words import ID


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Looks up the restaurant", "looks-up-the-restaurant"),
        ("Zażółć gęślą jaźń", "zazolc-gesla-jazn"),
        ("Árvíztűrő tükörfúrógép", "arvizturo-tukorfurogep"),
        ("Straße & Smørrebrød", "strasse-smorrebrod"),
        ("Doesn’t call — writes…", "doesnt-call-writes"),
        ("1st line: 3/4 calls", "1st-line-3-4-calls"),
        ("①②", "12"),
        ("注文", ""),
        ("...", ""),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
        ("a" * 100, "a" * LONGEST),
    ],
)
def test_a_text_becomes_an_id_of_plain_letters(text: str, made: str) -> None:
    assert slug(text) == made


@given(st.text())
def test_whatever_is_made_is_an_id(text: str) -> None:
    made = slug(text)
    assert not made or (ID.fullmatch(made) and len(made) <= LONGEST)
    assert slug(made) == made


@given(st.lists(st.sampled_from(["a", "b", "a-2", "a-2-2"])), st.sets(st.sampled_from(["a", "a-2", "a-3", "b"])))
def test_no_id_is_given_out_twice(wanted: list[str], used: set[str]) -> None:
    unused = Unused(used)
    given_out = [unused.like(each) for each in wanted]
    assert len(set(given_out)) == len(given_out)
    assert not used & set(given_out)
