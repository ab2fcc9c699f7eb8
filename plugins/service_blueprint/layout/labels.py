"""What stands beside a flow: its label with its share, and below them, behind a clock, after which time it is gone."""

from dataclasses import dataclass

from service_blueprint.blueprint import Flow
from service_blueprint.layout.geometry import Box, Point, Text
from service_blueprint.layout.text import Line, wrap
from service_blueprint.words import Words

# All sizes in px.
FONT, LINE_HEIGHT, WIDEST = 11.0, 14.0, 112.0
SIDE, TOP = 4.0, 2.0
CLOCK, CLOCK_GAP = 12.0, 3.0


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a flow's label; with ``clock`` the last of them is a time."""

    lines: tuple[Line, ...] = ()
    clock: bool = False

    @property
    def width(self) -> float:
        """Its width in px, that of its ground."""
        widths = [line.width for line in self.lines]
        if self.clock:
            widths[-1] += CLOCK + CLOCK_GAP
        return max(widths) + 2 * SIDE

    @property
    def height(self) -> float:
        """Its height in px, that of its ground."""
        return len(self.lines) * LINE_HEIGHT + 2 * TOP

    def placed(self, middle: Point) -> tuple[tuple[Text, ...], Box, Point | None]:
        """Its texts, centred around ``middle`` (px), its ground, and the top left corner of its clock."""
        x, y = middle
        box = Box(x - self.width / 2, y - self.height / 2, self.width, self.height)
        bases = [box.y + TOP + LINE_HEIGHT * number + 10.5 for number in range(len(self.lines))]
        shifts = [0.0] * len(self.lines)
        clock = None
        if self.clock:
            shifts[-1] = (CLOCK + CLOCK_GAP) / 2
            clock = (x - shifts[-1] - self.lines[-1].width / 2, bases[-1] - 10)
        texts = (
            Text(x + shift, base, line, middle=True)
            for shift, base, line in zip(shifts, bases, self.lines, strict=True)
        )
        return tuple(texts), box, clock


def label_for(flow: Flow, words: Words) -> Label:
    """The label of a flow; one without lines where there is nothing to say of it."""
    share = words.share(flow.share) if flow.share else ""
    lines = wrap(", ".join(text for text in (flow.label, share) if text), WIDEST, FONT, lines=3)
    if flow.after is None:
        return Label(lines)
    return Label((*lines, *wrap(words.duration(flow.after), WIDEST - CLOCK - CLOCK_GAP, FONT, lines=1)), clock=True)
