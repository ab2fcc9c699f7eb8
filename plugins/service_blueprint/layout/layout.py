"""A whole drawing: lanes, cards, flows and bands, each where it belongs."""

from dataclasses import dataclass
from itertools import pairwise

from service_blueprint.blueprint import Blueprint, Stage, Touchpoint, View
from service_blueprint.layout import bands
from service_blueprint.layout.face import (
    DECISION_SIDE,
    SMALL_FONT,
    Content,
    Face,
    centred,
    content_of,
    face_of,
    needed_width,
)
from service_blueprint.layout.flows import (
    Flows,
    Outline,
    Span,
    docked_heights,
    label_of,
    lay_flows,
    points_of,
    spans_across,
    spans_down,
)
from service_blueprint.layout.geometry import Band, Box, Card, Diagram, Gap, Note, Point, Separator, Text, Track
from service_blueprint.layout.grid import Grid, SlotKind, build_grid, column_slot
from service_blueprint.layout.lanes import Arrangement, arrange
from service_blueprint.layout.legend import legend_of
from service_blueprint.layout.text import wrap
from service_blueprint.words import Words, message, words_for

# All sizes in px.
TITLE_FONT, TITLE_LINE, SUBTITLE_LINE = 13.0, 16.0, 14.0
TITLE_WIDTH, GUTTER_SIDE = 150.0, 14.0
GUTTER_LEAST = 120.0
BAND_PADDING = 12.0
STACK_GAP = 8.0
MARGIN = 8.0
DASH_ROOM = 14.0

_LINE_TITLES = {
    "interaction": message("Line of interaction"),
    "visibility": message("Line of visibility"),
    "internal": message("Line of internal interaction"),
}


def lay_out(blueprint: Blueprint, view: View, words: Words | None = None) -> Diagram:
    """Place everything that a view shows; sizes in px. The same blueprint gives the same diagram everywhere.

    ``words`` is the language of the tool's own texts, the blueprint's own where left out.
    """
    words = words or words_for(blueprint.language)
    return _Builder(blueprint, view, words).build()


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The titles left of the bands."""

    width: float

    def titles(self, title: str, subtitle: str, box: Box) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
        room = self.width - 2 * GUTTER_SIDE
        small = wrap(subtitle, room, SMALL_FONT, lines=2) if subtitle else ()
        fitting = max(1, int((box.height - len(small) * SUBTITLE_LINE - 2) // TITLE_LINE))
        lines = wrap(title, room, TITLE_FONT, bold=True, lines=min(4, fitting))
        height = len(lines) * TITLE_LINE + len(small) * SUBTITLE_LINE
        y = box.y + (box.height - height) / 2
        titles = tuple(Text(GUTTER_SIDE, y + 12.5 + TITLE_LINE * n, line) for n, line in enumerate(lines))
        y += len(lines) * TITLE_LINE
        return titles, tuple(Text(GUTTER_SIDE, y + 10.5 + SUBTITLE_LINE * n, line) for n, line in enumerate(small))


class _Builder:
    """Builds one diagram from left to right, then from top to bottom: heights follow from widths."""

    def __init__(self, blueprint: Blueprint, view: View, words: Words) -> None:
        self.blueprint = blueprint
        self.view = view
        self.words = words
        self.arrangement: Arrangement = arrange(blueprint, view, words)
        self.grid: Grid = build_grid(
            self.arrangement.lanes, self.arrangement.spots, len(blueprint.steps), self.arrangement.gaps
        )
        self.flows: Flows = lay_flows(self.grid, self.arrangement.links)
        self.faces = self._faces()
        self.gutter = _Gutter(self._gutter_width())
        self.across = self._across()
        self.contents = self._contents()
        self.bands: list[Band] = []
        self.notes: list[Note] = []
        self.boxes: dict[str, Box] = {}

    def build(self) -> Diagram:
        width = self.across[-1].end
        phases = bands.phases_of(self.blueprint, self.across, MARGIN / 2)
        y = phases[0].box.bottom + MARGIN if phases else MARGIN
        feelings = Box(0, y, width, bands.feelings_height(self.blueprint))
        if feelings.height:
            self._band("feelings", self.words("Feelings"), "", feelings)
        moods = bands.moods_of(self.blueprint, self.across, feelings)
        y = self._note_band("pain", self.words("Pain points"), feelings.bottom, width)
        y = self._evidence(y, width)
        down = spans_down(self.grid, self.flows.down, self._row_heights(), y)
        separators = self._lanes(down, y, width)
        if down:
            y = down[-1].end
        lanes_end = y
        self._place(down)
        y = self._note_band("opportunity", self.words("Opportunities"), y, width)
        cards = self._cards()
        tracks = self._tracks(down)
        gaps = self._gaps(down)
        legend, y = legend_of(
            self.blueprint, cards, moods, tuple(self.notes), gaps, self.words, self.gutter.width, width, y
        )
        columns = tuple(
            Box(self.across[column_slot(n)].start, 0, self.across[column_slot(n)].size, lanes_end)
            for n in range(len(self.blueprint.steps))
        )
        return Diagram(
            blueprint=self.blueprint,
            view=self.view,
            width=width,
            height=y + MARGIN,
            gutter=self.gutter.width,
            bands=tuple(self.bands),
            separators=separators,
            phases=phases,
            moods=moods,
            cards=cards,
            tracks=tracks,
            notes=tuple(self.notes),
            dashes=self._dashes(down, tracks),
            gaps=gaps,
            legend=legend,
            columns=columns,
        )

    def _faces(self) -> dict[str, Face]:
        faces = {}
        for spot in self.arrangement.spots:
            lane = self.arrangement.lanes[spot.lane]
            step = self.blueprint.steps[spot.column]
            faces[spot.key] = face_of(self.blueprint, step, spot.action, self.view, lane.title, self.words)
        return faces

    def _gutter_width(self) -> float:
        titles = [(lane.title, TITLE_FONT, True) for lane in self.arrangement.lanes]
        titles += [(lane.subtitle, SMALL_FONT, False) for lane in self.arrangement.lanes]
        titles += [(self.words(title), SMALL_FONT, True) for title in (*_LINE_TITLES.values(),)]
        return max(GUTTER_LEAST, bands.title_width(titles, TITLE_WIDTH) + 2 * GUTTER_SIDE + 1)

    def _across(self) -> list[Span]:
        wanted = [bands.least_width(step) for step in self.blueprint.steps]
        for spot in self.arrangement.spots:
            wanted[spot.column] = max(wanted[spot.column], needed_width(self.faces[spot.key]))
        return spans_across(self.grid, self.flows.across, wanted, self.gutter.width)

    def _contents(self) -> dict[str, Content]:
        return {
            spot.key: content_of(self.faces[spot.key], self.across[column_slot(spot.column)].size)
            for spot in self.arrangement.spots
        }

    def _band(self, name: str, title: str, subtitle: str, box: Box) -> None:
        self.bands.append(Band(name, box, *self.gutter.titles(title, subtitle, box)))

    def _note_band(self, kind: str, title: str, y: float, width: float) -> float:
        remarks = [
            (column, step, step.pains if kind == "pain" else step.opportunities)
            for column, step in enumerate(self.blueprint.steps)
        ]
        notes, height = bands.notes_of(kind, remarks, self.across, y + BAND_PADDING / 2)
        if not notes:
            return y
        box = Box(0, y, width, max(height, TITLE_LINE) + BAND_PADDING)
        self.notes += notes
        self._band(kind, title, "", box)
        return box.bottom

    def _evidence(self, y: float, width: float) -> float:
        """The evidence lanes, which no flow enters; their cards of one step stand below each other."""
        for number, lane in enumerate(self.arrangement.lanes):
            if lane.stage is not Stage.EVIDENCE:
                continue
            stacks: dict[int, list[str]] = {}
            for spot in self.arrangement.spots:
                if spot.lane == number:
                    stacks.setdefault(spot.column, []).append(spot.key)
            heights = {
                column: sum(self.contents[key].height for key in keys) + STACK_GAP * (len(keys) - 1)
                for column, keys in stacks.items()
            }
            box = Box(0, y, width, max(heights.values()) + 2 * BAND_PADDING)
            for column, keys in stacks.items():
                slot = self.across[column_slot(column)]
                top = y + (box.height - heights[column]) / 2
                for key in keys:
                    self.boxes[key] = Box(slot.start, top, slot.size, self.contents[key].height)
                    top += self.contents[key].height + STACK_GAP
            self.bands.append(Band(lane.id, box, *self.gutter.titles(lane.title, lane.subtitle, box), lane))
            y = box.bottom
        return y

    def _row_heights(self) -> list[float]:
        heights = [0.0] * len(self.grid.down)
        docked = docked_heights(self.flows)
        for key, (_, row) in self.grid.tiles.items():
            heights[row] = max(heights[row], self.contents[key].height, docked.get(key, 0.0))
        for _, row in self.grid.closed:
            heights[row] = max(heights[row], 40.0)
        return heights

    def _lanes(self, down: list[Span], y: float, width: float) -> tuple[Separator, ...]:
        separators = []
        ends: dict[int, tuple[float, float]] = {}
        for slot, span in zip(self.grid.down, down, strict=True):
            if slot.lane is not None:
                start, _ = ends.get(slot.lane, (span.start, span.end))
                ends[slot.lane] = (start, span.end)
            elif slot.boundary:
                middle = span.start + span.size / 2
                title = self.words(_LINE_TITLES[slot.boundary.value])
                lines = wrap(title, self.gutter.width - GUTTER_SIDE - 4, SMALL_FONT, bold=True, lines=1)
                texts = tuple(Text(GUTTER_SIDE, middle + 4, line) for line in lines)
                separators.append(Separator(slot.boundary, middle, texts))
        for number, (start, end) in ends.items():
            lane = self.arrangement.lanes[number]
            box = Box(0, start, width, end - start)
            self.bands.append(Band(lane.id, box, *self.gutter.titles(lane.title, lane.subtitle, box), lane))
        return tuple(separators)

    def _place(self, down: list[Span]) -> None:
        docked = docked_heights(self.flows)
        for key, (column, row) in self.grid.tiles.items():
            slot = self.across[column]
            height = max(self.contents[key].height, docked.get(key, 0.0))
            self.boxes[key] = Box(slot.start, down[row].zero - height / 2, slot.size, height)

    def _cards(self) -> tuple[Card, ...]:
        cards = []
        for spot in self.arrangement.spots:
            step = self.blueprint.steps[spot.column]
            content, box = self.contents[spot.key], self.boxes[spot.key]
            texts, signs = centred(content, box)
            first = step.customer.actions[:1] == (spot.action,)
            missing = step.touchpoint is Touchpoint.MISSING and spot.action.stage is Stage.FRONTSTAGE
            star = step.moment_of_truth and (first or (not step.customer.actions and spot.action is next(step.actions)))
            lane = self.arrangement.lanes[spot.lane]
            cards.append(Card(spot.key, spot.action, step, lane, box, texts, signs, missing, star, content.cut))
        return tuple(cards)

    def _outline(self, key: str) -> Outline:
        return Outline(self.boxes[key], DECISION_SIDE if self.faces[key].decision else 0)

    def _tracks(self, down: list[Span]) -> tuple[Track, ...]:
        absent = {
            action.address
            for step in self.blueprint.steps
            if step.touchpoint is Touchpoint.MISSING
            for action in step.frontstage.actions
        }
        tracks = []
        for link, chain, label in zip(self.flows.links, self.flows.runs, self.flows.labels, strict=True):
            points = points_of(chain, self.across, down, self._outline(link.source), self._outline(link.target))
            texts, box = label_of(chain, label, self.across, down) if label else ((), None)
            missing = link.flow.source in absent or link.flow.target in absent
            tracks.append(Track(link.flow, link.source, link.target, points, texts, box, missing))
        return tuple(tracks)

    def _row_middle(self, lane: int, down: list[Span]) -> float:
        """The middle of a lane's first row of cards in px; that of its band where no flow enters it."""
        for slot, span in zip(self.grid.down, down, strict=True):
            if slot.lane == lane and slot.kind is SlotKind.CARDS:
                return span.zero
        band = next(band for band in self.bands if band.lane == self.arrangement.lanes[lane])
        return band.box.middle[1]

    def _dashes(self, down: list[Span], tracks: tuple[Track, ...]) -> tuple[Point, ...]:
        """The middles of the dashes: in the middle of their column, beside it where a flow passes there."""
        points = []
        for lane, column in self.arrangement.dashes:
            slot, y = self.across[column_slot(column)], self._row_middle(lane, down)
            for share in (0.5, 0.25, 0.75):
                point = (slot.start + slot.size * share, y)
                if not any(_passes(track, point) for track in tracks):
                    points.append(point)
                    break
        return tuple(points)

    def _gaps(self, down: list[Span]) -> tuple[Gap, ...]:
        gaps = []
        for lane, column in self.arrangement.gaps:
            slot = self.across[column_slot(column)]
            box = Box(slot.start, self._row_middle(lane, down) - 18, slot.size, 36)
            lines = wrap(self.words("Missing contact"), slot.size - 22, SMALL_FONT, lines=2)
            texts = tuple(
                Text(box.x + 11, box.y + 22 + 14 * (n - (len(lines) - 1) / 2), line) for n, line in enumerate(lines)
            )
            gaps.append(Gap(self.blueprint.steps[column], box, texts))
        return tuple(gaps)


def _passes(track: Track, point: Point) -> bool:
    """Whether a flow comes near enough to a dash to be taken for a part of it."""
    x, y = point
    return any(
        min(x0, x1) - DASH_ROOM < x < max(x0, x1) + DASH_ROOM and min(y0, y1) - 6 < y < max(y0, y1) + 6
        for (x0, y0), (x1, y1) in pairwise(track.points)
    )
