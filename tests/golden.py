"""Golden cases: files that say what must come of something. ``pytest --update`` has them say what comes of it today.

A test asks for the fixture ``golden`` and gives it what was made: ``golden.value(file, "problems", made)`` holds it
against one key of a YAML file, ``golden.text(file, made)`` against a whole text. With ``--update`` what differs is
rewritten, that key or that file alone, and the run says which files are; read the difference before you commit it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

_UPDATED = "golden-updated"


@dataclass
class Golden:
    """Holds what was made against what a case says."""

    update: bool
    updated: list[str] = field(default_factory=list)

    def value(self, file: Path, key: str, made: Any, *, without: Any = None) -> None:
        """Compare with a key of a YAML file; a file that lacks it says ``without``."""
        text = file.read_text("utf-8")
        said = yaml.safe_load(text).get(key, without)
        if self.update and said != made:
            self._write(file, with_value(text, key, made))
        else:
            assert made == said

    def text(self, file: Path, made: str) -> None:
        """Compare with a text file; where there is none, nothing is to be made."""
        said = file.read_text("utf-8") if file.exists() else ""
        if self.update and said != made:
            if made:
                self._write(file, made)
            else:
                file.unlink()
                self.updated.append(str(file))
        else:
            assert made == said

    def _write(self, file: Path, text: str) -> None:
        file.write_text(text, "utf-8")
        self.updated.append(str(file))


def with_value(text: str, key: str, value: Any) -> str:
    """The text of a YAML mapping with another value for one of its outermost keys, all other lines being as they were.

    A key that is not there is added at the end.
    """
    lines = text.splitlines(keepends=True)
    first = last = len(lines)
    root = yaml.compose(text)
    keys = [(name.value, name.start_mark.line) for name, _ in root.value] if root else []
    for (name, line), (_, following) in pairwise([*keys, ("", len(lines))]):
        if name == key:
            first, last = line, following
            while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
                last -= 1  # a comment above the next key is that key's
    return "".join([*lines[:first], _dumped(key, value), *lines[last:]])


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as they are; lists two blanks deeper than their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represented(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text.strip("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_Dumper.add_representer(str, _represented)
_Dumper.add_multi_representer(str, _represented)  # the words of enumerations


def _dumped(key: str, value: Any) -> str:
    return yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know ``--update``."""
    parser.addoption("--update", action="store_true", help="rewrite what golden cases and the soft figures expect")


@pytest.fixture
def golden(request: pytest.FixtureRequest, record_property: Any) -> Iterator[Golden]:
    """Holds what was made against what a case says, or has the case say it."""
    held = Golden(request.config.getoption("--update"))
    yield held
    if held.updated:
        record_property(_UPDATED, held.updated)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say which files were rewritten."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    told = [value for report in reports for name, value in getattr(report, "user_properties", ()) if name == _UPDATED]
    if files := sorted({file for each in told for file in each}):
        terminalreporter.section("golden cases rewritten")
        for file in files:
            terminalreporter.write_line(file)
