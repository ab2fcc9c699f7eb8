"""What a touchpoint table says, before it is HTML, Markdown or CSV: its columns, and the lines of each cell."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from service_blueprint.blueprint import (
    Action,
    Actor,
    Blueprint,
    Cell,
    Feeling,
    Remark,
    Stage,
    Step,
    Touchpoint,
)
from service_blueprint.insight.touchpoints import TouchpointRow, touchpoints
from service_blueprint.pages.further import further_keys, further_parts, further_texts
from service_blueprint.pages.value_words import feeling_in_words, value_text
from service_blueprint.stages import stage_title
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell: ``sign lead: text (details)``.

    ``lead`` says who acts or what is marked, ``link`` is where the text leads to and ``lead_link`` where the lead
    does; ``step`` is the id of a step to whose row the text leads. ``kind`` names a look: ``title``, ``none``,
    ``good``, ``bad``, ``quote`` or nothing. A sign never stands
    alone for a meaning: the words beside it say the same.
    """

    text: str
    lead: str = ""
    sign: str = ""
    details: tuple[str, ...] = ()
    link: str = ""
    lead_link: str = ""
    step: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` is its name in the code and the style sheet, ``cells`` hold one cell per touchpoint."""

    key: str
    title: str
    cells: tuple[tuple[Line, ...], ...]


def columns(blueprint: Blueprint, words: Words) -> tuple[Column, ...]:
    """The columns of a blueprint's touchpoint table, in order; those that are empty throughout are left out.

    Behind those that have a look of their own stands one for each further key of steps and actions.
    """
    rows = touchpoints(blueprint)
    titles = {stage: stage_title(stage, words) for stage in Stage}

    def column(key: str, title: str, lines: Callable[[TouchpointRow], Iterable[Line]]) -> Column:
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
        column("systems", words("Systems"), lambda row: [Line(each.title, link=each.link) for each in row.systems]),
        column("feeling", words("Feeling"), lambda row: _feeling(row.step.feeling, words)),
        column("wait", words("Wait"), lambda row: [Line(words.duration(row.wait))] if row.wait else []),
        column("pain", words("Pain points"), lambda row: remarks(row.step.pains)),
        column("opportunity", words("Opportunities"), lambda row: remarks(row.step.opportunities)),
        column("markers", words("Markers"), lambda row: _markers(row, blueprint, words)),
        *(column(name, words(key.title), partial(_further, name=name, words=words)) for name, key in _FURTHER.items()),
    )
    return tuple(column for column in every if any(column.cells))


_FURTHER = {key.name: key for kind in (Step, Action) for key in further_keys(kind)}
"""The further keys by their names; steps and actions may have one in common."""


def _customer(row: TouchpointRow, words: Words) -> Iterator[Line]:
    """The step's title where it has one, then the customer's actions; never empty, for it heads the row.

    What others do is no name for it here, where the customer's actions stand.
    """
    step = row.step
    if step.title or not step.customer.actions:
        yield Line(step.title or step.id, kind="title")
    yield from _cell(step.customer, words)


def _cell(cell: Cell, words: Words) -> Iterator[Line]:
    if cell.nothing:
        yield Line(words("none"), kind="none")
    yield from (_action(action, words) for action in cell.actions)


def _behind(row: TouchpointRow, words: Words) -> Iterator[Line]:
    step = row.step
    if not row.behind and (step.backstage.nothing or step.support.nothing):
        yield Line(words("none"), kind="none")
    yield from (_action(action, words) for action in row.behind)


def _action(action: Action, words: Words) -> Line:
    # What several are called together leads to none of them.
    lead_link = action.by.link if action.by and len(action.actors) == 1 else ""
    details = words.service_time(action.time) if action.time else ()
    return Line(action.do, lead=action.who, lead_link=lead_link, details=details, link=action.link)


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
        yield Line(cause.do, lead=words("Caused by"), sign="↳", step=cause.step)


def _markers(row: TouchpointRow, blueprint: Blueprint, words: Words) -> Iterator[Line]:
    step = row.step
    if step.moment_of_truth:
        yield Line(words("Moment of truth"), sign="★")
    if step.touchpoint is Touchpoint.MISSING:
        yield Line(words("Missing contact"), sign="◌", kind="bad")
    if step.touchpoint is Touchpoint.FAILING:
        yield Line(words("Failing contact"), sign="✕", kind="bad")
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


def _further(row: TouchpointRow, name: str, words: Words) -> Iterator[Line]:
    """The values of a further key: the step's, then those of its actions, each led by what is done."""
    for thing, lead in ((row.step, ""), *((action, action.do) for action in row.step.actions)):
        for key in further_keys(type(thing)):
            if key.name == name:
                yield from (Line(text, lead=lead) for text in further_texts(thing, key, words))


def _owner(owner: Actor | None, words: Words) -> str:
    return words("owner: {owner}", owner=owner.title) if owner else ""


def _given(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
