"""The drawings of a blueprint's page: each view for the page itself, and as files of their own."""

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from urllib.parse import quote

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import paint
from service_blueprint.drawing.describe import description
from service_blueprint.drawing.formats import FORMATS_BY_ID, Painting, PictureFormat
from service_blueprint.layout import Diagram, Part, by_phase, by_sheet, lay_out
from service_blueprint.layout.geometry import Box
from service_blueprint.pages.addresses import anchor
from service_blueprint.words import Words

Progress = Callable[[int, int], None]
"""Told how many of how many files are there of a format that is slow to make."""

LEAST, IN_PROSE, MOST = 0.9, 1.1, 1.3
"""Within which bounds of its own size a drawing is scaled to the room it has; among prose up to the second."""

_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
MOST_IN_PARTS = 8_000_000
"""Characters of a blueprint's drawings, all views together, that its page shows in parts as well; those of larger ones
would take half a gigabyte."""
_FEW = 4  # pictures that are drawn sooner than other processes start


@dataclass(frozen=True, slots=True)
class Drawing:
    """A diagram or a part of it as SVG of ``width`` by ``height`` px, which follows the page's colours."""

    title: str
    width: int
    height: int
    svg: str

    @property
    def sizes(self) -> tuple[float, ...]:
        """Its least width in px, what it may have more among prose, and what it may have more elsewhere."""
        least, in_prose, most = (round(self.width * scale, 1) for scale in (LEAST, IN_PROSE, MOST))
        return least, round(in_prose - least, 1), round(most - in_prose, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """Where a step stands in a drawing, from its phase to what stands below the lanes."""

    step: str
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """One view: ``whole`` and in parts for the page, and as a ``file`` that stands alone.

    ``phases`` are there where the diagram is long, ``sheets`` where it is too wide for one sheet of paper, neither
    where the drawings are very large; ``columns`` are those of the whole.
    """

    view: View
    title: str
    description: str
    whole: Drawing
    phases: tuple[Drawing, ...]
    sheets: tuple[Drawing, ...]
    columns: tuple[Column, ...]
    file: str

    @property
    def painting(self) -> Painting:
        """What files of all formats are made of."""
        return Painting(self.file, self.title, self.description)


def pictures(blueprint: Blueprint, words: Words, address: str = "") -> tuple[Picture, ...]:
    """All views of a blueprint, drawn; files lead to the page at ``address``, the whole one, "" where it is unknown."""
    diagrams = [lay_out(blueprint, view, words) for view in View]
    wholes = [_drawing(diagram, words, "", words("Whole")) for diagram in diagrams]
    in_parts = sum(len(whole.svg) for whole in wholes) <= MOST_IN_PARTS
    return tuple(
        _picture(diagram, whole, words, address, in_parts=in_parts)
        for diagram, whole in zip(diagrams, wholes, strict=True)
    )


def step_links(blueprint: Blueprint, page: str) -> dict[str, str]:
    """The addresses of a blueprint's steps by their ids; ``page`` is that of its page, "" on the page itself."""
    return {step.id: f"{page}#{quote(step.id)}" for step in blueprint.steps}


def first_picture(blueprint: Blueprint, pictures: Sequence[Picture]) -> Picture:
    """The one of a blueprint's pictures that readers see first."""
    return next(picture for picture in pictures if picture.view is blueprint.first_view)


def painted(format: PictureFormat, drawn: Sequence[Picture], progress: Progress) -> list[bytes]:
    """The pictures as files of a format, in order.

    A slow one takes some tenths of a second for each and holds Python's lock meanwhile; so several are made in other
    processes.
    """
    paintings = [(format.id, picture.painting) for picture in drawn]
    files = []
    if not format.slow or len(paintings) <= _FEW:
        return [_painted(each) for each in paintings]
    with ProcessPoolExecutor() as pool:
        for file in pool.map(_painted, paintings):
            files.append(file)
            progress(len(files), len(paintings))
    return files


def sized(title: str, svg: str) -> Drawing:
    """An SVG text with its size."""
    size = _SIZE.search(svg)
    assert size, "a drawing says its size"
    return Drawing(title, int(size[1]), int(size[2]), svg)


def of_one_scale(sheets: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """The sheets of one drawing, each with as much room as the largest, so that all are painted in one scale."""
    sheets = tuple(sheets)
    room = [max(sizes) for sizes in zip(*((sheet.width, sheet.height) for sheet in sheets), strict=True)]
    return tuple(
        replace(sheet, svg=_SIZE.sub('viewBox="0 0 {} {}"'.format(*room), sheet.svg, count=1)) for sheet in sheets
    )


# All views stand on one page, and some plugins put all pages into one; an id that occurs twice would break markers and
# anchors.
def _drawing(diagram: Diagram, words: Words, name: str, title: str, part: Part | None = None) -> Drawing:
    prefix = f"{anchor(diagram.blueprint.id)}-{diagram.view}-{name}"
    links = step_links(diagram.blueprint, "")
    return sized(title, paint(diagram, words, standalone=False, prefix=prefix, part=part, step_links=links))


def _picture(diagram: Diagram, whole: Drawing, words: Words, address: str, *, in_parts: bool) -> Picture:
    blueprint = diagram.blueprint
    phases = enumerate(by_phase(diagram) if in_parts else (), 1)
    sheets = by_sheet(diagram) if in_parts else ()
    return Picture(
        diagram.view,
        blueprint.title,
        description(diagram, words),
        whole=whole,
        phases=tuple(
            _drawing(diagram, words, f"phase-{n}-", _phase_title(part, diagram, words), part) for n, part in phases
        ),
        sheets=of_one_scale(
            _drawing(diagram, words, f"sheet-{n}-", f"{n} / {len(sheets)}", part) for n, part in enumerate(sheets, 1)
        ),
        columns=tuple(
            Column(step.id, Box(box.x, 0, box.width, diagram.legend_top))
            for step, box in zip(blueprint.steps, diagram.columns, strict=True)
        ),
        file=paint(diagram, words, step_links=step_links(blueprint, address) if address else {}),
    )


def _phase_title(part: Part, diagram: Diagram, words: Words) -> str:
    """A phase's title; steps that belong to none are called by their numbers."""
    steps = diagram.blueprint.steps
    first, last = (words.number(steps[column].number) for column in (part.first, part.last))
    if part.title:
        return part.title
    return words("Step {n}", n=first) if first == last else words("Steps {first}–{last}", first=first, last=last)


def _painted(each: tuple[str, Painting]) -> bytes:
    form, painting = each
    make = FORMATS_BY_ID[form].of_painting
    assert make, "a site has the formats alone that are made of its drawings"
    return make(painting)
