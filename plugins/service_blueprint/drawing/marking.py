"""What a drawing bears that compares two blueprints: a badge on each part that differs, former feelings, a legend."""

from collections.abc import Iterator
from itertools import pairwise

from service_blueprint.drawing.describe import mark_word
from service_blueprint.drawing.experience import DOT
from service_blueprint.drawing.svg import element, group, number
from service_blueprint.drawing.texts import text
from service_blueprint.insight.union import Mark, Marks
from service_blueprint.layout.bands import FEELING_UNIT
from service_blueprint.layout.face import DECISION_SIDE
from service_blueprint.layout.geometry import Box, Diagram, LegendEntry, Point, Track
from service_blueprint.layout.layout import MARGIN
from service_blueprint.layout.legend import legend_of
from service_blueprint.words import Words

# All sizes in px.
RADIUS, SMALL_RADIUS = 8.5, 7.0
RING = 9.5

_SIGNS = {
    Mark.ADDED: "M-3.8 0h7.6M0-3.8v7.6",
    Mark.REMOVED: "M-3.8 0h7.6",
    Mark.CHANGED: "M-4 1.2q2-3.6 4-1.2t4-1.2",
    Mark.MOVED: "M-4.4 0h8.8M-2.4-2.2l-2.2 2.2 2.2 2.2M2.4-2.2l2.2 2.2-2.2 2.2",
}


def signs(diagram: Diagram, marks: Marks) -> list[str]:
    """The badges of cards, flows and remarks, and the feelings that were."""
    return [*_feelings(diagram, marks), *_badges(diagram, marks)]


def key(marks: Marks, diagram: Diagram, words: Words) -> tuple[str, float]:
    """The legend of the marks that occur, below that of the diagram, and the drawing's height with it, in px."""
    meanings = {mark.value: mark_word(mark, words) for mark in marks.kinds}
    if marks.feelings:
        meanings["felt-before"] = words("How the customer felt before")
    entries, end = legend_of(meanings, diagram.gutter, diagram.width, diagram.height - MARGIN)
    if not entries:
        return "", diagram.height
    parts = [_sign_of(entry) + text(entry.text, "legend-text") for entry in entries]
    return group({"class": "legend"}, *parts), end + MARGIN


def _sign_of(entry: LegendEntry) -> str:
    x, y = entry.at[0] + 9, entry.at[1] + 9
    if entry.sign == "felt-before":
        return element("circle", {"class": "felt-before", "cx": x, "cy": y, "r": DOT})
    return _badge(Mark(entry.sign), (x, y), RADIUS)


def _badge(mark: Mark, at: Point, radius: float) -> str:
    """A sign on a ground of its own; it says the same as the colour does."""
    place = f"translate({number(at[0])} {number(at[1])})"
    ground = element("circle", {"class": f"badge badge-{mark}", "r": radius})
    return element("g", {"transform": place}, ground, element("path", {"class": "badge-sign", "d": _SIGNS[mark]}))


def _badges(diagram: Diagram, marks: Marks) -> Iterator[str]:
    bearing = {card.action.address for card in diagram.cards if card.action.address in marks.actions}
    for track in diagram.tracks:
        mark = marks.of_flow(track.flow)
        # A flow that comes or goes with a card is told by the card's badge.
        if mark and not {track.flow.source, track.flow.target} & {
            address for address in bearing if marks.actions[address] in (Mark.ADDED, Mark.REMOVED)
        }:
            yield _badge(mark, _middle(track), SMALL_RADIUS) + "\n"
    for note in diagram.notes:
        mark = marks.of_remark(note.step, note.kind, note.remark)
        if mark:
            yield _badge(mark, (note.box.x, note.box.y + 2), SMALL_RADIUS) + "\n"
    for card in diagram.cards:
        mark = marks.actions.get(card.action.address)
        if mark:
            x = card.box.x + (DECISION_SIDE if card.action.decision else 0)
            yield _badge(mark, (x, card.box.y), RADIUS) + "\n"


def _middle(track: Track) -> Point:
    """A point on the longest line of a flow, off its label."""
    (x0, y0), (x1, y1) = max(
        pairwise(track.points), key=lambda line: abs(line[0][0] - line[1][0]) + abs(line[0][1] - line[1][1])
    )
    for share in (0.5, 0.75, 0.25):
        point = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
        if not track.label_box or not _near(track.label_box, point):
            return point
    return (x0 + x1) / 2, (y0 + y1) / 2


def _near(box: Box, point: Point) -> bool:
    x, y = point
    margin = SMALL_RADIUS
    return box.x - margin < x < box.right + margin and box.y - margin < y < box.bottom + margin


def _feelings(diagram: Diagram, marks: Marks) -> Iterator[str]:
    """A ring around each feeling that differs, and the one that was as a hollow point, with a line between the two."""
    if not diagram.moods:
        return
    zero = diagram.moods[0].zero
    present = {mood.step.id: mood.customer for mood in diagram.moods}
    for step, column in zip(diagram.blueprint.steps, diagram.columns, strict=True):
        if step.id not in marks.feelings:
            continue
        x, now, before = column.middle[0], present.get(step.id), marks.feelings[step.id]
        was = None if before is None else zero - FEELING_UNIT * before
        if was is not None and now is not None and was != now:
            inset = DOT if was < now else -DOT
            line: dict[str, str | float | None] = {
                "class": "felt-line",
                "x1": x,
                "x2": x,
                "y1": was + inset,
                "y2": now - inset,
            }
            yield element("line", line) + "\n"
        if was is not None and was != now:
            yield element("circle", {"class": "felt-before", "cx": x, "cy": was, "r": DOT}) + "\n"
        if now is not None:
            yield element("circle", {"class": "felt-ring", "cx": x, "cy": now, "r": RING}) + "\n"
