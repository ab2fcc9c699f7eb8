"""Where files lie in a repository: tools that show problems beside its lines name files from its top folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from service_blueprint.shelves.disk import real_path
from service_blueprint.shelves.projects import repository_around


@dataclass(frozen=True, slots=True)
class Checkout:
    """The files of a repository as they lie on this machine; ``root`` is its top folder."""

    root: Path

    @classmethod
    def around(cls, folder: Path, environment: Mapping[str, str] = os.environ) -> "Checkout":
        """The checkout in which a folder lies: git's, else that of GitHub's runner, else the folder by itself."""
        here = real_path(folder)
        if top := repository_around(here):
            return cls(top)
        workspace = real_path(Path(environment.get("GITHUB_WORKSPACE") or here))
        return cls(workspace if here.is_relative_to(workspace) else here)

    def path_of(self, path: str) -> Path:
        """The path of a file from the top folder; a file that lies outside keeps its whole path."""
        file = Path(path).absolute()
        real = real_path(file.parent) / file.name  # a symbolic link is itself a file of the repository
        return real.relative_to(self.root) if real.is_relative_to(self.root) else real
