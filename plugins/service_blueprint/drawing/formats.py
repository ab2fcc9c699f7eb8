"""All formats of pictures. To add one, write its entry here; commands, pages and addresses take from it what they need.

A format is made of the drawing as SVG, or of the blueprint. A site has all that are made of its drawings; the addresses
of these are promised, and stand in the site's index. One that is slow to make has an option there. The tests ask for
each.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing.describe import description
from service_blueprint.drawing.draw import paint
from service_blueprint.drawing.letters import unpainted
from service_blueprint.drawing.png import SCALE, png
from service_blueprint.layout import lay_out
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class Painting:
    """A drawing as SVG that stands alone, its title, and what it says to those who do not see it."""

    svg: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """One format.

    ``id`` is what commands and addresses call it, and the ending of its files; ``title`` is what readers call it.
    ``purpose`` says in English what it is for. It is made ``of_painting`` or ``of_view``, the other is None. ``scale``
    is how many of its px go into one of the drawing's. One that is ``slow`` takes some tenths of a second for each.
    ``lacking`` tells the letters of an SVG text that it cannot show on this machine.
    """

    id: str
    title: str
    media_type: str
    purpose: str
    of_painting: Callable[[Painting], bytes] | None = None
    of_view: Callable[[Blueprint, View, Words], bytes] | None = None
    scale: int = 1
    slow: bool = False
    lacking: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A picture's file, and the letters that it lacks."""

    content: bytes
    lacking: str = ""


def _svg(painting: Painting) -> bytes:
    return painting.svg.encode()


def _png(painting: Painting) -> bytes:
    return png(painting.svg, title=painting.title, description=painting.description)


def _dot(blueprint: Blueprint, view: View, words: Words) -> bytes:
    from service_blueprint.drawing.dot import dot_text  # all others go without the library that writes it

    return dot_text(blueprint, view, words).encode()


SVG = PictureFormat("svg", "SVG", "image/svg+xml", "SVG stays sharp at any size", of_painting=_svg)
PNG = PictureFormat(
    "png",
    "PNG",
    "image/png",
    "PNG, at twice the size, is for what takes no SVG",
    of_painting=_png,
    scale=SCALE,
    slow=True,
    lacking=unpainted,
)
DOT = PictureFormat("dot", "DOT", "text/vnd.graphviz", "DOT is the graph without a layout, for Graphviz", of_view=_dot)

FORMATS: tuple[PictureFormat, ...] = (SVG, PNG, DOT)
FORMATS_BY_ID: dict[str, PictureFormat] = {format.id: format for format in FORMATS}
PUBLISHED: tuple[PictureFormat, ...] = tuple(format for format in FORMATS if format.of_painting)
"""Those that a site has; the first is there always."""

SLOW: tuple[PictureFormat, ...] = tuple(format for format in PUBLISHED if format.slow)
"""Those that a site has where its owner wants them."""


def published(slow: Collection[str] = ()) -> tuple[PictureFormat, ...]:
    """The formats of a site that has those of the ``slow`` ones, by their ids."""
    return tuple(format for format in PUBLISHED if not format.slow or format.id in slow)


def make(format: PictureFormat, blueprint: Blueprint, view: View, words: Words) -> Made:
    """A view of a blueprint in a format, with the tool's own texts in the language of ``words``."""
    if format.of_view:
        return Made(format.of_view(blueprint, view, words))
    assert format.of_painting, "a format is made of one or the other"
    diagram = lay_out(blueprint, view, words)
    svg = paint(diagram, words)
    content = format.of_painting(Painting(svg, blueprint.title, description(diagram, words)))
    return Made(content, format.lacking(svg) if format.lacking else "")
