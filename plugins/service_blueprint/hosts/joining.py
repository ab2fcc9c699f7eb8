"""``new --site`` in a project that has a ``mkdocs.yml``: the plugin is added to it, a folder of blueprints begun."""

import difflib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from service_blueprint.file_names import FOLDER
from service_blueprint.hosts.files.whole_files import ChangedError, refuse_links_out, write_new, write_whole
from service_blueprint.hosts.output import say
from service_blueprint.hosts.trouble import FileTroubleError
from service_blueprint.problem import Problem
from service_blueprint.reading.files import path_of
from service_blueprint.shelves.disk import read_bytes
from service_blueprint.writing import REQUIREMENT, Template, new_site, with_plugin
from service_blueprint.writing.authoring import AuthoringError

_OURS = (f"{FOLDER}/", ".vscode/")
_MARK = "\ufeff"


def join_site(root: Path, configuration: Path, template: Template, language: str) -> None:
    """Add the plugin to a project's configuration, and write what is missing of a folder of blueprints.

    All of it is done or nothing. What is written is listed, and each line that was added. Raises ``FileTroubleError``
    where the configuration cannot be read or understood.
    """
    name = path_of(configuration)
    before = read_bytes(configuration, name)
    if isinstance(before, Problem):
        raise FileTroubleError(f"'{name}' is left alone: {before.text}")
    try:
        text = before.decode("utf-8")
        mark = _MARK if text.startswith(_MARK) else ""
        after = (mark + with_plugin(text.removeprefix(_MARK))).encode()
    except UnicodeDecodeError:
        raise FileTroubleError(f"'{name}' is left alone: it is not written in UTF-8; save it so first") from None
    except AuthoringError as error:
        raise FileTroubleError(f"'{name}' is left alone: {error}") from None
    texts = dict(_missing(root, template, language))
    refuse_links_out(configuration)
    if after != before:
        _replace(configuration, before, after)
    try:
        write_new(root, {path: text.encode() for path, text in texts.items()})
    except BaseException:
        if after != before:
            _replace(configuration, after, before)
        raise
    for path in texts:
        say(path_of(root / path))
    for number, line in _added(before.decode("utf-8"), after.decode("utf-8")):
        say(f"{name}:{number}: added: {line}")
    say(f"have the project install {REQUIREMENT}, and see it with: mkdocs serve --livereload", err=True)


def _missing(root: Path, template: Template, language: str) -> Iterator[tuple[str, str]]:
    """The files of a new site that a project lacks, of those that have to do with blueprints."""
    begun = any((root / FOLDER).glob("**/[!_]*.yml"))
    for path, text in new_site("", template, language, today=date.today()).items():
        first = path.startswith(f"{FOLDER}/") and not Path(path).name.startswith("_")
        if path.startswith(_OURS) and not os.path.lexists(root / path) and not (first and begun):
            yield path, text


def _replace(file: Path, before: bytes, after: bytes) -> None:
    try:
        write_whole(file, after, before=before)
    except ChangedError:
        raise FileTroubleError(f"'{path_of(file)}' was changed meanwhile, and is left alone; try again") from None


def _added(before: str, after: str) -> Iterator[tuple[int, str]]:
    """The lines that are new, with their numbers."""
    old, new = before.splitlines(), after.splitlines()
    for kind, _, _, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("insert", "replace"):
            yield from ((number + 1, new[number]) for number in range(first, last))
