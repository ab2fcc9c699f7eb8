"""What has changed, as text, as Markdown for a pull request's comment, as one drawing, and as one page."""

import re
from collections.abc import Sequence
from importlib.resources import files

from markupsafe import Markup

from service_blueprint.drawing.alone import dressed
from service_blueprint.drawing.comparison import Panel, comparison_picture, draw_comparison, sheet
from service_blueprint.drawing.style import page_style
from service_blueprint.insight.changes import Change
from service_blueprint.languages import ENGLISH
from service_blueprint.pages.comparing.changes import Review, change_groups, count_lines, kind_words
from service_blueprint.pages.markdown import markdown_text
from service_blueprint.pages.templating import render
from service_blueprint.words import Words, words_for

COMMENT_LIMIT = 60_000
"""Characters of Markdown; a comment on GitHub holds 65,536 (and one on GitLab more)."""


def comparison_text(reviews: Sequence[Review]) -> str:
    """The changes for a terminal: for each blueprint its title and file, its counts, and the changes by step."""
    parts = []
    for review in _differing(reviews):
        words = review.words
        lines = [review.blueprint.title, *_facts(review), *_counts(review.comparison.changes, words)]
        for group in change_groups(review.comparison, words):
            lines.append(f"\n  {group.sign} {group.title}" if group.sign else f"\n  {group.title}")
            lines += [f"    {line.sign} {line.text}" for line in group.lines]
        parts.append("\n".join(lines) + "\n")
    return "\n\n".join(parts) or f"{_nothing(reviews)}\n"


def comparison_markdown(reviews: Sequence[Review]) -> str:
    """The changes for a comment, beginning with the counts of all; what an author wrote never becomes markup.

    It is cut where a comment could not hold it, and then says so.
    """
    found = _differing(reviews)
    words = _common_words(reviews)
    if not found:
        return f"{_nothing(reviews)}\n"
    changes = tuple(change for review in found for change in review.comparison.changes)
    total = " · ".join(f"**{title}:** {count}" for title, count in count_lines(changes, words))
    blocks = [total] if total else []
    for review in found:
        blocks.append(f"### {markdown_text(review.blueprint.title)}")
        blocks.append("  \n".join([f"`{_code(_facts(review)[0])}`", *map(markdown_text, _facts(review)[1:])]))
        if len(found) > 1:
            blocks += [markdown_text(line) for line in _counts(review.comparison.changes, review.words)]
        for group in change_groups(review.comparison, review.words):
            sign = f"`{group.sign}` " if group.sign else ""
            lines = [f"- `{line.sign}` {markdown_text(line.text)}" for line in group.lines]
            blocks.append("\n".join([f"**{sign}{markdown_text(group.title)}**", "", *lines]))
    return _cut(blocks, words)


def comparison_svg(reviews: Sequence[Review]) -> str:
    """The marked diagram as one drawing that stands alone; several blueprints stand below each other with titles."""
    found = _differing(reviews)
    words = _common_words(reviews)
    if len(found) == 1 and not found[0].trouble:
        return draw_comparison(found[0].comparison, found[0].words)
    panels = [
        Panel(
            review.blueprint.title,
            (*_facts(review), *_counts(review.comparison.changes, review.words)),
            comparison_picture(review.comparison, review.words, f"b{number}-"),
        )
        for number, review in enumerate(found, start=1)
    ]
    return sheet(panels or [Panel(_nothing(reviews))], words)


def comparison_html(reviews: Sequence[Review], before: str, after: str) -> str:
    """The changes as one page with all that it needs in it; ``before`` and ``after`` name the two states."""
    words = _common_words(reviews)
    found = _differing(reviews)
    assets = files("service_blueprint.pages").joinpath("assets")
    sheets = [assets.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in ("comparison", "changes")]
    entries = [
        {
            "title": review.blueprint.title,
            "language": review.words.language,
            "direction": "rtl" if review.words.right_to_left else "ltr",
            "facts": _facts(review),
            "counts": count_lines(review.comparison.changes, review.words),
            "picture": Markup(dressed(comparison_picture(review.comparison, review.words, f"b{number}-").svg)),
            "groups": change_groups(review.comparison, review.words),
            "kinds": kind_words(review.words),
        }
        for number, review in enumerate(found, start=1)
    ]
    page = render(
        "comparison",
        words,
        before=before,
        after=after,
        style=Markup("\n".join([*sheets, page_style(by_system=True, marked=True)])),
        entries=entries,
        nothing=_nothing(reviews),
    )
    return f"{page}\n"


def _differing(reviews: Sequence[Review]) -> list[Review]:
    return [review for review in reviews if review.differs]


def _common_words(reviews: Sequence[Review]) -> Words:
    """The words of the language that all blueprints share, else English."""
    languages = {review.blueprint.language for review in _differing(reviews) or reviews}
    return words_for(languages.pop() if len(languages) == 1 else ENGLISH)


def _nothing(reviews: Sequence[Review]) -> str:
    return _common_words(reviews)("Nothing has changed in the service.")


def _facts(review: Review) -> list[str]:
    """The blueprint's file, and what is to be said of it as a whole."""
    words = review.words
    facts = [_on_one_line(review.path)]
    if review.old_path:
        facts.append(words("Renamed from {path}", path=_on_one_line(review.old_path)))
    if review.trouble:
        facts.append(
            words(
                "The old file cannot be read, so this is the new one alone: {trouble}",
                trouble=_on_one_line(review.trouble),
            )
        )
    elif review.comparison.before is None:
        facts.append(words("This blueprint is new"))
    elif review.comparison.after is None:
        facts.append(words("This blueprint is gone"))
    return facts


def _on_one_line(path: str) -> str:
    """A path, in which a line break may stand on Linux, where every line has a meaning."""
    return re.sub(r"[\r\n]", "\ufffd", path)


def _counts(changes: tuple[Change, ...], words: Words) -> list[str]:
    counts = " · ".join(f"{title}: {count}" for title, count in count_lines(changes, words))
    return [counts] if counts else []


def _code(text: str) -> str:
    return text.replace("`", "'")


def _cut(blocks: Sequence[str], words: Words) -> str:
    text = ""
    for block in blocks:
        if len(text) + len(block) > COMMENT_LIMIT:
            return f"{text}*{words('There are more changes than a comment can hold.')}*\n"
        text += f"{block}\n\n"
    return text.rstrip() + "\n"
