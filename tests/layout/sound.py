"""The hard gates of a drawing, checked on its geometry alone: quick enough for thousands of blueprints.

What a browser makes of fonts and curves is measured by ``tests/gauge.py``; here everything is boxes and lines.
"""

from itertools import combinations, pairwise

from service_blueprint.layout import Diagram
from service_blueprint.layout.geometry import Box, Point, Track

Line = tuple[Point, Point]


def faults(diagram: Diagram) -> list[str]:
    """All faults of a diagram in words; a sound one has none."""
    return [
        *_cards(diagram),
        *_flows(diagram),
        *_shared(diagram),
        *_labels(diagram),
        *_brackets(diagram),
        *_texts(diagram),
    ]


def _cards(diagram: Diagram) -> list[str]:
    found = [f"{a.key} and {b.key} overlap" for a, b in combinations(diagram.cards, 2) if _meet(a.box, b.box, margin=1)]
    found += [f"{card.key} leaves the drawing" for card in diagram.cards if not _inside(card.box, diagram)]
    return found


def _flows(diagram: Diagram) -> list[str]:
    boxes = {card.key: card.box for card in diagram.cards}
    found = []
    for track in diagram.tracks:
        lines = list(pairwise(track.points))
        name = f"{track.source} -> {track.target}"
        if any(x0 != x1 and y0 != y1 for (x0, y0), (x1, y1) in lines):
            found.append(f"{name} runs aslant")
        for end, key in ((track.points[0], track.source), (track.points[-1], track.target)):
            if not _on_edge(end, boxes[key]):
                found.append(f"{name} loses its end at {key}")
        for key, box in boxes.items():
            inner = lines[1:-1] if key in (track.source, track.target) else lines
            if any(_crosses(line, box) for line in inner):
                found.append(f"{name} runs through {key}")
    return found


def _shared(diagram: Diagram) -> list[str]:
    found = []
    for a, b in combinations(diagram.tracks, 2):
        if any(_on_one_line(p, q) for p in pairwise(a.points) for q in pairwise(b.points)):
            found.append(f"{a.source} -> {a.target} and {b.source} -> {b.target} share a line")
    return found


def _labels(diagram: Diagram) -> list[str]:
    found = []
    labelled = [track for track in diagram.tracks if track.label_box]
    for track in labelled:
        box = _box(track)
        found += [f"label {track.flow.label!r} lies on {card.key}" for card in diagram.cards if _meet(box, card.box, 0)]
        for other in diagram.tracks:
            if other is not track and any(_crosses(line, box) for line in pairwise(other.points)):
                found.append(f"{other.source} -> {other.target} runs over label {track.flow.label!r}")
    for a, b in combinations(labelled, 2):
        if _meet(_box(a), _box(b), 0):
            found.append(f"labels {a.flow.label!r} and {b.flow.label!r} overlap")
    return found


def _brackets(diagram: Diagram) -> list[str]:
    """No label lies on a bracket, and no flow runs along one; one may cross it to a card."""
    found = []
    for bracket in diagram.brackets:
        top, bottom = bracket.ticks[0][1], bracket.ticks[-1][1]
        upright = Box(bracket.x - 2, top, 4, bottom - top)
        for track in diagram.tracks:
            name = f"{track.source} -> {track.target}"
            if track.label_box and _meet(track.label_box, upright, 0):
                found.append(f"label {track.flow.label!r} lies on a bracket")
            if any(
                x0 == x1 and _crosses(((x0, y0), (x1, y1)), upright) for (x0, y0), (x1, y1) in pairwise(track.points)
            ):
                found.append(f"{name} runs along a bracket")
    return found


def _texts(diagram: Diagram) -> list[str]:
    found = []
    for card in diagram.cards:
        for text in (*card.texts, *(text for sign in card.signs for text in sign.texts)):
            if text.x < card.box.x or text.x + text.line.width > card.box.right + 0.5 or text.y > card.box.bottom:
                found.append(f"{text.line.text!r} leaves {card.key}")
    return found


def _box(track: Track) -> Box:
    assert track.label_box is not None
    return track.label_box


def _meet(a: Box, b: Box, margin: float) -> bool:
    return min(a.right, b.right) - max(a.x, b.x) > margin and min(a.bottom, b.bottom) - max(a.y, b.y) > margin


def _inside(box: Box, diagram: Diagram) -> bool:
    return box.x >= diagram.gutter and box.y >= 0 and box.right <= diagram.width and box.bottom <= diagram.height


def _on_edge(point: Point, box: Box) -> bool:
    """Whether a point lies on a card's outline; a decision's sides run inwards by up to 12 px."""
    x, y = point
    across = box.x - 0.5 <= x <= box.right + 0.5
    down = box.y - 0.5 <= y <= box.bottom + 0.5
    sideways = min(abs(x - box.x), abs(x - box.right)) <= 12.5
    upright = min(abs(y - box.y), abs(y - box.bottom)) <= 0.5
    return across and down and (sideways or upright)


def _crosses(line: Line, box: Box) -> bool:
    """Whether a line has more than a touch in common with the inside of a box."""
    (x0, y0), (x1, y1) = line
    return (
        min(max(x0, x1), box.right - 1) - max(min(x0, x1), box.x + 1) >= 0
        and min(max(y0, y1), box.bottom - 1) - max(min(y0, y1), box.y + 1) >= 0
    )


def _on_one_line(a: Line, b: Line) -> bool:
    for along, across in ((0, 1), (1, 0)):
        if a[0][across] == a[1][across] and b[0][across] == b[1][across] and abs(a[0][across] - b[0][across]) < 4:
            common = min(max(a[0][along], a[1][along]), max(b[0][along], b[1][along])) - max(
                min(a[0][along], a[1][along]), min(b[0][along], b[1][along])
            )
            if common > 6:
                return True
    return False


def crossings(diagram: Diagram) -> int:
    """How often flows cross each other."""
    count = 0
    for a, b in combinations(diagram.tracks, 2):
        count += sum(_cross(p, q) for p in pairwise(a.points) for q in pairwise(b.points))
    return count


def _cross(a: Line, b: Line) -> bool:
    for upright, level in ((a, b), (b, a)):
        if upright[0][0] == upright[1][0] and level[0][1] == level[1][1]:
            x, y = upright[0][0], level[0][1]
            if min(level[0][0], level[1][0]) < x < max(level[0][0], level[1][0]) and min(
                upright[0][1], upright[1][1]
            ) < y < max(upright[0][1], upright[1][1]):
                return True
    return False
