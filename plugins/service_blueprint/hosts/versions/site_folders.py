"""A site with a folder for each version, for web servers that serve no branch: what mike does on one, in a folder."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from service_blueprint.hosts.files.alone import BusyError
from service_blueprint.hosts.files.whole_folders import replacing
from service_blueprint.hosts.versions.published import LARGEST
from service_blueprint.hosts.versions.versions_file import (
    NAME,
    SiteVersion,
    VersionsError,
    read_versions,
    versions_text,
    with_version,
)
from service_blueprint.pages.addresses import SITE_INDEX
from service_blueprint.pages.asset_files import FRONT_SCRIPT
from service_blueprint.reading.disk import link_fault, read_bytes, real_path

_FRONT = "index.html"


class SiteFolderError(Exception):
    """A version that cannot be published; its text is one line for a user."""


def publish_version(
    site: Path,
    into: Path,
    version: str,
    aliases: Sequence[str] = (),
    *,
    progress: Callable[[int, int], None] = lambda done, every: None,
) -> SiteVersion:
    """Copy a built site into the folder ``version`` of ``into``, and of each of the version's aliases.

    ``versions.json`` tells of it, and ``index.html`` leads to the first of ``aliases``; without one, an ``index.html``
    that is there stays. All of this is done, or nothing. ``progress`` is told how many files have been copied, of how
    many. Gives the version with all its aliases. Raises ``SiteFolderError``, and ``OSError`` where the system refuses.
    """
    _refuse_other_sites(site, into)
    _with_version((), version, aliases)  # so that a name that cannot be is refused before there is a folder
    _refuse_another_version(site, version)
    sources = _files(site)
    try:
        with replacing(into) as aside:
            # What is there counts from here on: a run that was killed is undone, and no other one changes anything.
            _refuse_site_without_versions(into)
            before = _versions(into)
            versions = _with_version(before, version, aliases)
            [own] = (each for each in versions if each.name == version)
            folders = (own.name, *own.aliases)
            _refuse_unknown_folders(into, folders, before)
            for number, (folder, path) in enumerate(((f, p) for f in folders for p in sources), start=1):
                target = aside / folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site / path, target)
                progress(number, len(folders) * len(sources))
            (aside / NAME).write_text(versions_text(versions), encoding="utf-8")
            if aliases or not (into / _FRONT).exists():
                (aside / _FRONT).write_text(_front(aliases[0] if aliases else version), encoding="utf-8")
    except BusyError:
        raise SiteFolderError(f"another run is publishing into '{into}' just now; wait until it is done") from None
    return own


def built_as(site: Path) -> str | None:
    """The version that a site says it is; None where it says nothing."""
    held = read_bytes(site / SITE_INDEX, SITE_INDEX, folder=site, most=LARGEST)
    try:
        version = json.loads(held)["version"] if isinstance(held, bytes) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return version if isinstance(version, str) and version else None


def _refuse_other_sites(site: Path, into: Path) -> None:
    if not (site / _FRONT).is_file():
        raise SiteFolderError(f"'{site}' is no built site, for it has no {_FRONT}; build one with 'mkdocs build'")
    here, there = real_path(site), real_path(into)
    if here.is_relative_to(there) or there.is_relative_to(here):
        raise SiteFolderError(f"one of '{site}' and '{into}' lies in the other; take folders that lie apart")
    if into.exists() and not into.is_dir():
        raise SiteFolderError(f"'{into}' is no folder")


def _refuse_site_without_versions(into: Path) -> None:
    if (into / _FRONT).exists() and not (into / NAME).exists():
        what = f"'{into}' holds a site without versions: an {_FRONT}, but no {NAME}"
        raise SiteFolderError(f"{what}; publish into an empty folder, and serve that from then on")


def _refuse_another_version(site: Path, version: str) -> None:
    built = built_as(site)
    if built and built != version:
        remedy = f"build it anew as {version}, or publish it as {built}"
        raise SiteFolderError(f"'{site}' was built as version {built}, and its pages say so; {remedy}")


def _refuse_unknown_folders(into: Path, folders: Sequence[str], known: Sequence[SiteVersion]) -> None:
    ours = {folder for version in known for folder in (version.name, *version.aliases)}
    for folder in folders:
        if folder not in ours and os.path.lexists(into / folder):
            what = f"'{into / folder}' is there, but {NAME} knows nothing of it"
            raise SiteFolderError(f"{what}; move it away, or take another name")


def _with_version(before: Sequence[SiteVersion], version: str, aliases: Sequence[str]) -> tuple[SiteVersion, ...]:
    try:
        return with_version(before, version, aliases)
    except VersionsError as error:
        raise SiteFolderError(str(error)) from None


def _versions(into: Path) -> tuple[SiteVersion, ...]:
    file = into / NAME
    if not os.path.lexists(file):
        return ()
    held = read_bytes(file, str(file), folder=into, most=LARGEST)
    try:
        if isinstance(held, bytes):
            return read_versions(held.decode("utf-8"))
        reason = held.message
    except UnicodeDecodeError:
        reason = "it is no text in UTF-8"
    except VersionsError as error:
        reason = str(error)
    remedy = "mend it, or publish into an empty folder"
    raise SiteFolderError(f"'{file}' cannot be read, so nothing was published: {reason}; {remedy}")


def _files(site: Path) -> list[str]:
    """The files of a site by their paths in it; links are followed, as a web server would."""
    return sorted(path.relative_to(site).as_posix() for path in _walked(site))


def _walked(site: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise error

    for where, folders, names in os.walk(site, onerror=refuse, followlinks=True):
        for name in names:
            _refuse_link(Path(where, name), site)
            yield Path(where, name)
        for path in (Path(where, name) for name in folders):
            _refuse_link(path, site)
            if path.is_symlink() and real_path(Path(where)).is_relative_to(real_path(path)):
                raise SiteFolderError(
                    f"'{path}' cannot be published: the link leads back into a folder that it lies in"
                )


def _refuse_link(path: Path, site: Path) -> None:
    if path.is_symlink() and (fault := link_fault(path, site.absolute().parent)):
        raise SiteFolderError(f"'{path}' cannot be published: {fault.text}")


def _front(name: str) -> str:
    page = files("service_blueprint.hosts.versions").joinpath("front.html").read_text(encoding="utf-8")
    return page.replace("@version@", name).replace("@script@", FRONT_SCRIPT)
