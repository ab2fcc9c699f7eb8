"""When the files of a folder were last changed, as git knows it."""

from pathlib import Path

from service_blueprint.shelves.git.repository import GitError, Repository


def last_changes(folder: Path) -> dict[Path, str]:
    """The day on which each file below a folder was last changed, by its path, the latest change first.

    Empty where git tells nothing, and where the clone lacks the beginning of the history: there every file would seem
    to have been changed by the first commit that is left.
    """
    found: dict[Path, str] = {}
    try:
        repository = Repository.around(folder)
        commits = () if repository.shallow else repository.commits_below(folder)
        for day, paths in commits:
            for path in paths:
                found.setdefault(repository.top / path, day)
    except GitError:
        return {}
    return found
