"""The page of one blueprint: what it is about, its drawings, its touchpoints, and what it rests on."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from markupsafe import Markup

from service_blueprint.blueprint import Blueprint
from service_blueprint.layout.views import view_hint, view_title
from service_blueprint.pages import addresses
from service_blueprint.pages.facts import Fact, facts, figures, first_paragraph
from service_blueprint.pages.history.standing_facts import GoneStep
from service_blueprint.pages.notes import notes
from service_blueprint.pages.page import Heading, Page, mark
from service_blueprint.pages.pictures import Picture
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.table import table_html, table_words
from service_blueprint.pages.templating import render
from service_blueprint.pages.texts.rules import SUMMARY
from service_blueprint.pages.value_words import state_title


def blueprint_page(
    blueprint: Blueprint,
    pictures: Sequence[Picture],
    reader: Reader,
    counterpart: Fact | None = None,
    standing: Fact | None = None,
    gone: Sequence[GoneStep] = (),
    sharing: str = "",
    others: Sequence[Fact] = (),
) -> Page:
    """The page of a blueprint, in the words of its language.

    ``counterpart`` is the blueprint that this one is a variant of, with the link to its page, ``standing`` since which
    version it stands so, ``gone`` the steps of earlier versions. ``sharing`` is what readers copy, ``others`` the
    blueprints that its actions name.
    """
    words, site = reader.words, reader.site
    name = PurePosixPath(blueprint.id).name
    known = (*facts(blueprint, words), *(fact for fact in (counterpart, *others, standing) if fact))
    noted = tuple(notes(blueprint).values())
    questions = [(step, question) for step in blueprint.steps for question in step.questions]
    lists = [
        (Heading(title, anchor), references)
        for title, anchor, references in (
            (words("Sources"), "_sources", blueprint.sources),
            (words("Links"), "_links", blueprint.links),
        )
        if references
    ]
    parts = {
        "up": render("up", words, link=site.index_link(addresses.page_file(blueprint.id))),
        "head": render(
            "head",
            words,
            title=blueprint.title,
            badge=state_title(blueprint.state, words),
            kind=blueprint.state,
            tags=blueprint.tags,
        ),
        "facts": render("facts", words, facts=known, figures=figures(blueprint, words)),
        "step-notes": render("step_notes", words, noted=noted, mark=lambda name: Markup(mark(name))),
        "notes": render("notes", words, questions=questions, lists=lists, actions=blueprint.actions),
        "gone": render("gone_steps", words, steps=gone),
    }
    unread_parts = {
        "diagram": render(
            "diagram",
            words,
            name=name,
            title=blueprint.title,
            first_view=blueprint.first_view,
            formats=site.formats,
            pictures=[
                {
                    "view": picture.view,
                    "whole": picture.whole,
                    "phases": picture.phases,
                    "sheets": picture.sheets,
                    "title": view_title(picture.view, words),
                    "hint": view_hint(picture.view, words),
                }
                for picture in pictures
            ],
        ),
        "touchpoints": render("touchpoints", words, name=name, table=table_html(blueprint, words)),
        "sharing": sharing,
    }
    headings = [
        Heading(words("Diagram"), "_diagram"),
        Heading(words("Touchpoints"), "_touchpoints"),
        *([Heading(words("Notes"), "_notes")] if noted else []),
        *([Heading(words("Open questions"), "_questions")] if questions else []),
        *(heading for heading, _ in lists),
        *([Heading(words("Steps that are gone"), "_gone")] if gone else []),
    ]
    summary = {SUMMARY: blueprint.summary} if blueprint.summary else {}
    return Page(
        title=blueprint.title,
        body="\n\n".join(
            map(
                mark,
                ("up", "head", "sharing", *summary, "facts", "diagram", "touchpoints", "step-notes", "notes", "gone"),
            )
        ),
        parts=parts,
        texts={**summary, **{note.name: note.text for each in noted for note in each}},
        unread_parts=unread_parts,
        words={"touchpoints": table_words(blueprint, words)},
        language=reader.language,
        right_to_left=words.right_to_left,
        description=first_paragraph(blueprint.summary, raw_html=site.markdown_html),
        headings=tuple(headings),
        steps=tuple(Heading(step.heading, step.id) for step in blueprint.steps),
        wide=True,
        tags=blueprint.tags,
    )
