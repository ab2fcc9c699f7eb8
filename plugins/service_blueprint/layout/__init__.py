"""Blueprint and view to geometry: a grid of lanes and steps, measured text, routed flows."""

from service_blueprint.layout.geometry import Diagram
from service_blueprint.layout.layout import lay_out

__all__ = ["Diagram", "lay_out"]
