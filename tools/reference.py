"""Reference pages from the code itself: what is written there once cannot go stale here. All in Markdown.

A line ``<!-- commands -->`` or another name of ``WHOLE``, ``<!-- keys: StepEntry -->`` or
``<!-- data: ChangesData -->`` in a page becomes what is made here.
"""

import ast
import inspect
import json
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any

import click
from babel import Locale
from markdown.extensions.toc import slugify

import service_blueprint
from service_blueprint.hosts.cli import main
from service_blueprint.hosts.markdown.extension import ServiceBlueprintExtension
from service_blueprint.hosts.mkdocs import options as plugin
from service_blueprint.hosts.report_data import ReportData, report_schema_text
from service_blueprint.languages import LANGUAGES
from service_blueprint.layout.views import VIEWS
from service_blueprint.pages.comparing.comparison_data import ChangesData, comparison_schema_text
from service_blueprint.pages.elsewhere.site_index import SiteIndex, site_index_schema_text
from service_blueprint.pages.kind import PageKind
from service_blueprint.pages.kinds import KINDS
from service_blueprint.pages.table_data import table_schema_text
from service_blueprint.pages.touchpoint_data import TouchpointsData
from service_blueprint.reading.catalog import CatalogEntry
from service_blueprint.reading.document import BlueprintEntry
from service_blueprint.reading.embed import EmbedEntry
from service_blueprint.reading.limits import LIMITS

_MARKER = re.compile(r"^<!-- (\w+)(?:: (\w+))? -->$", re.MULTILINE)
_SECTION = re.compile(r"^#+ (.+)\n(?:[^#\n].*\n|\n)*?<!-- (?:keys|data): (\w+) -->$", re.MULTILINE)


def with_tables(markdown: str) -> str:
    """A page with the tables in place of their markers; ``ValueError`` where one cannot be made."""
    anchors = {name: slugify(heading, "-") for heading, name in _SECTION.findall(markdown)}

    def made(marker: re.Match[str]) -> str:
        kind, name = marker.groups()
        if kind in WHOLE:
            return WHOLE[kind]()
        if kind not in ("keys", "data"):
            return marker[0]
        try:
            return keys(name, anchors) if kind == "keys" else data_keys(name, anchors)
        except KeyError as unknown:
            raise ValueError(f"no table can be made of {name}, {unknown} is missing") from None

    return _MARKER.sub(made, markdown)


def commands() -> str:
    """A section for each command: what it does, its usage, its options, examples."""
    parts = []
    with click.Context(main, info_name="service-blueprint") as root:
        for name in main.list_commands(root):
            command = main.get_command(root, name)
            assert command
            with click.Context(command, info_name=name, parent=root) as context:
                usage = context.get_usage().removeprefix("Usage: ")
                records = [param.get_help_record(context) for param in command.get_params(context)]
            rows = [(f"`{record[0]}`", record[1]) for record in records if record and record[1]]
            parts += [f"## `{name}`", inspect.cleandoc(command.help or ""), f"```text\n{usage}\n```"]
            parts.append(_table(("option", "what it does"), rows))
            if command.epilog:
                parts.append(f"```text\n{inspect.cleandoc(command.epilog.removeprefix(chr(8)))}\n```")
    return "\n\n".join(parts)


def options() -> str:
    """A section for each option of the plugin: its default, and the docstring under it in the code."""
    config = plugin.ServiceBlueprintConfig
    [body] = [node.body for node in ast.parse(inspect.getsource(config)).body if isinstance(node, ast.ClassDef)]
    parts = []
    for option, text in pairwise(body):
        match option, text:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(doc))):
                default = getattr(config, name).default
                parts += [f"## `{name}`", f"Default: `{default}`", _markdown(inspect.cleandoc(doc))]
    return "\n\n".join(parts)


def extension() -> str:
    """The options of the Markdown extension."""
    rows = [
        (f"`{name}`", f"`{default!r}`", text) for name, (default, text) in ServiceBlueprintExtension().config.items()
    ]
    return _table(("option", "default", "meaning"), rows)


def kinds() -> str:
    """The kinds of pages and files, and what each says of itself."""
    rows = []
    for kind in KINDS:
        module = kind.make.__module__.removeprefix("service_blueprint.").replace(".", "/")
        where, found = "", ""
        if isinstance(kind, PageKind):
            where, found = kind.navigation.value, "yes" if kind.searched else "no"
        first = kind.addresses[0].removesuffix("index.html")
        rows.append((kind.name, f"`{first}`" + " …" * (len(kind.addresses) > 1), where, found, f"`{module}.py`"))
    return _table(("kind", "address", "in the navigation", "found by a search", "module"), rows)


def languages() -> str:
    """The languages that the tool speaks, with their tags."""
    rows = ((Locale.parse(language).english_name, f"`{language}`") for language in LANGUAGES)
    return _table(("language", "tag"), ((name or tag, tag) for name, tag in rows))


def limits() -> str:
    """How much there may be of anything."""
    return _table(("what", "at most", "why no more"), ((limit.what, limit.shown, limit.why) for limit in LIMITS))


def views() -> str:
    """What a blueprint can be drawn as."""
    return _table(("view", "lanes", "what for"), ((f"`{kind.view}`", kind.lanes, kind.purpose) for kind in VIEWS))


def python_names() -> str:
    """A section for each name that programs may use: its signatures, its docstring, its examples."""
    parts = []
    for name in service_blueprint.__all__:
        value = getattr(service_blueprint, name)
        if not (inspect.isfunction(value) or inspect.isclass(value)):
            continue
        text, _, examples = inspect.cleandoc(value.__doc__ or "").partition("\n>>> ")
        parts += [f"## `{name}`", *_signatures(value), _markdown(text.rstrip())]
        if examples:
            parts.append(f"```pycon\n>>> {examples}\n```")
    return "\n\n".join(parts)


def _signatures(value: Any) -> list[str]:
    """How a function is called, as its code has it; nothing for a class, which is not for programs to make."""
    if not inspect.isfunction(value):
        return []
    module = ast.parse(inspect.getsource(inspect.getmodule(value) or value))
    kinds = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == value.__name__]
    ways = [f"{node.name}({ast.unparse(node.args)}) -> {ast.unparse(node.returns)}" for node in kinds if node.returns]
    told = "\n".join(ways[:-1] or ways).replace("_Path", "str | PathLike[str]")
    return [f"```python\n{told}\n```"]


def keys(name: str, anchors: Mapping[str, str]) -> str:
    """The keys of one mapping of the format, in the order of its definition.

    ``anchors`` are the sections of the page that tell of the other mappings; ``KeyError`` where one is missing.
    """
    definition = DEFINITIONS[name]
    rows = [
        (
            f"`{key}`" + (" (required)" if key in definition.get("required", ()) else ""),
            _value(value, anchors),
            _markdown(value.get("description", "")) + _example(value),
        )
        for key, value in definition["properties"].items()
    ]
    return _table(("key", "value", "meaning"), rows)


def data_keys(name: str, anchors: Mapping[str, str]) -> str:
    """The keys of one mapping that is written as JSON; ``anchors`` and errors as for ``keys``."""
    rows = []
    for key, value in DATA_DEFINITIONS[name]["properties"].items():
        absent = " or `null`" if {"type": "null"} in value.get("anyOf", ()) else ""
        rows.append((f"`{key}`", _value(value, anchors) + absent, value["description"]))
    return _table(("key", "value", "meaning"), rows)


def _definitions() -> dict[str, Any]:
    models = (CatalogEntry, BlueprintEntry, EmbedEntry)
    schemas = {model.__name__: model.model_json_schema() for model in models}
    inner = {name: each for schema in schemas.values() for name, each in schema["$defs"].items()}
    return {**inner, **schemas}


def _data_definitions(schema_text: str, name: str) -> dict[str, Any]:
    schema = json.loads(schema_text)
    return {**schema["$defs"], name: schema}


WHOLE: dict[str, Callable[[], str]] = {
    "commands": commands,
    "options": options,
    "extension": extension,
    "kinds": kinds,
    "languages": languages,
    "limits": limits,
    "views": views,
    "python": python_names,
}
"""What can be told of something as a whole."""

DEFINITIONS = _definitions()
DATA_DEFINITIONS = {
    **_data_definitions(comparison_schema_text(), ChangesData.__name__),
    **_data_definitions(report_schema_text(), ReportData.__name__),
    **_data_definitions(site_index_schema_text(), SiteIndex.__name__),
    **_data_definitions(table_schema_text(), TouchpointsData.__name__),
}


def _value(schema: dict[str, Any], anchors: Mapping[str, str]) -> str:
    """What may stand behind a key, in words."""
    if "anyOf" in schema:
        single = [one for one in schema["anyOf"] if one.get("type") not in ("array", "null")]
        many = any(one.get("type") == "array" for one in schema["anyOf"])
        words = [_value(one, anchors) for one in single] + ["a list of these"] * many
        return ", ".join(words[:-1]) + (" or " if words[:-1] else "") + words[-1]
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if "enum" in (definition := {**DATA_DEFINITIONS, **DEFINITIONS}[name]):
            default = schema.get("default")
            return ", ".join(f"`{word}`" + " (default)" * (word == default) for word in definition["enum"])
        return f"[a mapping](#{anchors[name]})"
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema["type"] == "array":
        return f"a list, each {_value(schema['items'], anchors)}"
    if schema["type"] == "object":
        return f"names, each with {_value(schema['additionalProperties'], anchors)}"
    words_for = {"string": "text", "boolean": "true or false", "integer": "whole number"}
    return str(schema.get("format") or words_for.get(schema["type"], schema["type"]))


def _example(schema: dict[str, Any]) -> str:
    examples = " or ".join(f"`{example}`" for example in schema.get("examples", ()))
    return f" Example: {examples}." if examples else ""


def _markdown(docstring: str) -> str:
    """A docstring's text with code as Markdown writes it."""
    return docstring.replace("``", "`")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
