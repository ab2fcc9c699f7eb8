"""The bands around the lanes: phases, feelings, pain points and opportunities."""

from collections.abc import Callable

from service_blueprint.blueprint import Blueprint, Remark, Step
from service_blueprint.layout.face import NARROW, USUAL
from service_blueprint.layout.flows import Span
from service_blueprint.layout.geometry import Box, Heading, Mood, Note, Phase, Text
from service_blueprint.layout.personas import named, points_of, room_for
from service_blueprint.layout.phase_words import phase_details
from service_blueprint.layout.text import wrap
from service_blueprint.words import Words

# All sizes in px.
PHASE_FONT, PHASE_LINE, PHASE_PADDING, PHASE_POINT = 13.0, 16.0, 7.0, 10.0
FEELING_UNIT, FEELING_MARGIN, FEELING_WORDS_MARGIN = 20.0, 16.0, 30.0
WORDS_FONT = 11.0
HEADING_FONT, HEADING_LINE, HEADING_SIDE, CONDITION_SIDE = 12.0, 16.0, 2.0, 18.0
NOTE_FONT, NOTE_LINE, NOTE_SIDE, NOTE_TOP, NOTE_GAP = 12.0, 16.0, 10.0, 6.0, 6.0
SEVERITY_HEIGHT = 8.0
NOTE_LINES = 6


def phases_of(blueprint: Blueprint, across: list[Span], y: float, words: Words) -> tuple[Phase, ...]:
    """The phases as arrows from ``y`` px on, each over its steps, from the middle of one channel to the next's.

    Below its title stands how long a phase takes, what the company wants in it and who looks after it.
    """
    phases: list[tuple[str, int, int]] = []
    for column, step in enumerate(blueprint.steps):
        if phases and phases[-1][0] == step.phase:
            phases[-1] = (step.phase, phases[-1][1], column)
        elif step.phase:
            phases.append((step.phase, column, column))
        else:
            phases.append(("", column, column))
    named = [phase for phase in phases if phase[0]]
    boxes = [_phase_box(across, first, last) for _, first, last in named]
    lines = [
        wrap(title, box[1] - 3 * PHASE_POINT - 8, PHASE_FONT, bold=True, lines=2)
        for (title, _, _), box in zip(named, boxes, strict=True)
    ]
    said = {phase.title: phase_details(phase, words) for phase in blueprint.phases}
    details = [
        wrap(" · ".join(said.get(title, {}).values()), box[1] - 3 * PHASE_POINT - 8, WORDS_FONT, lines=1)
        for (title, _, _), box in zip(named, boxes, strict=True)
    ]
    tallest = max((len(one) + len(other) for one, other in zip(lines, details, strict=True)), default=0)
    height = tallest * PHASE_LINE + 2 * PHASE_PADDING
    found = []
    for (title, first, last), (x, width), wrapped, below in zip(named, boxes, lines, details, strict=True):
        top = y + (height - (len(wrapped) + len(below)) * PHASE_LINE) / 2
        texts = tuple(
            Text(x + width / 2 + PHASE_POINT / 2, top + 12.5 + PHASE_LINE * number, line, middle=True)
            for number, line in enumerate(wrapped)
        )
        top += len(wrapped) * PHASE_LINE
        smaller = tuple(Text(x + width / 2 + PHASE_POINT / 2, top + 11.5, line, middle=True) for line in below)
        spoken = ", ".join(f"{label}: {text}" for label, text in said.get(title, {}).items())
        found.append(Phase(title, Box(x, y, width, height), texts, first, last, smaller, spoken))
    return tuple(found)


def _phase_box(across: list[Span], first: int, last: int) -> tuple[float, float]:
    left, right = across[2 * first], across[2 * last + 2]
    start = left.start + left.size / 2 + 2 - PHASE_POINT / 2 if first else left.start + 6
    end = right.start + right.size / 2 - 2 + PHASE_POINT / 2
    return start, end - start


def headings_of(blueprint: Blueprint, across: list[Span], y: float) -> tuple[Heading, ...]:
    """The titles over the steps that have one, from ``y`` px on."""
    return _over_columns(blueprint, across, y, lambda step: step.title, HEADING_SIDE)


def conditions_of(blueprint: Blueprint, across: list[Span], y: float) -> tuple[Heading, ...]:
    """The words over each step that says when it happens, from ``y`` px on."""
    return _over_columns(blueprint, across, y, lambda step: step.when, CONDITION_SIDE)


def _over_columns(
    blueprint: Blueprint, across: list[Span], y: float, text_of: Callable[[Step], str], side: float
) -> tuple[Heading, ...]:
    """A text over the middle of each column that has one, ``side`` px from its edges; all as high as the tallest."""
    wrapped = {
        column: wrap(text_of(step), across[2 * column + 1].size - 2 * side, HEADING_FONT, bold=True, lines=3)
        for column, step in enumerate(blueprint.steps)
        if text_of(step)
    }
    tallest = max((len(lines) for lines in wrapped.values()), default=0) * HEADING_LINE
    found = []
    for column, lines in wrapped.items():
        slot = across[2 * column + 1]
        top = y + tallest - len(lines) * HEADING_LINE
        texts = tuple(
            Text(slot.start + slot.size / 2, top + 12 + HEADING_LINE * number, line, middle=True)
            for number, line in enumerate(lines)
        )
        found.append(Heading(blueprint.steps[column], Box(slot.start, y, slot.size, tallest), texts))
    return tuple(found)


def feelings_height(blueprint: Blueprint) -> float:
    """The height in px of the feelings' band, 0 where nobody said how the customer feels."""
    feelings = [step.feeling for step in blueprint.steps]
    if all(feeling.customer is None and feeling.company is None and not feeling.by for feeling in feelings):
        return 0.0
    margin = FEELING_WORDS_MARGIN if any(feeling.words for feeling in feelings) else FEELING_MARGIN
    curves = {felt.persona for feeling in feelings for felt in feeling.by}
    margin = max(margin, FEELING_MARGIN + room_for(len(curves)))
    return 4 * FEELING_UNIT + 2 * margin


def moods_of(blueprint: Blueprint, across: list[Span], band: Box) -> tuple[Mood, ...]:
    """The points of the feelings curve: from 2 at the top to -2 at the bottom of the band, in px."""
    zero = band.y + band.height / 2
    moods, ends = [], []
    for column, step in enumerate(blueprint.steps):
        feeling = step.feeling
        if feeling.customer is None and feeling.company is None and not feeling.by:
            continue
        slot = across[2 * column + 1]
        x = slot.start + slot.size / 2
        customer = None if feeling.customer is None else zero - FEELING_UNIT * feeling.customer
        company = None if feeling.company is None else zero - FEELING_UNIT * feeling.company
        heights = [zero - FEELING_UNIT * felt.value for felt in feeling.by]
        by = points_of(feeling.by, x, heights, customer)
        words = _words(step, x, customer, company, slot, top=min(heights, default=None))
        moods.append(Mood(step, x, customer, company, zero, words, by))
        ends.append(slot.end + 8 if column < len(blueprint.steps) - 1 else band.right - 4)
    return named(moods, ends)


def _words(
    step: Step, x: float, customer: float | None, company: float | None, slot: Span, top: float | None
) -> Text | None:
    """The feeling in words, on the side of the customer's point that lies away from the company's.

    ``top`` is the highest point of several customers; then the words stand above all points.
    """
    y = customer if customer is not None else company
    if top is not None:
        y = min(each for each in (top, customer, company) if each is not None)
    lines = wrap(step.feeling.words, slot.size + 16, WORDS_FONT, lines=1)
    if not lines or y is None:
        return None
    below = top is None and (
        company < y
        if company is not None and company != y
        else step.feeling.customer is not None and step.feeling.customer < 0
    )
    return Text(x, y + (20 if below else -11), lines[0], middle=True)


def notes_of(
    kind: str, remarks: list[tuple[int, Step, tuple[Remark, ...]]], across: list[Span], y: float
) -> tuple[tuple[Note, ...], float]:
    """The remarks of each column as notes from ``y`` px on, and the height of them all (0 for none)."""
    notes = []
    tallest = 0.0
    for column, step, several in remarks:
        slot = across[2 * column + 1]
        left, right = slot.start + NOTE_SIDE, slot.start + slot.size - NOTE_SIDE
        top = y
        for remark in several:
            lines = wrap(remark.text, right - left, NOTE_FONT, lines=NOTE_LINES)
            height = len(lines) * NOTE_LINE + 2 * NOTE_TOP + (SEVERITY_HEIGHT if remark.severity else 0)
            texts = tuple(
                Text(line.start(left, right), top + NOTE_TOP + 12 + NOTE_LINE * number, line)
                for number, line in enumerate(lines)
            )
            notes.append(Note(kind, step, remark, Box(slot.start, top, slot.size, height), texts))
            top += height + NOTE_GAP
        tallest = max(tallest, top - NOTE_GAP - y)
    return tuple(notes), tallest


def least_width(step: Step) -> float:
    """The least width in px of a step's column: one with notes is not the narrowest."""
    return USUAL - 14 if step.pains or step.opportunities else NARROW
