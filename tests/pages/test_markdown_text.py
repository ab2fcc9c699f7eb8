"""A text within Markdown stays a text, on GitHub and GitLab too; ``references.yml`` holds what is tried."""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from markdown import markdown

from service_blueprint.insight.comparison import compare
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.comparing.comparison import comparison_markdown
from service_blueprint.pages.markdown import markdown_text
from service_blueprint.pages.table import table_markdown
from service_blueprint.words import words_for
from written import written

REFERENCES: list[str] = yaml.safe_load((Path(__file__).parent / "references.yml").read_text("utf-8"))
# What these make a link of in the text that they show, rather too much than too little.
LINKED = re.compile(
    r"""
    @[A-Za-z0-9_]                                # mentions, mail
    | [\#!$&]\d | (?i:\bgh-\d)                   # issues, merge requests, snippets, epics
    | [~%][\w"{]                                 # labels, milestones, values
    | [A-Za-z]:// | (?i:\bwww\.)                 # addresses
    | (?<!\d):[\w+-]+:                           # pictures
    | \[\w+:\d | \[\[ | (?i:\[_*toc) | \*iteration: | [\[{][+-]
    | (?i:\b(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}\b) | \b\d{40}\b
    """,
    re.VERBOSE,
)
PLAIN = ["Ask", "10:30:45", "5 % of 100%", "a & b", "R&D", "x > y", "facade", "2026-10-01", "1 000 000", "C#", "e-mail"]


def shown(text: str) -> str:
    """What a page shows of Markdown, tags aside."""
    return unescape(re.sub(r"<[^>]*>", "", markdown(text, extensions=["tables", "fenced_code", "attr_list"])))


@pytest.mark.parametrize("reference", REFERENCES)
def test_nobody_is_called_and_nothing_linked(reference: str) -> None:
    told = f"So {markdown_text(f'ask {reference} now')}."
    assert not re.search("{[{%#]", told)
    html = markdown(told, extensions=["tables", "fenced_code", "attr_list"])
    assert re.findall("<(?!/?p>)", html) == []
    assert LINKED.search(shown(told)) is None
    assert shown(told).replace("\u200b", "") == f"So ask {' '.join(reference.split(' '))} now."


@pytest.mark.parametrize("text", PLAIN)
def test_an_ordinary_text_is_as_it_was(text: str) -> None:
    assert shown(markdown_text(text)) == text
    assert "&#8203;" not in markdown_text(text)


@pytest.mark.parametrize("reference", REFERENCES)
def test_no_report_in_markdown_calls_anybody(reference: str) -> None:
    value = '"' + "".join(letter if letter.isalnum() else f"\\U{ord(letter):08x}" for letter in reference) + '"'
    text = (
        f"title: {value}\nsteps:\n  - id: a\n    title: {value}\n    phase: {value}\n    pain: {{text: {value}}}\n"
        f"    customer: {{do: {value}, by: {value}}}\n    channel: {value}\n    metrics: {{{value}: 1}}\n"
    )
    blueprint = written(text)
    older = written("title: Old\nsteps: [{id: b, customer: B}]")
    compared = comparison_markdown([Review(compare(older, blueprint), "a.yml")])
    for report in (table_markdown(blueprint, words_for("en")), compared):
        told = re.sub(r"<code>.*?</code>", "", markdown(report, extensions=["tables", "attr_list"]))
        assert LINKED.search(unescape(re.sub(r"<[^>]*>", "\n", told))) is None
        assert not re.search("<(?:a|img|b|details|h1|pre|blockquote|del)[ >]", told)
