"""A view as DOT: read by a small reader of DOT's grammar, and by Graphviz itself where it is installed (``bench``)."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing.dot import dot_text
from service_blueprint.layout.views import arrange
from service_blueprint.shelves import read_folder
from service_blueprint.words import words_for
from written import written

SAMPLES = read_folder(Path(__file__).parents[2] / "blueprints").blueprints
ENGLISH = words_for("en")
HOSTILE = [
    r"\N", r"\G", r"\l left \r", r"C:\new\table", "ends in \\", 'says "yes"', r"a \" b", "<b>bold</b>", "<<i>x</i>>",
    "<>", "a -> b; c [label=d]", "}", "// no comment", "node", "&amp; &lt;", "Ω 注文 🍔", "a:b:n", "{a|b}",
]  # fmt: skip
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(->|[{}\[\]=;,])|([A-Za-z_][A-Za-z_0-9]*|-?[0-9.]+)|\s+', re.DOTALL)


@dataclass
class Graph:
    """What a DOT file says: attributes of nodes, pairs of edges with theirs, and the nodes of each cluster."""

    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    edges: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    clusters: dict[str, list[str]] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)


def tokens(text: str) -> list[tuple[str, str]]:
    """The tokens as kind and text; a quoted text keeps its backslashes but for those before quotation marks."""
    found, at = [], 0
    while at < len(text):
        token = TOKEN.match(text, at)
        assert token, f"no token of DOT: {text[at : at + 40]!r}"
        at = token.end()
        if token[1] is not None:
            found.append(("id", token[1].replace('\\"', '"')))
        elif token[2]:
            found.append((token[2], token[2]))
        elif token[3]:
            found.append(("id", token[3]))
    return found


def own_reader(text: str) -> Graph:
    """Read what this project writes of DOT."""
    graph, stream, open_clusters = Graph(), iter(tokens(text)), [""]
    ahead = list(stream)
    at = 0

    def attributes() -> dict[str, str]:
        nonlocal at
        found = {}
        if at < len(ahead) and ahead[at][0] == "[":
            at += 1
            while ahead[at][0] != "]":
                found[ahead[at][1]] = ahead[at + 2][1]
                assert ahead[at + 1][0] == "="
                at += 3
            at += 1
        return found

    assert ahead[0][1] == "digraph"
    at = 3
    while open_clusters:
        kind, name = ahead[at]
        at += 1
        if kind == "}":
            open_clusters.pop()
        elif kind == "{":
            open_clusters.append("")
        elif name == "subgraph":
            open_clusters.append(ahead[at][1])
            at += 2
        elif ahead[at][0] == "=":
            cluster = {name: ahead[at + 1][1]}
            at += 2
            while ahead[at + 1][0] == "=":
                cluster[ahead[at][1]] = ahead[at + 2][1]
                at += 3
            graph.labels += [shown(cluster["label"])] if "label" in cluster else []
        elif ahead[at][0] == "->":
            head = ahead[at + 1][1]
            at += 2
            graph.edges.append((name, head, attributes()))
        elif name in ("graph", "node", "edge"):
            said = attributes()
            graph.labels += [shown(said["label"])] if "label" in said else []
        else:
            graph.nodes[name] = {**graph.nodes.get(name, {}), **attributes()}
            if open_clusters[-1]:
                graph.clusters.setdefault(open_clusters[-1], []).append(name)
    assert at == len(ahead)
    return graph


def graphviz_reader(text: str) -> Graph:
    """Read DOT with Graphviz."""
    from pygraphviz import AGraph

    read = AGraph(string=text)
    graph = Graph({str(node): dict(node.attr) for node in read.nodes()})
    graph.edges = [(str(tail), str(head), dict(read.get_edge(tail, head).attr)) for tail, head in read.edges()]
    clusters = [each for each in read.subgraphs() if each.name and each.name.startswith("cluster")]
    graph.clusters = {each.name: [str(node) for node in each.nodes()] for each in clusters}
    graph.labels = [shown(each.graph_attr["label"]) for each in (read, *clusters)]
    return graph


READERS = [own_reader, *([graphviz_reader] if find_spec("pygraphviz") else [])]
READ = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
Reader = Callable[[str], Graph]


def shown(label: str) -> str:
    r"""A label as Graphviz shows it: ``\\`` is a backslash, ``\n`` a new line (escString)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], label)


def dot(blueprint: Blueprint, view: View = View.ACTORS) -> str:
    return dot_text(blueprint, view, ENGLISH)


@READ
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_card_is_a_node_of_its_lane_and_every_flow_an_edge(name: str, view: View, reader: Reader) -> None:
    arrangement = arrange(SAMPLES[name], view, ENGLISH)
    graph = reader(dot(SAMPLES[name], view))
    cards = {node: shown(said["label"]) for node, said in graph.nodes.items() if not node.startswith("_")}
    assert len(cards) == len(arrangement.spots)
    assert {spot.action.address for spot in arrangement.spots} <= {*cards}
    assert all(cards[spot.action.address].startswith(spot.action.do) for spot in arrangement.spots)
    assert {*graph.clusters} == {f"cluster_{number}" for number, _ in enumerate(arrangement.lanes, 1)}
    for number, _ in enumerate(arrangement.lanes):
        own = [spot for spot in arrangement.spots if spot.lane == number]
        assert len(graph.clusters[f"cluster_{number + 1}"]) == len(own)
    drawn = {(tail, head) for tail, head, said in graph.edges if said.get("style") != "invis"}
    flows = {(link.source.partition("@")[0], link.target.partition("@")[0]) for link in arrangement.links}
    assert {(tail.partition("@")[0], head.partition("@")[0]) for tail, head in drawn} == flows


def test_lanes_stand_in_their_order_with_their_titles_and_the_lines_between_them() -> None:
    labels = own_reader(dot(SAMPLES["laptop-request"], View.STAGES)).labels
    assert labels == [
        "Request a new laptop",
        "Physical evidence",
        "Employee\nCustomer actions",
        "Front stage\n← Line of interaction",
        "Back stage\n← Line of visibility",
        "Support\n← Line of internal interaction",
    ]


@READ
def test_steps_stand_in_their_order_whatever_leads_back(reader: Reader) -> None:
    steps = "- {id: a, customer: A}\n- {id: b, customer: {do: B, to: a}}\n- {id: c, customer: C}\n"
    graph = reader(dot(written(f"title: T\nsteps:\n{steps}")))
    order = [(tail, head) for tail, head, said in graph.edges if said.get("constraint") == "true"]
    assert ("_step-a", "_step-b") in order and ("_step-b", "_step-c") in order
    assert ("b.customer", "a.customer") not in order
    assert graph.nodes["_step-b"]["label"] == "2. B"


@READ
def test_decisions_both_ends_labels_and_missing_contact_are_told(reader: Reader) -> None:
    graph = reader(
        dot(
            written("""\
title: T
steps:
  - id: ask
    customer: {do: Asks?, decision: true, to: [{target: wait, label: "no: never"}, ask.frontstage]}
    frontstage: {do: Answers, to: {target: ask.backstage, both: true}}
    backstage: Looks up
  - {id: wait, touchpoint: missing, customer: Waits, frontstage: Says nothing}
""")
        )
    )
    edges = {(tail, head): said for tail, head, said in graph.edges}
    assert graph.nodes["ask.customer"]["shape"] == "diamond"
    assert graph.nodes["wait.frontstage"]["style"] == "dashed"
    assert edges["ask.customer", "wait.customer"]["label"] == "no: never"
    assert edges["ask.frontstage", "ask.backstage"]["dir"] == "both"
    assert edges["wait.customer", "wait.frontstage"]["style"] == "dashed"


def hostile(text: str) -> Blueprint:
    """A blueprint in which a text stands wherever an author writes one."""
    said = json.dumps(text, ensure_ascii=False)
    return written(
        f"title: {said}\ncustomer: {said}\nsteps:\n"
        f"- {{id: a, title: {said}, customer: {{do: {said}, to: {{target: b, label: {said}}}}},"
        f" frontstage: {{do: {said}, by: {said}}}, backstage: {{do: x, by: other, uses: [{said}, 'p:q']}}}}\n"
        f"- {{id: b, customer: {{do: {said}, uses: [{said}, 'p:q']}}}}\n"
    )


@READ
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_stranger_wrote_is_text(text: str, view: View, reader: Reader) -> None:
    blueprint = hostile(text)
    graph = reader(dot(blueprint, view))
    arrangement = arrange(blueprint, view, ENGLISH)
    do = blueprint.actions["a.customer"].do
    assert shown(graph.nodes["a.customer"]["label"]).partition("\n")[0] == do
    assert shown(graph.nodes["_step-a"]["label"]) == f"1. {text}"
    labels = [said["label"] for tail, head, said in graph.edges if (tail, head) == ("a.customer", "b.customer")]
    # The view of the company leaves the customer's way out.
    assert list(map(shown, labels)) == ([] if view is View.COMPANY else [text])
    assert graph.labels[0] == text
    assert {each.partition("\n")[0] for each in graph.labels[1:]} == {lane.title for lane in arrangement.lanes}
    assert len([node for node in graph.nodes if not node.startswith("_")]) == len(arrangement.spots)


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    blueprint = hostile(text)
    assert own_reader(dot(blueprint)).labels[0] == blueprint.title


def test_the_same_blueprint_gives_the_same_text() -> None:
    blueprint = SAMPLES["order-return"]
    assert dot(blueprint) == dot(blueprint)
    assert dot(blueprint).endswith("}\n")


def test_how_a_list_goes_is_told() -> None:
    blueprint = written(
        "{title: T, steps: [{id: a, customer: {one-of: [Calls, Writes]}, support: {do: A, waits-for: all}}]}"
    )
    text = dot_text(blueprint, View.STAGES, ENGLISH)
    assert r"Writes\none of 2" in text
    assert r"A\nWaits for all that lead here" in text


@READ
def test_a_view_without_cards_has_its_steps(reader: Reader) -> None:
    graph = reader(dot(written("title: T\nsteps:\n- {id: a, evidence: A sign}\n"), View.SYSTEMS))
    assert list(graph.nodes) == ["_step-a"]
