"""``service-blueprint new``: a new blueprint, or a new repository with all that it needs."""

import json
import os
import sys
from datetime import date
from pathlib import Path, PurePosixPath

import click

from service_blueprint.blanks import one_line
from service_blueprint.file_names import FOLDER, SCHEMA
from service_blueprint.hosts.files.whole_files import TakenError, refuse_links_out, write_new
from service_blueprint.hosts.joining import join_site
from service_blueprint.hosts.output import say
from service_blueprint.hosts.printable import visible
from service_blueprint.languages import ENGLISH, LANGUAGES
from service_blueprint.reading.files import id_of, name_problems, path_of
from service_blueprint.reading.schema import schema_text
from service_blueprint.reading.slugs import slug
from service_blueprint.shelves.disk import read_bytes, real_path
from service_blueprint.writing import Template, editor_schemas, new_blueprint, new_site

_CONFIGURATION = "mkdocs.yml"
_SETTINGS = ".vscode/settings.json"
_TEMPLATES = [template.value for template in Template]


@click.command(
    epilog="""\b
Examples:
  service-blueprint new
  service-blueprint new hr/laptop-request --title "Request a new laptop" --template journey
  service-blueprint new --site our-services --language pl"""
)
@click.argument("where", metavar="[ID]", required=False)
@click.option("--title", default="", help="The blueprint's title; with --site, the site's name.")
@click.option(
    "--template",
    type=click.Choice(_TEMPLATES),
    help="journey: the customer's way, in the ten steps of mapping. blueprint: front, back stage and support too. "
    "cross-functional: who does what, decisions and hand-overs.  [default: blueprint]",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of texts and comments.  [default: en]")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of blueprints; it is made where it is missing.",
)
@click.option("--site", is_flag=True, help="Make a whole repository; in place of ID stands its folder.  [default: .]")
def new(where: str | None, title: str, template: str | None, language: str | None, folder: Path, site: bool) -> None:
    """Begin a blueprint from a template, or a repository for blueprints.

    ID is the blueprint's path in its folder, without the ending: hr/laptop-request becomes
    blueprints/hr/laptop-request.yml. Help for editors is written with it: the schema into the folder, and settings for
    VS Code beside it. On a terminal, what is not given is asked for. With --site a repository is made: mkdocs.yml, a
    catalog, a first blueprint, settings for editors and pre-commit, workflows for GitHub and GitLab.

    Nothing is overwritten: where a file is there already, nothing at all is written. What is written is listed. But
    where --site finds a mkdocs.yml, it adds the plugin to it, leaves every other line as it is, and begins the folder
    of blueprints beside it; all other files of the project are left alone.
    """
    asks = _at_a_terminal()
    configuration = Path(where or ".") / _CONFIGURATION
    if site and os.path.lexists(configuration):
        join_site(configuration.parent, configuration, Template(template or Template.BLUEPRINT), language or "en")
        return
    if asks and not title and (site or not where):
        title = click.prompt("Name of the site" if site else "Title")
    title = one_line(title)
    if visible(title) != title or "\t" in title:
        raise click.UsageError("the title has a character that cannot be printed")
    if not site and not where:
        where = _id_asked_for(title) if asks else slug(title)
    if not site and not where:
        raise click.UsageError("say what to make: an ID as in 'laptop-request', or --title")
    chosen = Template(template or (_choice("Template", _TEMPLATES, Template.BLUEPRINT) if asks else Template.BLUEPRINT))
    spoken = language or (_choice("Language", LANGUAGES, ENGLISH) if asks else ENGLISH)
    today = date.today()
    advice = ""
    if site:
        root, texts = Path(where or "."), new_site(title, chosen, spoken, today=today)
    else:
        assert where
        _refuse_bad_id(where, folder)
        refuse_links_out(folder)
        root = _project_of(folder)
        name = real_path(folder).name
        texts = {f"{name}/{where}.yml": new_blueprint(where, chosen, spoken, today=today, title=title)}
        if not (folder / SCHEMA).exists():
            texts[f"{name}/{SCHEMA}"] = schema_text()
        if (root / _SETTINGS).exists():
            advice = _missing_settings(root / _SETTINGS, editor_schemas(name))
        else:
            texts[_SETTINGS] = json.dumps({"yaml.schemas": editor_schemas(name)}, ensure_ascii=False, indent=2) + "\n"
    try:
        write_new(root, {path: text.encode() for path, text in texts.items()})
    except TakenError as error:
        there = f"'{path_of(error.file)}' is there already"
        raise click.UsageError(f"{there}, and nothing was written; choose another place, or move it away") from None
    for path in texts:
        say(path_of(root / path))
    if advice:
        say(advice, err=True)
    hint = f"cd {root} && pip install -r requirements.txt && mkdocs serve --livereload" if site else ""
    say(f"see it with: {hint}" if site else "write over the example, from the top downwards", err=True)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _project_of(folder: Path) -> Path:
    """The folder that a folder of blueprints lies in, which is the one to be opened in an editor."""
    return real_path(folder).parent if folder.name in ("", "..") or folder.is_symlink() else folder.parent


def _missing_settings(settings: Path, schemas: dict[str, str]) -> str:
    """What to add to VS Code's settings by hand, for they may have comments; empty where they name the schemas."""
    held = read_bytes(settings, path_of(settings))
    text = held.decode("utf-8", "replace") if isinstance(held, bytes) else ""
    if all(schema.removeprefix("./") in text for schema in schemas):
        return ""
    lines = json.dumps({"yaml.schemas": schemas}, ensure_ascii=False)[1:-1]
    return f"'{path_of(settings)}' is left alone; add to it, for help in the editor: {lines}"


def _id_asked_for(title: str) -> str:
    answer: str = click.prompt("ID, which is its file's name and its address", default=slug(title) or None)
    return answer.strip()


def _choice(what: str, choices: list[str] | tuple[str, ...], default: str) -> str:
    answer: str = click.prompt(what, type=click.Choice(choices), default=str(default))
    return answer


def _refuse_bad_id(id: str, folder: Path) -> None:
    """Raise ``UsageError`` for an id that cannot be the address of a page."""
    path = PurePosixPath(id)
    if path.is_absolute() or path.as_posix() != id:
        raise click.UsageError(f"'{id}' is no id; write it as in 'laptop-request' or 'hr/laptop-request'")
    file = folder / f"{id}.yml"
    for problem in name_problems(file, id_of(file, folder), path_of(file)):
        better = "/".join(slug(part) for part in path.parts if slug(part)) or "blueprint"
        raise click.UsageError(f"{problem.message}; write '{better}'")
