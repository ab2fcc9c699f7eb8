"""How a site wants its authors' texts to become HTML."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Self

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markupsafe import Markup

from service_blueprint.blanks import one_line
from service_blueprint.pages.texts.conversion import AuthorText
from service_blueprint.pages.texts.extensions import Configs, harmless

SUMMARY = "summary"
"""The name of the text that stands below the page's own heading; any other is below a heading of the third level."""


def _always() -> Configs:
    return harmless((), {})


@dataclass(frozen=True, slots=True)
class TextRules:
    """The extensions of Python-Markdown that texts may use, with what each is told, and whether HTML in them is HTML.

    Without any it is as on a site that names no extension.
    """

    extensions: Configs = field(default_factory=_always)
    raw_html: bool = False

    @classmethod
    def of_site(cls, names: Iterable[object], configs: Mapping[str, Any], *, raw_html: bool) -> Self:
        """Those of a site's own extensions that do no harm; ``configs`` is what all of them are told, by name."""
        return cls(harmless(map(str, names), configs), raw_html)

    def for_text(self, name: str, taken: Collection[str] = ()) -> tuple[list[str | Extension], Configs]:
        """What Python-Markdown needs for the text of that name on a page, whose own ids are ``taken``."""
        prefix = f"_{name}-"
        own = self.extensions["toc"]
        toc = {**own, "slugify": _prefixed(own.get("slugify", slugify), prefix)}
        first = 2 if name == SUMMARY else 4
        text = AuthorText(prefix, raw_html=self.raw_html, taken=taken, first=first)
        return [*self.extensions, text], {**self.extensions, "toc": toc}


@lru_cache(maxsize=64)  # the page, its card, its preview and the index ask for the same one after the other
def plain_text(text: str, *, raw_html: bool) -> str:
    """A Markdown text's words as plain text; HTML in it is text too, unless it is to be HTML."""
    html = Markdown(extensions=[AuthorText("_", raw_html=raw_html)]).convert(text)
    return one_line(Markup(html).striptags())


def _prefixed(slugs: Callable[[str, str], str], prefix: str) -> Callable[[str, str], str]:
    return lambda words, separator: f"{prefix}{slugs(words, separator)}"
