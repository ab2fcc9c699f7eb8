"""All signs of a diagram. To add one, write its entry and list it in ``SIGNS``; cards, legend and labels follow.

Besides an entry a sign needs its icon in ``drawing/icons/`` (``tools/copy_icons.py`` puts it there), its words in the
translations, and an example on the page on the notation. One that is no icon is drawn small in ``drawing/legend.py``,
and one that looks louder than others has rules in ``diagram.css``. The tests ask for each. Those of how work goes on
stand in ``work_signs.py``.
"""

from collections.abc import Callable, Iterator

from service_blueprint.blueprint import Action, Basis, Order, Stage, Step, Touchpoint, WaitsFor
from service_blueprint.layout.sign import SEVERAL, Bearer, Saying, Shown, Sign
from service_blueprint.layout.work_signs import (
    CALLS,
    DEADLINE,
    DROPS_OUT,
    ELSEWHERE,
    END,
    MAKES,
    NEEDS,
    REPEATS,
    TEMPORARY,
)
from service_blueprint.turns import turn_text
from service_blueprint.words import message


def _actor(bearer: Bearer) -> Iterator[Saying]:
    who = bearer.action.who
    if who and who != bearer.lane:
        yield Saying(who)


def _channel(bearer: Bearer) -> Iterator[Saying]:
    channels = bearer.action.channels or (bearer.step.channels if bearer.first else ())
    return (Saying(bearer.words(channel.title), icon=channel.icon) for channel in channels)


def bears_star(step: Step, action: Action) -> bool:
    """The customer's first card bears the step's star, or its first where the customer does nothing."""
    return step.moment_of_truth and action == next(iter((*step.customer.actions, *step.actions)))


def stands_for_missing(step: Step, action: Action) -> bool:
    """An action of the front stage tells of the contact that is missing in its step."""
    return step.touchpoint is Touchpoint.MISSING and action.stage is Stage.FRONTSTAGE


def _missing(bearer: Bearer) -> Iterator[Saying]:
    if bearer.first and bearer.step.touchpoint is Touchpoint.MISSING:
        yield Saying(bearer.words("Missing contact"))


def _fails_the_customer(step: Step, action: Action) -> bool:
    return step.touchpoint is Touchpoint.FAILING and action.stage is Stage.CUSTOMER


def _failing(bearer: Bearer) -> Iterator[Saying]:
    if bearer.first and bearer.step.touchpoint is Touchpoint.FAILING:
        yield Saying(bearer.words("Failing contact"))


def _time(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.time:
        first, *accepted = bearer.words.service_time(bearer.action.time)
        yield Saying(f"{first} ({accepted[0]})" if accepted else first)


def _wait(bearer: Bearer) -> Iterator[Saying]:
    """A step's wait stands on the customer's first card, or on the step's first where the customer does nothing."""
    step, action = bearer.step, bearer.action
    wait = action.wait or (step.wait if bearer.bears_wait else None)
    if wait:
        # As the square root, so that an hour beside a week is still seen.
        longest = bearer.blueprint.longest_wait
        share = (wait.seconds / longest) ** 0.5 if longest else 0
        yield Saying(bearer.words("waits {time}", time=bearer.words.duration(wait)), share=share)


def _fails(bearer: Bearer) -> Iterator[Saying]:
    return (Saying(fail.what) for fail in bearer.action.fails)


def _policies(bearer: Bearer) -> Iterator[Saying]:
    """A step's policy stands where the company acts: on its first card below the customer's, else on the first."""
    step, action = bearer.step, bearer.action
    company = [each for each in step.actions if each.stage not in (Stage.EVIDENCE, Stage.CUSTOMER)]
    bears = action is next(iter(company or step.actions), None)
    return (Saying(policy) for policy in (*action.policy, *(step.policy if bears else ())))


def _uses(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.uses:
        yield Saying(", ".join(actor.title for actor in bearer.action.uses))


def _questions(bearer: Bearer) -> Iterator[Saying]:
    return (Saying(question.text) for question in (bearer.step.questions if bearer.first else ()))


def _link(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.link:
        yield Saying(bearer.words("Link"), link=bearer.action.link)


def _in_lanes(order: Order) -> Callable[[Bearer], Iterator[Saying]]:
    """What the cards of a list say that stand in several lanes, which no bracket can hold together."""

    def says(bearer: Bearer) -> Iterator[Saying]:
        turns = bearer.step.cell(bearer.action.stage).turns(bearer.action.address)
        if order in bearer.apart:
            yield from (Saying(turn_text(turn, bearer.words)) for turn in turns if turn.order is order)

    return says


def _bracketed(order: Order | None) -> Callable[[Shown], bool]:
    return lambda shown: any(bracket.order is order for bracket in shown.brackets)


def _tells(stage: Stage) -> Callable[[Shown], bool]:
    return lambda shown: any(card.tells_stage and card.stage is stage for card in shown.cards)


ACTOR = Sign("actor", "", "", 10, _actor, bold=True, lines=SEVERAL)
CHANNEL = Sign("channel", "", "", 20, _channel, icon="channel", copied_from="access-point")
FRONTSTAGE = Sign("frontstage", message("Front stage"), "", present=_tells(Stage.FRONTSTAGE))
BACKSTAGE = Sign("backstage", message("Back stage"), "", present=_tells(Stage.BACKSTAGE))
SUPPORT = Sign("support", message("Support"), "", present=_tells(Stage.SUPPORT))
FEELING = Sign(
    "feeling",
    message("How the customer feels"),
    "",
    present=lambda shown: any(mood.customer is not None for mood in shown.moods),
)
BELIEF = Sign(
    "belief",
    message("What the company believes"),
    "",
    present=lambda shown: any(mood.company is not None for mood in shown.moods),
)
MOMENT_OF_TRUTH = Sign(
    "moment-of-truth",
    message("Moment of truth"),
    message("Moment of truth"),
    1,
    borne=bears_star,
    icon="moment-of-truth",
    copied_from="star",
)
MISSING = Sign(
    "missing",
    message("Missing contact"),
    message("Missing contact"),
    3,
    borne=stands_for_missing,
    present=lambda shown: bool(shown.gaps),
)
MISSING_SIGN = Sign(
    "missing-sign",
    message("Missing contact"),
    "",
    30,
    _missing,
    icon="missing",
    copied_from="message-off-outline",
    look="missing",
    bold=True,
    lines=SEVERAL,
)
DECISION = Sign("decision", message("Decision"), message("Decision"), 2, borne=lambda step, action: action.decision)
WAITS_FOR_ALL = Sign(
    "waits-for-all",
    message("Waits for all that lead here"),
    message("Waits for all that lead here"),
    6,
    borne=lambda step, action: action.waits_for is WaitsFor.ALL,
)
DASH = Sign("dash", message("Nothing happens here, on purpose"), "", present=lambda shown: bool(shown.dashes))
BRACKET = Sign("bracket", message("In any order, or one of them"), "", present=_bracketed(None))
IN_TURN = Sign("in-turn", message("One after another"), "", present=_bracketed(Order.IN_TURN))
TOGETHER = Sign(
    "together",
    message("At the same time"),
    "",
    4,
    _in_lanes(Order.TOGETHER),
    present=_bracketed(Order.TOGETHER),
    icon="together",
    copied_from="drag-vertical-variant",
    lines=SEVERAL,
)
ONE_OF = Sign(
    "one-of",
    message("One of them"),
    "",
    5,
    _in_lanes(Order.ONE_OF),
    present=_bracketed(Order.ONE_OF),
    icon="one-of",
    copied_from="rhombus-outline",
    lines=SEVERAL,
)
TIME = Sign("time", message("Time"), message("Time"), 50, _time, icon="clock", copied_from="clock-outline")
WAIT = Sign("wait", message("Waiting time"), "", 60, _wait, icon="wait", copied_from="timer-sand", bold=True)
FAIL = Sign(
    "fail",
    message("Fail point"),
    message("Fail point"),
    70,
    _fails,
    icon="fail-point",
    copied_from="flag",
    bold=True,
    lines=SEVERAL,
)
POLICY = Sign(
    "policy",
    message("Policy"),
    message("Policy"),
    90,
    _policies,
    icon="policy",
    copied_from="scale-balance",
    lines=SEVERAL,
)
USES = Sign("uses", message("Uses"), message("Uses"), 80, _uses, icon="uses", copied_from="cog-outline", lines=SEVERAL)
LINK = Sign("link", message("Link"), "", 110, _link, icon="link", copied_from="link-variant")
QUESTION = Sign(
    "question",
    message("Question"),
    message("Question"),
    100,
    _questions,
    icon="question",
    copied_from="help-circle-outline",
    lines=SEVERAL,
)
FAILING = Sign(
    "failing",
    message("Failing contact"),
    message("Failing contact"),
    40,
    _failing,
    borne=_fails_the_customer,
    icon="failing",
    copied_from="alert-outline",
    bold=True,
    lines=SEVERAL,
)
ASSUMED = Sign("assumed", message("Assumed"), "", borne=lambda step, action: step.basis is Basis.ASSUMED)
SEVERITY = Sign(
    "severity", message("Severity"), "", present=lambda shown: any(note.remark.severity for note in shown.notes)
)

SIGNS: tuple[Sign, ...] = (
    ACTOR,
    CHANNEL,
    FRONTSTAGE,
    BACKSTAGE,
    SUPPORT,
    FEELING,
    BELIEF,
    MOMENT_OF_TRUTH,
    MISSING,
    MISSING_SIGN,
    DECISION,
    END,
    ELSEWHERE,
    CALLS,
    WAITS_FOR_ALL,
    DASH,
    BRACKET,
    IN_TURN,
    TOGETHER,
    ONE_OF,
    TIME,
    REPEATS,
    WAIT,
    DEADLINE,
    DROPS_OUT,
    FAIL,
    POLICY,
    USES,
    NEEDS,
    MAKES,
    LINK,
    QUESTION,
    FAILING,
    ASSUMED,
    TEMPORARY,
    SEVERITY,
)
"""In the order of the legend."""

SIGNS_BY_ID: dict[str, Sign] = {sign.id: sign for sign in SIGNS}
BY_WEIGHT: tuple[Sign, ...] = tuple(sorted(SIGNS, key=lambda sign: sign.weight))
"""In the order in which they stand on a card and are told of it."""
