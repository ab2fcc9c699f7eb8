"""Blueprint and view to geometry: a grid of lanes and steps, measured text, routed flows."""

from service_blueprint.layout.geometry import Diagram
from service_blueprint.layout.layout import lay_out
from service_blueprint.layout.parts import Part, by_phase, by_sheet

__all__ = ["Diagram", "Part", "by_phase", "by_sheet", "lay_out"]
