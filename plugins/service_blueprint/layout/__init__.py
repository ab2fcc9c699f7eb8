"""Blueprint and view to geometry: a grid of lanes and steps, measured text, routed flows."""
