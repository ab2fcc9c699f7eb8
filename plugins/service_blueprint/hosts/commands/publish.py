"""``service-blueprint publish``: a built site into a folder of versions."""

from pathlib import Path

import click

from service_blueprint.hosts.arguments import FileTroubleError
from service_blueprint.hosts.output import say
from service_blueprint.hosts.versions.site_folders import SiteFolderError, built_as, publish_version

_MANY = 500  # files, from which on copying may take a while


@click.command(
    epilog="""\b
Examples:
  service-blueprint publish site --into /srv/www/services --version 1.2 --alias latest
  service-blueprint publish site --into public --version 1.0.1"""
)
@click.argument("site", metavar="SITE", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder with a folder for each version; it is made where it is missing.",
)
@click.option("--version", required=True, help="What the version is called, as in 1.2.")
@click.option(
    "--alias",
    "aliases",
    multiple=True,
    help="A further address of this version, as in latest; taken from the version that has it now. May be repeated.",
)
def publish(site: Path, into: Path, version: str, aliases: tuple[str, ...]) -> None:
    """Put a built site into a folder of versions.

    SITE is what 'mkdocs build' or another engine has made. It is copied to DIR/VERSION and to DIR/ALIAS, and noted in
    DIR/versions.json, from which the version selector knows it; DIR/index.html leads to the first alias. All of this
    is done or nothing. A version that is there is replaced, and keeps its aliases.

    The folders are those that mike makes on a branch. Serve DIR with any web server.
    """
    aliases = tuple(dict.fromkeys(aliases))
    built = built_as(site)
    try:
        published = publish_version(site, into, version, aliases, progress=_say)
    except SiteFolderError as error:
        raise FileTroubleError(str(error)) from None
    except OSError as error:
        where = f": '{error.filename2 or error.filename}'" if error.filename else ""
        raise FileTroubleError(f"nothing was published{where}: {error.strerror or error}") from None
    if built is None:
        advice = f"build it with MIKE_DOCS_VERSION={version} in the environment, or it shows no version selector"
        say(f"note: the site does not say that it is version {version}; {advice}", err=True)
    for name in (published.name, *published.aliases):
        say(into / name)


def _say(done: int, every: int) -> None:
    if every >= _MANY and (done % _MANY == 0 or done == every):
        say(f"copied {done} of {every} files", err=True)
