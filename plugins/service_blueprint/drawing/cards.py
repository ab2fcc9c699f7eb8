"""Cards: outline, text, signs; missing contact, and the dash where nothing happens on purpose."""

from service_blueprint.blueprint import Basis, Stage, View
from service_blueprint.drawing.describe import card_label
from service_blueprint.drawing.icons import icon_at
from service_blueprint.drawing.svg import content, element, group, number
from service_blueprint.drawing.texts import texts
from service_blueprint.insight.union import Mark
from service_blueprint.layout.face import DECISION_SIDE, ICON, SIDE, WAIT_BAR
from service_blueprint.layout.geometry import Box, Card, Diagram, Gap, PlacedSign, Point
from service_blueprint.layout.signs import SIGNS_BY_ID, WAIT
from service_blueprint.layout.views import kind_of
from service_blueprint.words import Words

# The corners tell the stages apart without colour, in px.
_RADIUS = {Stage.EVIDENCE: 2.0, Stage.CUSTOMER: 14.0, Stage.FRONTSTAGE: 8.0, Stage.BACKSTAGE: 4.0, Stage.SUPPORT: 0.0}
_INNER = 3.0
_TAPE, _TAPE_INSET = (22.0, 7.0), 3.0
_BARS = (Stage.FRONTSTAGE, Stage.SUPPORT)
BAR = 4.0  # px
_STAR = "M0-9l2.6 5.6 6.1.6-4.6 4.1 1.3 6L0 3.2-5.4 6.3l1.3-6-4.6-4.1 6.1-.6z"


def card(card: Card, diagram: Diagram, words: Words, mark: Mark | None = None, link: str = "") -> str:
    """A card as a group whose first shape is its outline; ``mark`` says what has become of it.

    ``link`` is the address of the step in the view that shows who is behind the card, "" for no link.
    """
    behind = kind_of(diagram.view).behind if card.tells_stage else None
    leads = link if behind else ""
    classes = ["card", card.stage.value]
    if card.missing:
        classes.append("missing")
    if card.step.basis is Basis.ASSUMED:
        classes.append("assumed")
    if mark:
        classes.append(mark.value)
    look = look_of(card.stage, missing=card.missing, assumed=card.step.basis is Basis.ASSUMED)
    parts = [outline(card.box, card.stage, look, decision=card.action.decision, mark=mark)]
    if card.tells_stage:
        parts.append(stage_bar(card.box, card.stage, decision=card.action.decision, missing=card.missing))
    if card.action.calls:
        box = card.box
        inside = Box(box.x + _INNER, box.y + _INNER, box.width - 2 * _INNER, box.height - 2 * _INNER)
        parts.append(_shape(inside, card.stage, "inner-line", decision=card.action.decision))
    parts += [element("rect", {"class": "waits-bar", **_sides(bar), "rx": 1.0}) for bar in card.bars]
    if card.cut:
        parts.append(element("title", {}, content(card.action.do)))
    style = "card-text-missing" if card.missing else "card-text"
    if mark is Mark.REMOVED:
        style = "removed-card removed-text"
    face = [texts(card.texts, style), *(_sign(sign, card) for sign in card.signs if not (leads and sign.link))]
    if behind and leads:
        # A link that a sign bears stands behind this one, for no link stands in another.
        face = [_behind(card, behind, leads, face, words), *(_sign(sign, card) for sign in card.signs if sign.link)]
    parts += face
    if card.action.temporary:
        parts.append(tape(card.box, decision=card.action.decision))
    if card.star:
        at = f"translate({number(card.box.right - 6)} {number(card.box.y + 2)})"
        parts.append(element("path", {"class": "star", "transform": at, "d": _STAR}))
    return group(
        {
            "class": " ".join(classes),
            "data-action": card.action.address,
            "data-step": card.step.id,
            "role": "group",
            "aria-label": card_label(card, diagram, words, mark, leads=bool(leads)),
            "tabindex": "-1",
        },
        *parts,
    )


def _sides(box: Box) -> dict[str, str | float | None]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def _behind(card: Card, view: View, link: str, face: list[str], words: Words) -> str:
    """A card's face as a link to its step in the view that shows who is behind it."""
    name = element("title", {}, content(words("Who is behind it: {action}", action=card.action.do)))
    area = element("rect", {"class": "behind-area", **_sides(card.box)})
    return element(
        "a", {"class": "behind", "xlink:href": link, "target": "_self", "data-behind": view.value}, name, area, *face
    )


def look_of(stage: Stage, *, missing: bool = False, assumed: bool = False) -> str:
    """The name of a card's look in the style sheet; missing contact looks the same in every stage."""
    if missing:
        return "missing"
    return f"assumed-{stage}" if assumed else stage.value


def outline(box: Box, stage: Stage, look: str, *, decision: bool = False, mark: Mark | None = None) -> str:
    """The shape of a card; the ``stage`` gives its corners, ``look`` its colours and line."""
    style = f"outline {_ground_of(stage, look, mark)} outline-{mark}" if mark else f"outline outline-{look}"
    return _shape(box, stage, style, decision=decision)


def _shape(box: Box, stage: Stage, style: str, *, decision: bool) -> str:
    if decision:
        x, y, right, bottom, middle = box.x, box.y, box.right, box.bottom, box.y + box.height / 2
        corners = (
            (x, middle), (x + DECISION_SIDE, y), (right - DECISION_SIDE, y),
            (right, middle), (right - DECISION_SIDE, bottom), (x + DECISION_SIDE, bottom),
        )  # fmt: skip
        return element(
            "polygon", {"class": style, "points": " ".join(f"{number(px)},{number(py)}" for px, py in corners)}
        )
    return element(
        "rect",
        {"class": style, "x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": _RADIUS[stage]},
    )


def tape(box: Box, *, decision: bool = False) -> str:
    """A strip of tape over the upper left corner of a card: it is put up for a while."""
    x = box.x + (DECISION_SIDE if decision else _TAPE_INSET)
    at = f"translate({number(x)} {number(box.y + _TAPE_INSET)}) rotate(-45)"
    return element(
        "rect",
        {
            "class": "tape",
            "transform": at,
            "x": -_TAPE[0] / 2,
            "y": -_TAPE[1] / 2,
            "width": _TAPE[0],
            "height": _TAPE[1],
        },
    )


def stage_bar(box: Box, stage: Stage, *, decision: bool = False, missing: bool = False) -> str:
    """What tells a card's stage where its lane does not: a bar within its outline.

    It is at the top where the customer sees the card, at the foot where that is of the support, and there is none at
    the back stage.
    """
    if stage not in _BARS:
        return ""
    edge, inner = (box.y, box.y + BAR) if stage is Stage.FRONTSTAGE else (box.bottom, box.bottom - BAR)
    corner = DECISION_SIDE if decision else _RADIUS[stage]
    if decision:
        slope, turn = corner * (1 - 2 * BAR / box.height), "L"
    else:
        slope = corner - max(0.0, corner**2 - (corner - BAR) ** 2) ** 0.5
        turn = f"A{number(corner)} {number(corner)} 0 0 1 "
    path = (
        f"M{number(box.x + slope)} {number(inner)}{turn}{number(box.x + corner)} {number(edge)}"
        f"H{number(box.right - corner)}{turn}{number(box.right - slope)} {number(inner)}z"
    )
    return element("path", {"class": f"stage-bar bar-{look_of(stage, missing=missing)}", "d": path})


def _ground_of(stage: Stage, look: str, mark: Mark) -> str:
    """The class for the ground of a card whose line says what has become of it."""
    return f"ground-{stage}" if look == stage.value and mark is not Mark.REMOVED else "ground-canvas"


def _sign(sign: PlacedSign, card: Card) -> str:
    style = SIGNS_BY_ID[sign.kind].style
    parts = []
    if sign.icon:
        parts.append(icon_at(sign.icon, sign.at, ICON, f"icon icon-{style}"))
    parts.append(texts(sign.texts, f"sign sign-{style}"))
    if sign.kind == WAIT.id:
        parts.append(_wait_bar(sign, card))
    inner = "".join(parts)
    if sign.link:
        inner = element("a", {"class": "link", "xlink:href": sign.link, "target": "_top"}, inner)
    return inner


def _wait_bar(sign: PlacedSign, card: Card) -> str:
    """How long the wait is beside the longest of the blueprint: a bar in a groove of the card's whole inner width."""
    side = SIDE + (DECISION_SIDE if card.action.decision else 0)
    room = card.box.width - 2 * side
    y = (sign.texts[-1].y if sign.texts else sign.at[1]) + WAIT_BAR / 2 + 1.5
    place: dict[str, str | float | None] = {"x": card.box.x + side, "y": y, "height": 4.0, "rx": 2.0}
    groove = element("rect", {"class": "wait-groove", **place, "width": room})
    return groove + element("rect", {"class": "wait-bar", **place, "width": max(4.0, room * sign.share)})


def gap(gap: Gap) -> str:
    """Missing contact for which the file has no action: a dashed, empty card."""
    shape = outline(gap.box, Stage.FRONTSTAGE, look_of(Stage.FRONTSTAGE, missing=True))
    return group({"class": "gap", "data-step": gap.step.id}, shape, texts(gap.texts, "sign sign-missing"))


def dash(at: Point, meaning: str) -> str:
    """A quiet dash: nothing happens there, on purpose."""
    line = element(
        "line",
        {"class": "dash", "x1": at[0] - 9, "x2": at[0] + 9, "y1": at[1], "y2": at[1]},
        element("title", {}, content(meaning)),
    )
    return line + "\n"
