"""Blueprints as a stranger may write them: what breaks out of a text, wherever a text is allowed."""

import json
from pathlib import Path

import yaml

HERE = Path(__file__).parent
TEXTS: list[str] = yaml.safe_load((HERE / "strangers.yml").read_text("utf-8"))
"""Texts of one line for any field; each would call hit(), fetch from evil.example, or break the page around it."""

MARKDOWN: list[str] = [
    case["text"]
    for case in yaml.safe_load((HERE / "pages/texts/cases.yml").read_text("utf-8"))
    if case.get("as") != "html"
]
"""Texts of the same kind in Markdown."""


def blueprint(text: str, summary: str = "") -> str:
    """A file with ``text`` in every field that takes one, and ``summary`` in place of it where Markdown is read."""
    line = json.dumps(" ".join(text.split()), ensure_ascii=False)
    markdown = json.dumps(summary or text, ensure_ascii=False)
    return f"""\
title: {line}
summary: {markdown}
customer: {line}
persona: {{name: {line}, role: {line}, summary: {markdown}, prefers: {line}}}
goal: {line}
expectations: [{line}]
outcome: {line}
tags: [{line}]
starts-when: {line}
ends-when: {line}
owner: {line}
sources: [{{title: {line}, link: "https://example.org/?q=<b>&\\"{{{{x}}}}"}}]
links: [{line}]
phases: [{line}]
steps:
  - id: ask
    title: {line}
    phase: {line}
    channel: {line}
    evidence: {line}
    customer: {line}
    frontstage:
      - do: {line}
        by: {line}
        uses: [{line}]
        channel: {line}
        policy: {line}
        note: {markdown}
        fails: [{{what: {line}, recovery: {line}, owner: {line}}}]
    backstage: {{do: {line}, by: Desk, to: [{{target: pay, label: {line}}}]}}
    feeling: {{customer: -1, words: {line}, quote: {line}, source: {line}}}
    pain: [{{text: {line}, owner: {line}}}]
    opportunity: {line}
    question: {{text: {line}, owner: {line}}}
    metrics: {{{line}: {{value: {line}, unit: {line}, source: {line}}}}}
    policy: [{line}]
    note: {markdown}
  - id: pay
    customer: Pays
"""
