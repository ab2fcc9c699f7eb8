"""The files that fuzzing begins with: the samples, the cases of reading and of Markdown, and made-up blueprints."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from blueprints_made import random_blueprint
from fuzz.laws import BETWEEN, SAMPLES

TESTS = Path(__file__).parent.parent
MADE = 24
SMALL = 2_500
"""Bytes of a file that is drawn in little time."""


@cache
def seeds(law: str) -> tuple[bytes, ...]:
    """What a law is first tried with; those that draw get small files, for each takes them many times as long."""
    match law:
        case "converting":
            return tuple(_markdown())
        case "cataloguing":
            return (*_texts("catalog", "catalog"), (SAMPLES / "_catalog.yml").read_bytes())
        case "reading" | "checking" | "formatting":
            return (*_blueprints(), *_samples(), *_with_catalogs())
        case "comparing":
            small = [each for each in _blueprints() if len(each) < SMALL]
            return tuple(BETWEEN.join(pair) for pair in zip(small, [*small[1:], small[0]], strict=True))
        case _:
            return tuple(each for each in (*_blueprints(), *_with_catalogs()) if len(each) < SMALL)


def _blueprints() -> Iterator[bytes]:
    yield from _texts("read", "text")
    yield from _texts("problems", "text")
    for seed in range(MADE):
        document = random_blueprint(seed, steps=1 + seed % 4, lanes=1 + seed % 3)
        yield yaml.dump(document, allow_unicode=True, sort_keys=False).encode()


def _samples() -> Iterator[bytes]:
    for file in sorted(SAMPLES.glob("[!_]*.yml")):
        yield file.read_bytes()


def _with_catalogs() -> Iterator[bytes]:
    for case in _cases("read"):
        if "catalog" in case:
            yield BETWEEN.join(str(case[key]).encode() for key in ("text", "catalog"))


def _texts(kind: str, key: str) -> Iterator[bytes]:
    for case in _cases(kind):
        yield str(case[key]).encode("utf-8", "surrogatepass")


def _cases(kind: str) -> Iterator[dict[str, Any]]:
    for file in sorted((TESTS / "reading" / "cases" / kind).glob("*.yml")):
        yield yaml.safe_load(file.read_text("utf-8"))


def _markdown() -> Iterator[bytes]:
    for file in sorted((TESTS / "hosts" / "markdown" / "cases").glob("*.yml")):
        yield str(yaml.safe_load(file.read_text("utf-8"))["markdown"]).encode()
