"""What holds of every room, whatever a file holds.

Each law takes the bytes of a file and raises where it is broken: ``BrokenLawError`` where something came out that must
not, and anything else where a room raised what it never should. Bytes may hold two files, ``\\0`` between them: a
blueprint and its catalog, or a blueprint's two states. Nothing here needs a fuzzer; tests and fuzzers call the same.
"""

import csv
import io
import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from markdown import Markdown

from service_blueprint.blueprint import Catalog, View
from service_blueprint.checking import check
from service_blueprint.drawing import draw, paint
from service_blueprint.drawing.png import png
from service_blueprint.hosts.markdown.extension import ServiceBlueprintExtension
from service_blueprint.hosts.names import EXTENSION
from service_blueprint.insight.comparison import compare
from service_blueprint.layout import by_phase, by_sheet, lay_out
from service_blueprint.pages.collection import Collection, Entry, Site
from service_blueprint.pages.comparing.changes import Review
from service_blueprint.pages.comparing.comparison import (
    comparison_html,
    comparison_markdown,
    comparison_svg,
    comparison_text,
)
from service_blueprint.pages.comparing.comparison_data import comparison_json
from service_blueprint.pages.plain_page import plain_page
from service_blueprint.pages.publication import Publisher
from service_blueprint.pages.table_data import table_json
from service_blueprint.problem import Problem, Severity
from service_blueprint.reading import Reading, read_text
from service_blueprint.reading.limits import PROBLEMS
from service_blueprint.reading.reading import read_catalog_text
from service_blueprint.words import words_for
from service_blueprint.writing import formatted

BETWEEN = b"\0"
"""What stands between two files; no file can hold it."""

PATH, ID = "f.yml", "f"
TODAY = date(2026, 11, 1)
SAMPLES = Path(__file__).parent.parent.parent / "blueprints"
NAMED = Path(__file__).parent.parent / "hosts" / "markdown" / "blueprints"
"""The blueprints that pages of Markdown name."""

ACTIVE = {"script", "foreignobject", "iframe", "object", "embed", "base", "form", "meta", "link", "style", "applet"}
ADDRESSES = {"href", "src", "srcset", "action", "formaction", "data", "ping", "poster", "background"}


class BrokenLawError(Exception):
    """A law is broken."""


def reading(data: bytes) -> None:
    """Reading gives a blueprint or errors, the same every time, and each problem has a place in the file."""
    first, again = _readings(data), _readings(data)
    _hold(first == again, "reading twice gives something else")
    for found, text in zip(first, data.split(BETWEEN), strict=False):
        errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
        _hold((found.blueprint is None) == bool(errors), "neither a blueprint nor an error, or both")
        _hold(list(found.problems) == sorted(found.problems), "problems out of order")
        _in_file(found.problems, text)


def cataloguing(data: bytes) -> None:
    """The same of a catalog."""
    first, again = (read_catalog_text(data, path=PATH) for _ in range(2))
    _hold(first == again, "reading twice gives something else")
    _in_file(first.problems, data)


def checking(data: bytes) -> None:
    """Rules find something that has a place in the file, in its order."""
    found, text = _readings(data)[0], data.split(BETWEEN)[0]
    if found.blueprint:
        problems = check(found.blueprint, today=TODAY, library={ID: found.blueprint}, locate=found.place)
        _hold(list(problems) == sorted(problems), "problems out of order")
        _in_file(problems, text)


def formatting(data: bytes) -> None:
    """Formatting twice changes nothing, and what is formatted means the same."""
    before = _read(data)
    for ids in (False, True):
        once = formatted(data, PATH, ids=ids)
        if isinstance(once, tuple):
            _in_file(once, data)
            return
        _hold(formatted(once, PATH, ids=ids) == once, "formatting twice changes something")
        after = _read(once)
        if before.blueprint or not ids:
            _hold(after.blueprint == before.blueprint, "a formatted file means something else")
        if not ids and len(before.problems) < PROBLEMS.most:
            _hold(_told(before) == _told(after), "a formatted file has other problems")


def comparing(data: bytes) -> None:
    """Nothing differs from itself, and every way to tell what differs is sound."""
    states = [found.blueprint for found in _readings(data) if found.blueprint]
    for state in states:
        _hold(compare(state, state).changes == (), "something differs from itself")
    if not states:
        return
    before, after = states[0], states[-1]
    for comparison in (compare(before, after), compare(after, before), compare(None, after), compare(before, None)):
        reviews = [Review(comparison, PATH)]
        comparison_text(reviews)
        comparison_markdown(reviews)
        json.loads(comparison_json(reviews, "a", "b"))
        harmless_drawing(comparison_svg(reviews))
        harmless_page(comparison_html(reviews, "a", "b"), allowed={"style", "meta"})
    _hold(comparison_svg(reviews) == comparison_svg(reviews), "drawing twice gives something else")


def drawing(data: bytes) -> None:
    """Every drawing is XML, the same every time, and nothing in it acts."""
    found = _readings(data)[0].blueprint
    for view in View if found else ():
        assert found
        svg = draw(found, view)
        harmless_drawing(svg)
        _hold(svg == draw(found, view), "drawing twice gives something else")
        diagram = lay_out(found, view)
        for part in (*by_phase(diagram), *by_sheet(diagram)):
            harmless_drawing(paint(diagram, words_for("pl"), standalone=False, prefix="p-", part=part))


def painting(data: bytes) -> None:
    """Every drawing can be painted as PNG."""
    if found := _readings(data)[0].blueprint:
        image = png(draw(found, found.first_view), title=found.title, description=found.summary)
        _hold(image.startswith(b"\x89PNG"), "no picture")


def publishing(data: bytes) -> None:
    """Pages and files can be made of every reading, and what is not the author's Markdown is harmless."""
    found, text = _readings(data)[0], data.split(BETWEEN)[0]
    entry = Entry(ID, Path(PATH), found.title or ID, found.blueprint, found.problems, text)
    sources = {PATH: text.decode("utf-8", "replace")}
    collection = Collection("blueprints", [entry], (), sources)
    published = Publisher().publish(collection, Site(name="Site", url="https://example.org/"))
    for placed in published.pages:
        for part in (*placed.page.parts.values(), *placed.page.unread_parts.values(), *placed.page.words.values()):
            harmless_page(part, allowed={"form"})
        harmless_page(placed.page.head, allowed={"link", "meta"})
        plain_page(placed, {})
    for file, content in published.files.items():
        _sound_file(file, content)
    if found.blueprint:
        json.loads(table_json(found.blueprint))


def converting(data: bytes) -> None:
    """A page of Markdown with fences and references is converted, the same every time."""
    (first, problems), again = _converted(data), _converted(data)
    _hold((first, problems) == again, "converting twice gives something else")
    _in_file(problems, data)


LAWS: Mapping[str, Callable[[bytes], None]] = {
    law.__name__: law
    for law in (reading, cataloguing, checking, formatting, comparing, drawing, painting, publishing, converting)
}


def harmless_drawing(svg: str) -> None:
    """A drawing is XML in which nothing acts. Raises ``BrokenLawError`` or what an XML parser raises."""
    for element in ElementTree.fromstring(svg).iter():
        name = str(element.tag).partition("}")[2].lower()
        _inert(name, {key.rpartition("}")[2]: value for key, value in element.items()}, {"style"})


def harmless_page(html: str, allowed: Iterable[str] = ()) -> None:
    """HTML in which nothing acts but elements that are ``allowed``."""
    parser = _Tags(frozenset(allowed))
    parser.feed(html)
    parser.close()


class _Tags(HTMLParser):
    def __init__(self, allowed: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._allowed = allowed

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        _inert(tag, {key: value or "" for key, value in attrs}, self._allowed)


def _inert(name: str, attributes: Mapping[str, str], allowed: Iterable[str]) -> None:
    _hold(name not in ACTIVE or name in allowed, f"an element that acts: {name}")
    for key, value in attributes.items():
        _hold(not key.lower().startswith("on"), f"an attribute that acts: {key}")
        if key.lower().rpartition(":")[2] in ADDRESSES:
            scheme = re.match(r"[\x00-\x20]*([a-z\t\r\n]+):", value, re.IGNORECASE)
            known = re.sub(r"\s", "", scheme[1]).lower() if scheme else "https"
            _hold(known in ("http", "https", "mailto", "tel"), f"an address that acts: {known}")


def _sound_file(file: str, content: bytes) -> None:
    """What a published file holds is what its ending says."""
    text = content.decode("utf-8", "replace")
    if file.endswith(".svg"):
        harmless_drawing(text)
    elif file.endswith(".html"):
        harmless_page(text.replace('rel="icon" href="data:,"', ""), allowed={"script", "link", "meta"})
        _hold(all('src="' in each for each in re.findall(r"<script[^>]*>", text)), "a script of its own")
    elif file.endswith(".json"):
        json.loads(text)
    elif file.endswith(".csv"):
        widths = {len(row) for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_delimiter(text))}
        _hold(len(widths) == 1, "rows of a table that differ in length")


def _delimiter(text: str) -> str:
    return ";" if ";" in text.splitlines()[0] else ","


def _readings(data: bytes) -> list[Reading]:
    """What the files are read as; the second one is the catalog of the first where it is one."""
    first, *others = data.split(BETWEEN)[:2]
    shared = read_catalog_text(others[0], path="_catalog.yml").catalog if others else Catalog()
    return [_read(each, shared) for each in (first, *others)]


def _read(data: bytes, catalog: Catalog = Catalog()) -> Reading:  # noqa: B008 - frozen
    return read_text(data, path=PATH, id=ID, catalog=catalog)


def _told(found: Reading) -> list[str]:
    """What is wrong with a file, wherever that stands in it."""
    return sorted(re.sub(r"\bline \d+", "line", problem.text) for problem in found.problems)


def _converted(data: bytes) -> tuple[str, list[Problem]]:
    """A page's HTML, and what is told of its fences and references."""
    own = ServiceBlueprintExtension(blueprints=str(NAMED), origin=PATH)
    with gathered() as problems:
        html = Markdown(extensions=["fenced_code", "tables", own]).convert(data.decode("utf-8", "replace"))
    return html, problems


@contextmanager
def gathered() -> Iterator[list[Problem]]:
    """The problems that the Markdown extension tells its logger, which then tells nobody else."""
    found: list[Problem] = []

    def take(record: logging.LogRecord) -> bool:
        found.extend(each for each in record.args or () if isinstance(each, Problem))
        return False

    logger = logging.getLogger(EXTENSION)
    logger.addFilter(take)
    try:
        yield found
    finally:
        logger.removeFilter(take)


def _in_file(problems: Iterable[Problem], data: bytes) -> None:
    """Problems say something and have a place in the file."""
    lines = re.split("\r\n|\r|\n", data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    for problem in problems:
        _hold(bool(problem.message), "a problem that says nothing")
        place = problem.place
        _hold(1 <= place.line <= len(lines), f"a line that is not there: {problem}")
        _hold(1 <= place.column <= len(lines[place.line - 1]) + 1, f"a column that is not there: {problem}")


def _hold(true: bool, otherwise: str) -> None:
    if not true:
        raise BrokenLawError(otherwise)
