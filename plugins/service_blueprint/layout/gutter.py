"""The titles left of the bands."""

from dataclasses import dataclass

from service_blueprint.layout.face import SMALL_FONT
from service_blueprint.layout.geometry import Box, Separator, Text
from service_blueprint.layout.lanes import Boundary, Lane
from service_blueprint.layout.text import width, wrap
from service_blueprint.words import Words, message

# All sizes in px.
TITLE_FONT, TITLE_LINE, SUBTITLE_LINE = 13.0, 16.0, 14.0
SIDE = 14.0
LEAST, MOST = 120.0, 180.0

_LINES = {
    Boundary.INTERACTION: message("Line of interaction"),
    Boundary.VISIBILITY: message("Line of visibility"),
    Boundary.INTERNAL: message("Line of internal interaction"),
}


@dataclass(frozen=True, slots=True)
class Gutter:
    """The column of titles; ``width`` in px."""

    width: float
    words: Words

    def titles(self, title: str, subtitle: str, box: Box) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
        """A band's title and subtitle, in the middle of its ``box`` and never higher than it."""
        room = self.width - 2 * SIDE
        small = wrap(subtitle, room, SMALL_FONT, lines=2) if subtitle else ()
        fitting = max(1, int((box.height - len(small) * SUBTITLE_LINE - 2) // TITLE_LINE))
        lines = wrap(title, room, TITLE_FONT, bold=True, lines=min(4, fitting))
        y = box.y + (box.height - len(lines) * TITLE_LINE - len(small) * SUBTITLE_LINE) / 2
        end = SIDE + max((line.width for line in lines), default=0.0)
        titles = tuple(Text(line.start(SIDE, end), y + 12.5 + TITLE_LINE * n, line) for n, line in enumerate(lines))
        y += len(lines) * TITLE_LINE
        return titles, tuple(Text(SIDE, y + 10.5 + SUBTITLE_LINE * n, line) for n, line in enumerate(small))

    def separator(self, boundary: Boundary, y: float) -> Separator:
        """One of the three lines at ``y`` px, with its name on it."""
        lines = wrap(line_title(boundary, self.words), self.width - SIDE - 4, SMALL_FONT, bold=True, lines=1)
        return Separator(boundary, y, tuple(Text(SIDE, y + 4, line) for line in lines))


def line_title(boundary: Boundary, words: Words) -> str:
    """What one of the three lines is called."""
    return words(_LINES[boundary])


def gutter_for(lanes: tuple[Lane, ...], words: Words) -> Gutter:
    """The narrowest gutter that holds the lanes' titles, within bounds."""
    widths = [width(lane.title, TITLE_FONT, bold=True) for lane in lanes]
    widths += [width(lane.subtitle, SMALL_FONT) for lane in lanes]
    widths += [width(words(line), SMALL_FONT, bold=True) for line in _LINES.values()]
    return Gutter(min(MOST, max(LEAST, max(widths) + 2 * SIDE + 1)), words)
