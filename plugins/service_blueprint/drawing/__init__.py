"""Geometry to SVG and PNG."""
