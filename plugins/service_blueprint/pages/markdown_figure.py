"""A blueprint or a part of it as a figure within a page of Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from service_blueprint.blueprint import Blueprint, Step, View
from service_blueprint.drawing import paint
from service_blueprint.layout import Diagram, Part, by_sheet, lay_out
from service_blueprint.layout.views import view_title
from service_blueprint.pages.pictures import Drawing, of_one_scale, sized
from service_blueprint.pages.table import table_html
from service_blueprint.pages.templating import render
from service_blueprint.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure shows.

    ``blueprint`` is what to show, ``view`` the diagram's, None for none; ``table`` is the touchpoint table. ``part``
    says in words which part of a blueprint it is, "" for the whole. ``link`` leads to the blueprint's page and
    ``step_links`` to its steps, by their ids; a blueprint without a page has neither.
    """

    blueprint: Blueprint
    view: View | None
    table: bool = False
    part: str = ""
    link: str = ""
    step_links: Mapping[str, str] | None = None


def figure_html(figure: Figure, words: Words, language: str, prefix: str) -> Markup:
    """The figure, in the words of its ``language``; ``prefix`` sets its ids apart from all others of the page."""
    blueprint, view = figure.blueprint, figure.view
    whole, sheets = _drawings(figure, view, words, prefix) if view else (None, ())
    return render(
        "markdown-figure",
        words,
        title=blueprint.title,
        label=" · ".join(filter(None, (blueprint.title, view_title(view, words) if view else "", figure.part))),
        details=[*([view_title(view, words)] if view else []), *([figure.part] if figure.part else [])],
        link=figure.link,
        drawing=whole,
        sheets=sheets,
        table=table_html(blueprint, words, figure.step_links or {}) if figure.table else "",
        prefix=prefix,
        language=language,
        direction="rtl" if words.right_to_left else "ltr",
    )


def steps_in_words(steps: tuple[Step, ...], words: Words) -> str:
    """Which steps these are, by their numbers: "Step 2, Steps 4–6"."""
    runs = [
        [step for _, step in run] for _, run in groupby(enumerate(steps), lambda placed: placed[1].number - placed[0])
    ]
    return ", ".join(
        words("Step {n}", n=words.number(run[0].number))
        if len(run) == 1
        else words("Steps {first}–{last}", first=words.number(run[0].number), last=words.number(run[-1].number))
        for run in runs
    )


def _drawings(figure: Figure, view: View, words: Words, prefix: str) -> tuple[Drawing, tuple[Drawing, ...]]:
    """The whole diagram, and, where it is too wide for paper, the same on sheets."""
    diagram = _diagram(figure.blueprint, view, words.language)

    def drawing(name: str, title: str, part: Part | None = None) -> Drawing:
        own, links = f"{prefix}{name}", figure.step_links
        return sized(title, paint(diagram, words, standalone=False, prefix=own, part=part, step_links=links))

    parts = by_sheet(diagram)
    sheets = (drawing(f"sheet-{n}-", f"{n} / {len(parts)}", part) for n, part in enumerate(parts, 1))
    return drawing("", figure.blueprint.title), of_one_scale(sheets)


# A served site makes its pages again and again, and laying out takes longest.
@lru_cache(maxsize=64)
def _diagram(blueprint: Blueprint, view: View, language: str) -> Diagram:
    return lay_out(blueprint, view, words_for(language))
