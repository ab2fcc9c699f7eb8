"""The drawings of a blueprint's page: each view for the page itself, and as files of their own."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import paint, png
from service_blueprint.drawing.describe import description
from service_blueprint.layout import lay_out
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class Picture:
    """One view, drawn: ``inline`` follows the page's colours, ``file`` stands alone. Both are SVG of ``width`` px."""

    view: View
    title: str
    description: str
    width: float
    inline: str
    file: str


def pictures(blueprint: Blueprint, words: Words) -> tuple[Picture, ...]:
    """All views of a blueprint, drawn."""
    return tuple(_picture(blueprint, view, words) for view in View)


def bitmaps(drawn: Iterable[Picture]) -> list[bytes]:
    """The pictures as PNG files, in order; each takes some tenths of a second, so all processors are used."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(_bitmap, drawn))


def _picture(blueprint: Blueprint, view: View, words: Words) -> Picture:
    diagram = lay_out(blueprint, view, words)
    return Picture(
        view,
        blueprint.title,
        description(diagram, words),
        diagram.width,
        # All views stand on one page; an id that occurs twice would break markers and anchors.
        inline=paint(diagram, words, standalone=False, prefix=f"{view}-"),
        file=paint(diagram, words),
    )


def _bitmap(picture: Picture) -> bytes:
    return png(picture.file, title=picture.title, description=picture.description)
