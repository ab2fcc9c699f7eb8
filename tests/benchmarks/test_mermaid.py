"""The graph that Mermaid is given is the one that we draw."""

from benchmarks.cases import graphs
from benchmarks.mermaid import text_of
from service_blueprint.blueprint import View
from service_blueprint.layout import lay_out
from service_blueprint.reading import read_text

SMALL = """\
title: Small
customer: Guest
steps:
  - customer: Asks for "tea"
    frontstage:
      {id: choose, by: Waiter, do: Green?, decision: true, to: [{target: end.customer, label: 'Yes', both: true}]}
  - id: end
    customer: Drinks
"""


def test_lanes_cards_and_flows_are_written_in_our_order() -> None:
    blueprint = read_text(SMALL.encode(), path="small.yml", id="small").blueprint
    assert blueprint is not None
    assert text_of(lay_out(blueprint, View.ACTORS)) == (
        "swimlane-beta LR\n"
        '  subgraph l0["Guest"]\n'
        '    n0["Asks for #34;tea#34;"]\n'
        '    n2["Drinks"]\n'
        "  end\n"
        '  subgraph l1["Waiter"]\n'
        '    n1{"Green?"}\n'
        "  end\n"
        "  n0 --> n2\n"
        "  n0 --> n1\n"
        '  n1 <-->|"Yes"| n2\n'
    )


def test_the_graphs_hold_nothing_that_mermaid_cannot_draw() -> None:
    for name, blueprint in graphs().items():
        diagram = lay_out(blueprint, View.ACTORS)
        assert {entry.sign for entry in diagram.legend} <= {"decision"}, name
        assert not (diagram.phases or diagram.moods or diagram.notes or diagram.gaps), name
