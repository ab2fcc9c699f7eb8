"""The versions of a folder of blueprints before the one that is there now."""
