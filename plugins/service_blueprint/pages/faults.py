"""What is wrong with a file, shown where its page would be: the faults with their lines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service_blueprint.pages.page import Page, mark
from service_blueprint.pages.templating import render
from service_blueprint.problem import Place, Problem
from service_blueprint.words import Words

AROUND = 2  # lines shown before and after the one that is wrong
LONGEST = 200  # characters of a line that are shown


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file; ``number`` counts from 1."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem in words, with the lines around its place; none where the file could not be read."""

    problem: Problem
    what: str
    advice: str
    lines: tuple[Line, ...]


def faults_html(lead: str, problems: Iterable[Problem], sources: Mapping[str, str], words: Words) -> Markup:
    """The problems in the order of their places; ``sources`` are the texts of their files, by path."""
    faults = tuple(
        Fault(
            problem,
            words.said(problem.what),
            words.said(problem.advice),
            excerpt(sources.get(problem.place.path, ""), problem.place),
        )
        for problem in sorted(problems)
    )
    return render("faults", words, lead=lead, faults=faults)


def fault_page(
    title: str,
    problems: Sequence[Problem],
    sources: Mapping[str, str],
    words: Words,
    language: str,
    index_link: str,
    *,
    behind: bool = False,
) -> Page:
    """The page of a blueprint that cannot be drawn: its title, and what is wrong with its file.

    ``index_link`` leads to the page of all blueprints. ``behind`` says that the catalog is what has faults.
    """
    lead = words.plural(
        "This file has a fault. The page is back as soon as it is mended.",
        "This file has {n} faults. The page is back as soon as they are mended.",
        len(problems),
    )
    if behind:
        lead = words(
            "This blueprint cannot be read, because the catalog has faults. "
            "The page is back as soon as they are mended."
        )
    return Page(
        title=title,
        body="\n\n".join(mark(part) for part in ("up", "head", "faults")),
        parts={
            "up": render("up", words, link=index_link),
            "head": render("head", words, title=title, badge=words("Cannot be drawn"), kind="broken", tags=()),
            "faults": faults_html(lead, problems, sources, words),
        },
        language=language,
        right_to_left=words.right_to_left,
        wide=True,
    )


def excerpt(source: str, place: Place) -> tuple[Line, ...]:
    """The line of a place and those around it; none of a text that is empty."""
    if not source:
        return ()
    lines = re.split(r"\r\n|\r|\n", source)
    first = max(place.line - AROUND, 1)
    return tuple(
        Line(number, _shortened(text), number == place.line)
        for number, text in enumerate(lines[first - 1 : place.line + AROUND], first)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
