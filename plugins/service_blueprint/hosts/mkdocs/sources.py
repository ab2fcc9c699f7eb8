"""Which file on the disk stands for what we make: other plugins ask it for its date, its authors and its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from service_blueprint.file_names import CATALOG
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Entry
from service_blueprint.shelves.disk import real_path


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that authors write: those of blueprints by their ids, also former ones, and one for all the rest.

    ``days`` are those on which they were last changed, as far as anybody knows.
    """

    blueprints: Mapping[str, Path]
    rest: Path
    days: Mapping[Path, str]

    def of(self, address: str) -> Path:
        """The file that stands for what is at an address of the site."""
        below = PurePosixPath(address).relative_to(addresses.FOLDER)
        found = (self.blueprints.get(str(parent)) for parent in below.parents)
        return next((file for file in found if file), self.rest)

    def day(self, file: Path) -> str:
        """The day on which a file was last changed; "" where nobody knows."""
        return self.days.get(real_path(file), "")


def sources_of(entries: Iterable[Entry], folder: Path, configuration: Path, days: Mapping[Path, str]) -> Sources:
    """The files behind the pages of a folder.

    What is made of all blueprints is as new as the one that was changed last. Where nobody knows which that is, the
    catalog stands for it, else the first blueprint, else ``configuration``.
    """
    blueprints = {entry.id: entry.path.absolute() for entry in entries}
    for entry in entries:
        for former in entry.blueprint.formerly if entry.blueprint else ():
            blueprints.setdefault(former, entry.path.absolute())
    own = {real_path(file): file for file in (folder.absolute() / CATALOG, *blueprints.values()) if file.is_file()}
    newest = (own[file] for file in days if file in own)
    return Sources(blueprints, [*newest, *own.values(), configuration][0], days)
