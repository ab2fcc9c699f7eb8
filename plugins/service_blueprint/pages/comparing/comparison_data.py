"""What has changed, for programs: as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from service_blueprint.insight.changes import Change, counted
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.value_data import plain_value


def comparison_json(reviews: Sequence[Review], before: str, after: str) -> str:
    """The changes as JSON, in no particular language; the keys and the words of the format do not change.

    At the top stand ``before`` and ``after`` (the names of the two states), ``differs``, ``counts`` and
    ``blueprints``, a list with an object per blueprint that differs. In that every key is always there:

    - ``blueprint`` (the id), ``title``, ``path``, ``old-path`` (null unless renamed)
    - ``status``: ``changed``, ``added``, ``removed``, ``renamed`` (and nothing else) or ``unreadable-before``
    - ``trouble``: why the old file cannot be read, else null
    - ``counts``: by subject and kind, such as ``{"step": {"added": 1}}``; only what occurs
    - ``changes``: a list of ``{subject, kind, key, step, action, item, before, after}``

    ``subject`` is one of ``blueprint``, ``phase``, ``step``, ``action``, ``flow``, ``actor``, ``feeling``, ``time``,
    ``owner`` and ``other``; ``kind`` one of ``added``, ``removed``, ``moved``, ``reworded`` and ``changed``. ``step``
    and ``action`` are the id and the address on the new side, or on the old one for what is gone. ``key`` is the
    format's own word, with a dot before a part; ``item`` says which one of several. ``before`` and ``after`` are texts,
    numbers, true, ``{seconds, text}`` for durations, ``{id, title}`` for actors and channels, and objects with ids
    for steps, actions and flows.
    """
    found = [review for review in reviews if review.differs]
    changes = tuple(change for review in found for change in review.comparison.changes)
    data = {
        "before": before,
        "after": after,
        "differs": bool(found),
        "counts": counted(changes),
        "blueprints": [_review(review) for review in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _review(review: Review) -> dict[str, Any]:
    comparison = review.comparison
    return {
        "blueprint": review.blueprint.id,
        "title": review.blueprint.title,
        "path": review.path,
        "old-path": review.old_path or None,
        "status": _status(review),
        "trouble": review.trouble or None,
        "counts": comparison.counts,
        "changes": [_change(change) for change in comparison.changes],
    }


def _status(review: Review) -> str:
    if review.trouble:
        return "unreadable-before"
    if review.comparison.before is None:
        return "added"
    if review.comparison.after is None:
        return "removed"
    return "changed" if review.comparison.changes else "renamed"


def _change(change: Change) -> dict[str, Any]:
    return {
        "subject": change.subject,
        "kind": change.kind,
        "key": change.key or None,
        "step": change.step or None,
        "action": change.action or None,
        "item": change.item or None,
        "before": plain_value(change.before),
        "after": plain_value(change.after),
    }
