import re

import pytest

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing.formats import PNG
from service_blueprint.pages.pictures import painted, pictures
from service_blueprint.words import words_for
from written import written


def long_blueprint() -> Blueprint:
    """Twelve steps, of which the fourth to sixth and the last belong to no phase."""
    phases = {**dict.fromkeys(range(1, 4), "First"), **dict.fromkeys(range(7, 12), "Second")}
    steps = "".join(
        f"  - {{customer: Does what comes as number {n} of all{f', phase: {phases[n]}' if n in phases else ''}}}\n"
        for n in range(1, 13)
    )
    return written(f"title: Long\nsteps:\n{steps}")


def test_steps_without_a_phase_are_called_by_their_numbers() -> None:
    actors = pictures(long_blueprint(), words_for("en"))[0]
    assert [phase.title for phase in actors.phases] == ["First", "Steps 4–6", "Second", "Step 12"]
    hungarian = pictures(long_blueprint(), words_for("hu"))[0]
    assert [phase.title for phase in hungarian.phases] == ["First", "4–6. lépés", "Second", "12. lépés"]


def test_a_short_blueprint_is_drawn_whole_alone() -> None:
    for picture in pictures(written("title: Short\nsteps: [{customer: Asks}]"), words_for("en")):
        assert (picture.phases, picture.sheets) == ((), ())


def test_a_card_of_the_company_leads_to_its_step_from_a_file_where_the_address_of_the_page_is_known() -> None:
    blueprint = written("title: T\nsteps: [{id: ask, customer: Asks, frontstage: Answers}]")
    address = "https://example.org/blueprints/t/"
    for known, links in (("", []), (address, [f"{address}#ask"])):
        company = next(each for each in pictures(blueprint, words_for("en"), known) if each.view is View.COMPANY)
        assert re.findall('class="behind" xlink:href="(.*?)"', company.whole.svg) == ["#ask"]
        assert re.findall('class="behind" xlink:href="(.*?)"', company.file) == links


def test_a_very_large_drawing_is_drawn_whole_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(picture.phases and picture.sheets for picture in pictures(long_blueprint(), words_for("en")))
    monkeypatch.setattr("service_blueprint.pages.pictures.MOST_IN_PARTS", 1000)
    for picture in pictures(long_blueprint(), words_for("en")):
        assert (picture.phases, picture.sheets) == ((), ())


def test_png_files_come_in_order_and_their_number_is_told() -> None:
    drawn = pictures(written("title: Short\nsteps: [{customer: Asks}]"), words_for("en"))
    told: list[tuple[int, int]] = []
    images = painted(PNG, [*drawn, *drawn], lambda done, every: told.append((done, every)))
    assert told == [(n, 2 * len(View)) for n in range(1, 2 * len(View) + 1)]
    assert images == [*painted(PNG, drawn, lambda done, every: None)] * 2
    assert len(View) == len(drawn)
