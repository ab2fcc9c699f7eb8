"""A whole drawing: lanes, cards, flows and bands, each where it belongs."""

from service_blueprint.blueprint import Blueprint, Stage, Touchpoint, View
from service_blueprint.layout import bands, marks
from service_blueprint.layout.bars import with_bars
from service_blueprint.layout.brackets import brackets, orders_apart
from service_blueprint.layout.face import (
    DECISION_SIDE,
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
from service_blueprint.layout.geometry import Band, Box, Card, Diagram, Heading, Note, Separator, Track
from service_blueprint.layout.grid import Grid, SlotKind, build_grid, column_slot
from service_blueprint.layout.gutter import TITLE_LINE, gutter_for
from service_blueprint.layout.lanes import Arrangement
from service_blueprint.layout.legend import legend_of, occurring
from service_blueprint.layout.sign import Bearer, Shown
from service_blueprint.layout.signs import bears_star, stands_for_missing
from service_blueprint.layout.views import arrange, kind_of
from service_blueprint.words import Words, words_for

# All sizes in px.
BAND_PADDING = 12.0
STACK_GAP = 8.0
MARGIN = 8.0
EMPTY = 64.0


def lay_out(blueprint: Blueprint, view: View, words: Words | None = None) -> Diagram:
    """Place everything that a view shows; sizes in px. The same blueprint gives the same diagram everywhere.

    ``words`` is the language of the tool's own texts, the blueprint's own where left out.
    """
    words = words or words_for(blueprint.language)
    return _Builder(blueprint, view, words).build()


class _Builder:
    """Builds one diagram from left to right, then from top to bottom: heights follow from widths."""

    def __init__(self, blueprint: Blueprint, view: View, words: Words) -> None:
        self.blueprint = blueprint
        self.view = view
        self.words = words
        self.arrangement: Arrangement = arrange(blueprint, view, words)
        self.grid: Grid = build_grid(self.arrangement, len(blueprint.steps))
        self.flows: Flows = lay_flows(self.grid, self.arrangement.links, words)
        self.faces = self._faces()
        self.gutter = gutter_for(self.arrangement.lanes, words)
        self.across = self._across()
        self.contents = self._contents()
        self.bands: list[Band] = []
        self.notes: list[Note] = []
        self.boxes: dict[str, Box] = {}

    def build(self) -> Diagram:
        width = self.across[-1].end
        phases = bands.phases_of(self.blueprint, self.across, MARGIN / 2, self.words)
        y = phases[0].box.bottom + MARGIN if phases else MARGIN
        headings = bands.headings_of(self.blueprint, self.across, y + BAND_PADDING / 2)
        y = self._heading_band("headings", self.words("Steps"), headings, y, width)
        conditions = bands.conditions_of(self.blueprint, self.across, y + BAND_PADDING / 2)
        y = self._heading_band("conditions", self.words("When"), conditions, y, width)
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
        if not self.arrangement.spots:
            self._band("empty", self.words("Nothing to show in this view"), "", Box(0, y, width, EMPTY))
            y += EMPTY
        lanes_end = y
        self._place(down)
        y = self._note_band("opportunity", self.words("Opportunities"), y, width)
        cards = self._cards()
        tracks = self._tracks(down)
        cards = with_bars(cards, tracks)
        middles = self._row_middles(down)
        gaps = marks.gaps(self.blueprint, self.arrangement, self.across, middles, self.words)
        dashes = marks.dashes(self.arrangement, self.across, middles, tracks)
        held = brackets(self.blueprint, self.arrangement, cards)
        signs = occurring(Shown(cards, moods, tuple(self.notes), gaps, held, dashes, tracks), self.words)
        notes_end = y
        legend, y = legend_of(signs, self.gutter.width, width, y)
        columns = tuple(
            Box(self.across[column_slot(n)].start, 0, self.across[column_slot(n)].size, lanes_end)
            for n in range(len(self.blueprint.steps))
        )
        return Diagram(
            blueprint=self.blueprint,
            view=self.view,
            width=width,
            height=y + MARGIN,
            legend_top=notes_end,
            gutter=self.gutter.width,
            bands=tuple(self.bands),
            separators=separators,
            phases=phases,
            headings=headings,
            conditions=conditions,
            moods=moods,
            cards=cards,
            tracks=tracks,
            notes=tuple(self.notes),
            dashes=dashes,
            gaps=gaps,
            brackets=held,
            legend=legend,
            columns=columns,
        )

    def _faces(self) -> dict[str, Face]:
        faces = {}
        without = kind_of(self.view).without
        apart = orders_apart(self.arrangement, self.blueprint.steps)
        for spot in self.arrangement.spots:
            lane = self.arrangement.lanes[spot.lane]
            step = self.blueprint.steps[spot.column]
            bearer = Bearer(
                self.blueprint, step, spot.action, lane.title, self.words, apart.get(spot.action.address, frozenset())
            )
            faces[spot.key] = face_of(bearer, without)
        return faces

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

    def _heading_band(self, name: str, title: str, headings: tuple[Heading, ...], y: float, width: float) -> float:
        """The band of words over columns, from ``y`` px on; the y at which it ends."""
        if not headings:
            return y
        box = Box(0, y, width, headings[0].box.height + BAND_PADDING)
        self._band(name, title, "", box)
        return box.bottom

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
                separators.append(self.gutter.separator(slot.boundary, span.start + span.size / 2))
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
            missing = stands_for_missing(step, spot.action)
            star = bears_star(step, spot.action)
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
        flows = self.flows
        for link, chain, label, stub in zip(flows.links, flows.runs, flows.labels, flows.stubs, strict=True):
            points = points_of(chain, self.across, down, self._outline(link.source), self._outline(link.target))
            texts, box, clock = label_of(chain, label, stub, self.across, down) if label.lines else ((), None, None)
            missing = link.flow.source in absent or link.flow.target in absent
            tracks.append(Track(link.flow, link.source, link.target, points, texts, box, clock, missing))
        return tuple(tracks)

    def _row_middles(self, down: list[Span]) -> dict[int, float]:
        """The middle of each lane's first row of cards in px; that of its band where no flow enters it."""
        lanes = list(self.arrangement.lanes)
        middles = {lanes.index(band.lane): band.box.middle[1] for band in self.bands if band.lane}
        for slot, span in reversed(list(zip(self.grid.down, down, strict=True))):
            if slot.lane is not None and slot.kind is SlotKind.CARDS:
                middles[slot.lane] = span.zero
        return middles
