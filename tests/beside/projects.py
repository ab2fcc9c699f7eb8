"""Small projects as data: what stands in ``mkdocs.yml``, the files that differ from the usual ones, what is built.

A case is a YAML file with these keys, all but ``configuration`` optional:

- ``configuration``: what stands in ``mkdocs.yml`` beside the site's name, its address and its theme;
- ``files``: texts by their paths, beside the usual ones or in place of them; ``null`` leaves a usual one out;
- ``before``: texts of the files of a version that git has the tag ``1`` of;
- ``committed``: the day on which all of it was committed, where the project lies in a repository;
- ``has`` and ``lacks``: texts that built files hold, or do not, by their paths;
- ``there`` and ``missing``: paths of files that are built, or are not;
- ``says``: texts that the build prints;
- ``strict``: whether a warning is an error, as it is unless a case says "false";
- ``lost``: beginnings of links that lead nowhere, and do so through no fault of ours.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from links import lost_links
from projects import ENVIRONMENT, write
from repositories import CALM, Repository

SITE = "https://water.example.org/works/"
BEGINNING = f"site_name: Water works\nsite_url: {SITE}\n"
THEME = "theme: {name: material, font: false}\n"
USUAL = {
    "docs/index.md": "# Welcome\n\n[The meter](blueprint:meter-reading#send)\n",
    "blueprints/meter-reading.yml": """\
title: Read the water meter
summary: A tenant sends the reading of the meter, and gets a bill.
owner: Billing
tags: [water]
steps:
  - id: letter
    customer: Gets a letter
    frontstage: {by: Billing, do: Sends the letter}
  - id: send
    customer: Sends the reading
    frontstage: Web form takes the number
    backstage: {by: Billing, do: Checks the number}
""",
    "blueprints/home/new-meter.yml": """\
title: Change the meter
tags: [water, house call]
steps:
  - id: visit
    customer: Lets the fitter in
    frontstage: Fitter changes the meter
""",
}


@dataclass(frozen=True)
class Case:
    """A project and what is expected of it."""

    configuration: str
    files: dict[str, str | None] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    committed: str = ""
    has: dict[str, list[str]] = field(default_factory=dict)
    lacks: dict[str, list[str]] = field(default_factory=dict)
    there: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    strict: bool = True
    lost: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path) -> "Case":
        """The case in a file."""
        return cls(**yaml.safe_load(file.read_text(encoding="utf-8")))

    def write(self, folder: Path) -> Path:
        """Write the project into a folder; gives that."""
        theme = "" if "theme:" in self.configuration else THEME
        if self.before:
            earlier = Repository.made(folder)
            earlier.commit({**self.before}, tag="1")
            for path in self.before:
                (folder / path).unlink()
        files = {**USUAL, "mkdocs.yml": BEGINNING + theme + self.configuration, **self.files}
        for path, text in files.items():
            if text is not None:
                write(folder / path, text)
        if self.committed:
            commit(folder, self.committed)
        return folder


def commit(folder: Path, day: str) -> None:
    """Commit all that is in a folder as if on a day, into a repository of its own."""
    moment = f"{day}T12:00:00"
    by = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"), ("DATE", moment))
    }
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Change")):
        subprocess.run(["git", *words], cwd=folder, env={**os.environ, **CALM, **by}, check=True)


def built(project: Path, *, strict: bool = True) -> str:
    """Build a project; what that printed."""
    command = [sys.executable, "-m", "mkdocs", "build", *(["--strict"] if strict else [])]
    quiet = {**ENVIRONMENT, **CALM, "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=project, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stderr


def wrongs(case: Case, project: Path, said: str) -> list[str]:
    """What of a built project is not as the case expects it."""
    site = project / "site"
    found = [f"{path} is not there" for path in case.there if not (site / path).is_file()]
    found += [f"{path} is there" for path in case.missing if (site / path).exists()]
    found += [f"the build does not say {text!r}" for text in case.says if text not in said]
    for expected, what in ((case.has, "lacks"), (case.lacks, "has")):
        for path, texts in expected.items():
            content = (site / path).read_text(encoding="utf-8") if (site / path).is_file() else ""
            found += [f"{path} {what} {text!r}" for text in texts if (text in content) == (what == "has")]
            found += [] if content else [f"{path} is not there"]
    for page in site.rglob("*.html"):
        if "data-blueprint-part" in page.read_text(encoding="utf-8"):
            found.append(f"{page.relative_to(site)} has a mark where something should be")
    known = tuple(case.lost)
    if not (site / "blueprints/meter-reading").exists():
        return found
    return found + [f"a link leads nowhere: {link}" for link in lost_links(site, SITE) if not link.startswith(known)]
