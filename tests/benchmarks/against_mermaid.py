"""Our drawing and Mermaid's of the same ten graphs: ``PYTHONPATH=tests python -m benchmarks.against_mermaid``.

Both are measured by the gauge as a browser paints them. Ours is measured whole, with its legend. Exit status 1 where
one of our drawings has a fault, is not smaller, or has more crossings; 2 where Mermaid is not to be had.
"""

import sys

from playwright.sync_api import Page, sync_playwright

from benchmarks import mermaid
from benchmarks.cases import graphs
from benchmarks.tables import table
from browser import find_chromium, flags
from gauge import Figures, measure
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw
from service_blueprint.layout import lay_out

HEADER = ("graph", "drawn by", "cards", "flows", "size, px", "area", "crossings", "bends", "through", "shared")


def compare(page: Page, name: str, blueprint: Blueprint) -> tuple[Figures, Figures]:
    """The figures of our drawing and of Mermaid's. Raises ``MermaidError`` where that shows another graph."""
    ours = measure(page, draw(blueprint, View.ACTORS))
    drawing = mermaid.draw(name, mermaid.text_of(lay_out(blueprint, View.ACTORS)))
    theirs = measure(page, mermaid.marked(page, drawing.read_text(encoding="utf-8")))
    if (ours.cards, ours.flows) != (theirs.cards, theirs.flows):
        raise mermaid.MermaidError(f"{drawing} shows {theirs.cards} cards and {theirs.flows} flows")
    return ours, theirs


def _row(name: str, tool: str, figures: Figures, area: float) -> list[object]:
    size = f"{figures.width:.0f} x {figures.height:.0f}"
    faults = (len(figures.faults.get(gate, ())) for gate in ("through_cards", "shared_lines"))
    share = f"{figures.area / area:.0%}"
    return [name, tool, figures.cards, figures.flows, size, share, figures.crossings, figures.bends, *faults]


def main() -> int:
    """Compare all ten, print the table and each graph that is lost; the exit status."""
    rows, lost = [], []
    try:
        print(f"Mermaid {mermaid.install()}; area as a share of Mermaid's.\n")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags())
            page = browser.new_page()
            for name, blueprint in graphs().items():
                ours, theirs = compare(page, name, blueprint)
                rows += [_row(name, "ours", ours, theirs.area), _row("", "Mermaid", theirs, theirs.area)]
                if ours.faults or ours.area >= theirs.area or ours.crossings > theirs.crossings:
                    lost.append(name)
            browser.close()
    except mermaid.MermaidError as error:
        print(error, file=sys.stderr)
        return 2
    print(table(HEADER, rows))
    print(f"\nSmaller, with no more crossings: {len(rows) // 2 - len(lost)} of {len(rows) // 2}.", end=" ")
    print(f"Lost: {', '.join(lost)}." if lost else "")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
