"""``service-blueprint build``: the pages for a site generator that runs no plugin of ours."""

import re
import sys
from functools import partial
from pathlib import Path

import click

from service_blueprint.file_names import FOLDER
from service_blueprint.hosts.arguments import FileTroubleError, count, no_blueprint
from service_blueprint.hosts.check_settings import SettingsError, settings_for
from service_blueprint.hosts.files.alone import BusyError
from service_blueprint.hosts.files.written_files import Renewal, renew
from service_blueprint.hosts.library import read_collection
from service_blueprint.hosts.output import say
from service_blueprint.hosts.plain_site import plain_site
from service_blueprint.hosts.png_files import lacking, progress
from service_blueprint.hosts.problem_languages import Languages
from service_blueprint.languages import ENGLISH, LANGUAGES
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Site
from service_blueprint.pages.publication import Publisher
from service_blueprint.problem import Severity
from service_blueprint.shelves.disk import real_path
from service_blueprint.shelves.projects import PROJECT_FILES, REPOSITORY
from service_blueprint.shelves.versions.history import history_of

_OF_A_PROJECT = (REPOSITORY, *(name for name in PROJECT_FILES if name != "pyproject.toml"))


def _whole_address(context: click.Context, parameter: click.Parameter, url: str) -> str:
    """The address with a slash at its end; "" for none."""
    if url and not re.match(r"https?://[^\s/]", url):
        raise click.BadParameter(f"'{url}' is no whole address; write it as in 'https://example.org/services/'")
    return f"{url.rstrip('/')}/" if url else ""


@click.command(
    epilog="""\b
Examples:
  service-blueprint build --into docs
  service-blueprint build --into docs --no-png --site-url https://example.org/services/"""
)
@click.option(
    "--into",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of the site's documents, as in 'docs'; it is made where it is missing.",
)
@click.option(
    "--blueprints",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of blueprints.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=ENGLISH,
    show_default=True,
    help="The language of the index, and of blueprints that name none.",
)
@click.option(
    "--site-url",
    default="",
    metavar="URL",
    callback=_whole_address,
    help="Where the site will stand, for links from elsewhere.",
)
@click.option("--site-name", default="", metavar="NAME", help="What the site is called, for the same.")
@click.option("--version", default="", metavar="NAME", help="What this version of the site is called, as in 1.2.")
@click.option(
    "--png/--no-png",
    default=True,
    show_default=True,
    help="Write each diagram as PNG too, which takes most of the time.",
)
@click.option(
    "--markdown-html",
    is_flag=True,
    help="Take HTML in summaries and notes for HTML, scripts too: only where you trust all who write blueprints.",
)
def build(
    into: Path,
    blueprints: Path,
    language: str,
    site_url: str,
    site_name: str,
    version: str,
    png: bool,
    markdown_html: bool,
) -> None:
    """Write the pages of all blueprints as Markdown, for any site generator.

    What the MkDocs plugin puts on a site is written into DIR as files: a Markdown file for each page, and pictures,
    tables, style sheets and scripts beside them. Any generator that reads Markdown with Python-Markdown makes the same
    site of it, at the same addresses; Zensical and ProperDocs do.

    Run it again after every change: what an earlier run wrote and is no longer wanted is removed. A file that is not
    of an earlier run, or was changed since, is left alone and named. One run at a time writes into DIR. A blueprint
    with faults has a page that says so, and the exit status is 1.
    """
    _refuse_unfit(into, blueprints)
    try:
        collection, doubts = read_collection(blueprints, settings_for(blueprints))
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    if not collection.entries:
        raise no_blueprint(blueprints)
    site = Site(language, site_name, site_url, version, png=png, markdown_html=markdown_html)
    history = history_of(blueprints, version)
    publication = Publisher().publish(collection, site, history=history, progress=progress(partial(say, err=True)))
    plain = plain_site(publication, blueprints, language, markdown_html=markdown_html)
    own = (problem for entry in collection.entries for problem in entry.problems)
    problems = dict.fromkeys((*collection.problems, *own, *doubts, *history.problems, *plain.problems))
    grave = [problem for problem in problems if problem.severity is Severity.ERROR]
    languages = Languages(collection.texts, language)
    for problem in grave:
        say(languages.line(problem), err=True)
    for path, letters in publication.unpainted.items():
        say(lacking(path, letters), err=True)
    try:
        renewal = renew(into, plain.files)
    except BusyError:
        raise FileTroubleError(f"another run is writing into '{into}' just now; wait until it is done") from None
    except OSError as error:
        raise FileTroubleError(f"'{into}' cannot be read or written: {error.strerror or error}") from None
    _report(into, renewal)
    broken = sum(entry.blueprint is None for entry in collection.entries)
    if broken:
        pages = "its page says what is wrong" if broken == 1 else "their pages say what is wrong"
        say(f"{count(broken, 'blueprint')} cannot be drawn; {pages}", err=True)
    if grave:
        sys.exit(1)


def _refuse_unfit(into: Path, blueprints: Path) -> None:
    """Pages do not belong among the blueprints, nor beside a project's own files."""
    sources, pages = real_path(blueprints), real_path(into / addresses.FOLDER)
    if sources.is_relative_to(pages) or pages.is_relative_to(sources):
        raise click.UsageError(
            f"the pages in '{into}' would stand among the blueprints in '{blueprints}'; "
            "name the folder of the site's documents, as in --into docs"
        )
    for name in _OF_A_PROJECT:
        if (into / name).exists():
            raise click.UsageError(
                f"'{into}' is a project's folder, for '{name}' is in it; "
                "name the folder of the site's documents, as in --into docs"
            )


def _report(into: Path, renewal: Renewal) -> None:
    for path in renewal.left_alone:
        left = "is left alone, for it is not of an earlier run or was changed since; to have it made anew, move it away"
        say(f"'{into / path}' {left}", err=True)
    figures = f"{len(renewal.written)} written, {len(renewal.unchanged)} as they were, {len(renewal.removed)} removed"
    say(f"{into}: {count(len(renewal.written) + len(renewal.unchanged), 'file')}; {figures}")
