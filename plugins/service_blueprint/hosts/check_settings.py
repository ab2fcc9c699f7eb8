"""Which rules a project wants: ``[tool.service-blueprint]`` in ``pyproject.toml``, or ``checks`` in ``mkdocs.yml``."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service_blueprint.checking import RULES_BY_ID, no_such_rule
from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.hosts.names import TOOL
from service_blueprint.problem import Problem
from service_blueprint.reading.decoding import decode
from service_blueprint.reading.parsing import parse
from service_blueprint.shelves.disk import read_bytes
from service_blueprint.shelves.projects import upwards

PROJECT, SITE = "pyproject.toml", "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Ids of rules: those that apply (None for all), and those that do not."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


class SettingsError(ServiceBlueprintError, ValueError):
    """Settings that cannot be followed; the message says in one line where, what and what to do."""


def settings_for(folder: Path) -> Settings:
    """The settings of the project that ``folder`` is in: those of the nearest folder upwards that has any.

    The search ends at the root of a repository. Raises ``SettingsError``, also where both files have settings.
    """
    for here in upwards(folder.absolute()):
        found = [each for each in (_of_project(here / PROJECT), _of_site(here / SITE)) if each]
        if len(found) > 1:
            raise SettingsError(f"{here / SITE}: {PROJECT} has settings for the checks too; keep one of the two")
        if found:
            return found[0]
    return Settings()


def _of_project(file: Path) -> Settings | None:
    if not os.path.isfile(file):  # noqa: PTH113 - that of Path fails at names of any length
        return None
    try:
        content = tomllib.loads(_read(file).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{file}: the file cannot be read as TOML: {error}") from None
    tool = content.get("tool")
    table = tool.get(TOOL) if isinstance(tool, dict) else None
    return None if table is None else settings_of(table, f"{file}: [tool.{TOOL}]")


def _of_site(file: Path) -> Settings | None:
    if not os.path.isfile(file):  # noqa: PTH113 - that of Path fails at names of any length
        return None
    checks = _plugin_options(site_in(file)).get("checks")
    return None if checks is None else settings_of(checks, f"{file}: 'checks' of the plugin {TOOL}")


def site_in(file: Path) -> Any:
    """What a site's ``mkdocs.yml`` says, as plain values. Raises ``SettingsError`` where it cannot be read."""
    text = decode(_read(file), str(file))
    source, problems = parse(text, str(file)) if isinstance(text, str) else (None, list(text))
    if source is None:
        raise SettingsError(str(problems[0]))
    return source.data()


def _read(file: Path) -> bytes:
    held = read_bytes(file, str(file))
    if isinstance(held, Problem):
        raise SettingsError(f"{file}: {held.message}")
    return held


def _plugin_options(site: Any) -> Mapping[str, Any]:
    """The plugin's options; MkDocs takes plugins as a list and as a mapping."""
    plugins = site.get("plugins") if isinstance(site, dict) else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        options = entry.get(TOOL) if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def settings_of(table: Any, where: str) -> Settings:
    """Settings as written in a file; ``where`` names the place in messages. Raises ``SettingsError``."""
    if not isinstance(table, dict):
        raise SettingsError(f"{where} must have the keys 'select' or 'ignore'")
    for key in table:
        if key not in ("select", "ignore"):
            raise SettingsError(f"{where} has no setting '{key}'; it has 'select' and 'ignore'")
    select = _rules(table["select"], where, "select") if "select" in table else None
    return Settings(select, _rules(table.get("ignore", []), where, "ignore"))


def _rules(ids: Any, where: str, key: str) -> tuple[str, ...]:
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        raise SettingsError(f"{where}: '{key}' must be a list of rules")
    for id in ids:
        if id not in RULES_BY_ID:
            raise SettingsError(f"{where}: {no_such_rule(id, RULES_BY_ID).text}")
    return tuple(str(id) for id in ids)
