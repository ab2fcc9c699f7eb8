"""In which language problems are told: that of whoever asks, else that of the file, else that of the site."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service_blueprint.hosts.check_settings import SITE, SettingsError, site_in
from service_blueprint.problem import Problem
from service_blueprint.words import Words, words_for

# A line of its own, for a file with faults may be no YAML at all; within a text it would be indented.
_LANGUAGE = re.compile(rb"^language:[ \t]*[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)", re.MULTILINE)


@dataclass(frozen=True)
class Languages:
    """Problems in words: in the language ``asked`` for, else in that of their file, else in that of the ``site``.

    ``texts`` are what the files hold, by their paths.
    """

    texts: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    site: str = ""
    asked: str = ""
    _found: dict[str, Words] = field(default_factory=dict, repr=False, compare=False)

    def words(self, path: str) -> Words:
        """The words of the language in which problems of a file are told."""
        if path not in self._found:
            self._found[path] = words_for(self.asked or language_in(self.texts.get(path, b"")) or self.site or "en")
        return self._found[path]

    def told(self, problem: Problem) -> str:
        """What is wrong and what to do, without the place."""
        return self.words(problem.place.path).told(problem)

    def line(self, problem: Problem) -> str:
        """The same behind its place."""
        return f"{problem.place}: {self.told(problem)}"


def language_in(data: bytes) -> str:
    """The language that a file says it is in, whether or not it can be read; "" where it says none."""
    found = _LANGUAGE.search(data)
    return found[1].decode() if found else ""


def site_language(folder: Path) -> str:
    """The language of the site whose ``mkdocs.yml`` lies in a folder or the nearest above it; "" where there is none.

    The search ends at the root of a repository. A site's file that cannot be read says nothing here.
    """
    for here in (folder.absolute(), *folder.absolute().parents):
        if os.path.isfile(here / SITE):  # noqa: PTH113 - that of Path fails at names of any length
            return _theme_language(here / SITE)
        if os.path.lexists(here / ".git"):
            break
    return ""


def _theme_language(file: Path) -> str:
    try:
        site = site_in(file)
    except SettingsError:
        return ""
    theme = site.get("theme") if isinstance(site, dict) else None
    named = (theme.get("language") or theme.get("locale")) if isinstance(theme, dict) else None
    return str(named) if isinstance(named, str) else ""
