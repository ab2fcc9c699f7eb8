"""All views of a blueprint. To add one, name it in ``blueprint.View`` and write its entry here.

Pages, style sheets, commands, addresses and the reference take from these what there is. The tests ask for the rest:
the words' translations, an example on the page on the notation, and the addresses that are promised.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from service_blueprint.blueprint import Blueprint, Stage, View
from service_blueprint.layout.company import as_one
from service_blueprint.layout.functions import by_function
from service_blueprint.layout.lanes import Arrangement, by_stage
from service_blueprint.layout.sign import Sign
from service_blueprint.layout.signs import ACTOR, MISSING_SIGN, USES
from service_blueprint.layout.systems import by_system
from service_blueprint.words import Words, message


@dataclass(frozen=True, slots=True)
class ViewKind:
    """One view.

    ``title`` and ``hint``, what it is for, are what readers see; ``lanes`` and ``purpose`` say the same to authors in
    the reference, in English. ``arrange`` sorts the actions of a blueprint into lanes, with titles in the language of
    the words. ``without`` are the signs that its cards do not carry, for its lanes or empty cards tell the same.
    ``behind`` is the view that shows who is behind the cards of a lane of several stages, where this one does not.
    """

    view: View
    title: str
    hint: str
    lanes: str
    purpose: str
    arrange: Callable[[Blueprint, Words], Arrangement]
    without: tuple[Sign, ...] = (MISSING_SIGN,)
    behind: View | None = None


VIEWS: tuple[ViewKind, ...] = (
    ViewKind(
        View.ACTORS,
        message("Actors"),
        message("Who does what, and where work is handed over"),
        "within each stage one lane per actor",
        "who does what, where work is handed over",
        partial(by_stage, by_actor=True),
    ),
    ViewKind(
        View.STAGES,
        message("Stages"),
        message("One lane for each stage; a card says who acts"),
        "one lane per stage; a card says who acts",
        "the classic service blueprint: the organisation as one",
        by_stage,
    ),
    ViewKind(
        View.CUSTOMER,
        message("Customer"),
        message("What the customer does, feels and sees"),
        "nothing behind the line of interaction",
        "the journey map",
        partial(by_stage, stages=(Stage.EVIDENCE, Stage.CUSTOMER)),
        without=(),
    ),
    ViewKind(
        View.SYSTEMS,
        message("Systems"),
        message("What a change of a system touches"),
        "the customer, then one lane per system that acts or is used",
        "what a change of a system touches",
        by_system,
        without=(MISSING_SIGN, USES),
    ),
    ViewKind(
        View.FUNCTIONS,
        message("Functions"),
        message("One lane for each actor, before the customer's eyes and behind"),
        "the customer, then one lane per actor; a card says whether the customer sees it",
        "the cross-functional map: all that one actor does in one row",
        by_function,
    ),
    ViewKind(
        View.COMPANY,
        message("Company"),
        message("The company as one: where the customer meets it"),
        "the customer with evidence, then one lane for the company; its arrows are the contacts alone",
        "where the customer meets the company; a contact leads to who is behind it",
        as_one,
        without=(MISSING_SIGN, ACTOR, USES),
        behind=View.ACTORS,
    ),
)
"""In the order of the pages' switch."""

_BY_VIEW = {kind.view: kind for kind in VIEWS}


def kind_of(view: View) -> ViewKind:
    """The entry of a view."""
    return _BY_VIEW[view]


def arrange(blueprint: Blueprint, view: View, words: Words) -> Arrangement:
    """Sort the actions of a blueprint into the lanes of a view; lane titles in the language of ``words``."""
    return kind_of(view).arrange(blueprint, words)


def view_title(view: View, words: Words) -> str:
    """What readers call a view."""
    return words(kind_of(view).title)


def view_hint(view: View, words: Words) -> str:
    """What a view is for, in a few words."""
    return words(kind_of(view).hint)
