"""Drawn examples on a page: a few lines of YAML, and beside them what the tool makes of these lines.

In Markdown an example is a YAML fence under a line that names what it shows:

    <!-- drawn: moment-of-truth -->

    ```yaml
    customer: Picks up the laptop
    moment-of-truth: true
    ```

What it shows is a sign as the legend or a card calls it, or a part of a drawing (a field of ``layout.Diagram``);
several are separated by commas. ``<!-- drawn as customer, systems: tracks -->`` chooses the views; without, it is the
one that a page would show first. The YAML is a whole blueprint, its steps, or the keys of a single step.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from textwrap import dedent, indent

from service_blueprint.blueprint import Blueprint, View
from service_blueprint.drawing import draw
from service_blueprint.reading import read_text

_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_MARKER = r"<!-- drawn(?: as (?P<views>[\w, ]+))?: (?P<shows>[\w, -]+) -->"
_WRITTEN = re.compile(rf"^{_MARKER}\n+```yaml\n(?P<yaml>.*?)^```$", re.MULTILINE | re.DOTALL)
_RENDERED = re.compile(rf"{_MARKER}\s*(?P<yaml><div class=\"[\w -]*highlight\">.*?</div>)", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """An example under a ``heading``. ``shows`` are the names of what it shows; no ``views`` means the first one."""

    heading: str
    shows: tuple[str, ...]
    views: tuple[View, ...]
    yaml: str

    @cached_property
    def blueprint(self) -> Blueprint:
        """The example as a whole blueprint; ``ValueError`` with all that is wrong with it."""
        reading = read_text(self._document().encode(), path=self.heading, id="example")
        if reading.blueprint is None or reading.problems:
            raise ValueError("\n".join(str(problem) for problem in reading.problems))
        return reading.blueprint

    @property
    def drawn_views(self) -> tuple[View, ...]:
        """The views in which it is drawn."""
        return self.views or (self.blueprint.first_view,)

    def html(self, number: int) -> str:
        """Its drawings for a page, as inline SVG that follows the page's palette; ``number`` sets their ids apart."""
        return "".join(self._figure(view, f"drawn-{number}-{view}-") for view in self.drawn_views)

    def _figure(self, view: View, prefix: str) -> str:
        """One drawing; it carries its own title and description, and can be scrolled where it is too wide."""
        svg = draw(self.blueprint, view, standalone=False, prefix=prefix)
        several = len(self.drawn_views) > 1
        caption = f"<figcaption><code>{view}</code></figcaption>" if several else ""
        label = escape(f"{self.heading}, {view}" if several else self.heading)
        sheet = f'<div class="drawn__sheet" tabindex="0" role="group" aria-label="{label}">{svg}</div>'
        return f'<figure class="drawn__picture">{caption}{sheet}</figure>'

    def _document(self) -> str:
        if self.yaml.startswith("title:"):
            return self.yaml
        steps = self.yaml if self.yaml.startswith("- ") else "- " + indent(self.yaml, "  ").lstrip()
        return f"title: {json.dumps(self.heading)}\nsteps:\n{steps}"


def examples(markdown: str) -> list[Example]:
    """The drawn examples of a page, in its order."""
    found = []
    for written in _WRITTEN.finditer(markdown):
        headings = _HEADING.findall(markdown, 0, written.start())
        views = tuple(View(name) for name in _names(written["views"] or ""))
        found.append(Example(headings[-1], _names(written["shows"]), views, dedent(written["yaml"])))
    return found


def with_drawings(html: str, markdown: str) -> str:
    """A page's HTML with the drawings beside their YAML; ``markdown`` is what the page was made from."""
    drawn = iter(enumerate(examples(markdown), start=1))
    return _RENDERED.sub(lambda rendered: _beside(rendered["yaml"], *next(drawn)), html)


def with_drawings_in_markdown(markdown: str, render: Callable[[str], str]) -> str:
    """A page's Markdown with the drawings beside their YAML, as HTML; ``render`` makes HTML of the YAML's fence."""
    drawn = iter(enumerate(examples(markdown), start=1))

    def put(written: re.Match[str]) -> str:
        rendered = _RENDERED.search(render(written[0]))
        assert rendered, "a fence becomes a block of code"
        return _beside(rendered["yaml"], *next(drawn))

    return _WRITTEN.sub(put, markdown)


def _beside(yaml: str, number: int, example: Example) -> str:
    return f'<div class="drawn">{yaml}{example.html(number)}</div>'


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
