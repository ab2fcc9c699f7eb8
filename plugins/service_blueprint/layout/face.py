"""What stands on a card: its text and its small signs, wrapped to a width."""

from dataclasses import dataclass

from service_blueprint.blueprint import Action, Actor, Blueprint, Duration, Stage, Step, Touchpoint, View
from service_blueprint.layout.geometry import Box, PlacedSign, SignKind, Text
from service_blueprint.layout.text import ELLIPSIS, Line, longest_word, wrap
from service_blueprint.words import Words

# All sizes in px.
FONT, SMALL_FONT = 12.5, 11.0
LINE_HEIGHT, SIGN_HEIGHT = 17.0, 16.0
ICON, ICON_GAP, SIGN_GAP = 12.0, 4.0, 10.0
SIDE, TOP = 11.0, 8.0
WAIT_BAR = 8.0
DECISION_SIDE = 12.0
LINES, SIGN_LINES = 5, 3
NARROW, USUAL, WIDE = 112.0, 164.0, 250.0
LEAST_HEIGHT = 36.0

_ICONS = {
    SignKind.TIME: "clock",
    SignKind.WAIT: "wait",
    SignKind.FAIL: "fail-point",
    SignKind.POLICY: "policy",
    SignKind.USES: "uses",
    SignKind.LINK: "link",
    SignKind.QUESTION: "question",
    SignKind.FAILING: "failing",
    SignKind.MISSING: "missing",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign before it has a place. ``lines`` is how many lines its text may take."""

    kind: SignKind
    icon: str
    text: str = ""
    lines: int = 1
    link: str = ""
    share: float = 0


@dataclass(frozen=True, slots=True)
class Face:
    """A card's content before it has a width."""

    text: str
    signs: tuple[Sign, ...] = ()
    decision: bool = False

    @property
    def side(self) -> float:
        """The room between text and side, in px; a decision's pointed sides take more."""
        return SIDE + (DECISION_SIDE if self.decision else 0)


def face_of(blueprint: Blueprint, step: Step, action: Action, view: View, lane_actor: str, words: Words) -> Face:
    """The text and signs of an action; ``lane_actor`` is the title of the lane, which the card need not repeat."""
    signs: list[Sign] = []
    if action.by and action.by.title != lane_actor:
        signs.append(Sign(SignKind.ACTOR, "", action.by.title))
    first = bool(step.customer.actions) and action is step.customer.actions[0]
    channel = action.channel or (step.channel if first else None)
    if channel:
        signs.append(Sign(SignKind.CHANNEL, channel.icon or "channel", words(channel.title)))
    if first and view is View.CUSTOMER and step.touchpoint is Touchpoint.MISSING:
        signs.append(Sign(SignKind.MISSING, _ICONS[SignKind.MISSING], words("Missing contact"), SIGN_LINES))
    if first and step.touchpoint is Touchpoint.FAILING:
        signs.append(Sign(SignKind.FAILING, _ICONS[SignKind.FAILING], words("Failing contact"), SIGN_LINES))
    if action.time:
        signs.append(
            Sign(SignKind.TIME, _ICONS[SignKind.TIME], _time(action.time.standard, action.time.acceptable, words))
        )
    wait = action.wait or (step.wait if _bears_wait(step, action) else None)
    if wait:
        share = _share(wait, blueprint)
        signs.append(
            Sign(SignKind.WAIT, _ICONS[SignKind.WAIT], words("waits {time}", time=words.duration(wait)), share=share)
        )
    signs += [Sign(SignKind.FAIL, _ICONS[SignKind.FAIL], fail.what, SIGN_LINES) for fail in action.fails]
    if action.uses and view is not View.SYSTEMS:
        signs.append(Sign(SignKind.USES, _ICONS[SignKind.USES], ", ".join(_titles(action.uses)), SIGN_LINES))
    policies = (*action.policy, *(step.policy if _bears_policy(step, action) else ()))
    signs += [Sign(SignKind.POLICY, _ICONS[SignKind.POLICY], policy, SIGN_LINES) for policy in policies]
    if first:
        signs += [
            Sign(SignKind.QUESTION, _ICONS[SignKind.QUESTION], question.text, SIGN_LINES) for question in step.questions
        ]
    if action.link:
        signs.append(Sign(SignKind.LINK, _ICONS[SignKind.LINK], words("Link"), link=action.link))
    return Face(action.do, tuple(signs), action.decision)


def _titles(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.title for actor in actors]


def _time(standard: Duration, acceptable: Duration | None, words: Words) -> str:
    text = words.duration(standard)
    return f"{text} (≤ {words.duration(acceptable)})" if acceptable else text


def _bears_wait(step: Step, action: Action) -> bool:
    """A step's wait stands on the customer's first card, or on the step's first where the customer does nothing."""
    return action is next((a for a in step.actions if a.stage is not Stage.EVIDENCE), None)


def _bears_policy(step: Step, action: Action) -> bool:
    """A step's policy stands where the company acts: on its first card below the customer's, else on the first."""
    company = [a for a in step.actions if a.stage not in (Stage.EVIDENCE, Stage.CUSTOMER)]
    return action is next(iter(company or step.actions), None)


def _share(wait: Duration, blueprint: Blueprint) -> float:
    """A wait's part of the longest wait, as the square root, so that an hour beside a week is still seen."""
    longest = blueprint.longest_wait
    return (wait.seconds / longest) ** 0.5 if longest else 0


def needed_width(face: Face) -> float:
    """The card width in px that a face wants: narrow for short texts, wider where five lines do not hold the text."""
    for width in (USUAL, USUAL + 24, USUAL + 48, WIDE):
        inner = width - 2 * face.side
        lines = wrap(face.text, inner, FONT, lines=LINES + 1)
        fits = len(lines) <= (3 if width < USUAL + 24 else LINES) and longest_word(face.text, FONT) <= inner
        if fits or width == WIDE:
            break
    widest = max((line.width for line in lines), default=0.0)
    for sign in face.signs:
        room = inner - _indent(sign)
        widest = max(widest, *(line.width + _indent(sign) for line in _sign_lines(sign, room)), 0.0)
    return max(NARROW, min(WIDE, widest + 2 * face.side + 1))


def _indent(sign: Sign) -> float:
    return ICON + ICON_GAP if sign.icon else 0.0


def _sign_lines(sign: Sign, room: float) -> tuple[Line, ...]:
    bold = sign.kind in (SignKind.ACTOR, SignKind.FAIL, SignKind.WAIT, SignKind.MISSING, SignKind.FAILING)
    return wrap(sign.text, room, SMALL_FONT, bold=bold, lines=sign.lines)


@dataclass(frozen=True, slots=True)
class Content:
    """A face wrapped to a width: texts and signs from the card's top left corner, and the height they need, in px."""

    texts: tuple[Text, ...]
    signs: tuple[PlacedSign, ...]
    height: float
    cut: bool


def content_of(face: Face, width: float) -> Content:
    """Wrap a face to a card ``width`` in px: the actor's name, the text, then the signs, short ones side by side."""
    inner = width - 2 * face.side
    y = TOP
    signs: list[PlacedSign] = []
    actors = [sign for sign in face.signs if sign.kind is SignKind.ACTOR]
    for sign in actors:
        lines = _sign_lines(sign, inner)
        signs.append(PlacedSign(sign.kind, "", (face.side, y), _texts(lines, face.side, y, SIGN_HEIGHT, 11.5)))
        y += SIGN_HEIGHT * len(lines)
    lines = wrap(face.text, inner, FONT, lines=LINES)
    texts = _texts(lines, face.side, y, LINE_HEIGHT, 13, right=face.side + inner)
    y += LINE_HEIGHT * len(lines)
    if len(face.signs) > len(actors):
        y += 2
    x = face.side
    row = 0.0
    for sign in face.signs:
        if sign.kind is SignKind.ACTOR:
            continue
        sign_lines = _sign_lines(sign, inner - _indent(sign))
        wide = _indent(sign) + max((line.width for line in sign_lines), default=0.0)
        if row and (x + wide > face.side + inner or len(sign_lines) > 1):
            y, x, row = y + row, face.side, 0.0
        height = SIGN_HEIGHT * max(1, len(sign_lines)) + (WAIT_BAR if sign.share else 0)
        placed = _texts(sign_lines, x + _indent(sign), y, SIGN_HEIGHT, 11.5)
        signs.append(PlacedSign(sign.kind, sign.icon, (x, y + 1.5), placed, sign.link, sign.share))
        x += wide + SIGN_GAP
        row = max(row, height)
        if len(sign_lines) > 1 or sign.share:
            y, x, row = y + row, face.side, 0.0
    y += row
    cut = bool(lines) and lines[-1].text.endswith(ELLIPSIS) and not face.text.rstrip().endswith(ELLIPSIS)
    return Content(texts, tuple(signs), max(LEAST_HEIGHT, y + TOP), cut)


def _texts(
    lines: tuple[Line, ...], x: float, y: float, height: float, base: float, right: float | None = None
) -> tuple[Text, ...]:
    """Lines below each other between ``x`` and ``right`` px, which is where the longest ends if it is left out."""
    end = x + max((line.width for line in lines), default=0.0) if right is None else right
    return tuple(Text(line.start(x, end), y + base + height * number, line) for number, line in enumerate(lines))


def moved(texts: tuple[Text, ...], dx: float, dy: float) -> tuple[Text, ...]:
    """The same texts, shifted by px."""
    return tuple(Text(text.x + dx, text.y + dy, text.line, text.middle) for text in texts)


def moved_sign(sign: PlacedSign, dx: float, dy: float) -> PlacedSign:
    """The same sign, shifted by px."""
    at = (sign.at[0] + dx, sign.at[1] + dy)
    return PlacedSign(sign.kind, sign.icon, at, moved(sign.texts, dx, dy), sign.link, sign.share)


def centred(content: Content, box: Box) -> tuple[tuple[Text, ...], tuple[PlacedSign, ...]]:
    """A card's texts and signs where its ``box`` stands, in the middle of its height."""
    dy = box.y + (box.height - content.height) / 2
    return moved(content.texts, box.x, dy), tuple(moved_sign(sign, box.x, dy) for sign in content.signs)
