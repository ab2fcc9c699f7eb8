"""The gauge itself: a sound drawing passes, and each gate closes on the fault that it is there for."""

import pytest
from playwright.sync_api import Page

from gauge import measure

SOUND = {
    "one": '<g class="card" data-action="one"><rect x="20" y="20" width="100" height="40"/>'
    '<text x="30" y="44">One</text></g>',
    "two": '<g class="card" data-action="two"><rect x="220" y="20" width="100" height="40"/></g>',
    "three": '<g class="card" data-action="three"><rect x="220" y="120" width="100" height="40"/></g>',
    "one to two": '<path class="flow" data-from="one" data-to="two" d="M120 40H220"/>',
    "one to three": '<path class="flow" data-from="one" data-to="three" d="M70 60V134Q70 140 76 140H220"/>',
    "label": '<g class="flow-label" data-from="one" data-to="two"><text x="140" y="44">yes</text></g>',
}

BROKEN = {
    "card_overlaps": {"more": '<g class="card" data-action="four"><rect x="310" y="150" width="40" height="40"/></g>'},
    "through_cards": {
        "one to two": '<path class="flow" data-from="one" data-to="two" d="M70 60V80H350V140H270V120V60"/>',
    },
    "shared_lines": {
        "one to two": '<path class="flow" data-from="one" data-to="two" d="M120 30H220"/>',
        "one to three": '<path class="flow" data-from="three" data-to="one" d="M270 120V90H180V30H120"/>',
        "label": "",
    },
    "lost_ends": {"one to two": '<path class="flow" data-from="one" data-to="two" d="M120 40H215"/>'},
    "text_overflows": {"label": '<g class="card" data-action="four"><rect x="20" y="200" width="20" height="20"/>'
    '<text x="22" y="215">Too much for so small a card</text></g>'},
    "text_collisions": {
        "label": '<g class="flow-label" data-from="one" data-to="two"><text x="225" y="44">covers</text></g>'
    },
    "lines_over_text": {"label": '<text x="140" y="44">not its label</text>'},
    "out_of_frame": {"two": '<g class="card" data-action="two"><rect x="220" y="20" width="300" height="40"/></g>'},
}  # fmt: skip


def drawing(parts: dict[str, str]) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" fill="none">{"".join(parts.values())}</svg>'


def test_a_sound_drawing_has_no_fault(canvas: Page) -> None:
    figures = measure(canvas, drawing(SOUND))
    assert figures.faults == {}
    assert (figures.cards, figures.flows, figures.texts) == (3, 2, 2)
    assert (figures.bends, figures.crossings, figures.area) == (1, 0, 96_000)
    assert figures.flow_length == pytest.approx(100 + 74 + 9.7 + 144, abs=0.5)


@pytest.mark.parametrize("gate", BROKEN)
def test_each_gate_closes_on_its_fault_alone(gate: str, canvas: Page) -> None:
    figures = measure(canvas, drawing(SOUND | BROKEN[gate]))
    assert list(figures.faults) == [gate]


def test_flows_that_leave_the_same_card_may_run_together(canvas: Page) -> None:
    together = {
        "one to three": '<path class="flow" data-from="one" data-to="three" d="M120 40H170V140H220"/>',
        "label": "",
    }
    assert measure(canvas, drawing(SOUND | together)).faults == {}


def test_a_crossing_is_counted_once(canvas: Page) -> None:
    crossing = {"one to three": '<path class="flow" data-from="three" data-to="one" d="M270 120V90H180V5H70V20"/>'}
    assert measure(canvas, drawing(SOUND | crossing)).crossings == 1
