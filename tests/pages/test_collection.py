from pathlib import Path

from service_blueprint.message import Message
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.problem import Place, Problem
from written import written

SMALL = "title: {}\nsteps: [{{customer: Waits}}]\n"


def entry(id: str, more: str = "") -> Entry:
    return Entry(id, Path(f"b/{id}.yml"), id, written(more + SMALL.format(id), id=id))


def test_what_is_hidden_leaves_nothing_behind() -> None:
    of_b, of_a = (Problem(Place(f"b/{id}.yml"), Message("a fault")) for id in ("b", "a"))
    all_of_it = Collection("b", (entry("a", "formerly: [b, c, d]\n"), entry("b")), (of_a, of_b))
    left = all_of_it.without(frozenset({"b", "c"}))
    assert [each.id for each in left.entries] == ["a"]
    assert [each.blueprint.formerly for each in left.entries if each.blueprint] == [("d",)]
    assert left.problems == (of_a,)
    assert all_of_it.without(frozenset()) == all_of_it


def test_a_page_leads_to_the_page_of_all_where_there_is_one() -> None:
    assert Site().index_link("blueprints/a/index.html") == "../"
    assert Site(directory_urls=False).index_link("blueprints/a/index.html") == "../index.html"
    assert Site(indexed=False).index_link("blueprints/a/index.html") == ""
