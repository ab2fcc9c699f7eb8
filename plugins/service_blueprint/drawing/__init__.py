"""Geometry to SVG and PNG."""

from service_blueprint.drawing.draw import draw, paint

__all__ = ["draw", "paint"]
