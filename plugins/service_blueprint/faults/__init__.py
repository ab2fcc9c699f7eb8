"""Kinds of faults: what is said of each, where it is said to authors and translators alike, and its lasting code.

Those that rules find in a blueprint stand beside their rules. ``registry`` lists all that are here.
"""
