"""What a touchpoint table says, before it is HTML, Markdown or CSV: its columns, and the lines of each cell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import (
    Action,
    Actor,
    Blueprint,
    Cell,
    Feeling,
    Metric,
    Remark,
    Stage,
    Step,
    Touchpoint,
)
from service_blueprint.insight.following import Following, following
from service_blueprint.insight.touchpoints import StepRow, step_rows
from service_blueprint.keys import keys_of
from service_blueprint.pages.further import further_keys, further_parts, further_texts
from service_blueprint.pages.notes import Note, beginning, notes
from service_blueprint.pages.value_words import feeling_in_words, value_text
from service_blueprint.stages import stage_title
from service_blueprint.turns import turn_texts
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell: ``sign lead: text (details)``.

    ``lead`` says who acts or what is marked, ``link`` is where the text leads to and ``lead_link`` where the lead
    does; ``anchor`` is the place on the blueprint's page that the text leads to, such as a step's id. ``kind`` names a
    look: ``title``, ``none``, ``good``, ``bad``, ``quote`` or nothing. A sign never stands alone for a meaning: the
    words beside it say the same.
    """

    text: str
    lead: str = ""
    sign: str = ""
    details: tuple[str, ...] = ()
    link: str = ""
    lead_link: str = ""
    anchor: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` is its name in the code and the style sheet, ``cells`` hold one cell per step."""

    key: str
    title: str
    cells: tuple[tuple[Line, ...], ...]


def columns(blueprint: Blueprint, words: Words) -> tuple[Column, ...]:
    """The columns of a blueprint's touchpoint table, in order; those that are empty throughout are left out.

    Behind those that have a look of their own stands one for each further key of steps and actions.
    """
    rows, noted = step_rows(blueprint), notes(blueprint)
    titles = {stage: stage_title(stage, words) for stage in Stage}

    def column(key: str, title: str, lines: Callable[[StepRow], Iterable[Line]]) -> Column:
        return Column(key, title, tuple(tuple(lines(row)) for row in rows))

    def remarks(several: Iterable[Remark]) -> Iterable[Line]:
        return (line for remark in several for line in _remark(remark, blueprint, words))

    every = (
        column("number", words("No."), lambda row: [Line(words.number(row.step.number))]),
        column("phase", words("Phase"), lambda row: [Line(row.step.phase)] if row.step.phase else []),
        column("customer", blueprint.customer or titles[Stage.CUSTOMER], lambda row: _customer(row, words)),
        column("channel", words("Channel"), lambda row: [Line(words(channel.title)) for channel in row.channels]),
        column("evidence", titles[Stage.EVIDENCE], lambda row: _cell(row.step.evidence, words)),
        column("frontstage", titles[Stage.FRONTSTAGE], lambda row: _cell(row.step.frontstage, words)),
        column("behind", words("Behind the scenes"), lambda row: _behind(row, words)),
        column("then", words("Then"), lambda row: _then(following(row.step, blueprint), words)),
        column("systems", words("Systems"), lambda row: [Line(each.title, link=each.link) for each in row.systems]),
        column("feeling", words("Feeling"), lambda row: _feeling(row.step.feeling, words)),
        column("wait", words("Wait"), lambda row: [Line(words.duration(row.wait))] if row.wait else []),
        column("pain", words("Pain points"), lambda row: remarks(row.step.pains)),
        column("opportunity", words("Opportunities"), lambda row: remarks(row.step.opportunities)),
        column("metrics", words("Figures"), lambda row: [_metric(metric, words) for metric in row.step.metrics]),
        column("note", words("Note"), lambda row: [_note(note, words) for note in noted.get(row.step.id, ())]),
        column("markers", words("Markers"), lambda row: _markers(row, blueprint, words)),
        *(column(name, words(key.title), partial(_further, name=name, words=words)) for name, key in _FURTHER.items()),
    )
    return tuple(column for column in every if any(column.cells))


_FURTHER = {key.name: key for kind in (Step, Action) for key in further_keys(kind)}
"""The further keys by their names; steps and actions may have one in common."""

_BEHIND_ACTIONS = ("ends", "calls", "repeats", "temporary", "needs", "makes")
"""Keys of an action that are told behind it, for they say how it is done."""


def _customer(row: StepRow, words: Words) -> Iterator[Line]:
    """When it happens where that is said, the step's title where it has one, then the customer's actions.

    It is never empty, for it heads the row. What others do is no name for it here, where the customer's actions stand.
    """
    step = row.step
    if step.when:
        yield Line(step.when, lead=words("When"))
    if step.title or not step.customer.actions:
        yield Line(step.title or step.id, kind="title")
    yield from _cell(step.customer, words)


def _cell(cell: Cell, words: Words) -> Iterator[Line]:
    if cell.nothing:
        yield Line(words("none"), kind="none")
    yield from (_action(action, cell, words) for action in cell.actions)


def _behind(row: StepRow, words: Words) -> Iterator[Line]:
    step = row.step
    if not row.behind and (step.backstage.nothing or step.support.nothing):
        yield Line(words("none"), kind="none")
    yield from (_action(action, step.cell(action.stage), words) for action in row.behind)


def _action(action: Action, cell: Cell, words: Words) -> Line:
    # What several are called together leads to none of them.
    lead_link = action.by.link if action.by and len(action.actors) == 1 else ""
    times = words.service_time(action.time) if action.time else ()
    wait = words("wait: {time}", time=words.duration(action.wait)) if action.wait else ""
    cost = words("cost: {amount}", amount=words.money(action.cost)) if action.cost else ""
    details = _given(*turn_texts(cell, action.address, words), *times, wait, cost, *_said_of(action, words))
    return Line(action.do, lead=action.who, lead_link=lead_link, details=details, link=action.link)


def _said_of(action: Action, words: Words) -> Iterator[str]:
    """What stands behind an action under its title: "End: Refused"."""
    for key in keys_of(Action):
        if key.name in _BEHIND_ACTIONS:
            text = ", ".join(further_texts(action, key, words))
            if text:
                yield f"{words(key.title)}: {text}"


def _then(arrows: Sequence[Following], words: Words) -> Iterator[Line]:
    """Where arrows lead, out of the step first; what says the same once, and no bare arrow beside one with words."""
    told = dict.fromkeys(_arrow(each, words) for each in sorted(arrows, key=lambda each: each.inside))
    said = {line.anchor for line in told if line.lead or line.details}
    return (line for line in told if line.lead or line.details or line.anchor not in said)


def _arrow(each: Following, words: Words) -> Line:
    flow, step = each.flow, f"{words.number(each.step.number)} {each.step.heading}"
    both = words("in both directions") if flow.both else ""
    said = (
        words.share(flow.share) if flow.share else "",
        words("after {time}", time=words.duration(flow.after)) if flow.after else "",
        *(further_parts(flow.arrow, words) if flow.arrow else ()),
    )
    details = _given(both, *said)
    if each.inside:
        return Line(f"{each.source.do} → {each.target.do}", lead=flow.label, sign="↳", details=details)
    text, sign = (words("back to {step}", step=step), "←") if each.back else (step, "→")
    return Line(text, lead=flow.label, sign="↔" if flow.both else sign, details=details, anchor=each.step.id)


def _note(note: Note, words: Words) -> Line:
    """How a note begins; what it says beside that is at its anchor."""
    text, whole = beginning(note.text)
    lead = note.action.do if note.action else ""
    return Line(text or words("Note"), lead=lead, anchor="" if whole else note.anchor)


def _metric(metric: Metric, words: Words) -> Line:
    """A figure with its unit, then what it should be, and where it is known from."""

    def said(figure: float | str | None) -> str:
        text = value_text(figure, "metrics", words)
        return f"{text} {metric.unit}" if text and metric.unit else text

    target = said(metric.target)
    details = _given(
        words("target: {target}", target=target) if target else "",
        words("source: {source}", source=metric.source) if metric.source else "",
        *further_parts(metric, words),
    )
    return Line(said(metric.value), lead=one_line(metric.name), details=details)


def _feeling(feeling: Feeling, words: Words) -> Iterator[Line]:
    if feeling.customer is not None:
        yield _felt(feeling.customer, feeling.words or feeling_in_words(feeling.customer, words), words)
    elif feeling.words:
        yield Line(feeling.words)
    for felt in feeling.by:
        yield _felt(felt.value, feeling_in_words(felt.value, words), words, lead=felt.name)
    if feeling.quote:
        yield Line(words("“{quote}”", quote=feeling.quote), kind="quote", details=_given(feeling.source))
    if feeling.company is not None:
        yield _felt(
            feeling.company, feeling_in_words(feeling.company, words), words, lead=words("The company believes")
        )
    yield from map(Line, further_parts(feeling, words))


def _felt(value: float, in_words: str, words: Words, lead: str = "") -> Line:
    """A feeling as a sign, a number and words, so that none of them has to carry it alone."""
    sign, kind = ("▲", "good") if value > 0 else ("▼", "bad") if value < 0 else ("●", "")
    number = f"{'+' if value > 0 else '−' if value < 0 else ''}{words.number(abs(value))}"
    return Line(f"{number} {in_words}", lead=lead, sign=sign, kind=kind)


def _remark(remark: Remark, blueprint: Blueprint, words: Words, lead: str = "", sign: str = "") -> Iterator[Line]:
    severity = words("severity {severity} of 3", severity=remark.severity) if remark.severity else ""
    details = _given(severity, _owner(remark.owner, words), *further_parts(remark, words))
    yield Line(remark.text, lead=lead, sign=sign, details=details, link=remark.link)
    if cause := blueprint.actions.get(remark.caused_by):
        yield Line(cause.do, lead=words("Caused by"), sign="↳", anchor=cause.step)


def _markers(row: StepRow, blueprint: Blueprint, words: Words) -> Iterator[Line]:
    step = row.step
    if not row.contact:
        yield Line(words("Without customer contact"), kind="none")
    if step.moment_of_truth:
        yield Line(words("Moment of truth"), sign="★")
    if step.touchpoint is Touchpoint.MISSING:
        yield Line(words("Missing contact"), sign="◌", kind="bad")
    if step.touchpoint is Touchpoint.FAILING:
        yield Line(words("Failing contact"), sign="✕", kind="bad")
    if step.drops_out:
        yield Line(words("{share} give up", share=words.share(step.drops_out)), lead=words("Drop-out"), sign="↷")
    for fail in row.fail_points:
        recovery = words("recovery: {recovery}", recovery=fail.recovery) if fail.recovery else ""
        details = _given(recovery, _owner(fail.owner, words), *further_parts(fail, words))
        yield Line(fail.what, lead=words("Fail point"), sign="⚑", details=details, kind="bad")
    for decision in row.decisions:
        yield Line(decision.do, lead=words("Decision"), sign="◆")
    for policy in row.policies:
        yield Line(policy, lead=words("Policy"), sign="§")
    for question in step.questions:
        yield from _remark(question, blueprint, words, lead=words("Question"), sign="?")
    if step.basis:
        yield Line(value_text(step.basis, "basis", words), lead=words("Basis"))


def _further(row: StepRow, name: str, words: Words) -> Iterator[Line]:
    """The values of a further key: the step's, then those of its actions, each led by what is done."""
    for thing, lead in ((row.step, ""), *((action, action.do) for action in row.step.actions)):
        for key in further_keys(type(thing)):
            if key.name == name:
                yield from (Line(text, lead=lead) for text in further_texts(thing, key, words))


def _owner(owner: Actor | None, words: Words) -> str:
    return words("owner: {owner}", owner=owner.title) if owner else ""


def _given(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
