"""A view as DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html), for programs that read graphs.

Nothing is laid out here, and no Graphviz is needed to write it. Cards are nodes by the addresses of their actions,
lanes are clusters, and flows are edges. Names that begin with ``_``, as no address does, are headings of steps, which
keep the steps in their order from the top to the bottom. (From the left to the right Graphviz would stack the lanes
upside down.)
"""

from itertools import pairwise

from graphviz import Digraph, escape, nohtml

from service_blueprint.blueprint import Blueprint, View, WaitsFor
from service_blueprint.layout.gutter import line_title
from service_blueprint.layout.lanes import Arrangement, Spot
from service_blueprint.layout.signs import WAITS_FOR_ALL, stands_for_missing
from service_blueprint.layout.views import arrange
from service_blueprint.stages import lane_title
from service_blueprint.turns import turn_texts
from service_blueprint.words import Words

_LOOK = {"fontname": "Helvetica", "fontsize": "11"}  # pt, the unit of Graphviz; its own font is another


def dot_text(blueprint: Blueprint, view: View, words: Words) -> str:
    """A view as the text of a DOT file; what an author wrote is text in it, whatever DOT might take it for.

    A decision is a diamond, what shows missing contact is dashed, and an arrow with two heads has ``dir=both``. In a
    lane of several stages a card says which is its own. ``words`` is the language of the tool's own texts.
    """
    arrangement = arrange(blueprint, view, words)
    graph = Digraph(
        escape(blueprint.id),
        # Steps lie across all lanes (newrank); Graphviz cannot bend arrows there and would lose some.
        graph_attr={"label": escape(blueprint.title), "labelloc": "t", "newrank": "true", "splines": "line", **_LOOK},
        node_attr={"shape": "box", **_LOOK},
        # The headings alone say which step is above which: an arrow back would turn them round.
        edge_attr={"constraint": "false", **_LOOK},
    )
    _add_lanes(graph, arrangement, blueprint, words)
    _add_steps(graph, arrangement, blueprint, words)
    _add_flows(graph, arrangement, blueprint, words)
    return f"{graph.source.rstrip()}\n"


def _add_lanes(graph: Digraph, arrangement: Arrangement, blueprint: Blueprint, words: Words) -> None:
    """The lanes, each with its cards; one behind a line says so below its title."""
    above = None
    for number, lane in enumerate(arrangement.lanes, 1):
        lines = (f"← {line_title(boundary, words)}" for boundary in arrangement.boundaries(above, lane.stage))
        above = lane.stage
        with graph.subgraph(name=f"cluster_{number}") as cluster:
            cluster.attr(label=_lines(lane.title, lane.subtitle, *lines))
            for spot in arrangement.spots:
                if spot.lane == number - 1:
                    who = spot.action.who
                    stage = "" if lane.stage else lane_title(spot.action.stage, words)
                    said = ("" if who == lane.title else who, stage, *_turns(spot, blueprint, words))
                    cluster.node(
                        _card(spot),
                        _lines(spot.action.do, *said),
                        shape="diamond" if spot.action.decision else None,
                        style="dashed" if _is_missing(spot, blueprint) else None,
                    )


def _turns(spot: Spot, blueprint: Blueprint, words: Words) -> tuple[str, ...]:
    """How the list goes that a card is in, and whether it waits for all."""
    cell = blueprint.steps[spot.column].cell(spot.action.stage)
    waits = (words(WAITS_FOR_ALL.spoken),) if spot.action.waits_for is WaitsFor.ALL else ()
    return (*turn_texts(cell, spot.action.address, words), *waits)


def _add_steps(graph: Digraph, arrangement: Arrangement, blueprint: Blueprint, words: Words) -> None:
    """A heading for each step, below the one before, and right of it all cards of the step."""
    names = []
    for column, step in enumerate(blueprint.steps):
        names.append(f"_step-{step.id}")
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            when = f"{words('When')}: {step.when}" if step.when else ""
            rank.node(names[-1], _lines(f"{words.number(step.number)}. {step.heading}", when), shape="plaintext")
            cards = [_card(spot) for spot in sorted(arrangement.spots, key=_across) if spot.column == column]
            for card in cards:
                rank.node(card)
        _add_order(graph, [names[-1], *cards[:1]])
    _add_order(graph, names)


def _add_flows(graph: Digraph, arrangement: Arrangement, blueprint: Blueprint, words: Words) -> None:
    names = {spot.key: _card(spot) for spot in arrangement.spots}
    missing = {spot.key for spot in arrangement.spots if _is_missing(spot, blueprint)}
    for link in arrangement.links:
        graph.edge(
            names[link.source],
            names[link.target],
            escape(said) if (said := words.flow(link.flow)) else None,
            dir="both" if link.flow.both else None,
            style="dashed" if missing & {link.source, link.target} else None,
        )


def _add_order(graph: Digraph, names: list[str]) -> None:
    for before, after in pairwise(names):
        graph.edge(before, after, constraint="true", style="invis")


def _card(spot: Spot) -> str:
    """The name of a card: its action's address, and behind ``@`` the number of its lane where that action has several.

    An edge would take a colon for the beginning of a port, and quotes its ends as HTML where they look like it; an
    address has neither, while the key of a spot has the name of a system.
    """
    address = spot.action.address
    return address if spot.key == address else f"{address}@{spot.lane + 1}"


def _across(spot: Spot) -> tuple[int, int]:
    return spot.lane, spot.row


def _lines(*texts: str) -> str:
    """Texts below each other in one label, each as it is."""
    label: str = nohtml(r"\n".join(escape(text) for text in texts if text))
    return label


def _is_missing(spot: Spot, blueprint: Blueprint) -> bool:
    return stands_for_missing(blueprint.steps[spot.column], spot.action)
