"""The register of signs: each is drawn, explained, told and shown, and here it is said which place was forgotten."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from examples import examples
from service_blueprint.drawing import draw
from service_blueprint.drawing.describe import card_label
from service_blueprint.drawing.icons import icon
from service_blueprint.drawing.legend import legend
from service_blueprint.drawing.style import looks
from service_blueprint.layout import Diagram, lay_out
from service_blueprint.layout.sign import Sign
from service_blueprint.layout.signs import BY_WEIGHT, SIGNS
from service_blueprint.words import words_for

NOTATION = (Path(__file__).parents[2] / "docs/reference/notation.md").read_text(encoding="utf-8")
TRANSLATIONS = files("service_blueprint").joinpath("translations")
LANGUAGES = [folder.name for folder in TRANSLATIONS.iterdir() if folder.is_dir()]
ENGLISH = words_for("en")
EXPLAIN_THEMSELVES = {"actor", "channel"}
"""The name of an actor and of a channel, which no legend has to explain."""

UNTOLD = {"assumed"}
"""What the labels of cards leave out today."""

EACH = pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)
ON_CARDS = pytest.mark.parametrize("sign", [each for each in SIGNS if each.says], ids=lambda sign: sign.id)
WITH_MEANING = pytest.mark.parametrize("sign", [each for each in SIGNS if each.meaning], ids=lambda sign: sign.id)


def diagrams_of(sign: Sign) -> Iterator[Diagram]:
    """The drawings on the page on the notation that are examples of a sign."""
    shown = [example for example in examples(NOTATION) if sign.id in example.shows]
    return (lay_out(example.blueprint, view) for example in shown for view in example.drawn_views)


def test_no_two_signs_have_one_id() -> None:
    assert len({sign.id for sign in SIGNS}) == len(SIGNS)


def test_every_sign_of_a_card_has_a_place_of_its_own_on_it() -> None:
    weights = [sign.weight for sign in BY_WEIGHT if sign.says or (sign.borne and sign.spoken)]
    assert 0 not in weights
    assert len(set(weights)) == len(weights)


@EACH
def test_the_icon_of_a_sign_is_there(sign: Sign) -> None:
    own = files("service_blueprint.drawing.icons").joinpath(f"{sign.icon}.svg")
    assert not sign.icon or (own.is_file() and icon(sign.icon)), "`python tools/copy_icons.py` puts it there"
    assert bool(sign.icon) == bool(sign.copied_from)


@EACH
def test_a_sign_stands_somewhere(sign: Sign) -> None:
    assert sign.says or sign.borne or sign.present


@EACH
def test_a_sign_has_a_meaning_unless_it_explains_itself(sign: Sign) -> None:
    assert bool(sign.meaning) == (sign.id not in EXPLAIN_THEMSELVES)


@EACH
def test_a_sign_has_an_example_on_the_page_on_the_notation(sign: Sign) -> None:
    assert list(diagrams_of(sign)), f"write one in docs/reference/notation.md: <!-- drawn: {sign.id} -->"


@WITH_MEANING
def test_the_legend_explains_a_sign_that_occurs_and_draws_it(sign: Sign) -> None:
    entries = [entry for diagram in diagrams_of(sign) for entry in diagram.legend if entry.sign == sign.id]
    assert entries
    assert {entry.text.line.text for entry in entries} == {sign.meaning}
    drawn = legend((entries[0],))
    assert re.search(r"<(path|circle|rect|polygon|line) ", drawn), "drawing/legend.py draws none"


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_sign_is_called_is_translated(sign: Sign, language: str) -> None:
    catalog = TRANSLATIONS.joinpath(language, "LC_MESSAGES", "service_blueprint.po").read_text(encoding="utf-8")
    for text in {sign.meaning, sign.spoken} - {""}:
        assert re.search(rf'^msgid "{re.escape(text)}"\nmsgstr "\S', catalog, re.MULTILINE), text


@EACH
def test_a_label_tells_of_every_sign_of_its_card(sign: Sign) -> None:
    if sign.id in UNTOLD or not (sign.says or sign.borne):
        return
    told = [
        (card_label(card, diagram, ENGLISH), " ".join(text.line.text for text in placed.texts))
        for diagram in diagrams_of(sign)
        for card in diagram.cards
        for placed in card.signs
        if placed.kind == sign.id
    ]
    told += [
        (card_label(card, diagram, ENGLISH), "")
        for diagram in diagrams_of(sign)
        for card in diagram.cards
        if sign.borne and sign.borne(card.step, card.action)
    ]
    assert told
    for label, text in told:
        assert sign.spoken in label
        assert text in label
        assert sign.spoken or text


@ON_CARDS
def test_the_style_sheet_knows_a_sign_and_has_its_text_as_bold_as_it_was_measured(sign: Sign) -> None:
    rule = looks("light")[f"sign-{sign.style}"]
    assert (rule.get("font-weight") == "600") == sign.bold
    assert not sign.icon or "fill" in looks("light")[f"icon-{sign.style}"]


def test_a_rule_for_quiet_signs_is_no_class_of_a_drawing() -> None:
    assert not [name for name in looks("light") if name.endswith("-quiet")]
    assert "-quiet" not in draw(examples(NOTATION)[0].blueprint, examples(NOTATION)[0].blueprint.first_view)


@pytest.mark.parametrize("sign", BY_WEIGHT, ids=lambda sign: sign.id)
def test_the_signs_of_a_card_stand_in_the_order_of_their_weights(sign: Sign) -> None:
    order = [each.id for each in BY_WEIGHT]
    for diagram in diagrams_of(sign):
        for card in diagram.cards:
            ranks = [order.index(placed.kind) for placed in card.signs]
            assert ranks == sorted(ranks)
