"""The curves of several customers: their points side by side, and a name where each curve ends."""

from collections.abc import Sequence
from dataclasses import replace

from service_blueprint.blueprint import Felt
from service_blueprint.layout.geometry import FeltPoint, Mood, Text
from service_blueprint.layout.text import wrap

# All sizes in px.
ASIDE = 12.0
NAME_FONT, NAME_LINE, NAME_GAP, NAME_BASE = 11.0, 13.0, 10.0, 4.0


def points_of(felt: Sequence[Felt], x: float, heights: list[float], taken: float | None) -> tuple[FeltPoint, ...]:
    """The points of a step's customers at their ``heights``, around ``x``; near ones stand beside each other.

    ``taken`` is the height of the point that stands at ``x`` already, None where none does.
    """
    found = []
    for index, (each, y) in enumerate(zip(felt, heights, strict=True)):
        near = [other for other, height in enumerate(heights) if abs(height - y) < ASIDE]
        beside = near.index(index) - (len(near) - 1) / 2
        place = near.index(index) + 1 if taken is not None and abs(taken - y) < ASIDE else beside
        found.append(FeltPoint(each, (x + ASIDE * place, y)))
    return tuple(found)


def named(moods: Sequence[Mood], ends: Sequence[float]) -> tuple[Mood, ...]:
    """The moods with a name right of the last point of each customer's curve, no two of them upon each other.

    ``ends`` is how far a name may reach, for each of the moods.
    """
    last = {point.felt.number: index for index, mood in enumerate(moods) for point in mood.by}
    labels: dict[int, Text] = {}
    for index, mood in enumerate(moods):
        right = max((mood.x, *(point.at[0] for point in mood.by))) + NAME_GAP
        y = float("-inf")
        for point in sorted(mood.by, key=lambda each: (each.at[1], each.felt.number)):
            number = point.felt.number
            lines = wrap(point.felt.name, ends[index] - right, NAME_FONT, lines=1) if last[number] == index else ()
            if lines:
                y = max(y + NAME_LINE, point.at[1] + NAME_BASE)
                labels[number] = Text(right, y, lines[0])
    return tuple(
        replace(
            mood,
            by=tuple(
                replace(point, label=labels.get(point.felt.number)) if last[point.felt.number] == index else point
                for point in mood.by
            ),
        )
        for index, mood in enumerate(moods)
    )


def room_for(count: int) -> float:
    """The room in px below the lowest point that the names of ``count`` curves may need where all end there."""
    return NAME_LINE * max(0, count - 1)
