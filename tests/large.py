"""Files that are large of one kind each: as many of one thing as a file of 1 MiB holds, whatever sense it makes.

``KINDS`` are blueprints, ``CATALOGS`` catalogs, both by what there is much of. A file that is read is drawn in bounded
time; one that is not is refused by name. ``HONEST`` are the largest that somebody may mean.
"""

from collections.abc import Callable, Mapping
from functools import partial

import yaml

from service_blueprint.reading.limits import (
    ACTIONS,
    ACTORS,
    ARROWS,
    BYTES,
    CELL,
    CHARACTERS,
    DETAILS,
    ENTRIES,
    LINE,
    PHASES,
    STEPS,
    VALUES,
    Limit,
)

STAGES = ("customer", "frontstage", "backstage", "support")


def full(head: str, piece: Callable[[int], str]) -> str:
    """``head``, and after it as many pieces as fit into a file by its bytes, its values and their characters."""
    first, second = amount(head + piece(99_000)), amount(head + piece(99_000) + piece(99_001))
    limits = (VALUES.most - 20, CHARACTERS.most - 20)
    room = [(limit - one) // (two - one) for limit, one, two in zip(limits, first, second, strict=True) if two > one]
    parts, size = [head], len(head.encode())
    for number in range(min([BYTES.most, *room])):
        part = piece(number)
        size += len(part.encode())
        if size > BYTES.most:
            break
        parts.append(part)
    return "".join(parts)


def amount(text: str) -> tuple[int, int]:
    """How many values a text has as YAML, aliases as one each, and how many characters; none where it is no YAML."""
    try:
        events = [event for event in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(event, yaml.NodeEvent)]
    except yaml.YAMLError:
        return 0, 0
    return len(events), sum(len(event.value) for event in events if isinstance(event, yaml.ScalarEvent))


def some(head: str, piece: Callable[[int], str], number: int) -> str:
    """``head``, and after it ``number`` pieces."""
    return head + "".join(map(piece, range(number)))


def steps(number: int, cells: Mapping[str, int], more: Callable[[int], str] = lambda n: "", head: str = "") -> str:
    """``number`` steps with as many plain actions in each stage as ``cells`` say."""

    def step(n: int) -> str:
        stages = "".join(f"    {stage}: [{', '.join(f'a{k}' for k in range(many))}]\n" for stage, many in cells.items())
        return f"  - id: s{n}\n{stages}{more(n)}"

    return some(f"title: T\n{head}steps:\n", step, number)


def dense(number: int, each: int) -> str:
    """``number`` steps of ``each`` actions in three stages, all of which lead to all of the next."""

    def step(n: int) -> str:
        cells = {"customer": "frontstage", "frontstage": "backstage", "backstage": ""}
        return f"  - id: s{n}\n" + "".join(f"    {stage}: [{cell(n, below)}]\n" for stage, below in cells.items())

    def cell(n: int, below: str) -> str:
        targets = ", ".join(f"s{n}.{below}.{k + 1}" for k in range(each)) if below else ""
        return ", ".join(f"{{do: a{k}, to: [{targets}]}}" for k in range(each))

    return some("title: T\nsteps:\n", step, number)


def honest(number: int) -> str:
    """``number`` steps of eight actions, with what else full steps say, in twelve phases."""

    def step(n: int) -> str:
        back = f"      to: s{max(0, n - 5)}.backstage\n" if n % 9 == 8 else ""
        return (
            f"  - id: s{n}\n    phase: Phase {n * 12 // number}\n    channel: {('web', 'phone', 'e-mail')[n % 3]}\n"
            f"    evidence: The letter of step {n}\n    customer: Does what step {n} asks of a customer\n"
            f"    frontstage:\n"
            f"    - do: Takes in what the customer says in step {n}\n      by: Desk\n      time: 5 min\n"
            f"    - do: Confirms it\n      by: Portal\n      uses: [Mail]\n"
            f"    backstage:\n"
            f"    - do: Looks the case up and decides about it\n      by: Team {n % 3}\n      wait: 2 h\n"
            f"      fails: Nobody is there\n{back}"
            f"    - do: Asks the others\n      by: Team {(n + 1) % 3}\n"
            f"    support:\n"
            f"    - do: Stores the case\n      by: Register\n    - do: Bills it\n      by: Accounts\n"
            f"    feeling: {(-1, 0, 1.5, 2)[n % 4]}\n    pain: It takes long in step {n}\n"
            f"    opportunity: Tell it in advance\n"
        )

    return some("title: Honest\nsteps:\n", step, number)


def _actions(more: Callable[[int], str], each: int = 4) -> str:
    """A full file of steps, each with ``each`` front-stage actions that have ``more``."""

    def step(n: int) -> str:
        actions = "".join(f"    - do: a\n{more(n * each + k)}" for k in range(each))
        return f"  - customer: c\n    frontstage:\n{actions}"

    return full("title: T\nsteps:\n", step)


def _in_action(key: str, piece: Callable[[int], str]) -> str:
    """A file of one action that holds as many entries of ``key`` as fit."""
    return full(f"title: T\nsteps:\n- customer:\n    do: a\n    {key}:\n", lambda n: f"    - {piece(n)}\n")


def _in_step(key: str, piece: Callable[[int], str]) -> str:
    return full(f"title: T\nsteps:\n- customer: a\n  {key}:\n", lambda n: f"  - {piece(n)}\n")


def _at_top(key: str, piece: Callable[[int], str]) -> str:
    return full(f"title: T\nsteps: [customer: a]\n{key}:\n", lambda n: f"- {piece(n)}\n")


def _arrows(steps: int, each: int, leads: Callable[[int, int], int]) -> str:
    """``steps`` steps of one action, each with ``each`` arrows to the steps that ``leads`` says."""

    def step(n: int) -> str:
        to = ", ".join(
            f"{{target: s{leads(n, k) % steps}, label: '{k}'}}" for k in range(each) if leads(n, k) % steps != n
        )
        return f"- {{id: s{n}, customer: {{do: a, to: [{to}]}}}}\n"

    return some("title: T\nflow: explicit\nsteps:\n", step, steps)


FULL_CELL = f"[{','.join(['a'] * 24)}]"
ACCENT = "\u0301"
ESCAPED = "\\u0041" * 200
WORDS = "word " * 399 + "word"
"""A text of almost as many characters as one may have."""


def everything() -> str:
    """As much of everything as a file may hold: each total is reached, and texts fill the file."""
    each, wordy = DETAILS.most // STEPS.most, "word " * 9

    def step(n: int) -> str:
        actions = "".join(
            f"  {stage}: {{do: {wordy}{n}, by: actor {n % 15 + 15 * k}, fails: f, to: [s{(n + 37 + 100 * k) % 500}"
            + (f", s{(n + 251) % 500}.backstage" if k < 1 else "")
            + "]}\n"
            for k, stage in enumerate(STAGES)
        )
        return f"- id: s{n}\n  phase: Phase {n * 30 // 500}\n  feeling: {n % 3 - 1}\n{actions}"

    assert each == len(STAGES)
    return some("title: T\nsteps:\n", step, STEPS.most)


def of_steps(number: int, more: str = "") -> str:
    """``number`` steps of one action of the customer."""
    return some("title: T\nsteps:\n", lambda n: f"- {{id: s{n}, customer: a{n}{more}}}\n", number)


def _listed(key: str, place: str) -> Callable[[int], str]:
    """A maker of files with so many entries of ``key`` at the top, in a step or in an action."""

    def make(number: int) -> str:
        each = 50 if key == "uses" else number  # systems are limited by themselves, too
        entries = f"[{', '.join(f'e{n % each}' for n in range(number))}]"
        if key == "metrics":
            entries = f"{{{', '.join(f'e{n}: {n}' for n in range(number))}}}"
        if key == "to":
            return of_steps(number) + f"- {{id: last, customer: {{do: a, to: {entries.replace('e', 's')}}}}}\n"
        return {
            "top": f"title: T\nsteps: [customer: a]\n{key}: {entries}\n",
            "checks": f"title: T\nsteps: [customer: a]\nchecks: {{{key}: {entries}}}\n",
            "step": f"title: T\nsteps: [{{customer: a, {key}: {entries}}}]\n",
            "action": f"title: T\nsteps: [customer: {{do: a, {key}: {entries}}}]\n",
        }[place]

    return make


def _arrows_of(number: int) -> str:
    """A blueprint of exactly so many arrows, all named."""
    each = -(-number // 499)
    left = iter(range(number))

    def step(n: int) -> str:
        to = ", ".join(f"s{(n + k + 1) % 500}" for k, _ in zip(range(each), left, strict=False))
        return f"- {{id: s{n}, customer: {{do: a, to: [{to}]}}}}\n"

    return some("title: T\nflow: explicit\nsteps:\n", step, 500)


def _actions_of(number: int) -> str:
    """A blueprint of exactly so many actions, five in a step."""

    def step(n: int) -> str:
        return f"- backstage: [{', '.join('a' * min(5, number - 5 * n))}]\n"

    return some("title: T\nflow: explicit\nsteps:\n", step, -(-number // 5))


def _details_of(number: int) -> str:
    return some(
        "title: T\nsteps:\n",
        lambda n: f"- {{customer: a{n}, pain: [{', '.join('p' * min(50, number - 50 * n))}]}}\n",
        -(-number // 50),
    )


def _actors_of(number: int) -> str:
    def step(n: int) -> str:
        systems = ", ".join(f"a{k}" for k in range(10 * n + 1, min(10 * n + 10, number)))
        return f"- frontstage: {{do: a, by: a{10 * n}, uses: [{systems}]}}\n"

    return some("title: T\nsteps:\n", step, -(-number // 10))


LISTS = {
    **dict.fromkeys(("expectations", "tags", "formerly", "sources", "links"), "top"),
    **dict.fromkeys(("pain", "opportunity", "question", "metrics"), "step"),
    **dict.fromkeys(("fails", "uses", "policy", "to"), "action"),
    "ignore": "checks",
}
"""The lists that have no limit of their own, and where they stand."""

LIMITED: Mapping[str, tuple[Limit, Callable[[int], str]]] = {
    "bytes": (BYTES, lambda n: "title: T\nsteps: [customer: a]\n#".ljust(n, "x")),
    "characters of a text": (LINE, lambda n: f"title: T\nsteps: [customer: {'w' * n}]\n"),
    "steps": (STEPS, of_steps),
    "actions of a cell": (CELL, lambda n: f"title: T\nsteps: [backstage: [{', '.join('a' * n)}]]\n"),
    "actions": (ACTIONS, _actions_of),
    "arrows": (ARROWS, _arrows_of),
    "actors": (ACTORS, _actors_of),
    "phases": (PHASES, lambda n: some("title: T\nsteps:\n", lambda k: f"- {{customer: a, phase: p{k}}}\n", n)),
    "phases listed": (ENTRIES, _listed("phases", "top")),
    "details": (DETAILS, _details_of),
    **{f"entries of '{key}'": (ENTRIES, _listed(key, place)) for key, place in LISTS.items()},
}
"""What there may be so much of, and how a blueprint is made that has exactly so much."""

KINDS: Mapping[str, Callable[[], str]] = {
    "everything at once": everything,
    **{f"as many {name} as may be": partial(make, limit.most) for name, (limit, make) in LIMITED.items()},
    "steps": lambda: full("title: T\nsteps:\n", lambda n: f"- customer: a{n}\n"),
    "steps, 500 of one action": lambda: steps(500, {"customer": 1}),
    "steps, 500 of three actions": lambda: steps(500, {"customer": 1, "frontstage": 1, "backstage": 1}),
    "actions, 11 in each of 454 steps": lambda: steps(454, dict.fromkeys(STAGES, 3)),
    "actions, 24 in each cell": lambda: full(
        "title: T\nsteps:\n", lambda n: f"- {{{', '.join(f'{stage}: {FULL_CELL}' for stage in STAGES)}}}\n"
    ),
    "actions, 24 with no arrows": lambda: full(
        "title: T\nflow: explicit\nsteps:\n", lambda n: f"- backstage: {FULL_CELL}\n"
    ),
    "evidence": lambda: full("title: T\nsteps:\n", lambda n: f"- evidence: {FULL_CELL}\n"),
    "arrows, one step of 3 x 24 actions": lambda: dense(1, 24),
    "arrows, 5 steps of 3 x 24 actions": lambda: dense(5, 24),
    "arrows, 100 steps of 3 x 6 actions": lambda: dense(100, 6),
    "arrows, 500 steps of 3 x 3 actions": lambda: dense(500, 3),
    "arrows, from everywhere to everywhere": lambda: _arrows(200, 12, lambda n, k: n * 31 + k * 17),
    "arrows, all to one step": lambda: _arrows(490, 5, lambda n, k: 245),
    "arrows, all from one step": lambda: full(
        "title: T\nsteps:\n"
        + "".join(f"- {{id: s{n}, customer: b}}\n" for n in range(400))
        + "- customer:\n    do: a\n    to:\n",
        lambda n: f"    - {{target: s{n % 400}, label: l{n}}}\n",
    ),
    "arrows, all of one action to one with labels": lambda: full(
        "title: T\nsteps:\n- {id: b, customer: b}\n- customer:\n    do: a\n    to:\n",
        lambda n: f"    - {{target: b, label: l{n}}}\n",
    ),
    "arrows, from end to end": lambda: _arrows(100, 10, lambda n, k: 99 - n - k),
    "decisions": lambda: full(
        "title: T\nsteps:\n",
        lambda n: (
            f"- {{id: s{n}, customer: {{do: a, decision: true, to: [{{target: s{n // 2}.frontstage, label: y}}]}},"
            f" frontstage: b}}\n"
        ),
    ),
    "actors": lambda: _actions(lambda n: f"      by: actor {n}\n"),
    "actors, in 200 lanes": lambda: _actions(lambda n: f"      by: actor {n % 200}\n"),
    "systems used": lambda: _actions(lambda n: f"      uses: [s{n}, s{n + 1}, s{n + 2}]\n"),
    "systems used, 20 everywhere": lambda: steps(
        200, {"customer": 1}, lambda n: f"    support: {{do: b, uses: [{', '.join(f's{k}' for k in range(20))}]}}\n"
    ),
    "systems used in one action": lambda: _in_action("uses", lambda n: f"s{n}"),
    "fail points in one action": lambda: _in_action("fails", lambda n: f"f{n}"),
    "fail points": lambda: _actions(lambda n: f"      fails: [{{what: f, recovery: r{n}}}]\n"),
    "policies in one action": lambda: _in_action("policy", lambda n: f"p{n}"),
    "policies in one step": lambda: _in_step("policy", lambda n: f"p{n}"),
    "pain points in one step": lambda: _in_step("pain", lambda n: f"p{n}"),
    "opportunities in one step": lambda: _in_step("opportunity", lambda n: f"o{n}"),
    "questions in one step": lambda: _in_step("question", lambda n: f"q{n}"),
    "remarks": lambda: full("title: T\nsteps:\n", lambda n: f"- {{customer: a, pain: [{'p,' * 300}]}}\n"),
    "metrics in one step": lambda: full("title: T\nsteps:\n- customer: a\n  metrics:\n", lambda n: f"    m{n}: {n}\n"),
    "waits": lambda: _actions(lambda n: f"      wait: {n + 1} s\n", 24),
    "feelings": lambda: full("title: T\nsteps:\n", lambda n: f"- {{customer: a{n}, feeling: {n % 3 - 1}}}\n"),
    "nothing on purpose": lambda: full(
        "title: T\nsteps:\n", lambda n: "- {customer: a, frontstage: none, backstage: none, support: b}\n"
    ),
    "missing contact": lambda: full("title: T\nsteps:\n", lambda n: "- {customer: a, touchpoint: missing}\n"),
    "phases": lambda: full("title: T\nsteps:\n", lambda n: f"- {{customer: a, phase: p{n}}}\n"),
    "phases, 500": lambda: steps(500, {"customer": 1, "backstage": 2}, lambda n: f"    phase: p{n}\n"),
    "phases listed": lambda: _at_top("phases", lambda n: f"p{n}"),
    "tags": lambda: _at_top("tags", lambda n: f"t{n}"),
    "sources": lambda: _at_top("sources", lambda n: f"s{n}"),
    "links": lambda: _at_top("links", lambda n: f"https://example.org/{n}"),
    "expectations": lambda: _at_top("expectations", lambda n: f"e{n}"),
    "former ids": lambda: _at_top("formerly", lambda n: f"f{n}"),
    "ignored checks": lambda: full("title: T\nsteps: [customer: a]\nchecks:\n  ignore:\n", lambda n: f"  - c{n}\n"),
    "long texts": lambda: full("title: T\nsteps:\n", lambda n: f"- customer: {WORDS}\n"),
    "long words": lambda: full("title: T\nsteps:\n", lambda n: f"- customer: {'w' * 1990}{n}\n"),
    "long names": lambda: _actions(lambda n: f"      by: {n}{'n' * 1900}\n"),
    "long notes": lambda: full("title: T\nsteps:\n- customer: a\n  note: |\n", lambda n: f"    {WORDS}\n\n"),
    "one long line": lambda: full("title: T\nsteps:\n- customer: ", lambda n: "w"),
    "one long summary": lambda: full("title: T\nsteps: [customer: a]\nsummary: ", lambda n: "w "),
    "letters of all kinds": lambda: full(
        "title: T\nsteps:\n",
        lambda n: f"- customer: {''.join(chr(0x4E00 + (n * 300 + k) % 20000) for k in range(300))}\n",
    ),
    "combining letters": lambda: full("title: T\nsteps:\n", lambda n: f"- customer: a{ACCENT * 1990}\n"),
    "unknown keys": lambda: full("title: T\nsteps: [customer: a]\n", lambda n: f"summery{n}: a\n"),
    "unknown keys in steps": lambda: full("title: T\nsteps:\n", lambda n: f"- {{custmer: a, frontstag: b, x{n}: c}}\n"),
    "long unknown keys": lambda: full("title: T\nsteps: [customer: a]\n", lambda n: f"{'summary' * 100}{n}: a\n"),
    "keys given twice": lambda: full("title: T\nsteps: [customer: a]\n", lambda n: "title: T\n"),
    "ids given twice": lambda: full("title: T\nsteps:\n", lambda n: "- {id: a, customer: a}\n"),
    "made ids that are alike": lambda: full("title: T\nsteps:\n", lambda n: "- customer: a\n"),
    "arrows to nothing": lambda: full(
        "title: T\nsteps:\n", lambda n: f"- {{id: step-{n}, customer: {{do: a, to: [stp-{n}, step.backstag-{n}]}}}}\n"
    ),
    "arrows of evidence": lambda: full("title: T\nsteps:\n", lambda n: "- {evidence: {do: a, to: b}}\n"),
    "phases unknown": lambda: full(
        "title: T\nphases: [" + ", ".join(f"phase number {n}" for n in range(400)) + "]\nsteps:\n",
        lambda n: f"- {{customer: a, phase: phase numbre {n}}}\n",
    ),
    "wrong values": lambda: full(
        "title: T\nsteps:\n",
        lambda n: f"- {{customer: a, basis: observd{n}, feeling: x, wait: y, touchpoint: wrking}}\n",
    ),
    "texts for mappings": lambda: full("title: T\nsteps:\n", lambda n: "- a\n"),
    "empty values": lambda: full("title: T\nsteps:\n", lambda n: "- \n"),
    "empty lists": lambda: full("title: T\nsteps:\n- customer: ", lambda n: "[").replace("[", "[", 1),
    "a list of lists": lambda: full("title: T\nsteps:\n- customer:\n", lambda n: "  - [a]\n"),
    "deep braces": lambda: full("title: T\nsteps: ", lambda n: "{a: "),
    "deep hyphens": lambda: full("title: T\nsteps:\n", lambda n: "- "),
    "aliases": lambda: full("title: &t T\nsteps:\n- &s {customer: a, frontstage: b}\n", lambda n: "- *s\n"),
    "aliases of aliases": lambda: (
        "title: T\nsteps:\n- customer: &a0 [a, b, c]\n"
        + "".join(f"- customer: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(12))
    ),
    "anchors": lambda: full("title: T\nsteps:\n", lambda n: f"- customer: &a{n} a\n"),
    "comments": lambda: full("title: T\nsteps: [customer: a]\n", lambda n: "# a\n"),
    "empty lines": lambda: full("title: T\nsteps: [customer: a]\n", lambda n: "\n"),
    "blanks": lambda: full("title: T\nsteps: [customer: a]\nsummary: a", lambda n: " "),
    "quoted texts": lambda: full("title: T\nsteps:\n", lambda n: f'- customer: "{ESCAPED}"\n'),
    "texts of many lines": lambda: full("title: T\nsteps: [customer: a]\nsummary:\n", lambda n: "  a\n"),
    "documents": lambda: full("title: T\nsteps: [customer: a]\n", lambda n: "---\na: b\n"),
    "brackets that are not closed": lambda: full("title: T\nsteps: [customer: a]\nsummary: |\n  ", lambda n: "["),
    "letters that cannot be printed": lambda: full(
        "title: T\nsteps: [customer: a]\nsummary: |\n  ", lambda n: "\u0007"
    ),
}
"""By what there is much of."""

CATALOGS: Mapping[str, Callable[[], str]] = {
    "actors": lambda: full("actors:\n", lambda n: f"  a{n}: Actor number {n}\n"),
    "channels": lambda: full("channels:\n", lambda n: f"  c{n}: Channel number {n}\n"),
    "personas": lambda: full("personas:\n", lambda n: f"  p{n}: Persona number {n}\n"),
    "actors whose owners are misspelt": lambda: full(
        "actors:\n", lambda n: f"  actor-{n}: {{title: Actor number {n}, owner: actr-{n}}}\n"
    ),
    "unknown keys": lambda: full("actors:\n", lambda n: f"  a{n}: {{titel: a}}\n"),
    "long names": lambda: full("actors:\n", lambda n: f"  a{n}: {WORDS}\n"),
}

HONEST: Mapping[str, Callable[[], str]] = {
    "60 steps of 8 actions": lambda: honest(60),
    "200 steps of 8 actions": lambda: honest(200),
}
"""The largest real ones have some sixty steps."""
