"""The project around a folder: the way upwards to a repository, or to the settings of a site generator."""

import os
from collections.abc import Iterator
from pathlib import Path

PROJECT_FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml", "pyproject.toml")
"""Files that lie at the top of a project; those of site generators first."""

REPOSITORY = ".git"
"""What lies at the top of a repository: a folder, or a file in a worktree and in a submodule."""


def upwards(folder: Path) -> Iterator[Path]:
    """A folder and those around it, as far as the top of a repository, or else the root."""
    for each in (folder, *folder.parents):
        yield each
        if os.path.lexists(each / REPOSITORY):
            return


def repository_around(folder: Path) -> Path | None:
    """The top of the repository that a folder without links on its way lies in; None where it lies in none.

    Git is not asked, for it refuses folders of other users, which those of a container's build mostly are.
    """
    *_, last = upwards(folder)
    return last if os.path.lexists(last / REPOSITORY) else None


def project_of(folder: Path) -> Path | None:
    """The project that a folder without links on its way lies in; None where it lies in none.

    It is the repository, or outside of one the nearest folder upwards with the settings of a site generator or of
    Python. The root of the disk is none.
    """
    top = repository_around(folder)
    if top and top != top.parent:
        return top
    around = (each for each in (folder, *folder.parents) if each != each.parent)
    return next((each for each in around if any((each / name).is_file() for name in PROJECT_FILES)), None)
