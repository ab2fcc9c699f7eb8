"""The keys under which something has changed, in words."""

from service_blueprint.blueprint import Action, Blueprint, Catalog, Step
from service_blueprint.insight.changes import Change
from service_blueprint.keys import key_at
from service_blueprint.words import Words


def label_of(change: Change, words: Words) -> str:
    """The key of a change in words, with which one of several it is, as in "Pain point “No word”, Owner"."""
    kinds = (Action,) if change.action else (Step,) if change.step else (Blueprint, Catalog)
    whole, *parts = key_at(change.key, *kinds)
    part = parts[-1] if parts else None
    if part and part.alone:
        return f"{words(part.title)} “{change.item}”" if change.item else words(part.title)
    label = f"{words(whole.title)} “{change.item}”" if change.item else words(whole.title)
    return f"{label}, {words(part.title)}" if part and not part.main else label
