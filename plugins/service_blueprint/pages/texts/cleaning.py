"""HTML of an author's text without what could run, hide, imitate or move something on the page around it.

nh3 reads it as a browser does and writes it anew, so whatever was left open ends where the text ends.
"""

import re
from collections.abc import Collection

import nh3

from service_blueprint.blueprint import LINK_SCHEMES
from service_blueprint.pages.links import of_site

_KINDS = frozenset(
    (
        *("abstract", "attention", "bug", "caution", "check", "cite", "danger", "done", "error", "example"),
        *("fail", "failure", "faq", "hint", "important", "info", "missing", "note", "question", "quote"),
        *("snippet", "success", "summary", "tip", "tldr", "todo", "warning"),
    )
)
"""Kinds of admonitions that themes know; any other class could be that of a part of the theme."""

_CLASSES = {
    "a": re.compile("footnote-ref|footnote-backref|headerlink|toclink"),
    "code": re.compile(r"language-[\w+#-]+"),
    "details": re.compile("|".join(_KINDS)),
    "div": re.compile("|".join(("admonition", "footnote", *_KINDS))),
    "kbd": re.compile(r"key-[a-z0-9-]+"),
    "label": re.compile("task-list-control"),
    "li": re.compile("task-list-item"),
    "p": re.compile("admonition-title"),
    "pre": re.compile("highlight"),
    "span": re.compile("keys|sb-broken|task-list-indicator"),
    "ul": re.compile("task-list"),
}
_OF_ALL = ("id", "class")
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"alt", "src", "title"},
    "input": {"checked", "disabled"},
    "ol": {"start"},
    "span": {"title"},
    "td": {"align"},
    "th": {"align"},
}
_TAGS = frozenset(
    (
        *("a", "abbr", "blockquote", "br", "code", "dd", "del", "details", "div", "dl"),
        *("dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input"),
        *("ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "s"),
        *("span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead"),
        *("tr", "ul"),
    )
)
_VALUES = {"input": {"type": {"checkbox"}}}
_SCHEMES = set(LINK_SCHEMES)

_TAG = re.compile(r"<([A-Za-z][^\s/>]*)")
_NEVER = {"base", "noembed", "noframes", "noscript", "plaintext", "template", "xmp"}
"""Elements that move the links of the whole page, or that not all readers see closed."""

_OWN = re.compile("data-(?:blueprint|sb)")
_OWN_ID = re.compile("_|sb-")


def cleaned(html: str, prefix: str) -> str:
    """HTML that came of Markdown alone; ids stay that begin with ``prefix``."""

    def kept(tag: str, name: str, value: str) -> str | None:
        if name == "id":
            return value if value.startswith(prefix) else None
        if name == "class":
            allowed = _CLASSES.get(tag)
            return " ".join(each for each in value.split() if allowed and allowed.fullmatch(each)) or None
        return None if name == "src" and not of_site(value) else value

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={tag: {*_OF_ALL, *_ATTRIBUTES.get(tag, ())} for tag in _TAGS},
        attribute_filter=kept,
        tag_attribute_values=_VALUES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def tidied(html: str, prefix: str, taken: Collection[str]) -> str:
    """HTML that an author may have written too: as it is, but closed, and with no id or mark of the page's own.

    ``taken`` are the page's own ids; an id that begins as they do, or as those that ``prefix`` sets apart, is one too.
    """

    def kept(tag: str, name: str, value: str) -> str | None:
        if name in ("id", "name") and not value.startswith(prefix):
            return None if value in taken or _OWN_ID.match(value) else value
        return None if _OWN.match(name) else value

    return nh3.clean(
        html,
        tags=_tags_in(html),
        clean_content_tags=set(),
        attributes={},
        generic_attribute_prefixes={""},  # any attribute begins so
        attribute_filter=kept,
        strip_comments=False,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _tags_in(html: str) -> set[str]:
    """All names of elements; those of SVG have capitals within them."""
    written = set(_TAG.findall(html))
    return {*written, *map(str.lower, written)} - _NEVER
