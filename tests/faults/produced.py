"""Every problem that the case files of reading and checking produce, and the examples of the rules."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from faults import large
from service_blueprint.checking import RULES, check
from service_blueprint.problem import Place, Problem
from service_blueprint.reading import Library, read_text
from service_blueprint.reading.embed import read_embed
from service_blueprint.reading.reading import read_catalog_text
from service_blueprint.reading.references import referent
from service_blueprint.shelves import read_folder
from service_blueprint.shelves.icon_faults import icon_faults

TESTS = Path(__file__).parent.parent
READING, CHECKING, OWN = TESTS / "reading/cases", TESTS / "checking/cases", Path(__file__).parent / "cases"
TODAY = date(2026, 11, 1)


@cache
def produced() -> tuple[Problem, ...]:
    """All of them, each once."""
    return tuple(dict.fromkeys([*_of_texts(), *_of_folders(), *_of_rules(), *_of_own_cases()]))


def _of_texts() -> Iterator[Problem]:
    for case in (*_cases(READING / "problems"), *_cases(READING / "read")):
        catalog = read_catalog_text(case.get("catalog", "").encode(), path="_catalog.yml").catalog
        yield from read_text(case["text"].encode(), path="a.yml", id=case.get("id", "made"), catalog=catalog).problems
    for case in _cases(READING / "catalog"):
        yield from read_catalog_text(case["catalog"].encode(), path="_catalog.yml").problems


def _of_folders() -> Iterator[Problem]:
    for case in _cases(READING / "folders"):
        with _folder(case["files"]) as library:
            yield from library.problems
    for text in large.texts():
        yield from read_text(text.encode(), path="a.yml", id="made").problems


def _of_rules() -> Iterator[Problem]:
    library = read_folder(CHECKING)
    yield from _found(library)
    for rule in RULES:
        with _folder(rule.bad) as library:
            yield from _found(library)


def _of_own_cases() -> Iterator[Problem]:
    """The cases of this folder: files, and what pages show of them or refer to."""
    for case in _cases(OWN):
        with _folder(case.get("files", {})) as library:
            yield from _found(library)
            for fence in case.get("fences", ()):
                yield from read_embed(fence, Place("page.md"), library).problems
            for reference in case.get("references", ()):
                found = referent(reference, library, Place("page.md"))
                assert isinstance(found, Problem)
                yield found


def _found(library: Library) -> Iterator[Problem]:
    yield from library.problems
    yield from icon_faults(library)
    for reading in library.readings:
        yield from reading.problems
        if reading.blueprint:
            yield from check(reading.blueprint, today=TODAY, library=library.blueprints)


class _folder:
    """A library of files by their names; a file given as hexadecimal bytes begins with ``0x``."""

    def __init__(self, files: dict[str, Any] | Any) -> None:
        self._files = files
        self._place = TemporaryDirectory()

    def __enter__(self) -> Library:
        top = Path(self._place.name)
        for name, text in self._files.items():
            file = top / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(bytes.fromhex(text[2:]) if text.startswith("0x") else text.encode())
        return read_folder(top)

    def __exit__(self, *_: object) -> None:
        self._place.cleanup()


def _cases(folder: Path) -> list[dict[str, Any]]:
    return [yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader) for file in sorted(folder.glob("*.yml"))]
