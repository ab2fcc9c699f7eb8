"""The page that shows what changed in a blueprint: the marked diagram, and the changes by step."""

from collections.abc import Iterator

from service_blueprint.blueprint import Blueprint
from service_blueprint.drawing.comparison import Picture
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.history import Standing
from service_blueprint.pages import addresses
from service_blueprint.pages.comparing.changes import change_groups, count_lines, kind_words
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.kind import ID, InNavigation, PageKind, PlacedPage
from service_blueprint.pages.page import Heading, Page, mark
from service_blueprint.pages.past import Past
from service_blueprint.pages.pictures import Drawing
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render


def _pages(edition: Edition) -> Iterator[PlacedPage]:
    for id, drawn in edition.drawn.items():
        standing = edition.past.standings.get(id)
        if standing and standing.comparison:
            picture = edition.drawings.comparison(id, standing.comparison, drawn.reader.language)
            page = _page(drawn.blueprint, standing, standing.comparison, picture, edition.past, drawn.reader)
            yield PlacedPage(page, addresses.changes_file(id))


def _page(
    blueprint: Blueprint,
    standing: Standing,
    comparison: Comparison,
    picture: Picture,
    past: Past,
    reader: Reader,
) -> Page:
    """The page of the last change of a blueprint, in the words of its language; ``picture`` shows the comparison."""
    words = reader.words
    here = addresses.changes_file(blueprint.id)
    before, after = comparison.before, comparison.after
    assert before and after, "what was new then has no comparison"
    title = past.title(standing.since, standing.before, words)
    since = standing.since or words("This version")
    ends = [
        (standing.before, past.link(standing.before, addresses.page_file(before.id), here)),
        (since, past.link(standing.since, addresses.page_file(after.id), here)),
    ]
    return Page(
        title=f"{blueprint.title} – {title}",
        body="\n\n".join(map(mark, ("head", "diagram", "changes"))),
        parts={
            "head": render(
                "changes_head",
                words,
                up=past.link_here(addresses.page_file(blueprint.id), here),
                up_title=blueprint.title,
                title=title,
                ends=ends,
                renamed_from=before.id if before.id != after.id else "",
                unchanged=standing.since != past.site.version,
                counts=count_lines(comparison.changes, words),
            ),
            "changes": render(
                "changes",
                words,
                groups=change_groups(comparison, words),
                kinds=kind_words(words),
                source=past.source(words),
            ),
        },
        unread_parts={
            "diagram": render(
                "changes_diagram",
                words,
                title=blueprint.title,
                drawing=Drawing("", round(picture.width), round(picture.height), picture.svg),
            )
        },
        language=reader.language,
        right_to_left=words.right_to_left,
        headings=(Heading(words("Diagram"), "_diagram"), Heading(words("Changes"), "_changes")),
        wide=True,
    )


CHANGES = PageKind("changes of a blueprint", (addresses.changes_file(ID),), _pages, InNavigation.NONE, searched=False)
