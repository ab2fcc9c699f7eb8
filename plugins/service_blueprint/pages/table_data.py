"""The touchpoint table for programs: as JSON."""

import json
from collections.abc import Iterable
from typing import Any

from service_blueprint.blueprint import Action, Actor, Blueprint, Channel, FailPoint, Remark, Stage
from service_blueprint.insight.touchpoints import TouchpointRow, touchpoints
from service_blueprint.pages.further import further_data


def table_json(blueprint: Blueprint) -> str:
    """The touchpoints as JSON, in no particular language; the keys are the format's own words and do not change.

    At the top stand ``blueprint`` (the id), ``title``, ``customer``, ``language`` and ``touchpoints``, a list with an
    object per touchpoint. In that every key is always there; what nobody wrote is null or an empty list:

    - ``step`` (the id), ``number``, ``title``, ``phase``, ``touchpoint``, ``moment-of-truth``, ``basis``
    - ``evidence``, ``customer``, ``frontstage``, ``backstage``, ``support``: lists of ``{do, by, link}``;
      ``nothing``: a list of those of them in which nothing happens, on purpose
    - ``channel``, ``systems``: lists of ``{id, title}``, as ``by`` and ``owner`` are
    - ``feeling``: ``{customer, company, words, quote, source}``, the first two being numbers from -2 to 2
    - ``wait``: the customer's, as ``{seconds, text}``
    - ``pain``, ``opportunity``, ``question``: lists of ``{text, severity, owner, link}``
    - ``fails``: a list of ``{what, recovery, owner}``; ``decision``, ``policy``: lists of texts
    - every further key of the format, in the object of the step, the action or whatever it belongs to
    """
    data = {
        "blueprint": blueprint.id,
        "title": blueprint.title,
        "customer": blueprint.customer or None,
        "language": blueprint.language or None,
        "touchpoints": [_touchpoint(row) for row in touchpoints(blueprint)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _touchpoint(row: TouchpointRow) -> dict[str, Any]:
    step, feeling = row.step, row.step.feeling
    return {
        "step": step.id,
        "number": step.number,
        "title": step.title or None,
        "phase": step.phase or None,
        **{stage: [_action(action) for action in step.cell(stage).actions] for stage in Stage},
        "nothing": [stage for stage in Stage if step.cell(stage).nothing],
        "channel": [_named(channel) for channel in row.channels],
        "systems": [_named(system) for system in row.systems],
        "touchpoint": step.touchpoint,
        "moment-of-truth": step.moment_of_truth,
        "feeling": {
            "customer": _number(feeling.customer),
            "company": _number(feeling.company),
            "words": feeling.words or None,
            "quote": feeling.quote or None,
            "source": feeling.source or None,
            **further_data(feeling),
        },
        "wait": {"seconds": _number(row.wait.seconds), "text": row.wait.text or None} if row.wait else None,
        "pain": _remarks(step.pains),
        "opportunity": _remarks(step.opportunities),
        "question": _remarks(step.questions),
        "fails": [_fail_point(fail) for fail in row.fail_points],
        "decision": [decision.do for decision in row.decisions],
        "policy": row.policies,
        "basis": step.basis,
        **further_data(step),
    }


def _number(value: float | None) -> float | None:
    """The number without the ``.0`` that a whole one does not need."""
    return value if value is None or value % 1 else int(value)


def _named(thing: Actor | Channel | None) -> dict[str, str] | None:
    return {"id": thing.id, "title": thing.title} if thing else None


def _action(action: Action) -> dict[str, Any]:
    return {"do": action.do, "by": _named(action.by), "link": action.link or None, **further_data(action)}


def _remarks(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [
        {
            "text": remark.text,
            "severity": remark.severity,
            "owner": _named(remark.owner),
            "link": remark.link or None,
            **further_data(remark),
        }
        for remark in remarks
    ]


def _fail_point(fail: FailPoint) -> dict[str, Any]:
    owner = _named(fail.owner)
    return {"what": fail.what, "recovery": fail.recovery or None, "owner": owner, **further_data(fail)}
