"""Two moments of a repository, and what it costs to read them."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from projects import SMALLEST
from repositories import Repository as Made
from service_blueprint.hosts.versions.revision_reviews import reviews_between
from service_blueprint.shelves.git.repository import Repository
from service_blueprint.shelves.git.snapshots import RevisionSnapshot


def processes(folder: Path, number: int) -> int:
    """How many processes of git a comparison takes in which so many blueprints differ, in three folders."""
    made = Made.made(folder)
    files = {f"{place}/blueprints/b{n}.yml": SMALLEST for place in "abc" for n in range(number)}
    made.commit({**files, **{f"{place}/blueprints/_catalog.yml": "actors: {}\n" for place in "abc"}}, tag="1")
    made.commit({path: SMALLEST.replace("Orders", "Asks") for path in files}, tag="2")
    run, count = subprocess.run, 0

    def counting(*words: Any, **more: Any) -> Any:
        nonlocal count
        count += 1
        return run(*words, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", counting)
        repository = Repository.around(folder)
        before, after = (repository.revision(name) for name in ("1", "2"))
        assert before and after
        reviews = reviews_between(repository, RevisionSnapshot(before), RevisionSnapshot(after), None)
    assert len(reviews) == 3 * number
    return count


def test_a_comparison_takes_as_many_processes_for_many_blueprints_as_for_one(tmp_path: Path) -> None:
    assert processes(tmp_path / "one", 1) == processes(tmp_path / "many", 20) < 12
