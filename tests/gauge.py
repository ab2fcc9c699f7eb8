"""How readable a drawing is, measured from what a browser paints of it.

The hard gates are faults that no drawing may have; the soft figures are lower the better. The gates follow what
research on drawn graphs found to hinder reading (Purchase, 1997): lines through shapes, hidden lines, crossings.

Run as a program it says the figures of files: ``python tests/gauge.py FILE.svg...``, exit status 1 on any fault.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from browser import find_chromium, flags

SCRIPT = Path(__file__).with_suffix(".js")
DRAWING = "document.querySelector('svg')"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; lengths in CSS pixels at the drawing's natural size.

    ``faults`` has an entry per hard gate that was broken, each fault said in words:

    ``card_overlaps``: two cards lie on each other.
    ``through_cards``: a flow runs through a card that it does not belong to, or on inside one of its own.
    ``shared_lines``: two flows run on one line for more than 6 px, and neither leave nor reach the same card.
    ``lost_ends``: a flow begins or ends more than 3 px away from the card that it names.
    ``text_overflows``: a text leaves its card.
    ``text_collisions``: two texts lie on each other, or a flow's label on a card.
    ``lines_over_text``: a flow runs over a text that is not its own label.
    ``out_of_frame``: a card, flow or text leaves the drawing and would be cut off.
    """

    cards: int
    flows: int
    texts: int
    width: float
    height: float
    smallest_font: float
    flow_length: float
    bends: int
    crossings: int
    faults: dict[str, list[str]]

    @property
    def area(self) -> float:
        """The whole drawing's size in square pixels."""
        return self.width * self.height


def measure(page: Page, svg: str) -> Figures:
    """Paint one drawing in a browser's page, whose content is replaced, and measure it."""
    page.set_content(f"<!doctype html><body style='margin: 0'>{svg}</body>")
    script = SCRIPT.read_text(encoding="utf-8").replace("export function", "function")
    found: dict[str, Any] = page.evaluate(
        f"async () => {{ await document.fonts.ready; {script}\nreturn gauge({DRAWING}); }}"
    )
    found["faults"] = {gate: faults for gate, faults in found["faults"].items() if faults}
    return Figures(**found)


def main(paths: list[str]) -> int:
    """Print a line of figures per file, and its faults."""
    faulty = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags())
        page = browser.new_page()
        for path in paths:
            figures = measure(page, Path(path).read_text(encoding="utf-8"))
            print(
                f"{path}: {figures.cards} cards, {figures.flows} flows, {figures.crossings} crossings, "
                f"{figures.bends} bends, {figures.width:.0f} x {figures.height:.0f} px"
            )
            for gate, faults in figures.faults.items():
                print(f"  {gate}: {'; '.join(faults)}")
            faulty += bool(figures.faults)
        browser.close()
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
