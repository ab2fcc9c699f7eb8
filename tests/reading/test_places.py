"""Every value knows where it stands."""

from service_blueprint.reading import read_text

TEXT = b"""title: Request a laptop
variant-of: other
steps:
  - id: ask
    customer: Asks
    frontstage: {by: desk, do: Answers, to: [ask.backstage, {target: tell, label: Late}]}
    backstage:
      - Looks it up
      - do: Writes it down
        to: tell
  - id: tell
    customer: Hears
"""


def test_steps_actions_and_arrows_know_their_places() -> None:
    blueprint = read_text(TEXT, path="a.yml", id="a").blueprint
    assert blueprint
    places = [blueprint.place, *(step.place for step in blueprint.steps)]
    for action in blueprint.actions.values():
        places += [action.place, *(arrow.place for arrow in action.to or ())]
    assert [str(place) for place in places] == [
        "a.yml:1:1",
        "a.yml:4:5",
        "a.yml:11:5",
        "a.yml:5:15",
        "a.yml:6:17",
        "a.yml:6:46",
        "a.yml:6:70",
        "a.yml:8:9",
        "a.yml:9:9",
        "a.yml:10:13",
        "a.yml:12:15",
    ]


def test_a_reading_knows_the_place_of_any_value() -> None:
    reading = read_text(TEXT, path="a.yml", id="a")
    assert str(reading.place("variant-of")) == "a.yml:2:13"
    assert str(reading.place("steps", 0, "backstage", 1, "to")) == "a.yml:10:13"
    assert str(reading.place("steps", 1, "customer", 0, "do")) == "a.yml:12:15"
    assert str(reading.place()) == "a.yml:1:1"
    assert str(read_text(b"", path="a.yml", id="a").place("title")) == "a.yml:1:1"
