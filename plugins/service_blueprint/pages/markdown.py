"""What an author wrote as text within Markdown, on one line."""

import re

from service_blueprint.blanks import one_line

_GAP = "\u200b"  # a space without width
_LONGEST_SIGN = 3  # that begins a reference; what is longer is a commit
_REFERENCE = re.compile(
    r"""
    @(?=\w)                          # somebody, a team; the middle of a mail address
    | [\#!$&](?=\d)                  # an issue, a merge request, a snippet, an epic
    | %(?=[\w"{]) | ~(?=[\w"])       # a milestone or a value of the project, a label
    | (?i:\bg[hl]-)(?=\d)            # an issue
    | :(?=//) | (?i:\bwww)(?=\.)     # an address
    | (?<!\d):(?=[\w+-]+(?::|$))     # a picture, as in ":tada:"
    | \*(?=iteration:)
    | [\[{](?=[\[+%\#-]|\w+:|_*(?i:toc))  # "[vulnerability:1]", "[[page]]", "{+ new +}", "{% macro %}"
    | (?i:\b(?=\d*[a-f]|\d{40}\b)[\da-f]{7,}\b)  # a commit, of which seven letters are enough
    """,
    re.VERBOSE,
)
"""The beginnings of what GitHub and GitLab make a link or a picture of, and whole names of commits."""

_MARKUP = re.compile(r"[\\`*_{}\[\]|#]|[~$<]|&(?=#?\w+;)")
_ENTITIES = {"~": "&#126;", "$": "&#36;", "<": "&lt;", "&": "&amp;"}


def markdown_text(text: str) -> str:
    """Text on one line, with everything escaped that Markdown would read as markup, in a table's cell too.

    GitHub and GitLab look for mentions and references in what they show, so that no escape keeps them off, but a space
    without width does: whoever writes a title calls nobody, and leads nowhere.
    """
    apart = _REFERENCE.sub(_apart, one_line(text))
    escaped = _MARKUP.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), apart)
    return escaped.replace(_GAP, "&#8203;")


def _apart(found: re.Match[str]) -> str:
    return _GAP.join(re.findall(".{1,6}", found[0])) + ("" if len(found[0]) > _LONGEST_SIGN else _GAP)
