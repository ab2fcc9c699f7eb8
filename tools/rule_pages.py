"""The reference of the rules, a page for each, from the rules themselves.

Beside ``docs_hooks.py``, another addition to MkDocs. The pages stand on no disk; a line ``<!-- rules -->`` in a page
becomes the table of all.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from textwrap import fill

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from service_blueprint.checking import RULES, Rule, check
from service_blueprint.checking import rules as rules_room
from service_blueprint.checking.registry import KINDS
from service_blueprint.checking.rule import Files as ExampleFiles
from service_blueprint.hosts.reports import Report, text
from service_blueprint.problem import Severity
from service_blueprint.shelves import read_folder
from service_blueprint.shelves.paths import seen

FOLDER = "reference/rules"
MARKER = "<!-- rules -->"
WIDTH = 88
_CODES = (
    "By its [code](index.md#codes) a program tells what it is, in whatever language it is said. "
    "Dots stand for what the file holds."
)
TODAY = date(2026, 11, 1)


@event_priority(100)  # before the plugin, which makes the navigation of all pages
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each rule; it is edited where the rule is written."""
    sources = Path(str(rules_room.__file__)).parent
    for rule in RULES:
        file = File.generated(config, f"{FOLDER}/{rule.id}.md", content=page(rule))
        module = rule.find.__module__.rpartition(".")[2] if rule.find else "reading"
        file.edit_uri = seen(sources / f"{module}.py", Path(config.docs_dir)).as_posix()
        files.append(file)
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put the table in place of its marker."""
    return markdown.replace(MARKER, table())


def table() -> str:
    """All rules in their order, each with its severity and what it finds."""
    rows = [f"| [`{rule.id}`]({rule.id}.md) | {rule.severity} | {rule.summary} |" for rule in RULES]
    return "\n".join(["| rule | severity | what it finds |", "| --- | --- | --- |", *rows])


def page(rule: Rule) -> str:
    """What a rule finds, why, how to mend it, and its example with what the command says of it. In Markdown."""
    parts = [f"# {rule.id}", f"Severity: **{rule.severity}**", rule.what, "## Why", rule.why]
    parts += ["## How to mend it", rule.mend]
    if rule.bad:
        parts += ["## Example", *_fences(rule.bad), "`service-blueprint check` says:"]
        parts += [f"```text\n{said_of(rule.bad)}```", "Mended:", *_fences(rule.good)]
    parts += ["## Codes", _CODES, codes(rule)]
    return "\n\n".join(part.strip() for part in [*parts, "## Leave it out", _leaving_out(rule)]) + "\n"


def codes(rule: Rule) -> str:
    """The kinds of faults and findings that belong to a rule: their codes, what is said of each, and what to do."""
    rows = []
    for kind in (kind for kind in KINDS if kind.rule == rule.id):
        remedies = [_plain(remedy) for remedy in (kind.remedy, *kind.others) if remedy]
        rows.append(f"| `{kind.code}` | {_plain(kind.message)} | {'<br>or: '.join(remedies)} |")
    return "\n".join(["| code | what is said | what to do |", "| --- | --- | --- |", *rows])


def _plain(sentence: str) -> str:
    """A sentence with dots for its fields, as code, in which no sign means anything to Markdown."""
    fields = {name: "…" for _, name, _, _ in Formatter().parse(sentence) if name}
    return f"`{sentence.format_map(fields)}`"


def said_of(files: ExampleFiles) -> str:
    """What the command line says of the first of an example's files, its lines broken as a narrow terminal does."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_text(content, "utf-8")
        library = read_folder(Path(folder))
        first = next(iter(files))
        reading = next(reading for reading in library.readings if Path(reading.path).name == first)
        found = [*library.problems, *reading.problems]
        if reading.blueprint:
            found += check(reading.blueprint, today=TODAY, library=library.blueprints, locate=reading.place)
        problems = [replace(each, place=replace(each.place, path=Path(each.place.path).name)) for each in found]
    told = text(Report((first,), tuple(problems), files))
    return "".join(
        f"{fill(line, WIDTH, break_on_hyphens=False)}\n" if len(line) > WIDTH else f"{line}\n"
        for line in told.splitlines()
    )


def _fences(files: ExampleFiles) -> list[str]:
    return [f'```yaml title="{name}"\n{content}```' for name, content in files.items()]


def _leaving_out(rule: Rule) -> str:
    if rule.find is None and rule.severity is Severity.ERROR:
        return "An error of this rule cannot be left out, for it leaves nothing that could be drawn."
    in_all = f"in all, with [settings](index.md#which-rules-apply) or `--ignore {rule.id}`"
    return f"In one file, with its key `checks`; {in_all}.\n\n```yaml\nchecks: {{ignore: [{rule.id}]}}\n```"
