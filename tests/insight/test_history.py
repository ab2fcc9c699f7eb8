"""What earlier versions tell. A file in ``history_cases`` is a case: some versions, and what is known of them now."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from golden import Golden
from service_blueprint.insight.history import (
    BlueprintChange,
    History,
    Removed,
    RemovedStep,
    Standing,
    Version,
    changes_since,
    removed,
    removed_steps,
    standing,
)
from written import written

CASES = sorted((Path(__file__).parent / "history_cases").glob("*.yml"))


@pytest.fixture(params=CASES, ids=lambda file: file.stem)
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(request.param).read_text("utf-8"))
    found["history"] = History(tuple(version(each) for each in found["versions"]))
    found["now"] = version(found["now"])
    found["file"] = Path(request.param)
    return found


def version(case: dict[str, Any]) -> Version:
    blueprints = {id: written(text, id=id) for id, text in case.get("blueprints", {}).items()}
    return Version(case["name"], blueprints, frozenset(case.get("unread", ())))


def test_each_blueprint_is_known_to_stand_so_since_some_version(case: dict[str, Any], golden: Golden) -> None:
    now = case["now"]
    found = {id: stood(standing(case["history"], each, now.name)) for id, each in now.blueprints.items()}
    golden.value(case["file"], "standings", found)


def test_what_differs_from_the_version_before_is_found(case: dict[str, Any], golden: Golden) -> None:
    versions = case["history"].versions
    found = changes_since(versions[-1], case["now"]) if versions else ()
    golden.value(case["file"], "changes", {each.blueprint.id: changed(each) for each in found}, without={})


def test_blueprints_that_are_gone_are_found(case: dict[str, Any], golden: Golden) -> None:
    golden.value(case["file"], "removed", [gone(each) for each in removed(case["history"], case["now"])], without=[])


def test_steps_that_are_gone_are_found(case: dict[str, Any], golden: Golden) -> None:
    steps = {id: removed_steps(case["history"], each) for id, each in case["now"].blueprints.items()}
    found = {id: [step_gone(step) for step in each] for id, each in steps.items() if each}
    golden.value(case["file"], "removed-steps", found, without={})


def test_what_is_the_same_value_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that many versions that share most of their blueprints take no time."""
    same = written("{title: Laptop, steps: [{id: ask, customer: Asks}]}")
    history = History(tuple(Version(name, {same.id: same}) for name in ("1.0", "1.1", "1.2")))
    monkeypatch.delattr("service_blueprint.insight.history.compare")
    assert standing(history, same, "1.3") == Standing("1.0")
    assert changes_since(history.versions[-1], history.versions[0])[0].comparison.changes == ()


def stood(found: Standing) -> str:
    since = f"since {found.since or 'now'}"
    return f"{since}, {counted(found.comparison.changes)} from {found.before}" if found.comparison else since


def changed(found: BlueprintChange) -> str:
    if found.comparison.before is None:
        return "unread" if found.unread else "new"
    was = f", was {found.moved_from}" if found.moved_from else ""
    return f"{counted(found.comparison.changes)}{was}"


def counted(changes: tuple[object, ...]) -> str:
    return f"{len(changes) or 'no'} change{'s' if len(changes) > 1 else ''}"


def gone(found: Removed) -> str:
    elsewhere = f" as {found.last_id}" if found.last_id != found.id else ""
    successor = f", now {found.successor}" if found.successor else ""
    return f"{found.id} ({found.title}) last in {found.last}{elsewhere}, gone since {found.since}{successor}"


def step_gone(found: RemovedStep) -> str:
    successor = f", now {found.successor}" if found.successor else ""
    return f"{found.id} ({found.heading}) last in {found.last}{successor}"


def test_what_is_forgotten_was_in_no_version() -> None:
    known = {id: written("title: A\nsteps: [{customer: Waits}]\n", id=id) for id in ("a", "b")}
    history = History((Version("1", known, frozenset({"c", "d"})), Version("2", known)))
    first, second = history.without(frozenset({"b", "c"})).versions
    assert (list(first.blueprints), first.unread) == (["a"], frozenset("d"))
    assert list(second.blueprints) == ["a"]
