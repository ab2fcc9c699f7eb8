"""Publish the site as one of its versions, on the branch gh-pages: ``make publish VERSION=1.2``.

mike does it; this sees to it that what is published is in a commit, builds without a warning, and goes on from what
others have published. ``LATEST=yes`` or ``no`` says whether readers come to this version; without, they do unless there
is a newer one. ``PUSH=yes`` sends the branch to the remote. Where anything fails, the branch is as it was.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from service_blueprint.shelves.versions.numbers import number_of
from service_blueprint.shelves.versions.versions_file import SiteVersion, VersionsError, read_versions

BRANCH = "gh-pages"
REMOTE = "origin"

LATEST = "latest"
"""The alias of the version that readers are to come to."""

_PREVIEWS = "pr"  # beside the versions, where a workflow puts previews of pull requests
_ADDRESS = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_NUMBER = re.compile(r"[Vv]?[0-9].*")
# Windows takes these for devices, with whatever ending: Microsoft, "Naming Files, Paths, and Namespaces".
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?", re.IGNORECASE)


class RefusedError(Exception):
    """Why nothing is published, and what to do."""


def publish(wishes: Mapping[str, str]) -> str:
    """Publish what is checked out; gives what to tell. Raises ``RefusedError``."""
    version = wishes.get("VERSION", "")
    push = _answer(wishes, "PUSH") or False
    if not version:
        raise RefusedError("Which version is it? make publish VERSION=1.2")
    if fault := name_fault(version):
        raise RefusedError(f"VERSION cannot be that: {fault}.")
    _refuse_changes()
    _fetch(push)
    before = _commit(BRANCH) or _commit(f"{REMOTE}/{BRANCH}")
    known = _published()
    latest = _answer(wishes, "LATEST")
    if latest is None:
        number = number_of(version)
        latest = bool(number) and all(number_of(each.name) <= number for each in known)
    _run("mkdocs", "build", "--strict")
    try:
        _run("mike", "deploy", "--update-aliases", version, *([LATEST] if latest else []))
        _lead_readers(version, known, latest)
        if push:
            _push()
    except BaseException:  # somebody's Ctrl+C too
        if before:
            _git("update-ref", f"refs/heads/{BRANCH}", before)
        elif _commit(BRANCH):
            _git("update-ref", "-d", f"refs/heads/{BRANCH}")
        raise
    return "\n".join(_told(version, latest, push))


def name_fault(name: str) -> str:
    """Why no version can be called ``name``, with the remedy; "" where one can.

    None can where that needs another spelling in an address, where it looks like a file, as ``index.html`` does, where
    previews have that folder, where it is ``latest``, and where Windows has no such folders.
    """
    if not _ADDRESS.fullmatch(name):
        rule = "letters, digits, dots and hyphens, as in '1.2' or 'next'"
        return f"'{name}' cannot be a part of an address; write it with {rule}"
    if _DEVICE.fullmatch(name):
        return f"'{name}' is a device on Windows, where no folder can be called so; take another name"
    if name.lower() == _PREVIEWS:
        return f"'{name}' is the folder of the previews of pull requests; take another name"
    if "." in name and not _NUMBER.fullmatch(name):
        return f"'{name}' looks like a file; begin it with a digit, as in '1.2', or take a word without dots"
    if name.lower() == LATEST:
        return f"'{name}' is the alias of the newest version; call the version by its number, as in '1.2'"
    return ""


def _answer(wishes: Mapping[str, str], name: str) -> bool | None:
    answers = {"": None, "yes": True, "no": False}
    if wishes.get(name, "") not in answers:
        raise RefusedError(f"{name} is yes or no, not '{wishes[name]}'.")
    return answers[wishes.get(name, "")]


def _refuse_changes() -> None:
    if not _commit("HEAD"):
        raise RefusedError("This is no git repository with a commit; a version is one.")
    changed = _git("status", "--porcelain").stdout.splitlines()
    if changed:
        shown = ", ".join(line[3:] for line in changed[:5]) + (", …" if len(changed) > 5 else "")
        raise RefusedError(f"These changes are in no commit, and nobody could tell what was published: {shown}.")


def _fetch(push: bool) -> None:
    """Learn what others have published."""
    if REMOTE not in _git("remote").stdout.split():
        if push:
            raise RefusedError(f"There is no remote '{REMOTE}' to push to; add one, or leave PUSH=yes out.")
        return
    asked = _git("ls-remote", "--exit-code", "--heads", REMOTE, BRANCH)
    if asked.returncode not in (0, 2):
        if push:
            raise RefusedError(f"'{REMOTE}' cannot be reached: {asked.stderr.strip()}")
        print(f"'{REMOTE}' cannot be reached, so this goes on from what is known here.", file=sys.stderr)
    elif asked.returncode == 0:
        _git("fetch", "--quiet", REMOTE, BRANCH)
        theirs = f"{REMOTE}/{BRANCH}"
        if _commit(BRANCH) and not (_is_part(BRANCH, theirs) or _is_part(theirs, BRANCH)):
            remedy = f"`git branch --force {BRANCH} {theirs}` gives up what is here alone; then publish again."
            raise RefusedError(f"{BRANCH} has diverged: here and at '{REMOTE}' it has gone different ways. {remedy}")


def _published() -> tuple[SiteVersion, ...]:
    try:
        return read_versions(_run("mike", "list", "--json", capture=True))
    except VersionsError as error:
        raise RefusedError(f"versions.json on {BRANCH} cannot be read: {error}.") from None


def _lead_readers(version: str, known: tuple[SiteVersion, ...], latest: bool) -> None:
    """Have the site's own address lead to the latest version, or to the first while there is none."""
    front = LATEST if latest or any(LATEST in each.aliases for each in known) else version
    page = _git("show", f"{BRANCH}:index.html")
    if page.returncode or (front == LATEST and f'"{LATEST}/"' not in page.stdout):
        _run("mike", "set-default", front)


def _push() -> None:
    pushed = _git("push", "--quiet", REMOTE, BRANCH)
    if pushed.returncode:
        what = f"'{REMOTE}' did not take {BRANCH}, which is here as it was before; publish again."
        raise RefusedError(f"{what} Git says:\n{pushed.stderr.strip()}")


def _told(version: str, latest: bool, pushed: bool) -> list[str]:
    where = f"{version}/ and {LATEST}/" if latest else f"{version}/"
    lines = [f"Version {version} stands under {where} on the branch {BRANCH}{' and at its remote' if pushed else ''}."]
    if not pushed:
        lines.append(f"Look at it: .venv/bin/mike serve. Then publish it: git push {REMOTE} {BRANCH}")
    tags = _git("tag", "--points-at", "HEAD").stdout.split()
    if number_of(version) and not any(number_of(tag) == number_of(version) for tag in tags):
        lines.append(f"Tag this commit, so that later versions can tell what has changed: git tag {version}")
    return lines


def _is_part(one: str, other: str) -> bool:
    return _git("merge-base", "--is-ancestor", one, other).returncode == 0


def _commit(name: str) -> str:
    return _git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").stdout.strip()


def _git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], capture_output=True, text=True, encoding="utf-8", check=False)


def _run(*words: str, capture: bool = False) -> str:
    """Run a program of our environment. Raises ``RefusedError`` where it fails, which has said why."""
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join([here, os.environ.get("PATH", os.defpath)])}
    done = subprocess.run(
        [str(Path(here, words[0])), *words[1:]],
        env=environment,
        stdout=subprocess.PIPE if capture else None,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RefusedError(f"`{' '.join(words)}` failed, so nothing was published.")
    return done.stdout or ""


if __name__ == "__main__":
    try:
        print(publish(os.environ))
    except RefusedError as refusal:
        sys.exit(f"Nothing was published. {refusal}")
    except KeyboardInterrupt:
        sys.exit(f"This was interrupted, and {BRANCH} is here as it was before.")
