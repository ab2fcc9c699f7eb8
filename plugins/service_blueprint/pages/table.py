"""The touchpoint table written down for readers: as HTML, Markdown and CSV.

Whatever an author wrote stays text in all three: it never becomes markup, a formula or a script.
"""

import csv
import io
import re
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import Blueprint, Feeling
from service_blueprint.insight.touchpoints import StepRow, step_rows
from service_blueprint.pages.columns import Line, columns
from service_blueprint.pages.markdown import markdown_text
from service_blueprint.pages.notes import Note, notes
from service_blueprint.pages.templating import render
from service_blueprint.pages.texts.rules import plain_text
from service_blueprint.words import Words

BYTE_ORDER_MARK = "\ufeff"

_UNSEEN = r"\s\u200b-\u200f\u2060-\u2064\ufeff"
_FORMULA = re.compile(rf"(^[{_UNSEEN}]*|;[{_UNSEEN}\"]*)(?=[=+\-@＝＋－＠])")


def table_html(blueprint: Blueprint, words: Words, step_links: Mapping[str, str] | None = None) -> Markup:
    """A ``<table>`` with one row per step, whose id is the step's; its looks are in ``assets/table.css``.

    Where some steps are without customer contact, readers may fold these. With ``step_links``, addresses by the ids of
    steps, the table stands on another page: it has no ids, and leads there.
    """
    rows = step_rows(blueprint)
    return render(
        "table",
        words,
        caption=words("Touchpoints: {title}", title=blueprint.title),
        columns=columns(blueprint, words),
        rows=rows,
        foldable=any(row.contact for row in rows) and not all(row.contact for row in rows),
        step_links=step_links,
    )


def table_words(blueprint: Blueprint, words: Words) -> Markup:
    """What the table says, as HTML with a section of its own for every step, whose id is the step's: for a search."""
    return render(
        "table_words",
        words,
        columns=columns(blueprint, words),
        steps=blueprint.steps,
    )


def table_markdown(blueprint: Blueprint, words: Words) -> str:
    """A pipe table as GitHub and Python-Markdown read it."""
    table = columns(blueprint, words)
    lines = [[markdown_text(column.title) for column in table], ["---"] * len(table)]
    for cells in zip(*(column.cells for column in table), strict=True):
        lines.append(["<br>".join(map(_markdown_line, cell)) for cell in cells])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def table_csv(blueprint: Blueprint, words: Words) -> str:
    """Comma-separated values (RFC 4180), beginning with the byte order mark by which Excel knows UTF-8.

    The same columns with the step's id before them. What can be reckoned with is a plain number, whatever the
    language: feelings from -2 to 2, the customer's wait in minutes. Several lines of a cell are line breaks in it.
    """
    rows = step_rows(blueprint)
    table = [[words("Step"), *(row.step.id for row in rows)]]
    for column in columns(blueprint, words):
        if column.key == "feeling":
            table += _feelings(rows, words)
        elif column.key == "note":
            # All of them, in plain words: the page, which has the rest, is not at hand.
            noted = notes(blueprint)
            table.append([column.title, *("\n".join(map(_whole, noted.get(row.step.id, ()))) for row in rows)])
        elif column.key == "systems":
            # Names alone, so that a spreadsheet can filter by them.
            table.append([column.title, *("\n".join(system.title for system in row.systems) for row in rows)])
        else:
            table.append([column.title, *("\n".join(map(_plain_line, cell)) for cell in column.cells)])
        if column.key == "wait":
            minutes = (_number(row.wait.seconds / 60) if row.wait else "" for row in rows)
            table.append([words("Wait in minutes"), *minutes])
    text = io.StringIO()
    for line in zip(*table, strict=True):
        csv.writer(text).writerow("\n".join(map(_harmless, cell.split("\n"))) for cell in line)
    return BYTE_ORDER_MARK + text.getvalue()


def _markdown_line(line: Line) -> str:
    sign = f"{line.sign} " if line.sign else ""
    lead = f"**{_markdown_link(line.lead, line.lead_link)}:** " if line.lead else ""
    details = f" ({', '.join(map(markdown_text, line.details))})" if line.details else ""
    return f"{sign}{lead}{_markdown_link(line.text, line.link)}{details}"


def _markdown_link(text: str, link: str) -> str:
    if not link:
        return markdown_text(text)
    address = quote(link, safe="/:?#@!$&'*+,;=%~").replace("&", "&amp;")
    return f"[{markdown_text(text)}]({address})"


def _feelings(rows: tuple[StepRow, ...], words: Words) -> list[list[str]]:
    feelings = [row.step.feeling for row in rows]
    table = [
        [words("Feeling"), *(_number(feeling.customer) for feeling in feelings)],
        *(_felt(name, feelings, words) for name in dict.fromkeys(felt.name for each in feelings for felt in each.by)),
        [words("The company believes"), *(_number(feeling.company) for feeling in feelings)],
        [words("Feeling in words"), *(feeling.words for feeling in feelings)],
        [words("Quote"), *(feeling.quote for feeling in feelings)],
    ]
    return [column for column in table if any(column[1:])]


def _felt(name: str, feelings: list[Feeling], words: Words) -> list[str]:
    """How one of several customers feels in each step."""
    values = ({felt.name: felt.value for felt in feeling.by}.get(name) for feeling in feelings)
    return [f"{words('Feeling')}: {name}", *map(_number, values)]


def _plain_line(line: Line) -> str:
    lead = f"{line.lead}: " if line.lead else ""
    details = f" ({', '.join(line.details)})" if line.details else ""
    link = f" <{line.link}>" if line.link else ""
    return one_line(f"{lead}{line.text}{details}{link}")


def _whole(note: Note) -> str:
    lead = f"{note.action.do}: " if note.action else ""
    return one_line(f"{lead}{plain_text(note.text, raw_html=False)}")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _harmless(line: str) -> str:
    """A line of a cell as text that no spreadsheet takes for a formula; numbers stay numbers (OWASP, "CSV Injection").

    Where a comma parts decimals, as in Polish and Hungarian, spreadsheets take the semicolon for the end of a cell, and
    line breaks for the end of a row, so what follows these is looked at too.
    """
    if re.fullmatch(r"-?\d+(\.\d+)?", line):
        return line
    return _FORMULA.sub(r"\1'", line)
