import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.blueprint import Duration
from service_blueprint.durations import SECONDS, UNITS, short, written
from service_blueprint.reading.durations import DurationError, parse_duration
from service_blueprint.words import words_for


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30 s", 30),
        ("5 min", 300),
        ("2 h", 7200),
        ("3 d", 259_200),
        ("1 wk", 604_800),
        ("1 h 30 min", 5400),
        ("1 d 2 h 3 min 4 s", 93_784),
        ("0 min", 0),
        ("1.5 h", 5400),
        ("1,5 h", 5400),
        ("90min", 5400),
        ("1h30min", 5400),
        ("1 h, 30 min", 5400),
        ("2 hours", 7200),
        ("1 Day", 86_400),
        ("٥ min", 300),
        ("  5   min ", 300),
        ("2 y", 63_113_904),
        ("12 mo", 31_556_952),
        ("3 months", 7_889_238),
        ("5 wd", 604_800),
        ("1 working day", 120_960),
        ("1.5 wk", 907_200),
        *((text, 7200) for text in ("2 godziny", "2 godz.", "2 godzin", "2 óra", "2 órát", "2 Hours")),
        *((text, 259_200) for text in ("3 dni", "3 dnia", "3 doby", "3 nap", "3 napot", "3 napig")),
        *((text, 1_209_600) for text in ("2 tygodnie", "2 tyg.", "2 tygodni", "2 hét", "2 hetet", "2 wks")),
        *((text, 5_259_492) for text in ("2 miesiące", "2 miesięcy", "2 mies.", "2 hónap", "2 hó")),
        *((text, 31_556_952) for text in ("1 rok", "1 year", "1 év")),
        *((text, 63_113_904) for text in ("2 lata", "2 lat", "2 évig")),
        *((text, 300) for text in ("5 minut", "5 minuty", "5 perc", "5 percet")),
        *((text, 30) for text in ("30 sekund", "30 sek.", "30 mp", "30 másodperc")),
        *((text, 604_800) for text in ("5 dni roboczych", "5 dni rob.", "5 munkanap", "5 business days")),
        ("1 godzina 30 minut", 5400),
    ],
)
def test_a_duration_is_read_as_people_write_it(text: str, seconds: float) -> None:
    duration = parse_duration(text)
    assert duration.seconds == seconds
    assert duration.text == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "least", "seconds", "most"),
    [
        ("1 d..5 d", 86_400, 259_200, 432_000),
        ("1 d..2 d..5 d", 86_400, 172_800, 432_000),
        ("1 d .. 5 d", 86_400, 259_200, 432_000),
        ("30 min..1 h 30 min", 1800, 3600, 5400),
        ("5 wd..2 wk", 604_800, 907_200, 1_209_600),
        ("1 dzień..3 dni", 86_400, 172_800, 259_200),
        ("2 godz...4 godz.", 7200, 10_800, 14_400),
        ("3 d..3 d", 259_200, 259_200, 259_200),
        ("1–5 d", 86_400, 259_200, 432_000),
        ("30 min – 1 h", 1800, 2700, 3600),
        ("1–5 d, likely 2 d", 86_400, 172_800, 432_000),
    ],
)
def test_a_range_counts_as_what_is_likely_or_else_as_its_middle(
    text: str, least: float, seconds: float, most: float
) -> None:
    assert parse_duration(text) == Duration(seconds, least=least, most=most)
    assert parse_duration(f"~{text}") == Duration(seconds, least=least, most=most, about=True)


@pytest.mark.parametrize(
    "text", ["~3 d", "~ 3 d", "≈3 d", "about 3 d", "ca. 3 d", "ok. 3 dni", "około 3 dni", "kb. 3 nap"]
)
def test_a_rough_figure_is_known_as_one(text: str) -> None:
    assert parse_duration(text) == Duration(259_200, about=True)


@pytest.mark.parametrize(
    ("one", "other"), [("1 h 30 min", "90 min"), ("5 wd", "1 wk"), ("12 mo", "1 y"), ("2 hét", "14 d")]
)
def test_durations_are_the_same_by_what_they_mean(one: str, other: str) -> None:
    assert parse_duration(one) == parse_duration(other)
    assert parse_duration(f"~{one}") != parse_duration(other)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("90", "add the unit, as in '90 min'"),
        ("5 m", "write 'min' for minutes"),
        ("2 moons", "'moons' is no unit"),
        ("5 d..1 d", "put the least first and the most last: '1 d..5 d'"),
        ("~1 d..7 d..5 d", "put the least first and the most last: '~1 d..5 d..7 d'"),
        ("1 wk..5 d", "put the least first and the most last: '5 d..1 wk'"),
        ("5 wd 2 h", "write working days (wd) alone"),
        ("1 d..2 d 3 wd", "write working days (wd) alone"),
        ("1..5 d", "give each end its unit: '1 d..5 d'"),
        ("1..2..5 d", "give each end its unit: '1 d..2 d..5 d'"),
        ("~1..5 d", "give each end its unit: '~1 d..5 d'"),
        ("1 d..", "write it as in '1 d..5 d' for a range"),
        ("..5 d", "write it as in '1 d..5 d' for a range"),
        ("1 d....5 d", "write it as in '1 d..5 d' for a range"),
        ("1 d..2 d..3 d..4 d", "write it as in '1 d..5 d' for a range"),
        ("soon..late", "write it as in '1 d..5 d' for a range"),
        ("-1 d..5 d", "write it as in '1 d..5 d' for a range"),
        ("1..5", "write it as in '1 d..5 d' for a range"),
        ("1 d..2 moons", "'moons' is no unit"),
        ("~", "write it as in"),
        ("~~3 d", "write it as in"),
        ("~-3 d", "write it as in"),
        ("~90", "add the unit, as in '90 min'"),
        ("3 fortnights", "'fortnights' is no unit"),
        ("soon", "write it as in"),
        ("-5 min", "write it as in"),
        ("1-5 d", "write it as in"),
        ("5 min or so", "write it as in"),
        ("5 min 3", "write it as in"),
        ("1.2.3 h", "write it as in"),
        ("½ h", "write it as in"),
        ("", "write it as in"),
        (" h", "write it as in"),
        ("1e3 s", "'e' is no unit"),
        ("9999999999 s", "write it as in"),
    ],
)
def test_anything_else_is_refused_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(remedy)}"):
        parse_duration(text)


def amounts(units: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    number = st.from_regex(r"[0-9]{1,9}([.,][0-9]{1,9})?", fullmatch=True)
    return st.builds("{}{}{}".format, number, st.sampled_from(["", " "]), units)


LENGTHS = st.lists(amounts(st.sampled_from([*SECONDS, *UNITS])), min_size=1, max_size=3).map(" ".join)
TEXTS = st.builds("{}{}".format, st.sampled_from(["", "~"]), st.lists(LENGTHS, min_size=1, max_size=3).map("..".join))


def read_or_none(text: str) -> Duration | None:
    try:
        return parse_duration(text)
    except DurationError:
        return None


@given(TEXTS)
def test_what_is_shown_in_english_is_read_again_as_the_same(text: str) -> None:
    duration = read_or_none(text)
    if duration:
        shown = words_for("en").duration(duration)
        assert parse_duration(shown) == duration
        assert words_for("en").duration(parse_duration(shown)) == shown


@given(TEXTS)
def test_the_short_form_means_the_same_and_has_no_shorter_one(text: str) -> None:
    duration, said = read_or_none(text), written(text)
    if duration and said:
        again = written(short(said))
        assert parse_duration(short(said)) == duration
        assert again and short(again) == short(said)


@given(st.text(alphabet="0123456789 .,~-–dwhmokyin", max_size=20))
def test_whatever_is_written_is_refused_or_has_its_ends_in_order(text: str) -> None:
    duration = read_or_none(text)
    if duration:
        assert (duration.least or 0) <= duration.seconds <= (duration.most or duration.seconds)
