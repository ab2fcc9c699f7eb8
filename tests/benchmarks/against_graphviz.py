"""Our router and Graphviz's: ``PYTHONPATH=tests python -m benchmarks.against_graphviz``.

Each diagram is routed three times: by us; by Graphviz around the very same cards; and by Graphviz around cards that
were placed before anything was known of the flows, as they would be if it were our router. Exit status 1 where our
own ways have a fault, or cross more often in all than Graphviz's around the same cards.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median

from pygraphviz import graphviz

from benchmarks.cases import generated, graphs, samples
from benchmarks.figures import Figures, Way, measure
from benchmarks.graphviz_router import graph_of, route, ways_of
from benchmarks.tables import table
from service_blueprint.blueprint import Blueprint, View
from service_blueprint.layout import Diagram, lay_out
from service_blueprint.layout.flows import lay_flows
from service_blueprint.layout.grid import build_grid
from service_blueprint.layout.views import arrange
from service_blueprint.words import words_for

RUNS = 5
OURS, SAME_CARDS, CARDS_FIRST = "ours", "Graphviz, same cards", "Graphviz, cards first"
HEADER = ("diagram", "router", "flows", "crossings", "bends", "length", "through", "shared", "crowded", "ms")

# By router: its figures, and how long it took in ms.
Results = dict[str, tuple[Figures, float]]


def compare(blueprint: Blueprint, view: View) -> Results:
    """All three routings of one view."""
    diagram = lay_out(blueprint, view)
    bare = lay_out(replace(blueprint, flows=()), view)
    cards_first = replace(bare, tracks=diagram.tracks)
    return {OURS: _ours(diagram), SAME_CARDS: _graphviz(diagram), CARDS_FIRST: _graphviz(cards_first)}


def _ours(diagram: Diagram) -> tuple[Figures, float]:
    words = words_for(diagram.blueprint.language)
    arrangement = arrange(diagram.blueprint, diagram.view, words)
    grid = build_grid(arrangement, len(diagram.blueprint.steps))
    milliseconds = _median_time(lambda: lay_flows(grid, arrangement.links, words))
    ways = [Way(track.source, track.target, track.points) for track in diagram.tracks]
    return _figures(ways, diagram), milliseconds


def _graphviz(diagram: Diagram) -> tuple[Figures, float]:
    waiting = [graph_of(diagram) for _ in range(RUNS)]
    routed = list(waiting)
    milliseconds = _median_time(lambda: route(waiting.pop()))
    return _figures(ways_of(routed[0], diagram), diagram), milliseconds


def _median_time(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def _figures(ways: list[Way], diagram: Diagram) -> Figures:
    return measure(ways, {card.key: card.box for card in diagram.cards})


def _added(results: list[Results]) -> Results:
    return {
        router: (sum((each[router][0] for each in results), Figures()), sum(each[router][1] for each in results))
        for router in (OURS, SAME_CARDS, CARDS_FIRST)
    }


def _rows(name: str, results: Results) -> Iterator[list[object]]:
    for router, (each, milliseconds) in results.items():
        faults = (each.through_cards, each.shared_lines, each.crowded_lines)
        soft = (each.crossings, each.bends, f"{each.length:.0f}")
        yield [name if router == OURS else "", router, each.flows, *soft, *faults, f"{milliseconds:.1f}"]


def main() -> int:
    """Compare all, print each graph and the sums of the samples' views; the exit status."""
    version = f"{graphviz.GRAPHVIZ_MAJOR_VERSION}.{graphviz.GRAPHVIZ_MINOR_VERSION}.{graphviz.GRAPHVIZ_PATCH_VERSION}"
    print(f"Graphviz {version}; length in px, ms is the median of {RUNS} runs.\n")
    each = {name: compare(blueprint, View.ACTORS) for name, blueprint in graphs().items()}
    sums = {"ten graphs": _added(list(each.values()))}
    for view in View:
        with_flows = [blueprint for blueprint in samples().values() if lay_out(blueprint, view).tracks]
        sums[f"{len(with_flows)} samples, {view}"] = _added([compare(blueprint, view) for blueprint in with_flows])
    made_up = [compare(blueprint, View.ACTORS) for blueprint in generated().values()]
    sums[f"{len(made_up)} generated"] = _added(made_up)
    rows = [row for name, results in (each | sums).items() for row in _rows(name, results)]
    print(table(HEADER, rows))
    total = _added(list(sums.values()))
    ours, theirs = total[OURS][0], total[SAME_CARDS][0]
    return 1 if ours.through_cards or ours.shared_lines or ours.crossings > theirs.crossings else 0


if __name__ == "__main__":
    sys.exit(main())
