"""YAML text to Blueprint, each value knowing its line."""
