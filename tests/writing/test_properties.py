"""Laws of the normal form: formatting twice changes nothing, and a formatted file means the same."""

import re
from itertools import pairwise
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blueprints_made import authored
from service_blueprint.blueprint import Blueprint
from service_blueprint.reading import Reading, read_text
from service_blueprint.reading.parsing import parse
from service_blueprint.writing import formatted

SPRINKLES = st.sampled_from(
    ["\n", "  \n", "{blanks}# {name}\n", " # {name}\n", "\t# {name}\n", " ", "\n\n\n", "\r\n", "\t", ", ", "|+\n", "- "]
)


def read(data: bytes) -> Reading:
    return read_text(data, path="f.yml", id="f")


def form(data: bytes, *, ids: bool = False) -> bytes:
    made = formatted(data, "f.yml", ids=ids)
    assert isinstance(made, bytes)
    return made


@st.composite
def texts(draw: st.DrawFn, max_steps: int = 6) -> str:
    """Blueprints in many notations: deep or shallow, with braces or without, on long lines or broken ones."""
    document = draw(authored(max_steps=max_steps, max_lanes=4))
    if draw(st.booleans()):
        document["summary"] = draw(
            st.sampled_from(["One.\n\nTwo.\n", "  deep\n more\n\n\n", "trailing  \nblanks \n\n"])
        )
    style = draw(st.sampled_from([None, None, '"', "'", "|", ">"]))
    text = yaml.dump(
        document,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([None, False, True])),
        default_style=style,
        width=draw(st.sampled_from([20, 60, 1000])),
        indent=draw(st.integers(2, 7)),
    )
    # A tag stands before each number that is put between quotation marks.
    return re.sub(r"!!\w+ ", "", str(text))


@st.composite
def chained(draw: st.DrawFn) -> str:
    """A blueprint in which cells are chains, or nearly so, in many notations."""
    steps: list[dict[str, Any]] = [{"customer": "Asks"}]
    for number in range(draw(st.integers(1, 3))):
        stage = draw(st.sampled_from(("customer", "backstage")))
        actions: list[dict[str, Any]] = []
        for place in range(draw(st.integers(2, 4))):
            action: dict[str, Any] = {"id": f"a{number}-{place}"} if draw(st.booleans()) or place else {}
            action["do"] = draw(st.sampled_from(("Grills", "Grills, and salts", "none", "#1", "Two\nlines")))
            if draw(st.booleans()):
                action["by"] = "Grill"
            actions.append(action)
        for action, following in pairwise(actions):
            action["to"] = draw(st.sampled_from((following["id"], [following["id"]], {"target": following["id"]})))
        if draw(st.booleans()):
            actions[-1]["to"] = draw(st.sampled_from(([], [actions[0].get("id", "asks")], "asks")))
        steps.append({"id": f"s{number}", stage: actions})
    flow, indent = draw(st.sampled_from([None, False, True])), draw(st.integers(2, 6))
    document = {"title": "Chains", "steps": steps}
    return str(yaml.dump(document, sort_keys=False, default_flow_style=flow, indent=indent, width=1000))


TEXTS = texts()


@st.composite
def sprinkled(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> tuple[str, list[str]]:
    """A text with comments, blank lines and blanks anywhere, and the comments' names."""
    names: list[str] = []
    text = draw(texts)
    for number in range(draw(st.integers(0, 8))):
        ends = [match.start() for match in re.finditer(r"\n|: |- |, ", text)]
        place = draw(st.sampled_from(ends)) + draw(st.integers(0, 2))
        name = f"comment {number}"
        made = draw(SPRINKLES).format(blanks=" " * draw(st.integers(0, 9)), name=name)
        text = text[:place] + made + text[place:]
        names += [name] if "#" in made else []
    assume(parse(text, "f.yml")[0] is not None)
    return text, names


@given(sprinkled())
@settings(deadline=None, max_examples=250)
def test_a_formatted_file_means_the_same_and_keeps_its_comments(made: tuple[str, list[str]]) -> None:
    text, names = made
    before, after = read(text.encode()), read(form(text.encode()))
    assert after.blueprint == before.blueprint
    assert [problem.text for problem in after.problems] == [problem.text for problem in before.problems]
    for name in names:
        assert name.encode() in form(text.encode())


@given(sprinkled(), st.booleans())
@settings(deadline=None, max_examples=250)
def test_formatting_twice_changes_nothing(made: tuple[str, list[str]], ids: bool) -> None:
    once = form(made[0].encode(), ids=ids)
    assert form(once, ids=ids) == once


@given(texts())
@settings(deadline=None, max_examples=60)
def test_what_yaml_itself_writes_is_brought_into_form_and_not_left_as_it_is(text: str) -> None:
    made = form(text.encode()).decode()
    assert not re.search(r"[^ \n] +$", made.replace("  \n", "\n"), re.MULTILINE) or "summary" in text
    assert "\nsteps:\n-" not in made


@given(authored(max_steps=6, max_lanes=4), st.booleans(), st.data())
@settings(deadline=None, max_examples=60)
def test_the_ids_that_are_written_are_those_that_are_made(
    document: dict[str, Any], flow: bool, data: st.DataObject
) -> None:
    for step in document["steps"]:
        if data.draw(st.booleans()):
            del step["id"]
    text = yaml.dump(document, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=1000)
    before, after = read(text.encode()), read(form(text.encode(), ids=True))
    assume(before.blueprint)  # an arrow may have led to a step that has lost its id
    assert after.blueprint == before.blueprint
    assert after.blueprint and all(step.id_written for step in after.blueprint.steps)


@given(sprinkled(chained()))
@settings(deadline=None, max_examples=250)
def test_chains_become_lists_with_the_same_arrows_and_keep_their_comments(made: tuple[str, list[str]]) -> None:
    text, names = made
    once = formatted(text.encode(), "f.yml", turns=())
    assert isinstance(once, bytes)
    assert formatted(once, "f.yml", turns=()) == once
    assert all(name.encode() in once for name in names)
    before, after = read(text.encode()).blueprint, read(once).blueprint
    if before:
        assert after
        assert [action.do for action in after.actions.values()] == [action.do for action in before.actions.values()]
        assert arrows(after) == arrows(before)
    else:
        assert once == form(text.encode())


def arrows(blueprint: Blueprint) -> set[tuple[int, int, str]]:
    places = {address: place for place, address in enumerate(blueprint.actions)}
    return {(places[flow.source], places[flow.target], flow.label) for flow in blueprint.flows}


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_formatted_or_reported(data: bytes) -> None:
    made = formatted(data, "f.yml", ids=True)
    assert isinstance(made, bytes) or made
