"""Blueprints with too much of something, each of one thing: the least that is too much, or little more."""

import json
from collections.abc import Iterator


def texts() -> Iterator[str]:
    """The files, some of a MiB; and one with a persona of a very long name."""
    one = "steps: [{customer: Orders}]\n"
    yield f"title: {'a' * 1024**2}\n{one}"
    yield f"title: A\n{one}" + "".join(f"{'x' * (number + 1)}: 1\n" for number in range(600))
    yield f"title: A\ngoal: {'[' * 40}{']' * 40}\n{one}"
    yield f"title: {'a' * 2001}\n{one}"
    yield f"title: A\npersona: {{name: {'a' * 201}}}\n{one}"
    yield f"title: A\ntags: {['a'] * 101}\n{one}"
    yield f"title: A\ntags: &a {['a'] * 1000}\nlinks: [{'*a, ' * 101}]\n{one}"
    yield f"title: &a {'a' * 2000}\ntags: [{'*a, ' * 151}]\n{one}"
    yield from (f"title: A\nsummary: |\n{_indented(text)}\n{one}" for text in _summaries())
    figures = "```blueprint\nx\n```\n\n"
    noted = f"steps: [{{customer: Orders, note: {json.dumps(figures)}}}]\n"
    yield f"title: A\nsummary: |\n{_indented(figures * 8)}\n{noted}"
    yield _steps("{customer: [" + "Orders, " * 21 + "]}", 100)
    yield _steps("{customer: [" + "Orders, " * 24 + "]}", 6)
    yield _steps("{customer: {do: Orders, fails: [" + "Burns, " * 100 + "]}}", 21)
    yield _steps("{customer: Orders}", 501)
    there = ", ".join(f"s{number}" for number in range(60))
    cell = f"[{f'{{do: A, to: [{there}]}}, ' * 24}]"
    yield (
        f"title: A\nsteps:\n  - {{frontstage: {cell}, backstage: {cell}}}\n"
        + "".join(f"  - {{id: s{number}, customer: Orders}}\n" for number in range(60))
    )
    yield "title: A\nsteps:\n" + "".join(f"  - {{customer: Orders, phase: P{number}}}\n" for number in range(31))
    yield "title: A\nsteps:\n" + "".join(
        f"  - {{customer: Orders, support: {{do: Runs, by: A{number}}}}}\n" for number in range(61)
    )


def _summaries() -> Iterator[str]:
    yield "a\n" * 501
    yield "a " * 5001
    yield "[" * 201
    yield "```blueprint\nx\n```\n\n" * 9
    yield "|a" * 50 + "\n" + "|b" * 50 + ("\n" + "|c" * 50) * 39


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def _steps(step: str, number: int) -> str:
    return "title: A\nsteps:\n" + f"  - {step}\n" * number
