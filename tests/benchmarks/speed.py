"""How long reading and drawing take: ``PYTHONPATH=tests python -m benchmarks.speed``.

Prints the medians for each sample in ms and, so that machines can be compared, as multiples of a fixed piece of plain
Python measured in between. Exit status 1 where the goal is missed. ``--profile laptop-request actors`` prints where
the time of one drawing goes instead.
"""

import argparse
import cProfile
import pstats
import sys
import time
from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush
from statistics import median

from benchmarks.cases import ROOT, samples
from benchmarks.tables import table
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw
from service_blueprint.file_names import CATALOG
from service_blueprint.layout import text
from service_blueprint.reading import read_text
from service_blueprint.shelves import read_catalog

RUNS = 30
GOAL = ("laptop-request", View.ACTORS, 10.0)  # ms
FIRST = "actors, first time"
PROFILED_RUNS, PROFILED_ROWS = 100, 20


def reference() -> int:
    """A fixed piece of work of the kind that drawing does: a heap, a dictionary, small tuples and strings."""
    heap: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    for number in range(4_000):
        key = f"{number * 7919 % 4001}"
        seen[key] = number
        heappush(heap, (number * 104_729 % 10_007, key))
    return sum(seen[heappop(heap)[1]] for _ in range(4_000))


def timed(work: Callable[[], object]) -> float:
    """One run in ms of this process's own time, which other work on the machine disturbs least."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def medians(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each work in ms. All take turns, so that whatever else the machine does meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(RUNS):
        for name, work in works.items():
            times[name].append(timed(work))
    return {name: median(found) for name, found in times.items()}


def measure(sample: str) -> dict[str, float]:
    """The medians of reading a sample, of drawing each view of it, and of the reference, in ms."""
    blueprint = samples()[sample]
    path = ROOT / "blueprints" / f"{sample}.yml"
    data = path.read_bytes()
    catalog = read_catalog(path.parent / CATALOG).catalog
    works: dict[str, Callable[[], object]] = {
        "reading": lambda: read_text(data, path=str(path), id=sample, catalog=catalog),
        "reference": reference,
    }
    for view in View:
        works[view] = partial(draw, blueprint, view)
    works[FIRST] = partial(_draw_anew, blueprint)
    return medians(works)


def _draw_anew(blueprint: Blueprint) -> None:
    """Draw as the first time, when no text has been wrapped yet."""
    text.wrap.cache_clear()
    text._fragments.cache_clear()
    draw(blueprint, View.ACTORS)


def profile(sample: str, view: View) -> None:
    """Print the functions in which the drawing of one view spends its time."""
    blueprint = samples()[sample]
    draw(blueprint, view)
    with cProfile.Profile() as profiler:
        for _ in range(PROFILED_RUNS):
            draw(blueprint, view)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(PROFILED_ROWS)


def main() -> int:
    """Measure all samples, or profile one; the exit status."""
    parser = argparse.ArgumentParser(description="How long reading and drawing the samples take.")
    parser.add_argument("--profile", nargs=2, metavar=("SAMPLE", "VIEW"), help="print where one drawing's time goes")
    if chosen := parser.parse_args().profile:
        profile(chosen[0], View(chosen[1]))
        return 0
    measured = {sample: measure(sample) for sample in samples()}
    columns = ("reading", *View, FIRST)
    print(f"Medians of {RUNS} runs in ms, in brackets as multiples of the reference.\n")
    rows = [
        [sample, *(f"{found[each]:.1f} ({found[each] / found['reference']:.2f})" for each in columns)]
        for sample, found in measured.items()
    ]
    print(table(("sample", *columns), rows))
    sample, view, goal = GOAL
    reached = measured[sample][view]
    reference_time = median(found["reference"] for found in measured.values())
    print(f"\nReference: {reference_time:.1f} ms. {sample}, {view}: {reached:.1f} ms; the goal is under {goal:.0f} ms.")
    return 0 if reached < goal else 1


if __name__ == "__main__":
    sys.exit(main())
