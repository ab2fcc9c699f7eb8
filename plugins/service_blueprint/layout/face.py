"""What stands on a card: its text and its small signs, wrapped to a width."""

from collections.abc import Collection
from dataclasses import dataclass

from service_blueprint.layout.geometry import Box, PlacedSign, Text
from service_blueprint.layout.sign import Bearer, Saying, Sign
from service_blueprint.layout.signs import ACTOR, BY_WEIGHT
from service_blueprint.layout.text import ELLIPSIS, Line, longest_word, wrap

# All sizes in px.
FONT, SMALL_FONT = 12.5, 11.0
LINE_HEIGHT, SIGN_HEIGHT = 17.0, 16.0
ICON, ICON_GAP, SIGN_GAP = 12.0, 4.0, 10.0
SIDE, TOP = 11.0, 8.0
WAIT_BAR = 8.0
DECISION_SIDE = 12.0
LINES = 5
NARROW, USUAL, WIDE = 112.0, 164.0, 250.0
LEAST_HEIGHT = 36.0


@dataclass(frozen=True, slots=True)
class Carried:
    """A sign with what it says, before it has a place."""

    sign: Sign
    saying: Saying

    @property
    def icon(self) -> str:
        """The name of its icon, "" where it has none."""
        return self.saying.icon or self.sign.icon


@dataclass(frozen=True, slots=True)
class Face:
    """A card's content before it has a width."""

    text: str
    signs: tuple[Carried, ...] = ()
    decision: bool = False

    @property
    def side(self) -> float:
        """The room between text and side, in px; a decision's pointed sides take more."""
        return SIDE + (DECISION_SIDE if self.decision else 0)


def face_of(bearer: Bearer, without: Collection[Sign] = ()) -> Face:
    """The text and signs of an action, ``without`` those that its view tells otherwise."""
    signs = tuple(
        Carried(sign, saying) for sign in BY_WEIGHT if sign.says and sign not in without for saying in sign.says(bearer)
    )
    return Face(bearer.action.do, signs, bearer.action.decision)


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


def _indent(carried: Carried) -> float:
    return ICON + ICON_GAP if carried.icon else 0.0


def _sign_lines(carried: Carried, room: float) -> tuple[Line, ...]:
    return wrap(carried.saying.text, room, SMALL_FONT, bold=carried.sign.bold, lines=carried.sign.lines)


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
    actors = [carried for carried in face.signs if carried.sign is ACTOR]
    for carried in actors:
        lines = _sign_lines(carried, inner)
        placed = _texts(lines, face.side, y, SIGN_HEIGHT, 11.5)
        signs.append(PlacedSign(ACTOR.id, "", (face.side, y), placed))
        y += SIGN_HEIGHT * len(lines)
    lines = wrap(face.text, inner, FONT, lines=LINES)
    texts = _texts(lines, face.side, y, LINE_HEIGHT, 13, right=face.side + inner)
    y += LINE_HEIGHT * len(lines)
    if len(face.signs) > len(actors):
        y += 2
    x = face.side
    row = 0.0
    for carried in face.signs:
        if carried.sign is ACTOR:
            continue
        saying, indent = carried.saying, _indent(carried)
        sign_lines = _sign_lines(carried, inner - indent)
        wide = indent + max((line.width for line in sign_lines), default=0.0)
        if row and (x + wide > face.side + inner or len(sign_lines) > 1):
            y, x, row = y + row, face.side, 0.0
        height = SIGN_HEIGHT * max(1, len(sign_lines)) + (WAIT_BAR if saying.share else 0)
        placed = _texts(sign_lines, x + indent, y, SIGN_HEIGHT, 11.5)
        signs.append(PlacedSign(carried.sign.id, carried.icon, (x, y + 1.5), placed, saying.link, saying.share))
        x += wide + SIGN_GAP
        row = max(row, height)
        if len(sign_lines) > 1 or saying.share:
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
