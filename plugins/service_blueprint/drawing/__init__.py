"""Geometry to SVG and PNG."""

from service_blueprint.drawing.draw import draw, paint
from service_blueprint.drawing.letters import unpainted
from service_blueprint.drawing.png import png

__all__ = ["draw", "paint", "png", "unpainted"]
