import pytest

from service_blueprint.reading.durations import parse_duration


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
    ],
)
def test_a_duration_is_read_as_people_write_it(text: str, seconds: float) -> None:
    duration = parse_duration(text)
    assert duration.seconds == seconds
    assert duration.text == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("90", "add the unit, as in '90 min'"),
        ("5 m", "write 'min' for minutes"),
        ("2 months", "write it in weeks"),
        ("1 y", "write it in weeks"),
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
    with pytest.raises(ValueError, match=f"^{remedy}"):
        parse_duration(text)
