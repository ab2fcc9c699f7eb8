"""Flows routed by Graphviz around cards that stand where our own layout puts them.

The cards are boxes of fixed place and size, so the layout engine is ``nop2``; ``splines=ortho`` makes all ways run
across or down. Graphviz is used as a library, in this process.
"""

from pygraphviz import AGraph

from benchmarks.figures import Way
from service_blueprint.layout import Diagram
from service_blueprint.layout.geometry import Point

PX_PER_INCH = 72  # of Graphviz's own: sizes are in inches, places in points


def graph_of(diagram: Diagram) -> AGraph:
    """A diagram's cards and flows as a graph that is not routed yet."""
    graph = AGraph(directed=True, strict=False, splines="ortho")
    for card in diagram.cards:
        x, y = card.box.middle
        size = {"width": card.box.width / PX_PER_INCH, "height": card.box.height / PX_PER_INCH}
        graph.add_node(card.key, shape="box", fixedsize=True, label="", pos=f"{x},{-y}", **size)
    for number, track in enumerate(diagram.tracks):
        graph.add_edge(track.source, track.target, key=str(number))
    return graph


def route(graph: AGraph) -> None:
    """Have Graphviz find all ways; they are then in the graph's own edges."""
    graph.layout(prog="nop2")


def ways_of(graph: AGraph, diagram: Diagram) -> list[Way]:
    """The ways of a routed graph in the diagram's own px; Graphviz moves all of a drawing to its lower left corner."""
    card = diagram.cards[0]
    x, y = _point(graph.get_node(card.key).attr["pos"])
    shift_x, shift_y = card.box.middle[0] - x, card.box.middle[1] + y
    ways = []
    for number, track in enumerate(diagram.tracks):
        spline = graph.get_edge(track.source, track.target, key=str(number)).attr["pos"]
        points = tuple((px + shift_x, shift_y - py) for px, py in _corners(spline))
        ways.append(Way(track.source, track.target, points))
    return ways


def _corners(spline: str) -> list[Point]:
    """The ends of a spline's parts. Each third point is one; the arrow's tip, marked ``e``, stands before all."""
    tips = [_point(part[2:]) for part in spline.split() if part.startswith("e,")]
    points = [_point(part) for part in spline.split() if part[0] not in "es"]
    return [*points[::3], *tips]


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)
