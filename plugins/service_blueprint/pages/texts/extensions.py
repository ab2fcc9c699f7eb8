"""Which of a site's extensions of Python-Markdown an author's text may use.

A site's owner chooses extensions for pages of their own. Some of them read files, run code, fetch something from
elsewhere, or give an author any attribute; what an extension does next year, nobody knows. So these are the ones that
are known to do no more than their signs say. What they are told in ``mkdocs.yml`` holds, but for what is set here.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Configs = dict[str, dict[str, Any]]
"""What extensions are told, by their names."""

ALWAYS = ("toc", "tables", "fenced_code")
"""Those that MkDocs has always on, so that a text reads the same wherever it is built."""

_PLAIN = (
    *("abbr", "admonition", "def_list", "footnotes", "legacy_em", "nl2br", "sane_lists", "smarty"),
    *(
        f"pymdownx.{name}"
        for name in (
            *("betterem", "caret", "details", "keys", "magiclink", "mark", "saneheaders", "smartsymbols"),
            *("superfences", "tasklist", "tilde"),
        )
    ),
)
_BUNDLES = {
    "extra": ("abbr", "def_list", "footnotes"),
    "pymdownx.extra": ("pymdownx.betterem", "pymdownx.superfences", "abbr", "def_list", "footnotes"),
}
# A table of contents for each mark in the text would be as long as all of them together. An alignment is no style.
# Fences of one's own run what the site's owner names, and highlighting chooses among some hundred readers of code.
_SET: Mapping[str, Mapping[str, Any]] = {
    "toc": {"marker": "", "baselevel": 1},
    "tables": {"use_align_attribute": True},
    "pymdownx.superfences": {"custom_fences": []},
    "pymdownx.highlight": {"use_pygments": False},
}
_HIGHLIGHT = "pymdownx.highlight"
# What superfences and highlighting are told otherwise is about what they may not do here.
_NOT_ASKED = ("pymdownx.superfences", _HIGHLIGHT)


def harmless(names: Iterable[str], configs: Mapping[str, Any]) -> Configs:
    """Those of a site's extensions that an author's text may use, and those always on, with what each is told."""
    found = dict.fromkeys(ALWAYS)
    for name in map(_common, names):
        found |= dict.fromkeys(_BUNDLES.get(name, (name,) if name in _PLAIN else ()))
    if "pymdownx.superfences" in found:
        found[_HIGHLIGHT] = None
    told = {_common(name): config for name, config in configs.items() if isinstance(config, Mapping)}
    own = {name: {} if name in _NOT_ASKED else dict(told.get(name, {})) for name in found}
    return {name: {**own[name], **_SET.get(name, {})} for name in found}


def _common(name: str) -> str:
    """The short name of an extension: a site may call the same one by its module or its class."""
    return str(name).partition(":")[0].removeprefix("markdown.extensions.")
